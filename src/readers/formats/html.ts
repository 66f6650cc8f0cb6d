import { Readability } from '@mozilla/readability';
// One file with all it needs: the package's own entry loads a hundred and fifty, which takes longer than reading a page.
import { parseHTML } from 'linkedom/worker';
import { nothingToRead, readError } from '../errors.ts';
import { type Input, readText } from '../input.ts';
import { type Entry, entryOf, type Item } from '../item.ts';
import { withoutMarkers } from './furniture.ts';
import { htmlToText, isTooDeep } from './html-text.ts';
import { MAX_PAGE } from './http.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';
import { namesIn } from './values.ts';

/** More elements than any article's page has. */
const MAX_ELEMENTS = 100_000;
/** Of what a page says is its article's text, this share must be in what was found by looking, else the page's word counts. */
const ENOUGH = 0.5;

/** Where a browser says that it saved a page from. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+)\s*-->/i;

/** Reads a web page as a browser saved it: one article. */
export async function* readPage(input: Input): AsyncGenerator<Entry> {
  const { text, notes } = await readText(input, MAX_PAGE);
  yield entryOf(null, () => pageItem(text, null, notes));
}

/**
 * The article of a web page: its main text as Mozilla's Readability finds it, and what the page says of it in JSON-LD, Open Graph and
 * meta elements, in this order.
 */
export function pageItem(html: string, address: string | null, notes: readonly string[] = []): Item {
  if (isTooDeep(html))
    throw readError('RECORD_DEPTH', 'Its elements are nested deeper than on any page that a person wrote; it is not read.');
  const from = address ?? SAVED_FROM.exec(html.slice(0, 5_000))?.[1] ?? null;
  // A browser makes the body that a page leaves out.
  const { document } = parseHTML(/<body\b/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const facts = readPageFacts(document as unknown as globalThis.Document, from);
  const main = mainText(document as unknown as globalThis.Document);
  const isWhole = !facts.body || main.text.length >= facts.body.length * ENOUGH;
  const text = isWhole ? main.text : facts.body!;
  if (text === '') throw noText(address);
  return {
    text,
    ...factsShown(facts, main),
    url: facts.url ?? from,
    notes: [...notes, ...(isWhole ? [] : ['The text is what the page gives as articleBody, its paragraphs may be lost.'])],
  };
}

/** A crawl comes to many pages without an article; who saved one meant to have its text. */
const noText = (address: string | null) =>
  address === null
    ? readError('RECORD_TEXT', 'The page holds no article text; save it anew after it has loaded, or remove it.')
    : nothingToRead('The page holds no article text.');

/** What is longer, of what is taken for a byline, are sentences about the author. */
const LONGEST_BYLINE = 100;

interface Main {
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
}

function mainText(document: globalThis.Document): Main {
  const found = new Readability(document, { maxElemsToParse: MAX_ELEMENTS, disableJSONLD: true }).parse();
  return {
    text: withoutMarkers(htmlToText(found?.content ?? '')),
    title: found?.title?.trim() || null,
    byline: found?.byline?.trim() || null,
  };
}

function factsShown({ headline, authors, publisher, section, keywords, language, published }: PageFacts, { title, byline }: Main) {
  return {
    headline: headline ?? title,
    authors: authors.length > 0 ? authors : byline && byline.length < LONGEST_BYLINE ? namesIn(byline) : [],
    publisher,
    section,
    keywords,
    language,
    published,
  };
}
