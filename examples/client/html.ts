import type { ArticleToReadQuery } from './generated/graphql.ts';
import type { FoundQuote } from './quotes.ts';

type Article = NonNullable<ArticleToReadQuery['article']>;

/** An article as HTML, its quotes, cues, sources and names in elements with classes of these names. All that it prints is text, and escaped. */
export function articleHtml({ segments }: Article): string {
  return segments
    .map(({ text, kinds, quotes, mentions }) => {
      if (kinds.length === 0) return escaped(text);
      const classes = kinds.map((kind) => kind.toLowerCase()).join(' ');
      const title = [...quotes.map(({ saidBy }) => saidBy ?? 'unattributed'), ...mentions.map(({ named }) => named.name)].join(', ');
      return `<mark class="${classes}" title="${escaped(title)}">${escaped(text)}</mark>`;
    })
    .join('');
}

/** The excerpts of a quote that a search found, with what it looked for in bold. */
export function excerptsHtml({ highlights }: FoundQuote): string[] {
  return highlights.map(({ text, matches }) => {
    let end = 0;
    const parts = matches.map((match) => {
      const part = `${escaped(text.slice(end, match.start))}<b>${escaped(text.slice(match.start, match.end))}</b>`;
      end = match.end;
      return part;
    });
    return parts.join('') + escaped(text.slice(end));
  });
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
