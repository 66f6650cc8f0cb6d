import { type Span, trim } from '../../span.ts';
import { RUBRICS } from '../lexicon/rubrics.ts';
import { textOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';

/** What one person says at a time where an interview or a hearing is printed as a transcript: `BELL: We won.`, `A: Yes.` */
export interface Turn {
  /** The words before the colon. */
  readonly label: Run;
  /** The words behind it, up to the end of the last paragraph of the turn. */
  readonly words: Run;
  /** `QUESTION` where the paper itself speaks, `ANSWER` where `A:` stands for whom it asks. */
  readonly by: 'QUESTION' | 'ANSWER' | 'NAME';
  /** Index of the person whose name the label is; null where the article does not tell. */
  readonly person: number | null;
}

/** What the search for labels looks at. */
export interface LabelGround {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly paragraphs: readonly Span[];
  readonly people: readonly { readonly name: string }[];
}

/** When something was said, in recordings: `[00:12]`, `(1:02:45)`. */
const TIME = String.raw`[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?`;
/** What stands before a label: marks, where the whole conversation stands in them, and the time. */
const BEFORE = new RegExp(String.raw`^["“”'‘’\s]*(?:${TIME}\s+(?:[-–—]\s+)?)?`);
/** A label with what sets it off: a colon, `Q.`, `A —`, or the time and the end of the line. */
const SET_OFF = new RegExp(String.raw`^(?<label>[^:\n]+?)\s*(?:${TIME}\s*(?::|\n)|:(?!\d))\s*|^(?<letter>[QA])(?:\.|\s?[—–-])\s+`);
/** Characters that are looked at, and words and marks of a label, at most: "REP. ANA BELL (D-MA)". */
const LOOKED_AT = 100;
const LONGEST_LABEL = 9;

const CAPITALS = /^(?:Q|A|\p{Lu}[\p{Lu}\p{M}.'’-]+)(?:[ (][\p{Lu}\p{M}.,'’()-]+)*$/u;
/** A name in small letters, with a title: `Mr. Dahl`, `Chair Strand`. */
const NAME = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,3}$/u;
/** `Q12 Chair` is how the papers of committees number their questions. */
const ASKS = /^(?:Q\.?|QUESTION|INTERVIEWER|REPORTER|MODERATOR|Q\d{1,4}(?: .*)?)$/i;
const ANSWERS = /^(?:A\.?|ANSWER)$/i;

/** Whether a label tells by itself that somebody speaks: in capitals, of question and answer, or the name of somebody in the article. */
export const isSpeaker = (ground: LabelGround, label: string): boolean =>
  CAPITALS.test(label) || ASKS.test(label) || ANSWERS.test(label) || isNamed(ground, label);

const isNamed = (ground: LabelGround, label: string): boolean => {
  const name = nameIn(label);
  return (
    ground.people.some((person) => person.name === name && name.includes(' ')) || (NAME.test(name) && personCalled(ground, name) !== null)
  );
};

/** Whether a label may be of somebody or a paper whom the article does not name otherwise: `Courier`. */
export const isName = (label: string): boolean => NAME.test(label);

/** `Ana Bell` of `Ana Bell (Ostley) (Ind)`, of `Ana Bell, host`. */
const nameIn = (label: string): string => label.replace(/\s*[(,].*/s, '');

/** What a line of a paragraph begins with for it to be a turn of its own. */
const BEGINS = /^\s*["“]?(?:Q|A|\p{Lu}[\p{Lu}\p{M}.'’-]+(?: [\p{Lu}\p{M}.'’-]+)*):\s/u;

/** The paragraphs, parted where a line begins with a label: in some papers question and answer have no blank line between them. */
const linesIn = ({ text, paragraphs }: LabelGround): Span[] =>
  paragraphs.flatMap(({ start, end }) => {
    const starts = [start];
    for (let line = text.indexOf('\n', start) + 1; line > 0 && line < end; line = text.indexOf('\n', line) + 1)
      if (BEGINS.test(text.slice(line, line + LOOKED_AT))) starts.push(line);
    return starts.map((from, i) => trim(text, { start: from, end: starts[i + 1] ?? end }));
  });

/** The paragraphs that begin with a label, as turns. */
export function labelled(ground: LabelGround, isLabel: (label: string) => boolean): Turn[] {
  const { text, tokens } = ground;
  const turns: Turn[] = [];
  let at = 0;
  const tokenFrom = (offset: number) => {
    while (at < tokens.length && tokens[at]!.start < offset) at++;
    return at;
  };
  for (const { start, end } of linesIn(ground)) {
    const shown = text.slice(start, Math.min(end, start + LOOKED_AT));
    const before = BEFORE.exec(shown)![0].length;
    const match = SET_OFF.exec(shown.slice(before));
    const { label = match?.groups?.letter } = match?.groups ?? {};
    if (!match || !label || RUBRICS.has(label.toLowerCase()) || !isLabel(label)) continue;
    const from = tokenFrom(start + before);
    const to = tokenFrom(start + before + label.length);
    const words = { from: tokenFrom(start + before + match[0].length), to: tokenFrom(end) };
    if (to === from || to - from > LONGEST_LABEL) continue;
    turns.push({
      label: { from, to },
      words: { from: words.from, to: lastWord(tokens, words.from, words.to) },
      by: ASKS.test(label) ? 'QUESTION' : ANSWERS.test(label) ? 'ANSWER' : 'NAME',
      person: personCalled(ground, label),
    });
  }
  return turns.filter(({ words }) => words.to > words.from);
}

/** The letters with which the words of a name begin. */
const initialsOf = (name: string): string => (name.match(/(?<=^|[\s-])\p{Lu}/gu) ?? []).join('');

/** The only person whose name ends in a label's words, or is the label's without a title, "SEN. BELL", or whose initials it is. */
function personCalled({ people }: LabelGround, label: string): number | null {
  const words = nameIn(label).toUpperCase().split(' ');
  const called = people.flatMap(({ name }, i) => {
    const upper = ` ${name.toUpperCase()}`;
    return words.some((_, k) => upper.endsWith(` ${words.slice(k).join(' ')}`)) ? [i] : [];
  });
  if (called.length === 1) return called[0]!;
  const letters = label.replaceAll('.', '');
  const short = /^\p{Lu}{2,3}$/u.test(letters) ? people.flatMap(({ name }, i) => (initialsOf(name) === letters ? [i] : [])) : [];
  return called.length === 0 && short.length === 1 ? short[0]! : null;
}

/** What happens in the room, before and behind what is said: `[gavel] Order.`, `Thank you. (APPLAUSE)` */
const ASIDE_BEFORE = /^[([][^()[\]\n]{1,40}[)\]]\s*/;
const ASIDE_BEHIND = /\s*[([][^()[\]\n]{1,40}[)\]]\.?$/;

/** The words of a turn without what happens in the room. */
export function spokenPart({ text, tokens }: Pick<LabelGround, 'text' | 'tokens'>, { from, to }: Run): Run {
  const said = textOf({ text, tokens }, { from, to });
  const start = tokens[from]!.start + (ASIDE_BEFORE.exec(said)?.[0].length ?? 0);
  const end = tokens[to - 1]!.end - (ASIDE_BEHIND.exec(said.slice(-LOOKED_AT))?.[0].length ?? 0);
  let [first, last] = [from, to];
  while (first < to && tokens[first]!.start < start) first++;
  while (last > from && tokens[last - 1]!.end > end) last--;
  return last > first ? { from: first, to: last } : { from, to };
}

/** The end of some tokens without the quotation marks that close the paragraph. */
export function lastWord(tokens: readonly Token[], from: number, to: number): number {
  let last = to;
  while (last > from && /^["“”'‘’]+$/.test(tokens[last - 1]!.text)) last--;
  return last;
}
