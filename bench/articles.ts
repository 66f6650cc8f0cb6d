import type { Saving } from '../src/store/saving.ts';
import { type Said, saving } from '../tests/support/found.ts';
import { type Random, random } from './random.ts';
import {
  AUTHORS,
  COLLECTIONS,
  CUES,
  KEYWORDS,
  ORGANIZATIONS,
  PEOPLE,
  PLACES,
  PUBLISHERS,
  SECTIONS,
  TITLES,
  UNNAMED,
  WORDS,
} from './vocabulary.ts';

/** What every benchmark loads unless it is told otherwise: five quotes an article. */
export const ARTICLES = 20_000;

/** The stretch of time over which the articles came out. */
const FIRST_DAY = Date.UTC(2026, 0, 1);
const DAYS = 5 * 365;

type Quote = NonNullable<Said['quotes']>[number];

/**
 * The article of a number: text, metadata and, without any extractor, what is to be found in it. It follows from the number alone; the
 * words, speakers, organizations and publishers are as unevenly frequent as real ones. One in a hundred has no date.
 */
export function article(number: number): Saving {
  const r = random(number * 7919 + 1);
  const people = distinct(2 + r.below(2), () => PEOPLE[r.zipf(PEOPLE.length)]!);
  const organizations = distinct(2 + r.below(2), () => ORGANIZATIONS[r.zipf(ORGANIZATIONS.length)]!);
  const places = distinct(1 + r.below(3), () => PLACES[r.zipf(PLACES.length)]!);
  const titles = people.map(() => `${r.one(TITLES)} of ${r.one(ORGANIZATIONS)}`);
  const quotes = Array.from({ length: 5 }, () => quote(r, people, organizations));
  const text = [
    `${sentence(r, 18)} in ${places.join(', ')} ${words(r, 6)}.`,
    ...people.map((name, i) => `${titles[i]} ${name} ${words(r, 9)}, ${organizations[i % organizations.length]} ${words(r, 12)}.`),
    ...organizations.map((name) => `${sentence(r, 14)} the ${name} ${words(r, 16)}.`),
    ...quotes.map(({ line }) => `${line} ${sentence(r, 12 + r.below(25))}.`),
    `${sentence(r, 30)}.`,
  ].join('\n\n');
  return saving(
    `https://news.example/${number}`,
    text,
    {
      people: people.map((name, i) => ({ name, title: titles[i]! })),
      organizations: organizations.map((name) => ({ name })),
      places,
      quotes: quotes.map(({ said }) => said),
    },
    {
      headline: sentence(r, 6 + r.below(4)),
      publisher: PUBLISHERS[r.zipf(PUBLISHERS.length)]!,
      collection: r.one(COLLECTIONS),
      section: r.one(SECTIONS),
      language: 'en',
      authors: [AUTHORS[r.zipf(AUTHORS.length)]!],
      published: r.chance(0.01)
        ? null
        : { at: new Date(FIRST_DAY + r.below(DAYS) * 86_400_000 + r.below(1440) * 60_000), precision: 'MINUTE' as const },
      keywords: distinct(r.below(6), () => KEYWORDS[r.zipf(KEYWORDS.length)]!),
    },
  );
}

/** What somebody says, its line in the text, and what an extractor should find there. */
function quote(r: Random, people: readonly string[], organizations: readonly string[]): { line: string; said: Quote } {
  const content = sentence(r, 8 + r.below(24));
  const cue = CUES[r.zipf(CUES.length)]!;
  const kind = r.one(['DIRECT', 'DIRECT', 'INDIRECT', 'MIXED'] as const);
  const draw = r.next();
  const by =
    draw < 0.8
      ? { speaker: r.below(people.length), attribution: r.one(['NAME', 'SURNAME', 'PRONOUN', 'TITLE'] as const) }
      : draw < 0.9
        ? { organization: r.below(organizations.length), attribution: 'ORGANIZATION' as const }
        : { attribution: 'UNNAMED' as const };
  const source = 'speaker' in by ? people[by.speaker!]! : 'organization' in by ? organizations[by.organization!]! : r.one(UNNAMED);
  const line = kind === 'INDIRECT' ? `${content}, ${cue} ${source}.` : `“${content},” ${cue} ${source}.`;
  const confidence = Math.round((0.4 + 0.6 * r.next()) * 100) / 100;
  return { line, said: { content, cue, source, kind, confidence, act: r.chance(0.1) ? 'ATTITUDE' : 'SPEECH', ...by } };
}

const words = (r: Random, count: number) => Array.from({ length: count }, () => WORDS[r.zipf(WORDS.length)]!).join(' ');
const sentence = (r: Random, count: number) => {
  const text = words(r, count);
  return text[0]!.toUpperCase() + text.slice(1);
};

function distinct(count: number, draw: () => string): string[] {
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(draw());
  return [...drawn];
}
