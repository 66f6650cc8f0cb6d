import { toStoredText } from '../../document.ts';
import { normalize } from '../../normalize.ts';
import { Labels } from '../../store/read/labels.ts';
import { builder } from '../builder.ts';
import { atMost } from '../errors.ts';
import type { Input } from './plain.ts';

export const LabelFilter = builder.inputType('LabelFilter', {
  description:
    'Which authors or keywords: any of those that are given, or whether there is any at all. All where nothing is given, or null. For several that must all be there, put filters into `and`.',
  fields: (t) => ({
    name: t.stringList({ description: 'Whole names, with letter case, accents and punctuation aside; 100 at most.' }),
    isSet: t.boolean({ description: 'True for any at all, false for none.' }),
  }),
});

/**
 * Prisma's condition on a list of names, of which `column` holds what they are found by.
 * @throws GraphQLError BAD_USER_INPUT where too many are given.
 */
export function labelWhere(argument: string, filter: Input<typeof LabelFilter>, column: string): object {
  const { name, isSet } = filter ?? {};
  return {
    AND: [
      ...(name == null ? [] : [{ [column]: { oneOf: labels(atMost(`${argument}.name`, name)) } }]),
      ...(isSet == null ? [] : [{ [column]: { isEmpty: !isSet } }]),
    ],
  };
}

/** What names are found by. */
export const labels = (names: readonly string[]) => new Labels(names.map((name) => normalize(toStoredText(name))));
