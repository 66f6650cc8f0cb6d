import type { Span } from '../../../span.ts';
import { isCapital } from '../../layout/capitals.ts';
import { GIVEN_NAMES } from '../../lexicon/given-names.ts';
import { isInitial } from '../../words/runs.ts';
import type { Token } from '../../words/tokens.ts';
import type { NameRun, NameType } from './labels.ts';

/** Words with a capital among those of a headline from which on its capitals tell no names: `Council Closes Bell Bridge`. */
const TITLED = 0.7;
/** Words of a headline, at least, whose capitals are counted. */
const SHORTEST = 4;
/** Words of a person's name that nothing below repeats, at most. */
const LONGEST_NAME = 3;

/** What the text below a headline tells of words. */
interface Below {
  /** The type of the names that have a word. */
  readonly typeOf: ReadonlyMap<string, NameType>;
  /** Words with a capital where only a name has one. */
  readonly capitals: ReadonlySet<string>;
  /** Words that are written small. */
  readonly small: ReadonlySet<string>;
}

/**
 * The names, of a headline that gives most words a capital only those that the text below bears out: of "Police Hunt Ostley Robber" Ostley, where
 * the article is about a place of that name.
 */
export function namesInHeadline(tokens: readonly Token[], names: readonly NameRun[], headline: Span | null): readonly NameRun[] {
  if (!headline || !names.some(({ from }) => tokens[from]!.start < headline.end)) return names;
  const end = tokens.findIndex(({ start }) => start >= headline.end);
  if (end < 0) return names;
  const words = tokens.slice(0, end).filter(({ start, text }) => start >= headline.start && /^\p{L}/u.test(text));
  const capitals = words.filter(({ text }) => isCapital(text));
  const isTitled =
    words.length >= SHORTEST && capitals.length >= TITLED * words.length && capitals.some(({ text }) => /\p{Ll}/u.test(text));
  if (!isTitled) return names;
  const below = belowOf(tokens, names, end);
  return names.flatMap((name) => (tokens[name.from]!.start >= headline.end ? [name] : (borneOut(tokens, name, below) ?? [])));
}

function belowOf(tokens: readonly Token[], names: readonly NameRun[], end: number): Below {
  const typeOf = new Map<string, NameType>();
  for (const { from, to, type } of names) if (from >= end) for (let i = from; i < to; i++) typeOf.set(tokens[i]!.text, type);
  const [capitals, small] = [new Set<string>(), new Set<string>()];
  for (let i = end; i < tokens.length; i++) {
    if (!isCapital(tokens[i]!.text)) small.add(tokens[i]!.text);
    else if (!isInitial(tokens, i)) capitals.add(tokens[i]!.text);
  }
  return { typeOf, capitals, small };
}

/** The name, or what of it the text below knows; null where that writes it small or has nothing of it. */
function borneOut(tokens: readonly Token[], name: NameRun, { typeOf, capitals, small }: Below): NameRun | null {
  const texts = tokens.slice(name.from, name.to).map(({ text }) => text);
  const own = texts.filter(isCapital);
  if (own.every((word) => typeOf.has(word) || capitals.has(word))) return name;
  const isSmall = own.some((word) => small.has(word.toLowerCase()));
  if (own.length === 1) return isSmall ? null : name;
  if (!isSmall && own.length <= (GIVEN_NAMES.has(texts[0]!) ? LONGEST_NAME : 2)) return name;
  const from = texts.findIndex((word) => typeOf.has(word));
  if (from < 0) return null;
  let to = from + 1;
  while (to < texts.length && typeOf.has(texts[to]!)) to++;
  return { type: typeOf.get(texts[from]!)!, from: name.from + from, to: name.from + to };
}
