import { COUNTRY_OF } from '../lexicon/countries.ts';
import { KINDS_OF, ORGANIZATION_ENDINGS } from '../lexicon/organizations.ts';
import type { Token } from '../words/tokens.ts';
import type { Organization } from './organizations.ts';

/** Whether the last of some words is what a name says its bearer is, and the name holds the others. */
export function isCalled(words: readonly Token[], { name }: Pick<Organization, 'name'>): boolean {
  const own = name.toLowerCase().split(' ');
  return bodiesIn(own).includes(words.at(-1)!.lower) && words.every(({ lower, text }) => own.includes(lower) || COUNTRY_OF.has(text));
}

/** The last word of a name, and the one before "of" or a number: "Bell Institute of Tides", "Dockworkers Local 88". */
function bodiesIn(name: readonly string[]): string[] {
  const end = name.findIndex((word, i) => i > 0 && (/^(?:of|for)$/.test(word) || /^\d+$/.test(word)));
  return end > 0 ? [name[end - 1]!, name.at(-1)!] : [name.at(-1)!];
}

/** How well a word such as "company" suits what an organization is: 2 where that is known, 1 where nothing says otherwise, 0 where it does not. */
export function suits(word: string, { kind, name }: Pick<Organization, 'kind' | 'name'>): 0 | 1 | 2 {
  const kinds = KINDS_OF.get(word);
  if (!kinds) return 0;
  // A name that says what its bearer is, a committee, is of no other kind.
  if (kind === null) return ORGANIZATION_ENDINGS.has(name.slice(name.lastIndexOf(' ') + 1)) ? 0 : 1;
  return kinds.includes(kind) ? 2 : 0;
}
