import type { Run } from '../words/runs.ts';
import { PART, type SourceGround } from './ground.ts';
import { endingAt, type MentionGround } from './mentions.ts';
import { withHeads } from './phrase.ts';

/**
 * What speaks where a participle hangs on it: "the report" of "The report, written for Ana Bell, says", "a letter" of "A letter seen by
 * the Courier suggests" and "the union" of "The union representing pilots says". Null where the source hangs on nothing of the kind.
 */
export function subjectBehind(ground: MentionGround, source: Run, cue: Run): Run | null {
  const { tokens, parts, quoted, sentenceAt } = ground;
  if (cue.from < source.to || sentenceAt[cue.from] !== sentenceAt[source.from] || quoted[source.from]) return null;
  if (tokens[cue.from]!.lower.endsWith('ing') || tokens[cue.from - 1]?.lower === 'to' || tokens[cue.from]!.lower === 'to') return null;
  const participle = participleBefore(ground, source.from);
  if (participle < 0) return null;
  const at = parts[participle - 1] === PART.ADV ? participle - 1 : participle;
  let before = cue.from - 1;
  while (before >= source.to && (parts[before] === PART.ADV || parts[before] === PART.AUX)) before--;
  const apart = tokens[at - 1]?.text === ',';
  // Set off by a comma it has to end with one; else the verb follows right behind.
  if (apart ? tokens[before]!.text !== ',' : before >= source.to) return null;
  const to = apart ? at - 1 : at;
  const head = endingAt(ground, to).find((mention) => mention.kind === 'noun' || mention.kind === 'name');
  if (!head || sentenceAt[head.from] !== sentenceAt[cue.from] || quoted[head.from]) return null;
  // "The Fund for Rivers organizing director Bell": what a bare participle stands behind is no more than that.
  const whole = participle < source.from - 1 ? withHeads(ground, head) : { from: head.from, to: head.to };
  return parts[whole.from - 1] === PART.ADP ? null : whole;
}

/** What a paper does with what it quotes, and somebody for it. */
const SEEN_BY = /^(?:examined|heard|obtained|read|reviewed|seen|viewed)$/;
const SHOWN_TO = /^(?:given|leaked|provided|sent|shown)$/;

/** "A memo" of "according to a memo seen by the Courier": who saw it is not who wrote it. Null for any other source. */
export function documentSeen(ground: MentionGround, source: Run, cue: Run): Run | null {
  const { tokens, parts } = ground;
  if (tokens[cue.from]!.lower !== 'according' || cue.to >= source.from - 2) return null;
  const [verb, by] = [tokens[source.from - 2]!.lower, tokens[source.from - 1]!.lower];
  if (!(by === 'by' && SEEN_BY.test(verb)) && !(by === 'to' && SHOWN_TO.test(verb)) && !(by === 'with' && verb === 'shared')) return null;
  const to = parts[source.from - 3] === PART.ADV ? source.from - 3 : source.from - 2;
  const head = endingAt(ground, to).find(({ kind }) => kind === 'noun' || kind === 'name');
  return head && head.from >= cue.to ? withHeads(ground, head) : null;
}

/** Where the participle stands that governs a phrase, with or without a preposition: "seen by", "living near", "representing"; negative where none does. */
function participleBefore({ tokens, parts }: SourceGround, from: number): number {
  const at = parts[from - 1] === PART.ADP || tokens[from - 1]?.lower === 'to' ? from - 2 : from - 1;
  if (parts[at] !== PART.VERB) return -1;
  const { lower } = tokens[at]!;
  const passive = at < from - 1 && /^(?:by|for|from|to)$/.test(tokens[from - 1]!.lower) && /(?:ed|en|wn|de|nt|ht|ld|rn)$/.test(lower);
  return passive || /ing$/.test(lower) ? at : -1;
}
