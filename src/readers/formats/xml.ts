import { Parser } from 'htmlparser2';
import type { QuotewireError } from '../../errors.ts';
import { BROKEN, decodeUtf8 } from '../encoding.ts';
import { notInUtf8, readError, recordTooLarge } from '../errors.ts';
import { type Input, streamText } from '../input.ts';
import { MAX_RECORD } from '../item.ts';
import { localName } from './local-name.ts';

/** An element of XML. Names are without their prefix, which every publisher chooses anew. */
export interface Element {
  readonly name: string;
  /** With its prefix: `content:encoded`. */
  readonly qualified: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** What is said outside of records, all values by the name of an element and of the one around it (`channel/language`), or of an attribute (`@xml:base`). */
export type Outside = ReadonlyMap<string, readonly string[]>;

/** A record of an XML file, or why it is none; and what was said before it. */
export interface XmlRecord {
  readonly number: number;
  readonly element?: Element;
  readonly error?: QuotewireError;
  readonly outside: Outside;
}

/** A record nested deeper is none, and the next one is read. */
const DEEPEST = 500;
/** In a file nested deeper no next one is looked for: each further element takes the parser the longer the deeper it stands. */
const BOTTOMLESS = 10_000;
const LONGEST_OUTSIDE = 1_000;
/** Names, and values of each, that are remembered of what is outside. */
const MOST_OUTSIDE = 100;

/**
 * The elements named by `records`, each in memory by itself: the file may be of any size. Entities that the file declares are refused,
 * none is ever fetched.
 */
export async function* readElements(input: Input, records: ReadonlySet<string>): AsyncGenerator<XmlRecord> {
  const { chunks } = streamText(input);
  const collector = new Collector(records);
  for await (const text of decodeUtf8(chunks)) {
    collector.write(text);
    yield* collector.take();
  }
  collector.end();
  yield* collector.take();
  if (collector.count === 0) {
    throw readError(
      'FILE_EMPTY',
      `It is XML without a record (none of ${[...records].join(', ')}); remove it, or name the format with --format.`,
    );
  }
}

class Collector {
  count = 0;
  readonly #records: ReadonlySet<string>;
  readonly #outside = new Map<string, string[]>();
  #done: XmlRecord[] = [];
  /** The elements open within a record, the record first. */
  #open: Element[] = [];
  /** The elements open outside of records, with their text so far. */
  #around: { readonly name: string; text: string }[] = [];
  #size = 0;
  #failure: QuotewireError | null = null;
  readonly #parser: Parser;

  constructor(records: ReadonlySet<string>) {
    this.#records = records;
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#opened(name, attributes),
        ontext: (text) => this.#text(text),
        onclosetag: (_, implied) => this.#closed(implied),
        onprocessinginstruction: (_, data) => {
          if (/<!ENTITY/i.test(data)) throw entities();
        },
      },
      { xmlMode: true },
    );
  }

  write(text: string): void {
    if (/<!ENTITY/i.test(text)) throw entities();
    this.#parser.write(text);
  }

  end(): void {
    this.#parser.end();
  }

  *take(): Generator<XmlRecord> {
    yield* this.#done;
    this.#done = [];
  }

  #opened(qualified: string, attributes: Record<string, string>): void {
    const name = localName(qualified);
    if (this.#open.length === 0 && !this.#records.has(name)) {
      this.#around.push({ name, text: '' });
      for (const [attribute, value] of Object.entries(attributes)) this.#remember(`@${attribute}`, value);
      return;
    }
    const element: Element = { name, qualified, attributes, children: [] };
    if (Object.values(attributes).some((value) => value.includes(BROKEN))) this.#failure ??= notInUtf8();
    if (this.#open.length >= DEEPEST) this.#failure ??= tooDeep();
    if (this.#open.length >= BOTTOMLESS) throw tooDeep();
    if (!this.#failure) this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  #text(text: string): void {
    if (this.#open.length === 0) {
      const around = this.#around.at(-1);
      if (around && around.text.length < LONGEST_OUTSIDE) around.text += text;
      return;
    }
    if (text.includes(BROKEN)) this.#failure ??= notInUtf8();
    this.#size += text.length;
    if (this.#size > MAX_RECORD) this.#failure ??= recordTooLarge();
    if (!this.#failure) this.#open.at(-1)!.children.push(text);
  }

  #remember(name: string, text: string): void {
    const line = text.slice(0, LONGEST_OUTSIDE).replace(/\s+/g, ' ').trim();
    const values = this.#outside.get(name) ?? [];
    if (line === '' || values.length >= MOST_OUTSIDE || (values.length === 0 && this.#outside.size >= MOST_OUTSIDE)) return;
    this.#outside.set(name, [...values, line]);
  }

  #closed(implied: boolean): void {
    if (this.#open.length === 0) {
      const { name, text } = this.#around.pop() ?? { name: '', text: '' };
      this.#remember(`${this.#around.at(-1)?.name ?? ''}/${name}`, text);
      return;
    }
    const element = this.#open.pop()!;
    // An empty element, which closes itself, counts as implied too.
    if (implied && element.children.length > 0 && !this.#failure) {
      this.#failure = readError(
        'RECORD_XML',
        `The element ${element.qualified} is never closed; the file is cut off or damaged here, fetch it again.`,
      );
    }
    if (this.#open.length > 0) return;
    const found = this.#failure ? { error: this.#failure } : { element };
    this.#done.push({ number: ++this.count, ...found, outside: this.#outside });
    this.#failure = null;
    this.#size = 0;
  }
}

const tooDeep = () => readError('RECORD_DEPTH', `Its elements are nested over ${DEEPEST} deep; mend it.`);

const entities = () =>
  readError(
    'XML_ENTITIES',
    'It declares entities of its own (<!ENTITY), which can be made to fill the memory or to read other files; put the characters in their place.',
  );

/** The first element of that name among the children, or deeper: along `names`. */
export function child(element: Element | undefined, ...names: readonly string[]): Element | undefined {
  let found = element;
  for (const name of names) found = children(found, name)[0];
  return found;
}

/** The children of that name; a name with a prefix means just that one. */
export function children(element: Element | undefined, name: string): Element[] {
  return (element?.children ?? []).filter(
    (node): node is Element => typeof node !== 'string' && (name.includes(':') ? node.qualified === name : node.name === name),
  );
}

/** The first child of that name in the vocabulary of its parent, as its prefix tells: in RSS no `media:title`. */
export function ownChild(element: Element, name: string): Element | undefined {
  const prefix = element.qualified.slice(0, element.qualified.length - element.name.length);
  return children(element, name).find(({ qualified }) => qualified === `${prefix}${name}`);
}

/** The first element of that name anywhere below. */
export function descendant(element: Element | undefined, name: string): Element | undefined {
  for (const node of element?.children ?? []) {
    if (typeof node === 'string') continue;
    if (node.name === name) return node;
    const found = descendant(node, name);
    if (found) return found;
  }
  return undefined;
}

/** All text within an element, as it stands. */
export function rawText(element: Element | undefined): string {
  return (element?.children ?? []).map((node) => (typeof node === 'string' ? node : rawText(node))).join('');
}

/** The text within an element on one line; null where there is none. */
export const lineOf = (element: Element | undefined): string | null => rawText(element).replace(/\s+/g, ' ').trim() || null;
