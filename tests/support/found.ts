import type { Document } from '../../src/document.ts';
import { type Findings, rowsOf } from '../../src/linking/rows.ts';
import type { Span } from '../../src/span.ts';
import type { Saving } from '../../src/store/saving.ts';

/** What a test says was found in a text: words in place of spans, each found at its first place in the text. */
export interface Said {
  readonly people?: readonly {
    readonly name: string;
    readonly isFullName?: boolean;
    readonly forms?: readonly string[];
    readonly title?: string;
  }[];
  readonly organizations?: readonly { readonly name: string; readonly acronym?: string; readonly known?: string }[];
  readonly places?: readonly string[];
  readonly quotes?: readonly {
    readonly content: string;
    readonly speaker?: number;
    readonly organization?: number;
    readonly kind?: Kind;
    readonly act?: 'SPEECH' | 'ATTITUDE';
    /** Words that stand somewhere behind the content. */
    readonly cue?: string;
    readonly source?: string;
    readonly attribution?: Attribution;
    readonly confidence?: number;
    /** Indices of people whom it may be by as well. */
    readonly alternatives?: readonly number[];
    /** Index of the quote before it in whose words it stands. */
    readonly within?: number;
  }[];
  readonly published?: string;
}

type Attribution = Findings['quotes'][number]['attribution'];
type Kind = 'DIRECT' | 'INDIRECT' | 'MIXED';

/** The findings of an extractor that finds just what it is told, so that storing and serving can be tested without a real one. */
export function found(text: string, { people = [], organizations = [], places = [], quotes = [], published }: Said): Findings {
  const at = (words: string, from = 0) => {
    const start = text.indexOf(words, from);
    if (start < 0) throw new Error(`"${words}" is not in the text`);
    return { start, end: start + words.length };
  };
  /** Each form at its first place behind the one before. */
  const inOrder = (forms: readonly string[]) => forms.reduce<Span[]>((spans, form) => spans.concat(at(form, spans.at(-1)?.end)), []);
  const contents = quotes.map(({ content }) => [at(content)]);
  return {
    text,
    wordCount: text.split(/\s+/).length,
    body: { start: 0, end: text.length },
    headline: null,
    byline: null,
    dateline: null,
    language: null,
    notes: [],
    published: published ? { date: published, precision: 'DAY' } : null,
    people: people.map(({ name, isFullName = true, forms = [name], title }) => ({
      name,
      isFullName,
      gender: null,
      spans: inOrder(forms),
      roles: title ? [{ title, organization: null, country: null, span: at(title) }] : [],
    })),
    organizations: organizations.map(({ name, acronym = null, known }) => ({
      name,
      acronym,
      kind: null,
      gazetteer: known ? { name: known, aliases: [] } : null,
      spans: [at(name)],
    })),
    places: places.map((name) => ({ name, spans: [at(name)] })),
    quotes: quotes.map(({ content, speaker = null, organization = null, alternatives = [], within, ...quote }, i) => ({
      content: contents[i]!,
      kind: quote.kind ?? 'DIRECT',
      act: quote.act ?? 'SPEECH',
      ...(within === undefined ? { region: 'BODY' } : { region: 'NESTED', within: contents[within]! }),
      cue: quote.cue ? [at(quote.cue, at(content).end)] : [],
      source: quote.source ? [at(quote.source, at(content).end)] : [],
      audience: [],
      chain: [],
      speaker,
      organization,
      attribution: quote.attribution ?? (speaker === null && organization === null ? 'NONE' : 'NAME'),
      confidence: quote.confidence ?? 0.9,
      speakerConfidence: speaker === null && organization === null ? null : 0.8,
      alternatives: alternatives.map((index) => ({ name: people[index]!.name, confidence: 0.1, speaker: index, organization: null })),
      sourceDescription: null,
    })),
  };
}

/** A document at a web address, with what a test says was found in it. */
export function saving(url: string, text: string, said: Said, metadata: Partial<Document['metadata']> = {}): Saving {
  return {
    document: {
      text,
      origin: { kind: 'URL', key: url, name: url, url },
      metadata: {
        headline: null,
        authors: [],
        publisher: null,
        section: null,
        keywords: [],
        language: null,
        collection: 'main',
        published: null,
        notes: [],
        ...metadata,
      },
    },
    found: rowsOf(found(text, said)),
  };
}
