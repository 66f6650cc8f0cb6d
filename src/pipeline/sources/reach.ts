import type { FeatureWriter } from '../../model/sequence.ts';
import type { Run } from '../words/runs.ts';
import { Features, partAt, step, wordAt } from './features.ts';
import { agreement } from './found-features.ts';
import { PART, type SourceGround } from './ground.ts';
import { KINDS, type Mention } from './mentions.ts';
import { type Heads, type Question, touching } from './question.ts';

/** Tokens that a mention may reach beyond its phrase, at most. */
const FARTHEST = 18;
/** Tokens before its phrase from which it may begin. */
const EARLIER = 4;

/** The salt of this model. */
const REACH = 3;

/**
 * How far a mention may reach: its phrase, a part of it, or with what hangs on it ("a spokesman for the council"), up to the cue or the
 * quote. Never over a comma or into a clause: what stands there is told from the whole (`apposed.ts`).
 */
export function reachesOf(ground: SourceGround, { parts: contents, cue }: Question, { from, to, kind }: Mention): Run[] {
  const { parts, sentenceAt, sentences } = ground;
  const sentence = sentences[sentenceAt[from]!]!;
  const nominal = kind === 'name' || kind === 'noun';
  const starts = new Set([from]);
  if (nominal) for (let at = from + 1; at < to; at++) if ([PART.PROPN, PART.NOUN, PART.ADJ].includes(parts[at]!)) starts.add(at);
  for (let at = from - 1; at >= Math.max(sentence.from, from - EARLIER) && !stops(ground, at); at--) starts.add(at);
  const ends = new Set([to]);
  if (nominal) for (let at = to - 1; at > from; at--) ends.add(at);
  let stop = sentence.to;
  for (const content of contents) if (content.from >= to) stop = Math.min(stop, content.from);
  if (cue && cue.from >= to) stop = Math.min(stop, cue.from);
  for (let at = to; at < Math.min(stop, to + FARTHEST) && !stops(ground, at); at++) {
    const closes = at + 1 >= stop || BOUNDARY.has(parts[at + 1]!) || stops(ground, at + 1);
    if (INNER.has(parts[at]!) && closes) ends.add(at + 1);
  }
  return [...starts].flatMap((first) => [...ends].filter((end) => first < end).map((end) => ({ from: first, to: end })));
}

const set = (...parts: string[]): ReadonlySet<number> => new Set(parts.map((part) => PART[part]!));
const INNER = set('NOUN', 'PROPN', 'NUM', 'PRON', 'ADJ', 'ADV');
const BOUNDARY = set('ADP', 'CCONJ', 'SCONJ', 'VERB', 'AUX', 'PRON', 'DET', 'PUNCT', 'PART', 'ADV');

/** Whether a shortest mention ends before a token. */
export const stops = ({ tokens }: SourceGround, at: number): boolean =>
  /^(?:[,;:.!?"“”()[\]—–]|--|who|whose|which|where|when|as|while|because|although|though|if|until)$/.test(tokens[at]?.text ?? '.');

/** Writes the features of each reach. */
export function describeReaches(
  ground: SourceGround,
  { sourceLike }: Heads,
  { parts: contents, cue, rule }: Question,
  mention: Mention,
  reaches: readonly Run[],
  writer: FeatureWriter,
): void {
  const { tokens } = ground;
  const kind = KINDS.indexOf(mention.kind) + 1;
  const like = touching(sourceLike, mention);
  const side = !cue ? 0 : mention.to <= cue.from ? 1 : 2;
  const meets = (at: number) => {
    if (cue && at === cue.from) return 1;
    if (contents.some(({ from }) => from === at)) return 2;
    if (cue && tokens[at]?.text === ',' && at + 1 === cue.from) return 3;
    return stops(ground, at) ? 4 : 0;
  };
  const features = new Features(writer);
  for (const { from, to } of reaches) {
    features.begin(REACH);
    const starts = from < mention.from ? 1 : from > mention.from ? 2 : 3;
    const ends = to < mention.to ? 1 : to === mention.to ? 2 : 3;
    const next = meets(to);
    let shape = 0;
    for (let at = mention.to; at < to && at < mention.to + 7; at++) {
      const part = partAt(ground, at);
      shape = Math.imul(shape, 31) + (part === PART.ADP || part === PART.CCONJ ? wordAt(ground, at) : part);
    }
    const cutWord = from > mention.from ? wordAt(ground, from - 1) : from < mention.from ? wordAt(ground, from) : 0;
    const cutCase = from > mention.from && /^\p{Ll}/u.test(tokens[from - 1]!.text) ? 1 : 0;
    features.add(1, starts, cutWord);
    features.add(2, starts, kind, from > mention.from ? partAt(ground, from - 1) : 0);
    features.add(3, partAt(ground, from - 1), partAt(ground, from));
    features.add(4, wordAt(ground, from), starts);
    features.add(5, wordAt(ground, from - 1), from - mention.from);
    features.add(6, wordAt(ground, from - 1), wordAt(ground, from));
    features.add(7, ends);
    features.add(8, ends, kind);
    features.add(9, ends, next, side);
    features.add(10, ends, wordAt(ground, to));
    features.add(11, partAt(ground, to - 1), partAt(ground, to));
    features.add(12, wordAt(ground, to - 1), ends);
    features.add(13, ends, partAt(ground, to), partAt(ground, to + 1));
    features.add(14, shape);
    features.add(15, shape, next);
    features.add(16, step(to - mention.to), next);
    features.add(17, ends, step(Math.max(0, to - mention.to)));
    features.add(18, kind, side, ends);
    features.add(19, wordAt(ground, mention.to), ends);
    features.add(20, starts, cutCase, partAt(ground, from));
    features.add(21, ground.namedAt[from]!, ground.namedAt[from - 1] ?? 9, starts);
    features.add(22, ground.namedAt[to - 1]!, ground.namedAt[to] ?? 9, ends);
    const tagged = like ? agreement({ from, to }, like) : 0;
    const ruled = rule ? agreement({ from, to }, rule.source) : 0;
    features.add(23, tagged, kind);
    features.add(24, tagged, starts, ends);
    features.add(25, ruled, rule?.form ?? 0);
    features.add(26, tagged, ruled);
    features.end();
  }
}
