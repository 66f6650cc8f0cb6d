import { type Metadata, toStoredText } from '../document.ts';
import { QuotewireError } from '../errors.ts';
import type { Span } from '../span.ts';
import { type Attribution, attributionOf, chainOf } from './attribution.ts';
import { type Header, type Identity, type IdentityType, readHeader } from './header.ts';
import { findQuoted, kindOf } from './marks.ts';
import { type Fail, isBrace, readTags, type Tag, written } from './tags.ts';

/** An article annotated by hand. Every span counts UTF-16 units of `text`, which is what a reader stores. */
export interface GoldArticle {
  readonly id: string;
  readonly style: string;
  readonly url: string | null;
  readonly text: string;
  readonly metadata: Metadata;
  readonly headline: Span | null;
  readonly byline: Span | null;
  readonly dateline: Span | null;
  /** In the order of their numbers. */
  readonly quotes: readonly GoldQuote[];
  /** In the order of reading. */
  readonly mentions: readonly GoldMention[];
  readonly roles: readonly GoldRole[];
  /** Words in quotation marks, marks excluded, that are no quote: scare quotes, titles of works, nicknames. */
  readonly nonQuotes: readonly Span[];
  readonly identities: ReadonlyMap<string, Identity>;
}

export interface GoldQuote {
  readonly number: number;
  /** Without the outer quotation marks; one span for each unbroken stretch and paragraph. */
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly audience: readonly Span[];
  /** Quotes inside the content, which stay part of it. */
  readonly nested: readonly Span[];
  readonly kind: 'DIRECT' | 'MIXED' | 'INDIRECT';
  readonly act: 'SPEECH' | 'ATTITUDE';
  readonly region: 'BODY' | 'HEADLINE';
  readonly attribution: Attribution;
  readonly speakerKey: string | null;
  readonly speakerName: string | null;
  readonly speakerType: IdentityType | null;
  /** Whether the text gives a source, no document, whom it never names. */
  readonly unnamed: boolean;
  /** The mentions that lead from the source to the fullest name, source first. */
  readonly chain: readonly Span[];
}

export interface GoldMention extends Span {
  readonly key: string;
  readonly type: IdentityType;
  /** The identity's name, wherever and however this mention puts it. */
  readonly name: string | null;
  /** Whether it is a name or acronym, not words such as `the mayor`. */
  readonly isName: boolean;
}

export interface GoldRole extends Span {
  readonly personKey: string;
  readonly organizationKey: string | null;
  readonly countryKey: string | null;
}

/**
 * Reads an annotated article. samples/README.md explains the markup.
 * @throws QuotewireError naming file, line and column of bad markup.
 */
export function parseGold(file: string, source: string): GoldArticle {
  const stored = toStoredText(source);
  const fail: Fail = (at, problem) => {
    const before = stored.slice(0, at).split('\n');
    throw new QuotewireError('GOLD_MARKUP', `${file}:${before.length}:${before.at(-1)!.length + 1}: ${problem}.`);
  };
  const { id, style, url, metadata, identities, textStart } = readHeader(stored, fail);
  const { text, tags } = readTags(stored, textStart, fail);
  const named = (name: string) => tags.filter((tag) => tag.name === name);
  const only = (name: string) => {
    const [first, second] = named(name);
    if (second) fail(second.at, `a second <${name}>`);
    return first ? span(first) : null;
  };
  const headline = only('h');
  const mentions = readMentions(tags, identities, fail);
  checkLegend(identities, mentions, fail);
  return {
    id,
    style,
    url,
    text,
    metadata,
    headline,
    byline: only('by'),
    dateline: only('d'),
    quotes: readQuotes(text, tags, mentions, headline, identities, fail),
    mentions,
    roles: named('r').map((tag) => readRole(tag, identities, fail)),
    nonQuotes: named('x').map(span),
    identities,
  };
}

function readMentions(tags: readonly Tag[], identities: Header['identities'], fail: Fail): GoldMention[] {
  const mentions: GoldMention[] = [];
  for (const tag of tags.filter(isBrace)) {
    const { key, type, name } = identityOf(tag.words[0]!, tag, identities, fail);
    if (tag.start < (mentions.at(-1)?.end ?? 0)) fail(tag.at, `${written(tag)} lies inside another mention`);
    if (tag.name === '|' && name === null) fail(tag.at, `${written(tag)} is a name, but the legend has none for @${key}`);
    mentions.push({ ...span(tag), key, type, name, isName: tag.name === '|' });
  }
  return mentions;
}

/** A legend that knows more than its article would have a quote said by one whom its reader can't name. */
function checkLegend(identities: Header['identities'], mentions: readonly GoldMention[], fail: Fail): void {
  for (const { key, name } of identities.values()) {
    const own = mentions.filter((mention) => mention.key === key);
    if (name !== null && !own.some(({ isName }) => isName))
      fail(0, `@${key} has the name ${name}, but the text never names it with {${key}|`);
  }
}

function readRole(tag: Tag, identities: Header['identities'], fail: Fail): GoldRole {
  const [person, ...rest] = tag.words;
  const { org, country, ...unknown } = Object.fromEntries(rest.map((word) => word.split('=')));
  const [odd] = Object.keys(unknown);
  if (!person || odd) fail(tag.at, 'a role reads <r PERSON>, <r PERSON org=KEY> or <r PERSON org=KEY country=KEY>');
  const keyOf = (key: string | undefined) => (key === undefined ? null : identityOf(key, tag, identities, fail).key);
  return { ...span(tag), personKey: keyOf(person)!, organizationKey: keyOf(org), countryKey: keyOf(country) };
}

function readQuotes(
  text: string,
  tags: readonly Tag[],
  mentions: readonly GoldMention[],
  headline: Span | null,
  identities: Header['identities'],
  fail: Fail,
): GoldQuote[] {
  const contents = tags.filter(({ name }) => name === 'c');
  const nested = tags.filter(({ name }) => name === 'in');
  checkContents(contents, nested, fail);
  const numbers = [...new Set(contents.flatMap((tag) => tag.numbers))].sort((a, b) => a - b);
  for (const tag of tags) {
    const lost = tag.numbers.find((number) => !numbers.includes(number));
    if (lost !== undefined) fail(tag.at, `quote ${lost} has no content <c${lost}>`);
  }
  const quoted = findQuoted(text);
  const wrapped = contents.find((tag) => quoted.some(({ start, end }) => start === tag.start && end === tag.end));
  if (wrapped) fail(wrapped.at, `${written(wrapped)} holds its outer quotation marks; leave them outside`);
  return numbers.map((number) => {
    const of = (name: string) => tags.filter((tag) => tag.name === name && tag.numbers.includes(number));
    const content = of('c').map(span);
    const source = of('s').map(span);
    const { act, by } = readFlags(of('c'), fail);
    const key = source.length > 0 ? sourceKey(of('s'), mentions, fail) : by;
    if (by && source.length > 0) fail(of('c')[0]!.at, 'by= is for a quote without a source');
    const speaker = key === null ? null : identityOf(key, of('s')[0] ?? of('c')[0]!, identities, fail);
    return {
      number,
      content,
      cue: of('v').map(span),
      source,
      audience: of('a').map(span),
      nested: nested.filter((inner) => content.some((outer) => contains(outer, inner))).map(span),
      kind: kindOf(text, content, quoted),
      act,
      region: headline && contains(headline, content[0]!) ? 'HEADLINE' : 'BODY',
      attribution: attributionOf(text, source, speaker, mentions),
      speakerKey: key,
      speakerName: speaker?.name ?? null,
      speakerType: speaker?.type ?? null,
      unnamed: source.length > 0 && !speaker?.name && speaker?.type !== 'DOCUMENT',
      chain: chainOf(source, speaker, mentions),
    };
  });
}

/** Contents of two quotes never overlap: what is quoted inside a quote belongs to it. */
function checkContents(contents: readonly Tag[], nested: readonly Tag[], fail: Fail): void {
  let last: Tag | undefined;
  for (const tag of contents) {
    if (tag.numbers.length > 1) fail(tag.at, `${written(tag)}: content belongs to one quote`);
    if (last && tag.start < last.end) fail(tag.at, `${written(tag)} lies inside ${written(last)}; mark words quoted there as <in>`);
    last = tag;
  }
  const outside = nested.find((inner) => !contents.some((outer) => contains(outer, inner)));
  if (outside) fail(outside.at, '<in> outside the content of a quote');
}

function readFlags(contents: readonly Tag[], fail: Fail): { act: 'SPEECH' | 'ATTITUDE'; by: string | null } {
  const words = contents.flatMap((tag) => tag.words);
  const by = words.find((word) => word.startsWith('by='))?.slice(3) ?? null;
  const odd = words.find((word) => word !== 'attitude' && !word.startsWith('by='));
  if (odd) fail(contents[0]!.at, `unknown word ${odd} in ${written(contents[0]!)}; known are attitude and by=KEY`);
  return { act: words.includes('attitude') ? 'ATTITUDE' : 'SPEECH', by };
}

/** Who a source is: its key; `-` for nobody; without either the mention that it consists of. */
function sourceKey(sources: readonly Tag[], mentions: readonly GoldMention[], fail: Fail): string | null {
  const [source] = sources;
  const [given, more] = sources.flatMap(({ words }) => words);
  if (more) fail(source!.at, `${written(source!)}: a source has one key`);
  if (given) return given === '-' ? null : given;
  const inside = mentions.filter((mention) => sources.some((one) => contains(one, mention)));
  const whole = inside.find(({ start, end }) => start === source!.start && end === source!.end);
  if (!whole && inside.length > 0)
    fail(source!.at, `${written(source!)} holds mentions but no key; write whose source it is, or - for nobody`);
  return whole?.key ?? null;
}

function identityOf(key: string, tag: Tag, identities: Header['identities'], fail: Fail): Identity {
  return identities.get(key) ?? fail(tag.at, `unknown identity ${key} in ${written(tag)}; the legend has no @${key}`);
}

const span = ({ start, end }: Span): Span => ({ start, end });
const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;
