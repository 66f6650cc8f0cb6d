import { Parser } from 'htmlparser2';
import { isFurniture } from './furniture.ts';

/** Elements that stand in paragraphs of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend main nav ol p pre section summary table tr ul hl1 hl2 block media media-caption media-producer'.split(
    ' ',
  ),
);
/** Elements of which nothing is read aloud. */
const SILENT: ReadonlySet<string> = new Set(
  [
    'script style noscript template head svg math iframe object button select textarea audio video canvas media-object',
    // What stands in AMP until it is loaded.
    'amp-ad amp-embed amp-sticky-ad amp-iframe amp-list amp-video amp-consent amp-sidebar amp-social-share',
  ].flatMap((names) => names.split(' ')),
);
/** Elements within which white space counts. */
const PREFORMATTED = 'pre';
/** An element that browsers show in quotation marks. */
const QUOTED = 'q';
/** What stands before such an element, or first in it, where its author wrote the marks as well. */
const OPENING_MARKS = new Set('"\'`“‘„«‹');
/** HTML nested deeper was not written to be read, and the libraries that read it run out of stack. */
const DEEPEST = 500;

/** Writes text as a page shows it: paragraphs parted by an empty line, white space between words as one space. */
export class TextWriter {
  #out = '';
  #silent = 0;
  /** The elements open from one on that is none of the article. */
  #beside = 0;
  #preformatted = 0;
  /** The closing mark of each quoted element that is open, the innermost last; null until its first words come, empty where they need none. */
  #quoted: (string | null)[] = [];
  /** What must stand before the next words: nothing, a space, a line end, a paragraph's end. */
  #gap: '' | ' ' | '\n' | '\n\n' = '';

  open(name: string, classes?: string): void {
    if (this.#beside > 0 || isFurniture(classes)) this.#beside++;
    if (SILENT.has(name)) this.#silent++;
    if (name === PREFORMATTED) this.#preformatted++;
    if (name === QUOTED) this.#quoted.push(null);
    if (BLOCKS.has(name)) this.#part('\n\n');
    else if (name === 'br' || name === 'li') this.#part('\n');
    else if (name === 'td' || name === 'th') this.#part(' ');
  }

  close(name: string): void {
    if (this.#beside > 0) this.#beside--;
    if (SILENT.has(name) && this.#silent > 0) this.#silent--;
    if (name === PREFORMATTED && this.#preformatted > 0) this.#preformatted--;
    if (name === QUOTED) this.#out += this.#quoted.pop() ?? '';
    if (BLOCKS.has(name)) this.#part('\n\n');
    else if (name === 'li') this.#part('\n');
  }

  write(text: string): void {
    if (this.#silent > 0 || this.#beside > 0) return;
    if (this.#preformatted > 0) {
      this.#flush(text);
      this.#out += text;
      return;
    }
    const words = text.replace(/[ \t\n\r\f]+/g, ' ');
    if (words.startsWith(' ')) this.#part(' ');
    const inner = words.trim() === '' ? words.replaceAll(' ', '') : words.replace(/^ | $/g, '');
    if (inner !== '') {
      this.#flush(inner);
      this.#out += inner;
    }
    if (words.endsWith(' ')) this.#part(' ');
  }

  get text(): string {
    return this.#out;
  }

  #part(gap: ' ' | '\n' | '\n\n'): void {
    if (gap.length > this.#gap.length || (gap === '\n' && this.#gap === ' ')) this.#gap = gap;
  }

  /** Writes what must stand before these words. */
  #flush(words: string): void {
    if (this.#out !== '') this.#out += this.#gap;
    this.#gap = '';
    const isMarked = [words[0], this.#out.at(-1)].some((character) => OPENING_MARKS.has(character ?? ''));
    for (const [depth, closing] of this.#quoted.entries()) {
      if (closing !== null) continue;
      const marks = isMarked ? '' : depth % 2 === 0 ? '“”' : '‘’';
      this.#out += marks.charAt(0);
      this.#quoted[depth] = marks.charAt(1);
    }
  }
}

/** The words of a piece of HTML. */
export function htmlToText(html: string): string {
  const writer = new TextWriter();
  const parser = new Parser({
    onopentag: (name, attributes) => writer.open(name, attributes.class),
    ontext: (text) => writer.write(text),
    onclosetag: (name) => writer.close(name),
  });
  parser.end(html);
  return writer.text;
}

/** A line that may be written as HTML, as programs that fill pages leave it: `It&#8217;s <i>mended</i>`; any other stays as it is. */
export function textInHtml(line: string | null): string | null {
  if (line === null || !/&(?:#\d+|#x[\da-f]+|[a-z]{2,8});|<\/[a-z]+>/i.test(line)) return line;
  return htmlToText(line) || line;
}

/** Whether elements are nested deeper than on any page that a person wrote. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  const tooDeep = new Error('too deep');
  const parser = new Parser({
    onopentagname: () => {
      // To go on would take the longer the deeper it gets.
      if (++depth > DEEPEST) throw tooDeep;
    },
    onclosetag: () => {
      depth--;
    },
  });
  try {
    parser.end(html);
    return false;
  } catch (error) {
    if (error === tooDeep) return true;
    throw error;
  }
}
