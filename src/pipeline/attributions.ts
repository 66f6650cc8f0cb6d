import { BETWEEN, CUES, PARTICIPLES, UNSAID, WITH_LISTENER } from './lexicon/cues.ts';
import type { Organization } from './organizations.ts';
import type { PersonMention } from './people.ts';
import type { Quotation } from './quotations.ts';
import type { Run } from './runs.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** A clause that reports: "Ana Bell told reporters on Monday". All its parts are ranges of tokens. */
export interface Attribution extends Run {
  readonly sentence: number;
  readonly cue: Run;
  /** The words for who it was; null where they are left out, as in ", adding that". */
  readonly source: Run | null;
  readonly audience: Run | null;
  readonly act: 'SPEECH' | 'ATTITUDE';
  /** Whether a clause may follow the cue without "that". */
  readonly bare: boolean;
  /** Whether the cue stands before its source: "said Bell". */
  readonly inverted: boolean;
}

/** What the search for clauses looks at. */
export interface Ground {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly personMentions: readonly PersonMention[];
  readonly organizationAt: ReadonlyMap<number, number>;
  readonly organizations: readonly Organization[];
}

const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'i', 'we']);
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const LONGEST_SOURCE = 10;

/** Which quotation each token lies in; -1 for none. */
export function quotationOf({ tokens, quotations }: Pick<Ground, 'tokens' | 'quotations'>): Int32Array {
  const inside = new Int32Array(tokens.length).fill(-1);
  let i = 0;
  for (const [index, { outer }] of quotations.entries()) {
    while (i < tokens.length && tokens[i]!.end <= outer.start) i++;
    for (; i < tokens.length && tokens[i]!.start < outer.end; i++) inside[i] = index;
  }
  return inside;
}

/** Finds the clauses that say who said something, sentence by sentence, outside quotation marks. */
export function findAttributions(ground: Ground): { attributions: Attribution[]; inQuotation: Int32Array } {
  const inQuotation = quotationOf(ground);
  const nameEnding = new Map(ground.personMentions.map((mention) => [mention.to - 1, mention]));
  const nameStarting = new Map(ground.personMentions.map((mention) => [mention.titleFrom, mention]));
  const attributions: Attribution[] = [];
  for (const [sentence, { from, to }] of ground.sentences.entries()) {
    for (let i = from; i < to; i++) {
      if (inQuotation[i]! >= 0) continue;
      const found =
        accordingTo(ground, i, to, nameStarting) ??
        participle(ground, i, from, to, inQuotation, nameStarting) ??
        verb(ground, i, from, to, inQuotation, nameEnding, nameStarting);
      if (!found || found.from < (attributions.at(-1)?.to ?? 0)) continue;
      attributions.push({ ...found, sentence });
      i = found.to - 1;
    }
  }
  return { attributions, inQuotation };
}

type Found = Omit<Attribution, 'sentence'>;
type Names = ReadonlyMap<number, PersonMention>;

function accordingTo(ground: Ground, i: number, to: number, names: Names): Found | null {
  const { tokens } = ground;
  if (tokens[i]!.lower !== 'according' || tokens[i + 1]?.lower !== 'to' || i + 2 >= to) return null;
  const source = nounPhraseFrom(ground, i + 2, to, names);
  return (
    source && { from: i, to: source.to, cue: { from: i, to: i + 2 }, source, audience: null, act: 'SPEECH', bare: true, inverted: true }
  );
}

/** ", adding that …": the words of whoever spoke before. */
function participle(ground: Ground, i: number, from: number, to: number, inQuotation: Int32Array, names: Names): Found | null {
  const { tokens } = ground;
  if (!PARTICIPLES.has(tokens[i]!.lower) || i === from || tokens[i - 1]!.text !== ',') return null;
  const next = tokens[i + 1];
  if (
    !next ||
    i + 1 >= to ||
    !(next.lower === 'that' || next.text === ':' || next.text === ',' || inQuotation[i + 1]! >= 0 || WITH_LISTENER.has(tokens[i]!.lower))
  )
    return null;
  const audience = WITH_LISTENER.has(tokens[i]!.lower) ? nounPhraseFrom(ground, i + 1, to, names) : null;
  return {
    from: i,
    to: audience?.to ?? i + 1,
    cue: { from: i, to: i + 1 },
    source: null,
    audience,
    act: 'SPEECH',
    bare: true,
    inverted: false,
  };
}

function verb(ground: Ground, i: number, from: number, to: number, inQuotation: Int32Array, ending: Names, starting: Names): Found | null {
  const { tokens } = ground;
  const cue = CUES.get(tokens[i]!.lower);
  if (!cue || !['VERB', 'AUX', 'PROPN', 'NOUN', 'ADJ'].includes(tokens[i]!.pos)) return null;
  if (!['VERB', 'AUX'].includes(tokens[i]!.pos) && !cue.bare) return null;
  let subjectEnd = i;
  while (subjectEnd > from && (BETWEEN.has(tokens[subjectEnd - 1]!.lower) || tokens[subjectEnd - 1]!.pos === 'ADV')) subjectEnd--;
  if (subjectEnd > from && UNSAID.has(tokens[subjectEnd - 1]!.lower)) return null;
  const before = subjectEnd > from ? subjectBefore(ground, subjectEnd - 1, from, inQuotation, ending) : null;
  const after = before ? null : subjectAfter(ground, i, from, to, inQuotation, starting);
  const source = before ?? after;
  if (!source) return null;
  const cueEnd = i + 1;
  const audience =
    WITH_LISTENER.has(tokens[i]!.lower) || tokens[cueEnd]?.lower === 'to' ? audienceAt(ground, cueEnd, to, inQuotation, starting) : null;
  return {
    from: Math.min(source.from, i),
    to: Math.max(cueEnd, after?.to ?? 0, audience?.to ?? 0),
    cue: { from: i, to: cueEnd },
    source,
    audience,
    act: cue.act,
    bare: cue.bare,
    inverted: after !== null,
  };
}

function audienceAt(ground: Ground, at: number, to: number, inQuotation: Int32Array, names: Names): Run | null {
  const { tokens } = ground;
  const from = tokens[at]?.lower === 'to' ? at + 1 : at;
  if (from >= to || inQuotation[from]! >= 0 || tokens[from]!.lower === 'that') return null;
  if (tokens[from]!.pos === 'PRON') return { from, to: from + 1 };
  return nounPhraseFrom(ground, from, to, names);
}

/** The subject that ends at token `end`, or before what is set off by commas or parentheses there. */
function subjectBefore(ground: Ground, end: number, from: number, inQuotation: Int32Array, names: Names): Run | null {
  const { tokens } = ground;
  const { text } = tokens[end]!;
  if (inQuotation[end]! >= 0) return null;
  if (text === ',' || text === ')') {
    const opener = text === ')' ? '(' : ',';
    for (let at = end - 1; at > from && end - at < 25; at--) {
      if (inQuotation[at]! >= 0) return null;
      if (tokens[at]!.text !== opener) continue;
      // ", a doctor, said": who it is stands before. A bare clause between commas belongs to something else.
      const name = names.get(at - 1);
      return name && (text === ')' || setsOff(tokens, at + 1)) ? { from: name.titleFrom, to: name.to } : null;
    }
    return null;
  }
  const name = names.get(end);
  if (name) return { from: name.titleFrom, to: name.to };
  if (SUBJECT_PRONOUNS.has(tokens[end]!.lower)) return { from: end, to: end + 1 };
  return nounPhraseTo(ground, end, from, inQuotation);
}

/** Whether words set off by commas say who somebody is, or "who …". */
const setsOff = (tokens: readonly Token[], from: number) =>
  /^(?:a|an|the|who|one|chief|president|director|head|former|his|her)$/i.test(tokens[from]!.text) ||
  ['PROPN', 'NUM', 'ADJ', 'NOUN'].includes(tokens[from]!.pos);

/** The subject behind a cue that follows what was said: "…," said Ana Bell. */
function subjectAfter(ground: Ground, i: number, from: number, to: number, inQuotation: Int32Array, names: Names): Run | null {
  const { tokens } = ground;
  const previous = tokens[i - 1];
  if (i === from || !previous || !(/^[,?!]$/.test(previous.text) || inQuotation[i - 1]! >= 0 || /^[”"’']$/.test(previous.text)))
    return null;
  if (i + 1 >= to || inQuotation[i + 1]! >= 0) return null;
  if (SUBJECT_PRONOUNS.has(tokens[i + 1]!.lower)) return { from: i + 1, to: i + 2 };
  return nounPhraseFrom(ground, i + 1, to, names);
}

/** The noun phrase that ends at a token: an organization, or words up to an article. */
function nounPhraseTo({ tokens, organizationAt }: Ground, end: number, from: number, inQuotation: Int32Array): Run | null {
  if (!['NOUN', 'PROPN'].includes(tokens[end]!.pos) && !organizationAt.has(end)) return null;
  let at = end;
  while (at > from && end - at < LONGEST_SOURCE && inQuotation[at - 1]! < 0) {
    const { pos, lower, text } = tokens[at - 1]!;
    if (pos === 'DET' || lower === 'his' || lower === 'her' || lower === 'their' || lower === 'its') {
      at--;
      break;
    }
    const links =
      text === '-' || /^['’]s$/.test(text) || (lower === 'of' && at - 2 >= from && ['NOUN', 'PROPN'].includes(tokens[at - 2]!.pos));
    if (!NOMINAL.has(pos) && !links && !organizationAt.has(at - 1)) break;
    at--;
  }
  return { from: at, to: end + 1 };
}

/** The noun phrase that begins at a token: a name with its title, an organization, or words up to the last noun. */
function nounPhraseFrom({ tokens, organizationAt }: Ground, from: number, to: number, names: Names): Run | null {
  const name = names.get(from) ?? (['DET'].includes(tokens[from]!.pos) ? names.get(from + 1) : undefined);
  if (name) return { from, to: name.to };
  let at = from;
  let last = -1;
  while (at < to && at - from < LONGEST_SOURCE) {
    const { pos, text, lower } = tokens[at]!;
    if (organizationAt.has(at) || pos === 'NOUN' || pos === 'PROPN') last = at;
    else if (lower === 'of' && last === at - 1 && last >= 0) {
      // "the head of state" goes on, "the minister on Monday" does not.
    } else if (
      !(pos === 'DET' && (at === from || tokens[at - 1]!.lower === 'of')) &&
      !NOMINAL.has(pos) &&
      pos !== 'PRON' &&
      text !== '-' &&
      !/^['’]s$/.test(text)
    )
      break;
    if (pos === 'PRON' && at > from) break;
    at++;
  }
  if (last < 0) return tokens[from]!.pos === 'PRON' ? { from, to: from + 1 } : null;
  return { from, to: last + 1 };
}
