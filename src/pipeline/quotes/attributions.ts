import { type Quotation, quotationOf } from '../layout/quotations.ts';
import { BETWEEN, CUES, NAMING, PARTICIPLES, UNSAID, WITH_LISTENER } from '../lexicon/cues.ts';
import { isTitle } from '../lexicon/titles.ts';
import { agedBefore } from '../names/aged.ts';
import { type PhraseGround, phraseFrom, phraseTo } from '../names/noun-phrases.ts';
import type { Organization } from '../names/organizations.ts';
import { type PersonMention, personEnding } from '../names/people.ts';
import { isPossessive } from '../words/grammar.ts';
import type { Run } from '../words/runs.ts';
import type { Sentence } from '../words/sentences.ts';
import { beforeTime } from '../words/times.ts';
import type { Token } from '../words/tokens.ts';
import { isManner } from './manner.ts';

/**
 * "Bell said"; "said Bell"; "according to Bell" and others that lead a sentence; "called it", whose content can only be words in
 * quotation marks; ", adding"; "Bell:".
 */
type Form = 'TAGGED' | 'VERB' | 'INVERTED' | 'LEADING' | 'NAMING' | 'PARTICIPLE' | 'COLON';

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
  readonly form: Form;
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

type Found = Omit<Attribution, 'sentence'>;

const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'someone', 'somebody']);
const SPOKEN = { act: 'SPEECH', audience: null, bare: true } as const;

/** Finds the clauses that say who said something, sentence by sentence, outside quotation marks. */
export function findAttributions(ground: Ground): { attributions: Attribution[]; inQuotation: Int32Array } {
  const inQuotation = quotationOf(ground);
  const phrases: PhraseGround = { ...ground, inQuotation, nameStarting: namesStarting(ground) };
  const attributions: Attribution[] = [];
  for (const [sentence, { from, to }] of ground.sentences.entries()) {
    for (let i = from; i < to; i++) {
      if (inQuotation[i]! >= 0) continue;
      const found =
        accordingTo(phrases, i, to) ??
        inWordsOf(phrases, i, to) ??
        nameAndColon(phrases, i, from, to) ??
        participle(phrases, i, from, to) ??
        verb(phrases, i, from, to);
      if (!found || found.from < (attributions.at(-1)?.to ?? 0)) continue;
      attributions.push({ ...found, sentence });
      i = found.to - 1;
    }
  }
  return { attributions, inQuotation };
}

/** The mentions of people by the tokens that they begin with. */
export const namesStarting = ({ personMentions }: Pick<Ground, 'personMentions'>): PhraseGround['nameStarting'] =>
  new Map(personMentions.map((mention) => [mention.titleFrom, mention]));

function accordingTo(ground: PhraseGround, i: number, to: number): Found | null {
  const { tokens } = ground;
  if (tokens[i]!.lower !== 'according' || tokens[i + 1]?.lower !== 'to' || i + 2 >= to || isManner(tokens, i)) return null;
  const source = phraseFrom(ground, i + 2, to);
  const own = source && named(ground, source, to);
  return own && { ...SPOKEN, from: i, to: own.to, cue: { from: i, to: i + 2 }, source: own, form: 'LEADING' };
}

/** "In Bell's words, …", "in the words of Bell, …". */
function inWordsOf(ground: PhraseGround, i: number, to: number): Found | null {
  const { tokens, nameStarting } = ground;
  if (tokens[i]!.lower !== 'in') return null;
  const at = (offset: number) => tokens[i + offset]?.lower;
  if (at(1) === 'the' && at(2) === 'words' && at(3) === 'of' && i + 4 < to) {
    const source = phraseFrom(ground, i + 4, to);
    return source && { ...SPOKEN, from: i, to: source.to, cue: { from: i, to: i + 4 }, source, form: 'LEADING' };
  }
  if (/^(?:his|her)$/.test(at(1) ?? '') && at(2) === 'words') {
    return { ...SPOKEN, from: i, to: i + 3, cue: { from: i + 2, to: i + 3 }, source: { from: i + 1, to: i + 2 }, form: 'LEADING' };
  }
  const name = nameStarting.get(i + 1);
  if (!name || !isPossessive(tokens[name.to]) || tokens[name.to + 1]?.lower !== 'words') return null;
  const cue = { from: name.to + 1, to: name.to + 2 };
  return { ...SPOKEN, from: i, to: cue.to, cue, source: { from: name.titleFrom, to: name.to }, form: 'LEADING' };
}

/** A mark that reports, with the source beside it: `Bell: "…"`, `"…" — Bell`. */
export const byMark = (cue: Run, source: Run): Found => ({
  ...SPOKEN,
  from: Math.min(cue.from, source.from),
  to: Math.max(cue.to, source.to),
  cue,
  source,
  bare: false,
  form: 'COLON',
});

/** `Bell: "…"` where a sentence or a part of a headline begins; the colon is the cue. */
function nameAndColon({ tokens, nameStarting, inQuotation }: PhraseGround, i: number, from: number, to: number): Found | null {
  const name = i === from || tokens[i - 1]!.text === ';' ? nameStarting.get(i) : undefined;
  if (!name || tokens[name.to]?.text !== ':' || name.to + 1 >= to || inQuotation[name.to + 1]! < 0) return null;
  return byMark({ from: name.to, to: name.to + 1 }, { from: i, to: name.to });
}

/** ", adding that …": the words of whoever spoke before, or of the sentence's subject. */
function participle(ground: PhraseGround, i: number, from: number, to: number): Found | null {
  const { tokens, inQuotation } = ground;
  const { lower } = tokens[i]!;
  const next = tokens[i + 1];
  if (!PARTICIPLES.has(lower) || i === from || tokens[i - 1]!.text !== ',' || !next || i + 1 >= to) return null;
  const begins = next.lower === 'that' || next.text === ':' || next.text === ',' || inQuotation[i + 1]! >= 0;
  if (!begins && !WITH_LISTENER.has(lower) && next.lower !== 'later') return null;
  const audience = WITH_LISTENER.has(lower) ? audienceAt(ground, i + 1, to) : null;
  return { ...SPOKEN, from: i, to: audience?.to ?? i + 1, cue: { from: i, to: i + 1 }, source: null, audience, form: 'PARTICIPLE' };
}

function verb(ground: PhraseGround, i: number, from: number, to: number): Found | null {
  const { tokens } = ground;
  const { lower, pos } = tokens[i]!;
  const naming = NAMING.has(lower);
  const cue = CUES.get(lower) ?? (naming || isInscribed(tokens, i) ? { act: 'SPEECH' as const, bare: false } : undefined);
  if (!cue || !['VERB', 'AUX', 'PROPN', 'NOUN', 'ADJ'].includes(pos)) return null;
  if (!['VERB', 'AUX'].includes(pos) && !cue.bare && !isTag(tokens, i)) return null;
  // "Families told to boil their water": told by somebody else.
  if (/^(?:told|asked|urged|warned|advised)$/.test(lower) && tokens[i + 1]?.lower === 'to') return null;
  let subjectEnd = i;
  while (subjectEnd > from && (BETWEEN.has(tokens[subjectEnd - 1]!.lower) || tokens[subjectEnd - 1]!.pos === 'ADV')) subjectEnd--;
  if (subjectEnd > from && UNSAID.has(tokens[subjectEnd - 1]!.lower)) return null;
  const before = subjectEnd > from ? subjectBefore(ground, beforeTime(tokens, subjectEnd - 1, from), from) : null;
  const after = before || naming ? null : subjectAfter(ground, i, from, to);
  const source = before ?? after;
  if (!source || (naming && !canName(ground, source))) return null;
  const listener = WITH_LISTENER.has(lower) || tokens[i + 1]?.lower === 'to';
  const audience = listener && !after ? audienceAt(ground, i + 1, to) : null;
  return {
    from: Math.min(before ? titleOf(ground, before, from) : source.from, i),
    to: Math.max(i + 1, after?.to ?? 0, audience?.to ?? 0),
    cue: { from: i, to: i + 1 },
    source,
    audience,
    act: cue.act,
    bare: cue.bare || (audience !== null && lower.startsWith('re')),
    form: after ? 'INVERTED' : naming ? 'NAMING' : 'VERB',
  };
}

/**
 * Where a clause behind what was said begins: with what its subject is called before the comma, "his widow" of `"He was kind," his widow, Ana Bell, said`, "the clerk" of
 * "The vote is off, the clerk, Rob Wills, said".
 */
function titleOf(ground: PhraseGround, { from: source, to }: Run, from: number): number {
  const { tokens, inQuotation, nameStarting, organizationAt } = ground;
  if (source - 2 <= from || tokens[source - 1]!.text !== ',' || inQuotation[source - 2]! >= 0) return source;
  const title = phraseTo(ground, source - 2, from);
  if (!title || title.from - 1 <= from) return source;
  const mark = title.from - 1;
  const isApposed = (nameStarting.has(source) || organizationAt.has(source)) && tokens[to]?.text === ',';
  if (tokens[mark]!.text === ',' && isApposed && isDeterminer(tokens[title.from]!)) return title.from;
  if (!(inQuotation[mark]! >= 0 || /^["”’']+$/.test(tokens[mark]!.text))) return source;
  // `The "cheap" option, our correspondent said`: the quotation is no sentence.
  return [mark, mark - 1, mark - 2].some((at) => /^[,.?!…]/.test(tokens[at]?.text ?? '')) ? title.from : source;
}

const isDeterminer = ({ lower }: Token): boolean => /^(?:an?|the|one|his|her|its|their)$/.test(lower);

/** Whether what has been quoted stands on something: `"Keep out," read a sign`. */
const isInscribed = (tokens: readonly Token[], i: number) =>
  /^(?:read|reads|ran)$/.test(tokens[i]!.lower) &&
  /^["”’']+$/.test(tokens[i - 1]?.text ?? '') &&
  /^(?:a|an|the|one|another|his|her|their|its)$/.test(tokens[i + 1]?.lower ?? '');

/** Whether "he fumed" stands behind a closing mark: whatever the verb looks like, it reports. */
const isTag = (tokens: readonly Token[], i: number) =>
  SUBJECT_PRONOUNS.has(tokens[i - 1]?.lower ?? '') && /^["”’']+$/.test(tokens[i - 2]?.text ?? '');

/** Whether a source can call a thing something: not that of "a mural called “Tides”". */
function canName({ tokens, organizationAt, personMentions }: PhraseGround, { to }: Run): boolean {
  const { lower } = tokens[to - 1]!;
  return (
    SUBJECT_PRONOUNS.has(lower) ||
    /^(?:them|us)$/.test(lower) ||
    personEnding(personMentions, to) !== undefined ||
    organizationAt.has(to - 1) ||
    isTitle(lower)
  );
}

function audienceAt(ground: PhraseGround, at: number, to: number): Run | null {
  const { tokens, inQuotation } = ground;
  const from = tokens[at]?.lower === 'to' ? at + 1 : at;
  if (from >= to || inQuotation[from]! >= 0 || tokens[from]!.lower === 'that') return null;
  const owns = /^(?:his|her|their|its|our|my)$/.test(tokens[from]!.lower) && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[from + 1]?.pos ?? '');
  if (tokens[from]!.pos === 'PRON' && !owns) return { from, to: from + 1 };
  return phraseFrom(ground, from, to);
}

/** The longest apposition, in tokens. */
const LONGEST_APPOSITION = 25;

/** The subject that ends at token `end`, or before what is set off by commas or parentheses there. */
function subjectBefore(ground: PhraseGround, end: number, from: number): Run | null {
  const { tokens, inQuotation } = ground;
  const { text, lower } = tokens[end]!;
  if (inQuotation[end]! >= 0) return null;
  if (text === ',' || text === ')') return subjectSetOff(ground, end, from);
  if (SUBJECT_PRONOUNS.has(lower)) return { from: end, to: end + 1 };
  if (/^(?:them|us)$/.test(lower) && end - 2 >= from && tokens[end - 1]!.lower === 'of') return { from: end - 2, to: end + 1 };
  return phraseTo(ground, end, from);
}

/** Of "Ana Bell, a doctor, mayor since May, said" the name; of "the mayor, Ana Bell, said" the name too. */
function subjectSetOff(ground: PhraseGround, end: number, from: number): Run | null {
  const { tokens, inQuotation, personMentions } = ground;
  const opener = tokens[end]!.text === ')' ? '(' : ',';
  const inner = opener === ',' ? personEnding(personMentions, end) : undefined;
  if (inner && tokens[inner.titleFrom - 1]?.text === ',') {
    const { titleFrom, to } = agedBefore(tokens, personMentions, from, inner.titleFrom) ?? inner;
    return { from: titleFrom, to };
  }
  const body = opener === ',' ? organizationEnding(ground, end) : null;
  if (body && isCalled(tokens, body.from - 1)) return body;
  for (let at = end - 1; at > from && end - at < LONGEST_APPOSITION; at--) {
    if (inQuotation[at]! >= 0) return null;
    if (tokens[at]!.text !== opener) continue;
    // A bare clause between commas belongs to something else.
    if (opener === ',' && !setsOff(tokens, at + 1)) return null;
    const name = personEnding(personMentions, at);
    if (name) return { from: name.titleFrom, to: name.to };
    // "The Harbour Board (HB) said".
    if (opener === '(') return isShort(ground, at, end) ? phraseTo(ground, at - 1, from) : null;
    // "A foreman at the pier, who asked not to be named, said".
    const somebody = /^(?:who|whose|speaking)$/.test(tokens[at + 1]!.lower) ? phraseTo(ground, at - 1, from) : null;
    if (somebody) return somebody;
  }
  return null;
}

/** Words of what somebody is called, at most: "his former employer". */
const LONGEST_TITLE = 4;

/** Whether words like "his employer" stand before a comma. */
function isCalled(tokens: readonly Token[], comma: number): boolean {
  if (tokens[comma]?.text !== ',') return false;
  for (let at = comma - 1; at >= 0 && comma - at <= LONGEST_TITLE; at--) {
    if (isDeterminer(tokens[at]!)) return at < comma - 1;
    if (!/^(?:ADJ|NOUN)$/.test(tokens[at]!.pos)) return false;
  }
  return false;
}

/** The name of an organization that ends before a token: "his employer, Norland Power, confirmed". */
function organizationEnding({ organizationAt }: PhraseGround, end: number): Run | null {
  const which = organizationAt.get(end - 1);
  if (which === undefined) return null;
  let from = end - 1;
  while (organizationAt.get(from - 1) === which) from--;
  return { from, to: end };
}

/** Whether the one word in brackets is what the organization before them is called for short. */
const isShort = ({ organizationAt }: PhraseGround, open: number, close: number) =>
  close - open === 2 && organizationAt.has(open - 1) && organizationAt.get(open - 1) === organizationAt.get(open + 1);

/** Whether words set off by commas say who somebody is, or "who …". */
const setsOff = (tokens: readonly Token[], from: number) =>
  /^(?:a|an|the|who|whose|which|where|one|chief|president|director|head|former|his|her|its|their|speaking)$/i.test(tokens[from]!.text) ||
  ['PROPN', 'NUM', 'ADJ', 'NOUN'].includes(tokens[from]!.pos);

/** The subject behind a cue that follows what was said: "…," said Ana Bell. */
function subjectAfter(ground: PhraseGround, i: number, from: number, to: number): Run | null {
  const { tokens, inQuotation } = ground;
  const previous = tokens[i - 1];
  if (i === from || !previous || i + 1 >= to || inQuotation[i + 1]! >= 0) return null;
  const quoted = inQuotation[i - 1]! >= 0 || /^[”"’']$/.test(previous.text) || (i - 2 >= 0 && inQuotation[i - 2]! >= 0);
  const says = /^[,?!]$/.test(previous.text) && /^(?:said|says)$/.test(tokens[i]!.lower);
  const inserts = previous.text === ',' && INSERTED.test(tokens[i]!.lower);
  if (!quoted && !says && !inserts) return null;
  if (SUBJECT_PRONOUNS.has(tokens[i + 1]!.lower)) return quoted || says ? { from: i + 1, to: i + 2 } : null;
  const subject = phraseFrom(ground, i + 1, to);
  if (!quoted && !says && !(subject && personEnding(ground.personMentions, subject.to) && closeOf(tokens, subject.to, to) < to))
    return null;
  return subject && named(ground, subject, to);
}

/** Verbs that stand with their subject in the midst of what is said: "Prices, warned Bell, would rise". */
const INSERTED =
  /^(?:add|admit|argue|complain|concede|explain|insist|joke|lament|note|observe|recall|reckon|remark|suggest|warn)(?:s|e?d|ted|led)$|^(?:argued|conceded|noted|joked|admitted)$|^(?:writes|wrote)$/;

/** Tokens of what stands behind a name before the next comma, at most: "of the Ostley Water Board". */
const LONGEST_BEHIND = 8;

/**
 * The comma that ends a clause whose name ends before a token, behind what the name is of and who they are: that behind "a teacher" of ", says Ana Bell of Ostley, a teacher, ". The
 * end of the sentence where there is none.
 */
export function closeOf(tokens: readonly Token[], from: number, end: number): number {
  const isPhrase = ({ pos, lower }: Token) => /^(?:ADJ|ADP|DET|NOUN|NUM|PROPN)$/.test(pos) || lower === 'and' || /^['’]s?$/.test(lower);
  const commaFrom = (begins: number) => {
    let at = begins;
    while (at < end && at - begins < LONGEST_BEHIND && isPhrase(tokens[at]!)) at++;
    return tokens[at]?.text === ',' && at < end ? at : end;
  };
  const hangs = /^(?:at|from|of)$/.test(tokens[from]?.lower ?? '');
  const comma = hangs ? commaFrom(from) : tokens[from]?.text === ',' ? from : end;
  if (comma >= end || !isDeterminer(tokens[comma + 1] ?? tokens[comma]!)) return comma;
  const second = commaFrom(comma + 1);
  return second < end ? second : comma;
}

/** The name that a title before it announces: "the captain, Ana Bell,". */
function named({ tokens, nameStarting }: PhraseGround, phrase: Run, to: number): Run {
  const name = tokens[phrase.to]?.text === ',' ? nameStarting.get(phrase.to + 1) : undefined;
  const ends = name && (name.to >= to || /^[,.;:]$/.test(tokens[name.to]!.text));
  return ends && isTitle(tokens[phrase.to - 1]!.lower) ? { from: name.titleFrom, to: name.to } : phrase;
}
