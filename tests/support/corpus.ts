import type { Reading } from '../../src/readers/index.ts';
import type { Saving } from '../../src/store/saving.ts';
import type { Annotators } from '../../src/workers/pool.ts';
import { saving } from './found.ts';

const SPEAKERS = ['Ana Bell', 'Cem Dahl', 'Eva Fink', 'Gus Hale', 'Ida Jung'];
const BODIES = ['Harbour Board', 'Ostley Council', 'Rail Union', 'Water Trust'];
const PLACES = ['Ostley', 'Varn', 'Lund Bay'];

/**
 * `count` articles that follow from their number alone, a day apart. Each quotes three speakers and one organization, and names three
 * organizations and three places, in turns, so that every noun has children too as soon as there are a few articles.
 */
export function corpus(count: number): Saving[] {
  return Array.from({ length: count }, (_, i) => {
    const people = [0, 1, 2].map((k) => SPEAKERS[(i + k) % SPEAKERS.length]!);
    const organizations = [0, 1, 2].map((k) => BODIES[(i + k) % BODIES.length]!);
    const lines = people.map((name, k) => `Chair ${name} of the ${organizations[k]} in ${PLACES[k]} said “${words(i, k)}”`);
    const text = [...lines, `“${words(i, 3)}” it said.`].join('\n');
    return saving(
      `https://news.example/${i}`,
      text,
      {
        published: new Date(Date.UTC(2031, 0, 1 + i)).toISOString().slice(0, 10),
        people: people.map((name) => ({ name, title: 'Chair' })),
        organizations: organizations.map((name) => ({ name })),
        places: PLACES,
        quotes: [
          ...people.map((_, k) => ({ content: words(i, k), speaker: k, kind: (['DIRECT', 'INDIRECT', 'MIXED'] as const)[k]! })),
          { content: words(i, 3), organization: 0 },
        ],
      },
      { publisher: i % 2 === 0 ? 'The Even' : 'The Odd', collection: i % 3 === 0 ? 'thirds' : 'main' },
    );
  });
}

const words = (article: number, quote: number) => `Number ${article * 4 + quote} is what I say.`;

/** The first `count` articles as readers pass them on. */
export async function* corpusReadings(count: number): AsyncGenerator<Reading> {
  for (const { document } of corpus(count)) yield { path: document.origin.key, file: 'all', format: null, kept: null, at: null, document };
}

/** Annotators that give, without any extractor, what those articles say is to be found in them. `seen` is told of each text, and may throw. */
export function recorded(count: number, seen: (text: string) => void = () => {}): Annotators {
  const byText = new Map(corpus(count).map(({ document, found }) => [document.text, found]));
  const run = async (_: string, text: string) => {
    seen(text);
    return byText.get(text);
  };
  return { size: 1, run: run as Annotators['run'], close: async () => {} };
}
