import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence, type ItemToken } from 'wink-nlp';
import type { Span } from '../span.ts';

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

/** The library with its model; half a second to load, once a process. */
let loaded: ReturnType<typeof load> | undefined;
const load = () => winkNLP(model, ['sbd', 'pos']);

/** Words and marks of every paragraph, in order, with parts of speech. */
export function splitTokens({ text, paragraphs }: { text: string; paragraphs: readonly Span[] }): { tokens: Token[] } {
  return { tokens: paragraphs.flatMap((paragraph) => chunks(text, paragraph)).flatMap((chunk) => tokensOf(text, chunk)) };
}

/** The library gives no offsets: each token is looked for behind the one before, and left out where it altered the text. */
function tokensOf(text: string, chunk: Span): Token[] {
  loaded ??= load();
  const { its, readDoc } = loaded;
  const tokens: Token[] = [];
  let at = chunk.start;
  readDoc(text.slice(chunk.start, chunk.end))
    .sentences()
    .each((sentence: ItemSentence) => {
      const { length } = tokens;
      sentence.tokens().each((item: ItemToken) => {
        const word = item.out();
        const start = text.indexOf(word, at);
        if (start < 0 || start + word.length > chunk.end || /\S/.test(text.slice(at, start)) || word.trim() === '') return;
        at = start + word.length;
        tokens.push(...parts({ start, end: at, text: word, lower: word.toLowerCase(), pos: item.out(its.pos), endsSentence: false }));
      });
      const last = tokens.at(-1);
      if (last && tokens.length > length) tokens[tokens.length - 1] = { ...last, endsSentence: true };
    });
  return tokens;
}

/** The token; or the name and its ’s where the library left them together. */
function parts(token: Token): Token[] {
  const [, name, ending] = /^(\p{Lu}\p{L}+)(['’]s)$/u.exec(token.text) ?? [];
  if (!name || !ending) return [token];
  const middle = token.start + name.length;
  return [
    { ...token, end: middle, text: name, lower: name.toLowerCase() },
    { ...token, start: middle, text: ending, lower: ending.toLowerCase(), pos: 'PART' },
  ];
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
