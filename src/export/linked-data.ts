import type { ExportRow } from './kinds.ts';
import type { Kind } from './options.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Characters of a time that say no more than is known of it; of one that is known to the minute all. */
const KNOWN: Readonly<Record<string, number>> = { YEAR: 4, MONTH: 7, DAY: 10 };

/** A date as ISO 8601 writes it where the hour, the day or the month is unknown: `2031-03`. */
const dateOf = (published: Fields | null): string | undefined =>
  (published?.at as string | null | undefined)?.slice(0, KNOWN[String(published?.precision)]);

/** A row in the terms of schema.org, for whom JSON-LD is a language. */
export function linkedData(kind: Kind, row: ExportRow): Fields {
  const urn = (id: unknown) => `urn:uuid:${id}`;
  const noun = (type: string, value: unknown) => {
    const { id, name } = value as Fields;
    return { '@type': type, '@id': urn(id), name };
  };
  const nounOf = ({ speaker, organization, place }: Fields) =>
    speaker ? noun('Person', speaker) : organization ? noun('Organization', organization) : place ? noun('Place', place) : undefined;
  switch (kind) {
    case 'articles':
      return {
        '@type': 'NewsArticle',
        '@id': urn(row.article),
        headline: row.headline ?? undefined,
        articleBody: row.text,
        url: (row.origin as Fields).url ?? undefined,
        datePublished: dateOf(row.published as Fields | null),
        author: (row.authors as string[]).map((name) => ({ '@type': 'Person', name })),
        publisher: row.publisher ? { '@type': 'Organization', name: row.publisher } : undefined,
        articleSection: row.section ?? undefined,
        keywords: row.keywords,
        inLanguage: row.language ?? undefined,
        wordCount: row.wordCount,
        hasPart: (row.quotes as Fields[]).map((quote) => ({
          '@type': 'Quotation',
          '@id': urn(quote.id),
          text: quote.text,
          spokenByCharacter: nounOf(quote),
        })),
      };
    case 'quotes': {
      const { id, headline, url, publishedAt: at, publishedPrecision: precision } = row.article as Fields;
      return {
        '@type': 'Quotation',
        '@id': urn(row.id),
        text: row.text,
        spokenByCharacter: nounOf(row),
        isPartOf: {
          '@type': 'NewsArticle',
          '@id': urn(id),
          headline: headline ?? undefined,
          url: url ?? undefined,
          datePublished: dateOf({ at, precision }),
        },
      };
    }
    case 'mentions':
      return { '@type': 'NewsArticle', '@id': urn(row.article), mentions: nounOf(row) };
    default:
      return {
        '@type': kind === 'speakers' ? 'Person' : 'Organization',
        '@id': urn(row.id),
        name: row.name,
        alternateName: row.aliases,
      };
  }
}
