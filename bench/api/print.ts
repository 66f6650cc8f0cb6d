import { machine, ranOn } from '../report.ts';
import type { Summary } from './costs.ts';

/** A question put to Quotewire and to the floor. */
export interface Measured {
  readonly question: string;
  readonly quotewire: Summary;
  readonly floor: Summary;
  readonly ratio: { readonly median: number; readonly p99: number; readonly cpu: number };
}

/** A search, the share of quotes that it finds, and milliseconds that the database takes for its first page. */
export interface MeasuredSearch {
  readonly words: string;
  readonly share: number;
  readonly databaseMs: number;
}

const ms = (value: number) => value.toFixed(1);
const times = (value: number) => value.toFixed(2);
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;

/** The report for people. */
export const printed = (
  articles: number,
  questions: readonly Measured[],
  searches: readonly MeasuredSearch[],
): string => `# What the API costs

Written by \`npm run bench:api\`. ${ranOn(machine())} ${articles} generated articles, five quotes each.

The **floor** is the least that the same answer can cost: one hand-written SQL statement a question, through the bare driver and \`node:http\`, its result sent
as it is. Each question is asked with other variables each time, one request after the other, by turns of Quotewire (in production settings, logs included) and
floor, after 300 that are not counted; nothing keeps or compresses answers. The answers are compared first and are equal, but for highlights: the floor leaves them as PostgreSQL marks them.
Milliseconds a request; CPU is that of the server and of the database together. Machines differ and are busy: the ratios are what counts.

${row('question', 'Quotewire, median', 'p99', 'CPU', 'floor, median', 'p99', 'CPU', 'latency, times the floor', 'CPU, times the floor')}
${row('---', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:')}
${questions.map(({ question, quotewire: a, floor: b, ratio }) => row(question, ms(a.median), ms(a.p99), ms(a.cpu + a.databaseCpu), ms(b.median), ms(b.p99), ms(b.cpu + b.databaseCpu), times(ratio.median), times(ratio.cpu))).join('\n')}

## Searches

The first page of ${searches.length} searches in quotes, with highlights, by the share of quotes that they find: milliseconds that all statements of a request take together, as the
server sees it.

${row('search', 'finds, %', 'database, ms')}
${row('---', '---:', '---:')}
${searches.map(({ words, share, databaseMs }) => row(`\`${words}\``, (100 * share).toFixed(2), ms(databaseMs))).join('\n')}
`;
