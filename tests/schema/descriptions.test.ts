import { readFileSync } from 'node:fs';
import { type GraphQLNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { schemaPrint } from '../../src/paths.ts';
import { schema } from '../../src/schema/index.ts';
import { printed } from '../../src/schema/print.ts';

test('the committed schema.graphql is what the code declares (npm run schema writes it)', () => {
  expect(readFileSync(schemaPrint, 'utf8')).toBe(printed());
});

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

const named = (path: string, { name, description }: Described) => ({ path: path ? `${path}.${name}` : name, name, description });

function everythingIn(type: GraphQLNamedType): ReturnType<typeof named>[] {
  const own = named('', type);
  if (isEnumType(type)) return [own, ...type.getValues().map((value) => named(type.name, value))];
  if (isInputObjectType(type)) return [own, ...Object.values(type.getFields()).map((field) => named(type.name, field))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  return [
    own,
    ...Object.values(type.getFields()).flatMap((field) => [
      named(type.name, field),
      ...field.args.map((arg) => named(`${type.name}.${field.name}`, arg)),
    ]),
  ];
}

const everything = Object.values(schema.getTypeMap())
  .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
  .flatMap(everythingIn);

test.each(everything)('$path is described in three words or more that are not in its name', ({ name, description }) => {
  const ofName = new Set(name.toLowerCase().match(/[a-z]+/g) ?? []);
  const split = new Set(
    name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[ _]/),
  );
  const words = new Set((description ?? '').toLowerCase().match(/[a-z]+/g) ?? []);
  expect([...words].filter((word) => !ofName.has(word) && !split.has(word)).length).toBeGreaterThanOrEqual(3);
});
