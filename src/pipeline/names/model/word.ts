import { hashText } from '../../../model/hash.ts';
import { perObject } from '../../../model/per-object.ts';
import type { Slotted } from '../../../model/word-sums.ts';
import type { WordClasses } from '../../words/word-classes.ts';
import { WordMemo } from '../../words/word-memo.ts';
import { longer, type NameLists, type NameWords } from './lists.ts';

/** What is known of words, apart from the article. */
export interface NameKnowledge {
  readonly classes: WordClasses;
  readonly lists: NameLists;
  readonly words: NameWords;
}

/** What a word tells wherever it stands. */
export interface NameWord extends Slotted {
  /** Hash of the word in small letters; digits count as one. */
  readonly hash: number;
  /** Hashes of the last two, three and four letters, and of the first one to four. */
  readonly suffixes: readonly [number, number, number];
  readonly prefixes: readonly [number, number, number, number];
  /** Capitals, small letters, digits and marks, of each kind at most two in a row; and in full. */
  readonly shape: number;
  readonly form: number;
  /** Its class of words of like meaning. */
  readonly classes: number;
  /** What vectors tell of it, −1 for nothing. */
  readonly kinds: number;
  /** The lists that hold it. */
  readonly lists: number;
  /** Whether it begins with a capital, with a small letter, with a digit. */
  readonly capital: boolean;
  readonly small: boolean;
  readonly number: boolean;
  /** Whether it begins with a capital and goes on in small letters. */
  readonly mixed: boolean;
  /** Whether it has two letters in a row, and whether none of its letters is small. */
  readonly letters: boolean;
  readonly shouted: boolean;
  /** Whether a name may be made of it: a capital anywhere, or a letter behind a digit. */
  readonly live: boolean;
  /** Whether it tells of sport. */
  readonly sport: boolean;
}

/** The words that were asked about before, with this knowledge of them. */
export const wordsOf = perObject((knowledge: NameKnowledge) => new WordMemo((text, slot) => wordOf(text, slot, knowledge)));

function wordOf(text: string, slot: number, { classes, lists, words }: NameKnowledge): NameWord {
  const lower = text.toLowerCase();
  const hash = hashText(lower.replace(/\d/g, '9'));
  return {
    slot,
    hash,
    suffixes: [hashText(lower.slice(-2)), hashText(lower.slice(-3)), hashText(lower.slice(-4))],
    prefixes: [hashText(lower.slice(0, 1)), hashText(lower.slice(0, 2)), hashText(lower.slice(0, 3)), hashText(lower.slice(0, 4))],
    shape: shapeOf(text, 2),
    form: shapeOf(text, 24),
    classes: classes.get(hash) ?? classes.get(hashText(lower)) ?? 0,
    kinds: words.get(hash) ?? -1,
    lists: lists.get(longer(0, hash)) ?? 0,
    capital: /^\p{Lu}/u.test(text),
    small: /^\p{Ll}/u.test(text),
    number: /^\d/.test(text),
    mixed: /^\p{Lu}.*\p{Ll}/u.test(text),
    letters: /\p{L}{2}/u.test(text),
    shouted: !/\p{Ll}/u.test(text),
    live: /[\p{Lu}]|\d\p{L}/u.test(text),
    sport: SPORT.has(lower),
  };
}

/** Words that tell of sport. */
const SPORT: ReadonlySet<string> = new Set(
  `ball baseball basketball batsman beat beaten bowled bowler boxing champion champions championship championships club coach cricket cup cycling defeated
  defender division draw drew final finals fixture football game games goal goalkeeper goals golf halftime hockey innings inning league match matches medal
  midfielder nba nfl nhl olympic playoff playoffs player players pitcher premiership quarterfinal quarterfinals race races referee result results round rugby
  runs scored scorer scorers season seed seeded semifinal semifinals set soccer standings striker team teams tennis title tournament wicket wickets win wins
  winner won`.split(/\s+/),
);

/** Capitals, small letters, digits and marks in the order in which they stand, of each kind at most `most` in a row. */
function shapeOf(text: string, most: number): number {
  let shape = 1;
  let [last, run] = [-1, 0];
  for (let i = 0; i < text.length && i < 24; i++) {
    const kind = kindOf(text, i);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= most) shape = Math.imul(shape, 31) + kind;
  }
  return shape;
}

function kindOf(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= 48 && code <= 57) return 3;
  return code <= 191 ? code : /\p{Lu}/u.test(text[i]!) ? 2 : 1;
}
