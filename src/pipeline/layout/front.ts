import { type Span, trim } from '../../span.ts';
import { agencies } from '../lexicon/agencies.ts';
import { GIVEN_NAMES } from '../lexicon/given-names.ts';
import { LEADS_ELSEWHERE } from '../lexicon/rubrics.ts';
import { capitalized } from './capitals.ts';
import type { Dateline } from './dateline.ts';
import type { Header } from './header.ts';
import { linesIn } from './lines.ts';
import { BYLINE, DESK_NOTE } from './lines-above.ts';

/** The line that names who wrote an article. */
export interface Byline extends Span {
  readonly authors: string[];
}

/** The longest line taken for a headline, in characters. */
const LONGEST_HEADLINE = 150;
/** What somebody is, where a byline says so behind a name: `PA Political Correspondent`, `Staff Writers`. */
const IS_WORK = /(?:^|\s)(?:columnist|correspondent|editor|reporter|writer)s?$/i;

/**
 * What stands above the running text. A headline is a first line that is short, ends without a stop and has more text below it;
 * a text in one line has neither headline nor byline.
 */
export function readFront({ text, header, dateline }: { text: string; header: Header | null; dateline: Dateline | null }): {
  headline: Span | null;
  byline: Byline | null;
  body: Span;
} {
  const lines = topLines(text, { start: header?.end ?? 0, end: dateline?.start ?? text.length }).filter(
    ({ start, end }) => !LEADS_ELSEWHERE.test(text.slice(start, end)) && !DESK_NOTE.test(text.slice(start, end)),
  );
  const isLast = ({ end }: Span) => text.slice(end).trim() === '';
  const first = lines[0];
  const headline = first && !isLast(first) && isHeadline(text.slice(first.start, first.end)) ? first : null;
  const below = headline ? lines.slice(1) : lines;
  const byline = below[0] && !isLast(below[0]) ? bylineOf(text, below[0]) : null;
  const above = Math.max(header?.end ?? 0, dateline?.end ?? 0, headline?.end ?? 0, byline?.end ?? 0);
  return { headline, byline, body: trim(text, { start: above, end: text.length }) };
}

/** The first three lines between two offsets that hold anything: the whole text may stand there. */
function topLines(text: string, span: Span): Span[] {
  const lines: Span[] = [];
  for (const line of linesIn(text, span)) {
    lines.push(line);
    if (lines.length === 3) break;
  }
  return lines;
}

const isHeadline = (line: string) =>
  line.length <= LONGEST_HEADLINE &&
  !/[.:;,](?:["”’]|'{1,2})?$/.test(line) &&
  !/^(?:["“‘]|``|'')/.test(line) &&
  !/^by\s/i.test(line) &&
  /\s/.test(line);

/** How columns print it: `ANA BELL`. */
const COLUMNIST = /^(?<given>\p{Lu})(?<rest>\p{Lu}+)(?: \p{Lu}[\p{Lu}.'’-]*){1,2}$/u;

function bylineOf(text: string, line: Span): Byline | null {
  const printed = text.slice(line.start, line.end);
  const { given, rest } = COLUMNIST.exec(printed)?.groups ?? {};
  if (given && GIVEN_NAMES.has(given + rest!.toLowerCase())) return { ...line, authors: [capitalized(printed)] };
  const names = BYLINE.exec(printed)?.groups?.names;
  const authors = names
    ?.split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
    .filter((name) => name && !agencies.has(name.toUpperCase()) && !IS_WORK.test(name));
  return authors?.length ? { ...line, authors } : null;
}
