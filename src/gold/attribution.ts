import { contains, type Span } from '../span.ts';
import type { Identity } from './header.ts';

/** How the text beside a quote puts who said it. */
export type Attribution = 'NAME' | 'SURNAME' | 'TITLE' | 'PRONOUN' | 'ELLIPSIS' | 'ORGANIZATION' | 'UNNAMED' | 'NONE';

interface Mention extends Span {
  readonly key: string;
  readonly isName: boolean;
}

const PRONOUN = /^(?:I|we|you|he|she|it|they|who|which|that|one|him|her|them|his|hers|its|their|me|us|our|my)$/i;

/** Whether words are nothing but a pronoun. */
export const isPronoun = (words: string) => PRONOUN.test(words);

/** How a source puts a speaker: the words of the source decide, then what is known of the speaker. */
export function attributionOf(text: string, source: readonly Span[], speaker: Identity | null, mentions: readonly Mention[]): Attribution {
  const [first] = source;
  if (!first) return speaker ? 'ELLIPSIS' : 'NONE';
  if (isPronoun(text.slice(first.start, first.end))) return 'PRONOUN';
  if (!speaker?.name) return 'UNNAMED';
  if (speaker.type !== 'PERSON') return speaker.type === 'DOCUMENT' ? 'UNNAMED' : 'ORGANIZATION';
  const name = mentions.find((mention) => mention.isName && mention.key === speaker.key && source.some((one) => contains(one, mention)));
  if (!name) return 'TITLE';
  const words = text.slice(name.start, name.end);
  return words !== speaker.name && (!words.includes(' ') || speaker.name.endsWith(` ${words}`)) ? 'SURNAME' : 'NAME';
}

/**
 * From the source back over the speaker's other mentions to the nearest name (onwards where none comes before), then to the first place
 * of the longest name. The name inside a source stands for the source.
 */
export function chainOf(source: readonly Span[], speaker: Identity | null, mentions: readonly Mention[]): Span[] {
  const [first] = source;
  if (!first || !speaker) return [];
  const own = mentions.filter(({ key }) => key === speaker.key);
  const names = own.filter(({ isName }) => isName);
  const inside = names.find((name) => source.some((one) => contains(one, name)));
  const before = names.findLast(({ end }) => end <= first.start);
  const nearest = inside ?? before ?? names.find(({ start }) => start >= first.end);
  if (!nearest) return [first];
  const [from, to] = nearest.start < first.start ? [nearest.end, first.start] : [first.end, nearest.start];
  const between = own.filter(({ start, end }) => from <= start && end <= to);
  const longest = names.reduce((best, name) => (name.end - name.start > best.end - best.start ? name : best));
  const steps = [inside ?? first, ...(nearest.start < first.start ? between.reverse() : between), nearest, longest];
  const last = length(longest) > length(nearest) ? steps : steps.slice(0, -1);
  return last
    .filter((step, index) => last.findIndex(({ start }) => start === step.start) === index)
    .map(({ start, end }) => ({ start, end }));
}

const length = ({ start, end }: Span) => end - start;
