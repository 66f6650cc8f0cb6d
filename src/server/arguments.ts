import {
  type ASTNode,
  coerceInputValue,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  type ValidationContext,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
  visitInParallel,
} from 'graphql';
import { badInput } from '../schema/errors.ts';
import type { Plugin } from './plugin.ts';
import { short } from './refusal.ts';
import { wanted } from './wanted.ts';

/**
 * Says of a value that an argument or a variable cannot take which it is, what was given and what may be, all with the code BAD_USER_INPUT.
 * GraphQL speaks of its own types there, and calls a value that stands in the query a query that is not valid. `names` are those of the
 * schema, which are told where it is no secret.
 */
export function useArguments({ names }: { readonly names: boolean }): Plugin {
  const rule = valuesRule(names);
  return {
    onValidate({ validateFn, setValidationFn }) {
      setValidationFn((schema, document, rules, ...rest) =>
        validateFn(
          schema,
          document,
          rules?.map((other: ValidationRule) => (other === ValuesOfCorrectTypeRule ? rule : other)),
          ...rest,
        ),
      );
    },
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }: { result: ExecutionResult; setResult: (result: ExecutionResult) => void }) {
        if (!result.errors) return;
        const asked = args as ExecutionArgs;
        const isOfVariables = result.errors.some(({ path, message }) => !path && message.startsWith('Variable "$'));
        const refused = isOfVariables ? variablesRefused(asked, names) : [];
        if (refused.length > 0) setResult({ errors: refused });
        else setResult({ ...result, errors: result.errors.map((error) => nullRefused(error, asked.schema, names)) });
      },
    }),
  };
}

/** How GraphQL says that a variable without a value was given for an argument that needs one. */
const NULL_GIVEN = /^Argument "(?<argument>\w+)" of (?:non-null|required) type "\W*(?<typeName>\w+)\W*" (?:must not be null|was provided)/;

function nullRefused(error: GraphQLError, schema: GraphQLSchema, names: boolean): GraphQLError {
  const { argument, typeName } = NULL_GIVEN.exec(error.message)?.groups ?? {};
  const type = typeName && schema.getType(typeName);
  if (!argument || !isInputType(type)) return error;
  const { message, extensions } = badInput(argument, `null is not ${wanted(type, names)}`);
  return new GraphQLError(message, { nodes: error.nodes, path: error.path, extensions });
}

/** GraphQL's rule for values in a query, with other words. */
const valuesRule =
  (names: boolean): ValidationRule =>
  (context) => {
    const path: string[] = [];
    let at: ASTNode | null = null;
    const told = Object.create(context, {
      reportError: { value: (error: GraphQLError) => context.reportError(explained(error, at!, path, context, names)) },
    });
    return visitInParallel([
      {
        enter(node) {
          at = node;
          const name = stepOf(node);
          if (name !== null) path.push(name);
        },
        leave(node) {
          if (stepOf(node) !== null) path.pop();
        },
      },
      ValuesOfCorrectTypeRule(told),
    ]);
  };

/** How the path to a value names what leads to it; null for a node that it does not name. */
function stepOf(node: ASTNode): string | null {
  if (node.kind === Kind.VARIABLE_DEFINITION) return `$${node.variable.name.value}`;
  return node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD ? node.name.value : null;
}

/** The error in other words, where it is about a value; as it is where the query uses a name that the schema does not have. */
function explained(error: GraphQLError, node: ASTNode, path: readonly string[], context: ValidationContext, names: boolean): GraphQLError {
  const type = context.getInputType();
  if (!type || node.kind === Kind.OBJECT_FIELD) return error;
  if (node.kind === Kind.OBJECT && isInputObjectType(getNamedType(type))) return error;
  const bare = node.kind === Kind.STRING && isEnumType(getNamedType(type)) ? ', without quotation marks' : '';
  return badInput(path.join('.'), `${short(print(node))} is not ${wanted(type, names)}${bare}`, {}, [node]);
}

/** What is wrong with the variables of an operation that was not executed for them. */
function variablesRefused({ schema, document, operationName, variableValues = {} }: ExecutionArgs, names: boolean): GraphQLError[] {
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && (operationName == null || node.name?.value === operationName),
  );
  return (operation?.variableDefinitions ?? []).flatMap((node) => {
    const type = typeFromAST(schema, node.type as never) as GraphQLInputType;
    const name = `$${node.variable.name.value}`;
    const refused = (problem: string, path: readonly (string | number)[] = []) =>
      refusedWith400(badInput([name, ...path].join('.'), problem, {}, [node]));
    const value = variableValues?.[node.variable.name.value];
    if (value === undefined) {
      return isNonNullType(type) && !node.defaultValue ? [refused(`it is missing; give ${wanted(type, names)}`)] : [];
    }
    const found: GraphQLError[] = [];
    coerceInputValue(
      value,
      type,
      (path, given, error) => {
        const expected = typeAt(type, path);
        const isObject = isInputObjectType(getNamedType(expected)) && typeof given === 'object' && given !== null && !Array.isArray(given);
        const problem = isObject ? error.message.replace(/[.?]$/, '') : `${short(JSON.stringify(given))} is not ${wanted(expected, names)}`;
        found.push(refused(problem, path));
      },
      !names,
    );
    return found;
  });
}

/** A request with such variables is refused as a whole. */
const refusedWith400 = (error: GraphQLError) =>
  Object.assign(error, { extensions: { ...error.extensions, http: { status: 400, spec: true } } });

/** The type of what stands at a path in a value. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  const bare = getNullableType(type);
  // A value alone may stand for a list of one.
  if (isListType(bare)) return typeAt(bare.ofType, typeof path[0] === 'number' ? path.slice(1) : path);
  if (path.length === 0) return type;
  const field = isInputObjectType(bare) ? bare.getFields()[path[0]!] : undefined;
  return field ? typeAt(field.type, path.slice(1)) : type;
}
