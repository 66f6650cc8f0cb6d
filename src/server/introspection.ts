import { type DocumentNode, GraphQLError, Kind, type ValidationRule, validate, visit } from 'graphql';
import type { Plugin } from './plugin.ts';

/**
 * Keeps the schema to those who have it: `__schema` is refused, `__type` knows no type, and no "Did you mean" tells names one by one.
 * `__type` may be asked, and answers null as it does for names that there are not: clients ask it to see whether a server is there.
 */
export function useNoIntrospection(): Plugin {
  const blinded = new WeakMap<DocumentNode, DocumentNode>();
  return {
    onValidate({ addValidationRule, setValidationFn }) {
      addValidationRule(noSchema);
      setValidationFn((schema, document, rules, typeInfo, options) =>
        validate(schema, document, rules, { ...options, hideSuggestions: true }, typeInfo),
      );
    },
    onExecute({ args }) {
      const known = blinded.get(args.document);
      const document = known ?? blind(args.document);
      if (!known) blinded.set(args.document, document);
      // hideSuggestions is the executor's own option, for values of variables.
      Object.assign(args, { document, hideSuggestions: true });
    },
  };
}

const noSchema: ValidationRule = (context) => ({
  Field(node) {
    if (node.name.value !== '__schema') return;
    context.reportError(
      new GraphQLError('Introspection is off; the schema is src/schema/schema.graphql.', {
        nodes: node,
        extensions: { code: 'INTROSPECTION_OFF' },
      }),
    );
  },
});

/** The document with every `__type` asked for a name that no type has. */
const blind = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Field(node) {
      if (node.name.value !== '__type') return undefined;
      const name = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'name' }, value: { kind: Kind.STRING, value: '' } } as const;
      return { ...node, arguments: [name] };
    },
  });
