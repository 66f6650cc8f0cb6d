import { firstEndingBehind, type Span, trim } from '../../span.ts';
import { GIVEN_NAMES } from '../lexicon/given-names.ts';
import { RUBRICS } from '../lexicon/rubrics.ts';
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

interface Ground {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly paragraphs: readonly Span[];
  /** The quotation in which each token lies; -1 for none. */
  readonly inQuotation: Int32Array;
  readonly people: readonly { readonly name: string }[];
}

/** Labels that make a transcript, at least; a single one is a headline, a caption or a rubric. */
const FEWEST = 3;
/** Words and marks before the colon, at most: "REP. ANA BELL (D-MA)". */
const LONGEST_LABEL = 9;

const LABEL = /^(?:Q|A|\p{Lu}[\p{Lu}\p{M}.'’-]+)(?:[ (][\p{Lu}\p{M}.,'’()-]+)*$/u;
/** `Q12 Chair` is how the papers of committees number their questions. */
const ASKS = /^(?:Q|QUESTION|INTERVIEWER|REPORTER|MODERATOR|Q\d{1,4}(?: .*)?)$/;
const ANSWERS = /^(?:A|ANSWER)$/;

/**
 * The turns of a transcript. It is one where three paragraphs or more begin with a label in capitals, or the full name of somebody, and a colon, and a
 * label comes again. A label that is nobody's name, and most of whose turns are questions, is the paper that asks, unless all of it stands in quotation
 * marks: then the paper quotes what others asked.
 */
export function findTurns(ground: Ground): Turn[] {
  const turns = labelled(ground, (label) => LABEL.test(label) || ASKS.test(label) || isFullName(ground, label));
  const byLabel = new Map<string, Turn[]>();
  for (const turn of turns) {
    // "Ana Bell:" at first and "AB:" later are one.
    const label = turn.person === null ? labelOf(ground, turn.label) : `${turn.person}`;
    const same = byLabel.get(label);
    if (same) same.push(turn);
    else byLabel.set(label, [turn]);
  }
  if (turns.length < FEWEST || byLabel.size === turns.length) return commentsIn(ground);
  const asking = new Set(
    [...byLabel].flatMap(([label, same]) =>
      same[0]!.by === 'NAME' &&
      same[0]!.person === null &&
      ground.inQuotation[same[0]!.label.from]! < 0 &&
      2 * same.filter((turn) => isQuestion(ground, turn)).length > same.length
        ? [label]
        : [],
    ),
  );
  // With one label alone, what has none is what the others say.
  const whole = byLabel.size > 1 ? withFollowing(ground, turns) : turns;
  return whole.map((turn) => (turn.person === null && asking.has(labelOf(ground, turn.label)) ? { ...turn, by: 'QUESTION' } : turn));
}

/** What a paragraph of speech begins and ends with; headings do not, nor what happens in the room, "(LAUGHTER)". */
const SPEECH = /^["“‘'«]?[\p{L}\p{N}$£€].*[.?!…—–-]["”’'»]*$/su;
/** Words of who speaks and who listens. What the paper tells in between has none, but in quotation marks. */
const SPEAKS = /^(?:i|me|my|mine|we|us|our|ours|you|your|yours)$/;

/** The turns, each with the paragraphs that follow up to the next one as far as they are speech: nobody else has begun. */
function withFollowing(ground: Ground, turns: readonly Turn[]): Turn[] {
  const { text, tokens, paragraphs, inQuotation } = ground;
  return turns.map((turn, i) => {
    const next = turns[i + 1];
    if (!next) return turn;
    const { from } = turn.words;
    let { to } = turn.words;
    const quotation = inQuotation[from]!;
    for (let at = firstEndingBehind(paragraphs, tokens[to - 1]!.start) + 1; at < paragraphs.length; at++) {
      const { start, end } = paragraphs[at]!;
      if (end > tokens[next.label.from]!.start || !SPEECH.test(text.slice(start, end))) break;
      const first = to;
      let last = first;
      while (last < tokens.length && tokens[last]!.start < end) last++;
      const goesOn = quotation >= 0 && inQuotation[last - 1] === quotation;
      if (!goesOn && !tokens.slice(first, last).some(({ lower }, k) => inQuotation[first + k]! < 0 && SPEAKS.test(lower))) break;
      to = last;
    }
    return { ...turn, words: { from, to: lastWord(tokens, from, to) } };
  });
}

/** How papers print whose comment follows: `Ana, 54, Ostley:`, `Ana Bell from Ostley:`. */
const COMMENTER =
  /^(?<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,2})(?:, \d{1,3})?(?:(?:,| from| in) \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)?$/u;

/** What readers write, where two paragraphs or more begin with a name, and an age or where they live. */
function commentsIn(ground: Ground): Turn[] {
  const isKnown = (name: string) => GIVEN_NAMES.has(name.split(' ')[0]!) || ground.people.some((person) => person.name === name);
  const comments = labelled(ground, (label) => / from |,/.test(label) && COMMENTER.test(label));
  const nameOf = ({ label }: Turn) => COMMENTER.exec(labelOf(ground, label))!.groups!.name!;
  if (comments.length < 2 || !comments.some((turn) => isKnown(nameOf(turn)))) return [];
  return comments.map((turn) => ({ ...turn, person: personNamed(ground, nameOf(turn)) }));
}

/** The person of a name. */
function personNamed({ people }: Ground, called: string): number | null {
  const index = people.findIndex(({ name }) => name === called);
  return index < 0 ? null : index;
}

const isQuestion = ({ tokens }: Ground, { words }: Turn): boolean => tokens[words.to - 1]!.text.endsWith('?');

const labelOf = ({ text, tokens }: Ground, { from, to }: Run): string => text.slice(tokens[from]!.start, tokens[to - 1]!.end);

/** What a line of a paragraph begins with for it to be a turn of its own, and the characters that are looked at. */
const BEGINS = /^\s*["“]?(?:Q|A|\p{Lu}[\p{Lu}\p{M}.'’-]+(?: [\p{Lu}\p{M}.'’-]+)*):\s/u;
const LOOKED_AT = 60;

/** The paragraphs, parted where a line begins with a label: in some papers question and answer have no blank line between them. */
const linesIn = ({ text, paragraphs }: Ground): Span[] =>
  paragraphs.flatMap(({ start, end }) => {
    const starts = [start];
    for (let line = text.indexOf('\n', start) + 1; line > 0 && line < end; line = text.indexOf('\n', line) + 1)
      if (BEGINS.test(text.slice(line, line + LOOKED_AT))) starts.push(line);
    return starts.map((from, i) => trim(text, { start: from, end: starts[i + 1] ?? end }));
  });

function labelled(ground: Ground, isLabel: (label: string) => boolean): Turn[] {
  const { tokens } = ground;
  const turns: Turn[] = [];
  let at = 0;
  for (const { start, end } of linesIn(ground)) {
    while (at < tokens.length && tokens[at]!.start < start) at++;
    let from = at;
    // In some papers the whole conversation stands in quotation marks.
    while (from < tokens.length && /^["“”'‘’]+$/.test(tokens[from]!.text)) from++;
    let colon = from;
    while (colon < tokens.length && colon - from <= LONGEST_LABEL && tokens[colon]!.text !== ':') colon++;
    if (colon === from || tokens[colon]?.text !== ':' || tokens[colon]!.end > end) continue;
    let to = colon + 1;
    while (to < tokens.length && tokens[to]!.start < end) to++;
    if (to === colon + 1) continue;
    const label = labelOf(ground, { from, to: colon });
    if (!isLabel(label) || RUBRICS.has(label.toLowerCase())) continue;
    turns.push({
      label: { from, to: colon },
      words: { from: colon + 1, to: lastWord(tokens, colon + 1, to) },
      by: ASKS.test(label) ? 'QUESTION' : ANSWERS.test(label) ? 'ANSWER' : 'NAME',
      person: personCalled(ground, label),
    });
  }
  return turns.filter(({ words }) => words.to > words.from);
}

const isFullName = ({ people }: Ground, label: string): boolean => people.some(({ name }) => name === label && name.includes(' '));

/** The letters with which the words of a name begin. */
const initialsOf = (name: string): string => (name.match(/(?<=^|[\s-])\p{Lu}/gu) ?? []).join('');

/** The only person whose name ends in a label's words, or is the label's without a title, "SEN. BELL", or whose initials it is. */
function personCalled({ people }: Ground, label: string): number | null {
  const words = label
    .toUpperCase()
    .replace(/\s*\(.*/, '')
    .split(' ');
  const called = people.flatMap(({ name }, i) => {
    const upper = ` ${name.toUpperCase()}`;
    return words.some((_, k) => upper.endsWith(` ${words.slice(k).join(' ')}`)) ? [i] : [];
  });
  if (called.length === 1) return called[0]!;
  const short = /^\p{Lu}{2,3}$/u.test(label) ? people.flatMap(({ name }, i) => (initialsOf(name) === label ? [i] : [])) : [];
  return called.length === 0 && short.length === 1 ? short[0]! : null;
}

/** The end of some tokens without the quotation marks that close the paragraph. */
function lastWord(tokens: readonly Token[], from: number, to: number): number {
  let last = to;
  while (last > from && /^["“”'‘’]+$/.test(tokens[last - 1]!.text)) last--;
  return last;
}
