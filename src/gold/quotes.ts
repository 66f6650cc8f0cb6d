import { contains, type Span } from '../span.ts';
import type { GoldMention, GoldQuote } from './article.ts';
import { attributionOf, chainOf } from './attribution.ts';
import { type Identities, identityOf } from './header.ts';
import { findQuoted, kindOf } from './marks.ts';
import { type Fail, spanOf, type Tag, written } from './tags.ts';

/** What quotes are read from. */
interface Marked {
  readonly text: string;
  /** In the order of reading. */
  readonly tags: readonly Tag[];
  readonly mentions: readonly GoldMention[];
  readonly headline: Span | null;
  readonly identities: Identities;
}

/** The quotes of a text. */
export function readQuotes({ text, tags, mentions, headline, identities }: Marked, fail: Fail): GoldQuote[] {
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
    const content = of('c').map(spanOf);
    const source = of('s').map(spanOf);
    const { act, by } = readFlags(of('c'), fail);
    const key = source.length > 0 ? sourceKey(text, of('s'), mentions, fail) : by;
    if (by && source.length > 0) fail(of('c')[0]!.at, 'by= is for a quote without a source');
    const speaker = key === null ? null : identityOf(key, of('s')[0] ?? of('c')[0]!, identities, fail);
    return {
      number,
      content,
      cue: of('v').map(spanOf),
      source,
      audience: of('a').map(spanOf),
      nested: nested.filter((inner) => content.some((outer) => contains(outer, inner))).map(spanOf),
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

/** Who a source is: its key; `-` for nobody; without either the mention that it consists of, `the` aside. */
function sourceKey(text: string, sources: readonly Tag[], mentions: readonly GoldMention[], fail: Fail): string | null {
  const [source] = sources;
  const [given, more] = sources.flatMap(({ words }) => words);
  if (more) fail(source!.at, `${written(source!)}: a source has one key`);
  if (given) return given === '-' ? null : given;
  const inside = mentions.filter((mention) => sources.some((one) => contains(one, mention)));
  const whole = inside.find(({ start, end }) => /^(?:the )?$/i.test(text.slice(source!.start, start)) && end === source!.end);
  if (!whole && inside.length > 0)
    fail(source!.at, `${written(source!)} holds mentions but no key; write whose source it is, or - for nobody`);
  return whole?.key ?? null;
}
