import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Span } from '../../span.ts';
import { withWholeSites } from './sites.ts';

/** A word or a mark. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  /** Universal part-of-speech tag, such as PROPN. */
  readonly pos: string;
  /** Whether the library ends a sentence behind it. */
  readonly endsSentence: boolean;
}

/** Characters given to the library at once: its time grows faster than its input. */
const CHUNK = 10_000;

/** The library with its model; half a second to load. */
let loaded: Library | undefined;
type Library = ReturnType<typeof load>;

/** Words kept that the model does not know, at most: then the library is loaded anew, so that they do not fill the memory. */
const MOST_WORDS = 200_000;

/** What of the model changes as the library reads: the words that it knows, and the place of each in their list. */
interface Core {
  readonly features: { readonly lexeme: { readonly list: readonly string[]; readonly hash: Record<string, number> } };
}

function load() {
  const core = (model as { core: () => Core }).core();
  const { list, hash } = core.features.lexeme;
  return { ...winkNLP({ ...model, core: () => core }, ['sbd', 'pos']), list, hash, most: list.length + MOST_WORDS };
}

/** Words that the library reads alike whether it knows them or not, as nearly all are that it meets again. */
const PLAIN = /^[A-Z]?[a-z]+$/;

/**
 * Reads a text with `read`, and lets the library forget the words that were new to it, plain ones aside: having read "Party’s" as one word
 * it would no longer part "party’s", and what is found in a text would depend on those read before it.
 */
function afresh<Result>(read: (library: Library) => Result): Result {
  if (loaded && loaded.list.length > loaded.most) loaded = undefined;
  loaded ??= load();
  const { list, hash } = loaded;
  const known = list.length;
  try {
    return read(loaded);
  } finally {
    for (let i = known; i < list.length; i++) if (!PLAIN.test(list[i]!)) delete hash[list[i]!];
  }
}

/** Words and marks of every paragraph, in order, with parts of speech. */
export function splitTokens({ text, paragraphs }: { text: string; paragraphs: readonly Span[] }): { tokens: Token[] } {
  return {
    tokens: paragraphs
      .flatMap((paragraph) => chunks(text, paragraph))
      .flatMap((chunk) => afresh((library) => tokensOf(text, chunk, library))),
  };
}

/** The library gives no offsets: each token is looked for behind the one before, and left out where it altered the text. */
function tokensOf(text: string, chunk: Span, { its, readDoc }: Library): Token[] {
  const shown = withWholeSites(inPlainLetters(withoutTickers(text.slice(chunk.start, chunk.end))));
  const doc = readDoc(shown);
  // All at once: an object for each token takes the library as long as finding them.
  const found = doc.tokens();
  const words = found.out();
  const tags = found.out(its.pos);
  const tokens: Token[] = [];
  let at = 0;
  for (const [first, last] of doc.sentences().out(its.span) as unknown as [number, number][]) {
    const { length } = tokens;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      const start = placeOf(word, shown, at);
      if (start < 0 || word.trim() === '') continue;
      at = start + word.length;
      const own = text.slice(chunk.start + start, chunk.start + at);
      addTo(tokens, {
        start: chunk.start + start,
        end: chunk.start + at,
        text: own,
        lower: own.toLowerCase(),
        pos: tags[i]!,
        endsSentence: false,
      });
    }
    const end = tokens.at(-1);
    if (end && tokens.length > length) tokens[tokens.length - 1] = { ...end, endsSentence: true };
  }
  return tokens;
}

/** Latin letters that the library takes for no letters and parts words at: those with other marks than Western Europe has. */
const MARKED = /[\u0100-\u024F\u1E00-\u1EFF]/g;
/** Those that are no letter with a mark. */
const STROKED: Readonly<Record<string, string>> = {
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Ł: 'L',
  ł: 'l',
  Ŧ: 'T',
  ŧ: 't',
  Ŋ: 'N',
  ŋ: 'n',
  Œ: 'O',
  œ: 'o',
};

/** The same text, as long as it was, with plain letters for the library to read: `Zofia` for `Žofia`. */
const inPlainLetters = (text: string): string => text.replace(MARKED, (letter) => STROKED[letter] ?? letter.normalize('NFD')[0]!);

/** What wires put behind the name of a company in brackets: `(BMC.L)`, `(NYSE: BMC)`. */
const TICKER = /\((?:[A-Z][A-Z\d]{0,7}\.[A-Z]{1,3}|(?:NASDAQ|Nasdaq|NYSE|LSE|LON|ASX|TSX)\s?:\s?[A-Z][A-Z\d.]{0,7})\)/g;

/**
 * The same text, as long as it was, with spaces for what wires put behind the name of a company: `Bell Motors Co <BMC.L> said`. Of
 * `<Bell Motors Co>`, a company without a symbol, the name stays.
 */
function withoutTickers(text: string): string {
  const shown = text.includes('(') ? text.replace(TICKER, (symbol) => ' '.repeat(symbol.length)) : text;
  if (!shown.includes('<')) return shown;
  return shown
    .replace(/<[A-Z][A-Z\d]{0,7}(?:\.[A-Z]{1,3})?>/g, (symbol) => ' '.repeat(symbol.length))
    .replace(/<(\p{Lu}[\p{L}\d&.,'’ -]{2,60})>/gu, ' $1 ');
}

const SPACE = 32;

/** Where a word stands from an offset on, nothing but white space before it; −1 where it does not. */
function placeOf(word: string, text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(word, at)) return at;
    if (text.charCodeAt(at) !== SPACE && /\S/.test(text[at]!)) return -1;
  }
  return -1;
}

/** Adds the token; or the name and its ’s, the hour and its stop ("at 9am."), where the library left them together. */
function addTo(tokens: Token[], token: Token): void {
  const before = tokens.at(-1);
  // "9.30am", which the library takes for "9.3" and "0am".
  if (before?.end === token.start && /^\d[ap]m\.?$/.test(token.text) && /^\d{1,2}[.:]\d$/.test(before.text)) {
    tokens.pop();
    addTo(tokens, { ...token, start: before.start, text: before.text + token.text, lower: before.lower + token.lower });
    return;
  }
  if (token.text.endsWith('m.') && /^\d{1,2}(?:[.:]\d\d)?[ap]m\.$/.test(token.text)) {
    const end = token.end - 1;
    tokens.push({ ...token, end, text: token.text.slice(0, -1), lower: token.lower.slice(0, -1), pos: 'NOUN' });
    tokens.push({ ...token, start: end, text: '.', lower: '.', pos: 'PUNCT' });
    return;
  }
  const [, name, ending] = (token.text.endsWith('s') && /^(\p{Lu}\p{L}+)(['’]s)$/u.exec(token.text)) || [];
  if (!name || !ending) {
    tokens.push(token);
    return;
  }
  const middle = token.start + name.length;
  tokens.push(
    { ...token, end: middle, text: name, lower: name.toLowerCase() },
    { ...token, start: middle, text: ending, lower: ending.toLowerCase(), pos: 'PART' },
  );
}

/** The paragraph in pieces that end at white space. */
function chunks(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  for (let from = start; from < end; ) {
    let to = Math.min(from + CHUNK, end);
    if (to < end) {
      const space = text.slice(from, to).search(/\s\S*$/);
      if (space > 0) to = from + space;
    }
    pieces.push({ start: from, end: to });
    from = to;
  }
  return pieces;
}
