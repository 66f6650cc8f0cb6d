import { isPossessive, opensSentence } from '../../words/grammar.ts';
import type { Token } from '../../words/tokens.ts';
import { firmsAmong } from './firms.ts';
import { type NameRun, wordsOf } from './labels.ts';
import { loneAmong, loneBodies, loneThings } from './lone.ts';
import { HEADS, isIt } from './signs.ts';

/** Words for companies and other bodies, as they stand before a name: "the budget airline Norwind". */
export const KIND =
  /^(?:airline|bank|brewer|broadcaster|builder|carmaker|charity|company|conglomerate|developer|firm|giant|group|insurer|lender|manufacturer|newspaper|operator|publisher|regulator|retailer|site|startup|supermarket|supplier|union|watchdog|website)$/;
/** Those of them that stand before no name of a person: "the publisher Ana Bell". */
const KIND_ONLY =
  /^(?:airline|automaker|bank|brokerage|carmaker|chain|chipmaker|company|conglomerate|drugmaker|firm|insurer|lender|retailer|supermarket)$/;
/** Who works for others, as they stand before "at" and a name: "analysts at Calder". */
const EMPLOYED = /^(?:analyst|banker|broker|economist|strategist|trader)s?$/;
/** What companies have and people don't, behind "Norwind's". */
const OWNED = /^(?:customers?|products|profits?|revenues?|sales|shareholders|shares?|turnover)$/;

/** What has a title, as it stands before it. */
const WORK =
  /^(?:album|animation|ballet|blockbuster|book|comedy|documentary|drama|epic|film|movie|musical|novel|opera|sequel|series|sitcom|soap|thriller)$/;

/** What was taken for somebody, or somewhere, and is something else wherever the article names it, in small letters. */
export interface NoPeople {
  /** "The budget airline Norwind", "Norwind chief executive Ana Bell", "analysts at Charles Calder", "Norwind said it", "Norwind's shares", "Norwind's Ana Bell". */
  readonly bodies: ReadonlySet<string>;
  /** What there are several of, what has an article, and what only has a name: "an Oscar", "the Briton", "Catholics say", "Calder vodka". */
  readonly things: ReadonlySet<string>;
  /** Films, books and shows, whatever they were taken for: "the drama Eva Dahl". */
  readonly works: ReadonlySet<string>;
}

/** Tells by the words beside names what is nobody. */
export function noPeopleAmong(tokens: readonly Token[], names: readonly NameRun[]): NoPeople {
  const [bodies, things] = [new Set<string>(), new Set<string>()];
  for (const name of names)
    if ((name.type === 'PERSON' || name.type === 'ORGANIZATION') && isCalledBody(tokens, name)) bodies.add(wordsOf(tokens, name));
  const lone = loneAmong(tokens, names);
  for (const name of lone) {
    if (isOwner(tokens, name) || isIt(tokens, name)) bodies.add(tokens[name.from]!.lower);
    if (isOneOfMany(tokens, name) || areMany(tokens, name)) things.add(tokens[name.from]!.lower);
  }
  for (const words of loneBodies(tokens, names, lone)) bodies.add(words);
  for (const words of loneThings(tokens, names, lone)) things.add(words);
  for (const words of firmsAmong(tokens, names)) bodies.add(words);
  const works = new Set(names.filter(({ from }) => isWork(tokens, from)).map((name) => wordsOf(tokens, name)));
  return { bodies, things, works };
}

/** Whether a word for a work stands before a name, and maybe a quotation mark: "the novel ‘Eva Dahl’". */
const isWork = (tokens: readonly Token[], from: number) =>
  WORK.test(tokens[/^["“‘']$/.test(tokens[from - 1]?.text ?? '') ? from - 2 : from - 1]?.text ?? '');

/** "An Oscar for Bell", "the Swede fumed", "the CM said", not "a Trump rally", "the Bill and Eva Bell Trust"; "A Foley" has an initial. */
const isOneOfMany = (tokens: readonly Token[], { from, to }: NameRun) =>
  /^(?:an?|[Tt]he)$/.test(tokens[from - 1]?.text ?? '') &&
  !/^(?:NOUN|PROPN|ADJ)$/.test(tokens[to]?.pos ?? '') &&
  !/^(?:['’&-]|and$)/.test(tokens[to]?.text ?? '');

/** "Catholics say", where a sentence begins. */
const areMany = (tokens: readonly Token[], { from, to }: NameRun) =>
  /[^s]s$/.test(tokens[from]!.lower) && opensSentence(tokens, from) && /^(?:are|have|say|were)$/.test(tokens[to]?.lower ?? '');

const isCalledBody = (tokens: readonly Token[], { from, to }: NameRun): boolean =>
  isEmployer(tokens, from) ||
  (to - from === 1 ? isBodyAlone(tokens, from, to) : to - from === 2 && KIND_ONLY.test(tokens[from - 1]?.text ?? ''));

const isEmployer = (tokens: readonly Token[], from: number) =>
  tokens[from - 1]?.lower === 'at' && EMPLOYED.test(tokens[from - 2]?.lower ?? '');

const isBodyAlone = (tokens: readonly Token[], from: number, to: number) =>
  (KIND.test(tokens[from - 1]?.text ?? '') && !tokens[from - 1]!.endsSentence) ||
  ((HEADS.test(tokens[to]?.text ?? '') || EMPLOYED.test(tokens[to]?.text ?? '')) &&
    /^\p{Lu}\p{Ll}/u.test(tokens[to + (tokens[to + 1]?.text === 'executive' ? 2 : 1)]?.text ?? ''));

/** "Norwind's shares", "shares in Norwind", "Norwind shares". */
const isOwner = (tokens: readonly Token[], { from, to }: NameRun) =>
  (isPossessive(tokens[to]) && OWNED.test(tokens[to + 1]?.text ?? '')) ||
  (tokens[from - 1]?.text === 'in' && /^(?:shares|stake)$/.test(tokens[from - 2]?.text ?? '')) ||
  /^(?:shares|shareholders)$/.test(tokens[to]?.text ?? '');
