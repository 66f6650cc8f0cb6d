import type { KnownOrganization } from '../lexicon/organizations.ts';
import { isTitle } from '../lexicon/titles.ts';
import { NAMED, PART, type SourceGround } from '../sources/ground.ts';
import type { Run } from '../words/runs.ts';

/** What an organization is called, and what it is. */
interface Body {
  readonly name: string;
  readonly kind: KnownOrganization['kind'] | null;
}

/** Words for any organization, or any company: they say nothing of what it does. */
const ANY: ReadonlySet<string> = new Set('agency body company corporation firm group institution organisation organization'.split(' '));

/** Words for one sort of organization, each line with what a name has that tells of the sort, and the kinds that are of it. */
const SORTS: readonly { readonly words: ReadonlySet<string>; readonly names: RegExp; readonly kinds: readonly string[] }[] = (
  [
    ['airline carrier', /air|aero|jet|wings|lufthansa/, ''],
    ['bank lender', /ban(?:k|c|que)|credit|savings|financ|morgan|goldman|barclays|hsbc|lloyds|natwest|santander|citi|\bubs\b/, ''],
    ['brewery brewer', /brew/, ''],
    ['carmaker automaker', /motor|auto/, ''],
    ['insurer', /insur|assur|mutual|life/, ''],
    ['operator utility supplier developer owner retailer maker startup', /(?!)/, ''],
    [
      'newspaper paper daily magazine outlet publisher publication tabloid',
      /times|post\b|daily|news|journal|herald|courier|observer|guardian|mirror|gazette|zeitung|spiegel|monde|press\b/,
      'MEDIA AGENCY',
    ],
    ['broadcaster network station channel', /\btv\b|radio|broadcast|television|news|channel/, 'MEDIA'],
    ['regulator watchdog', /commission|authority|agency|regulat|ofcom|ofgem|ofwat|ofsted/, 'GOVERNMENT'],
    ['administration authority department ministry office', /(?!)/, 'GOVERNMENT'],
    ['party', /party|democrat|labour|labor|conservative|liberal|greens?\b|front\b|alliance|movement/, 'PARTY'],
    ['union', /union|unite\b|unison|workers|federation|brotherhood|guild|association|congress/, ''],
    ['charity foundation nonprofit trust', /trust|fund|foundation|aid\b|relief|society|charit|cross\b/, ''],
    ['club side squad team', /./, 'SPORT'],
    ['campaign coalition alliance', /./, ''],
    ['university college school institute academy', /(?!)/, 'EDUCATION'],
  ] as const
).map(([words, names, kinds]) => ({ words: new Set(words.split(' ')), names, kinds: kinds.split(' ') }));

/** Last words of names of what is no body that speaks. */
const NO_BODY = /(?:Exchange|Index|Bill|Act|Treaty|Agreement|Accord|Cup|Festival|Prize|Awards?|Day)$/;

/**
 * Whether an article lets one of its organizations be called by a word, "the airline", that is no part of its name: where the word is for any
 * company, where the name tells of the sort ("Norwind Airways"), or where the article says so beside the name ("the carmaker Brandt").
 */
export function mayBeCalled(ground: SourceGround, { name, kind }: Body, mentions: readonly Run[], word: string): boolean {
  if (NO_BODY.test(name)) return false;
  if (ANY.has(word)) return true;
  // "The paper" of a report on research is the research, "the team" who did it.
  if (/^(?:paper|team)$/.test(word) && ground.tokens.some(({ lower }) => /^(?:study|researchers|scientists)$/.test(lower))) return false;
  const sort = SORTS.find(({ words }) => words.has(word));
  if (sort && ((kind !== null && sort.kinds.includes(kind)) || sort.names.test(name.toLowerCase()))) return true;
  return mentions.some((mention) => isSaid(ground, mention, sort?.words ?? new Set([word])));
}

/** Tokens before and behind a name in which it is said what its bearer is. */
const BEFORE = 3;
const BEHIND = 7;

/** Whether one of some words stands before a name, "the budget airline Norwind", or in what a comma or "is" sets behind it, "Norwind, an airline". */
function isSaid({ tokens, namedAt }: SourceGround, { from, to }: Run, words: ReadonlySet<string>): boolean {
  for (let at = from - 1; at >= Math.max(0, from - BEFORE) && !/^[.;:"“”()]$/.test(tokens[at]!.text); at--)
    if (words.has(tokens[at]!.lower)) return true;
  if (words.has(tokens[to]?.lower ?? '')) return true;
  if (!/^(?:,|\(|is|was|–|—|-)$/.test(tokens[to]?.lower ?? '') || !/^(?:an?|the|one|[^,]*['’]s|\p{L}+)$/u.test(tokens[to + 1]?.lower ?? ''))
    return false;
  for (let at = to + 1; at < Math.min(tokens.length, to + BEHIND) && !/^[,.;:()]$/.test(tokens[at]!.text); at++) {
    if (namedAt[at] === NAMED.ORGANIZATION) return false;
    if (words.has(tokens[at]!.lower)) return true;
  }
  return false;
}

/** Whether an article names an organization for nothing but whom it employs: "an analyst at Calder", "Calder's Ana Bell". */
export const isOnlyEmployer = ({ tokens, parts }: SourceGround, mentions: readonly Run[]): boolean =>
  mentions.every(({ from }) => {
    const at = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
    return (
      parts[at] === PART.ADP &&
      /^(?:at|for|from|of|with)$/.test(tokens[at]!.lower) &&
      isTitle(tokens[at - 1]?.lower.replace(/s$/, '') ?? '')
    );
  });
