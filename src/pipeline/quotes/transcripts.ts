import { grouped } from '../../grouped.ts';
import { firstEndingBehind } from '../../span.ts';
import { GIVEN_NAMES } from '../lexicon/given-names.ts';
import { textOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { isName, isSpeaker, type LabelGround, labelled, lastWord, type Turn } from './labels.ts';
import { isProse, speaks } from './speech.ts';

interface Ground extends LabelGround {
  /** The quotation in which each token lies; -1 for none. */
  readonly inQuotation: Int32Array;
}

/** Labels that make a transcript, at least; a single one is a headline, a caption or a rubric. */
const FEWEST = 3;

/**
 * The turns of a transcript. It is one where three paragraphs or more begin with a label in capitals, or the name of somebody, and a colon, and a
 * label comes again. A label that is nobody's name, and most of whose turns are questions, is the paper that asks, unless all of it stands in quotation
 * marks: then the paper quotes what others asked.
 */
export function findTurns(ground: Ground): Turn[] {
  const turns = withAsking(
    ground,
    labelled(ground, (label) => isSpeaker(ground, label)).filter((turn) => !isQuoted(ground, turn)),
  );
  if (!turns.some((turn) => isSaid(ground, turn))) return commentsIn(ground);
  // "Ana Bell:" at first and "AB:" later are one.
  const byLabel = grouped(turns, ({ label, person }) => (person === null ? textOf(ground, label) : `${person}`));
  if (turns.length < FEWEST || byLabel.size === turns.length) return commentsIn(ground);
  const asking = new Set(
    [...byLabel].flatMap(([label, same]) =>
      same[0]!.by === 'NAME' && same[0]!.person === null && ground.inQuotation[same[0]!.label.from]! < 0 && asksMostly(ground, same)
        ? [label]
        : [],
    ),
  );
  // With one label alone, what has none is what the others say.
  const whole = byLabel.size > 1 ? withFollowing(ground, turns) : turns;
  return whole.map((turn) => (turn.person === null && asking.has(textOf(ground, turn.label)) ? { ...turn, by: 'QUESTION' } : turn));
}

/** The turns, each with the paragraphs that follow up to the next one as far as they are speech: nobody else has begun. */
function withFollowing(ground: Ground, turns: readonly Turn[]): Turn[] {
  const { tokens, paragraphs, inQuotation } = ground;
  return turns.map((turn, i) => {
    const next = turns[i + 1];
    if (!next) return turn;
    const { from } = turn.words;
    let { to } = turn.words;
    const quotation = inQuotation[from]!;
    for (let at = firstEndingBehind(paragraphs, tokens[to - 1]!.start) + 1; at < paragraphs.length; at++) {
      const { start, end } = paragraphs[at]!;
      let first = to;
      while (first < tokens.length && tokens[first]!.start < start) first++;
      let last = first;
      while (last < tokens.length && tokens[last]!.start < end) last++;
      const goesOn = quotation >= 0 && inQuotation[last - 1] === quotation;
      const words = { from: first, to: last };
      if (end > tokens[next.label.from]!.start || !isProse(ground, words) || !(goesOn || speaks(ground, words))) break;
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
  const comments = labelled(ground, (label) => / from |,/.test(label) && COMMENTER.test(label)).filter(({ words }) =>
    isWritten(ground, words),
  );
  const nameOf = ({ label }: Turn) => COMMENTER.exec(textOf(ground, label))!.groups!.name!;
  if (comments.length < 2 || !comments.some((turn) => isKnown(nameOf(turn)))) return [];
  return comments.map((turn) => ({ ...turn, person: personNamed(ground, nameOf(turn)) }));
}

/** Whether some words are more than a number or a name, as results have them: "Ana Bell, Ostley: 9.81". */
const isWritten = ({ tokens }: Ground, { from, to }: Run): boolean => tokens.slice(from, to).some(({ text }) => /^\p{Ll}{2}/u.test(text));

/** The person of a name. */
function personNamed({ people }: Ground, called: string): number | null {
  const index = people.findIndex(({ name }) => name === called);
  return index < 0 ? null : index;
}

/** The turns with those of whom the article names nowhere else, `Courier: Why?`, and who asks those whom it names. */
function withAsking(ground: Ground, turns: readonly Turn[]): Turn[] {
  if (!turns.some(({ person }) => person !== null)) return [...turns];
  const others = labelled(ground, (label) => isName(label) && !isSpeaker(ground, label));
  const labels = grouped(others, ({ label }) => textOf(ground, label));
  const asking = [...labels.values()].filter((same) => same.length > 1 && asksMostly(ground, same)).flat();
  return [...turns, ...asking].sort((a, b) => a.label.from - b.label.from);
}

/** Whether it is no line of a list, "Bell: 1,769", "Place: Ostley": a label in capitals, or a question, or words of who speaks and listens. */
const isSaid = (ground: Ground, turn: Turn): boolean =>
  !/\p{Ll}/u.test(textOf(ground, turn.label)) || turn.by !== 'NAME' || isQuestion(ground, turn) || speaks(ground, turn.words);

/** Whether a label in small letters announces words in quotation marks, which are read as anywhere else. */
function isQuoted(ground: Ground, { label, words }: Turn): boolean {
  const { inQuotation } = ground;
  const isOwn = inQuotation[words.from]! >= 0 && inQuotation[words.from] !== inQuotation[label.from];
  return isOwn && /\p{Ll}/u.test(textOf(ground, label));
}

const asksMostly = (ground: Ground, turns: readonly Turn[]): boolean =>
  2 * turns.filter((turn) => isQuestion(ground, turn)).length > turns.length;

const isQuestion = ({ tokens }: Ground, { words }: Turn): boolean => tokens[words.to - 1]!.text.endsWith('?');
