import { KINDS_OF, ORGANIZATION_ENDINGS } from '../../lexicon/organizations.ts';
import { BODIES, isTitle } from '../../lexicon/titles.ts';
import type { Run } from '../../words/runs.ts';
import { isCalled, suits } from '../called.ts';
import { OF_WHAT, type RoleGround } from './ground.ts';

/** Tokens before a title in which the organization is looked for that "the company" in it stands for. */
const NEAR = 150;
/** The same for "its". */
const NEAR_ITS = 40;

/**
 * The organization in which somebody holds a title, by its name: the one behind "of" or "at", else the first that the title names, else the
 * one that "the company's chief executive", "the committee's chair" or "its treasurer" is of. Null where nothing says so.
 */
export function organizationOf(ground: RoleGround, title: Run): string | null {
  const { tokens, organizations, organizationAt } = ground;
  const within = indicesOf(title);
  const of = within.find((at) => OF_WHAT.test(tokens[at]!.lower)) ?? title.from;
  const named = within.find((at) => at > of && organizationAt.has(at)) ?? within.find((at) => organizationAt.has(at));
  if (named !== undefined) return organizations[organizationAt.get(named)!]!.name;
  for (const at of within) {
    const stands = standsFor(ground, at, title.from);
    if (stands !== null) return stands;
  }
  return tokens[title.from - 1]?.lower === 'its' ? lastNamed(ground, title.from, () => true, NEAR_ITS) : null;
}

const indicesOf = ({ from, to }: Run) => Array.from({ length: to - from }, (_, i) => from + i);

/** The organization that a word of a title stands for, with the words before it: the last one named before that may be called so. */
function standsFor(ground: RoleGround, at: number, titleFrom: number): string | null {
  const { tokens } = ground;
  const { lower } = tokens[at]!;
  if (!BODY_WORDS.has(lower)) return null;
  let from = at;
  while (/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[from - 1]?.pos ?? '') && !isTitle(tokens[from - 1]!.lower)) from--;
  const before = tokens[from - 1]?.lower ?? '';
  // "A company director" is one of any company, "member of a committee" of any committee; "a council member" is one of the council.
  if (/^(?:an?|another|any|one)$/.test(before) && (from > titleFrom || KINDS_OF.has(lower))) return null;
  const words = tokens.slice(Math.max(from, Math.min(titleFrom, at)), at + 1);
  const called = lastNamed(ground, titleFrom, (organization) => isCalled(words, organization));
  if (called !== null || words.length > 1 || !/^(?:the|this)$/.test(before)) return called;
  return (
    lastNamed(ground, titleFrom, (organization) => suits(lower, organization) === 2) ??
    lastNamed(ground, titleFrom, (organization) => suits(lower, organization) === 1)
  );
}

/** Words that say what an organization is. */
const BODY_WORDS: ReadonlySet<string> = new Set([
  ...BODIES,
  ...KINDS_OF.keys(),
  ...[...ORGANIZATION_ENDINGS.keys()].map((word) => word.toLowerCase()),
]);

/** The last organization named before a token of which something holds. */
function lastNamed(
  { organizations, organizationAt }: RoleGround,
  before: number,
  holds: (organization: RoleGround['organizations'][number]) => boolean,
  near = NEAR,
): string | null {
  for (let at = before - 1; at >= Math.max(0, before - near); at--) {
    const index = organizationAt.get(at);
    if (index !== undefined && holds(organizations[index]!)) return organizations[index]!.name;
  }
  return null;
}
