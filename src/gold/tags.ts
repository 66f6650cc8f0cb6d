import type { Span } from '../span.ts';

/** Reports bad markup: what is wrong, and the offset in the file where it is. */
export type Fail = (at: number, problem: string) => never;

/** A stretch of the article's text that markup says something about. */
export interface Tag extends Span {
  /** One of `TAGS`; `|` for a name in braces, `~` for another mention in braces. */
  readonly name: string;
  /** The quotes it belongs to. */
  readonly numbers: readonly number[];
  /** What follows name and number inside the brackets: an identity's key, `attitude`, `org=council`. */
  readonly words: readonly string[];
  /** Where it begins in the file, for error messages. */
  readonly at: number;
}

/** What may stand in angle brackets. Those that belong to a quote bear its number. */
const TAGS: Readonly<Record<string, { readonly numbered: boolean; readonly meaning: string }>> = {
  c: { numbered: true, meaning: 'content of a quote' },
  s: { numbered: true, meaning: 'source of a quote' },
  v: { numbered: true, meaning: 'cue of a quote' },
  a: { numbered: true, meaning: 'audience of a quote' },
  in: { numbered: false, meaning: 'quote inside a quote' },
  x: { numbered: false, meaning: 'quoted words that are no quote' },
  r: { numbered: false, meaning: 'role of a person' },
  h: { numbered: false, meaning: 'headline' },
  by: { numbered: false, meaning: 'byline' },
  d: { numbered: false, meaning: 'dateline' },
};

const TOKEN =
  /\\(?<escaped>[\\<>{}])|<(?<closing>\/[^<>\n]*)>|<(?<opening>[^<>\n]*)>|\{(?<key>[a-z0-9-]+)(?<form>[|~])|(?<end>\})|[\\<>{}]/g;
const OPENING = /^(?<name>[a-z]+?)(?<numbers>\d+(?:,\d+)*)?(?<words>(?: [^ ]+)*)$/;

type OpenTag = Omit<Tag, 'end'>;

/** Takes the markup out of `source` from `from` on: the bare text, and the tags in the order in which they begin. */
export function readTags(source: string, from: number, fail: Fail): { text: string; tags: Tag[] } {
  const open: OpenTag[] = [];
  const tags: Tag[] = [];
  let text = '';
  let read = from;
  for (const token of source.slice(from).matchAll(TOKEN)) {
    const at = from + token.index;
    text += source.slice(read, at);
    read = at + token[0].length;
    const { escaped, opening, closing, key, form, end } = token.groups!;
    if (escaped) text += escaped;
    else if (opening !== undefined) open.push(openTag(opening, text.length, at, fail));
    else if (form) open.push({ name: form, numbers: [], words: [key!], start: text.length, at });
    else if (closing || end) tags.push(closeTag(open.pop(), closing?.slice(1) ?? '}', text, at, fail));
    else fail(at, `a stray ${token[0]}; write \\${token[0]} for the character itself`);
  }
  const unclosed = open.at(-1);
  if (unclosed) fail(unclosed.at, `${written(unclosed)} is never closed`);
  return { text: text + source.slice(read), tags: tags.sort((a, b) => a.at - b.at) };
}

function openTag(inside: string, start: number, at: number, fail: Fail): OpenTag {
  const { name = '', numbers, words = '' } = OPENING.exec(inside)?.groups ?? {};
  const kind = Object.hasOwn(TAGS, name) ? TAGS[name]! : fail(at, `unknown tag <${inside}>; known are ${Object.keys(TAGS).join(', ')}`);
  if (kind.numbered && !numbers) fail(at, `<${name}> needs the number of its quote, as in <${name}1>`);
  if (!kind.numbered && numbers) fail(at, `<${name}> takes no number`);
  return { name, numbers: numbers?.split(',').map(Number) ?? [], words: words.split(' ').filter(Boolean), start, at };
}

function closeTag(tag: OpenTag | undefined, closer: string, text: string, at: number, fail: Fail): Tag {
  const shown = closer === '}' ? closer : `</${closer}>`;
  if (!tag) return fail(at, `${shown} closes nothing`);
  if (closer !== (isBrace(tag) ? '}' : tag.name)) fail(at, `${shown} where ${written(tag)} has to be closed first`);
  const inside = text.slice(tag.start);
  if (!inside) fail(at, `${written(tag)} is empty`);
  if (inside !== inside.trim()) fail(tag.at, `white space just inside ${written(tag)}; leave it outside`);
  return { ...tag, end: text.length };
}

/** Where a tag's words stand, and nothing else of it. */
export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Whether a tag is one in braces: a mention. */
export const isBrace = ({ name }: { name: string }) => name === '|' || name === '~';

/** A tag as the author wrote its beginning. */
export const written = ({ name, numbers, words }: Pick<Tag, 'name' | 'numbers' | 'words'>) =>
  isBrace({ name }) ? `{${words[0]}${name}` : `<${[name + numbers.join(','), ...words].join(' ')}>`;
