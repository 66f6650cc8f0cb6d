import { type GraphQLInputType, getNamedType, isEnumType, isInputObjectType } from 'graphql';

/** What may be given for the scalars of the schema. */
const SCALARS: Readonly<Record<string, string>> = {
  Int: 'a whole number from -2147483648 to 2147483647',
  Float: 'a number',
  String: 'a text in quotation marks',
  Boolean: 'true or false',
  ID: 'an id, a text in quotation marks',
  DateTime: 'a moment: a day, "2020-12-30", or a time, "2020-12-30T10:00:00Z"',
  URL: 'an absolute web address in quotation marks',
};

/** What may be given for an input of this type, to follow `is not`; enum values and fields are told where `names` may be. */
export function wanted(type: GraphQLInputType, names: boolean): string {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const values = named.getValues().map(({ name }) => name);
    return names ? `one of ${values.join(', ')}` : 'one of the values that the schema has for it';
  }
  if (isInputObjectType(named)) return names ? `an object: { ${Object.keys(named.getFields()).join(', ')} }` : 'an object';
  return SCALARS[named.name] ?? `a ${named.name}`;
}
