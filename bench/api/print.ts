import { machine, ranOn, table } from '../report.ts';
import { WARM_UP } from './asking.ts';
import type { Summary } from './costs.ts';

/** A question put to Quotewire and to the floor. */
export interface Measured {
  readonly question: string;
  readonly quotewire: Summary;
  readonly floor: Summary;
  readonly ratio: { readonly median: number; readonly p99: number; readonly cpu: number };
}

/** A question put to Quotewire and to others; `ratio` is of Quotewire's cost to theirs. */
export interface MeasuredCommon {
  readonly question: string;
  readonly quotewire: Summary;
  readonly others: readonly { readonly name: string; readonly costs: Summary; readonly ratio: Measured['ratio'] }[];
}

/** A search, the share of quotes that it finds, and milliseconds that the database takes for its first page. */
export interface MeasuredSearch {
  readonly words: string;
  readonly share: number;
  readonly databaseMs: number;
}

const ms = (value: number) => value.toFixed(1);
const times = (value: number) => value.toFixed(2);

/** All that a run came to. */
export interface Figures {
  readonly articles: number;
  readonly questions: readonly Measured[];
  readonly common: readonly MeasuredCommon[];
  readonly searches: readonly MeasuredSearch[];
  /** What somebody typed, and milliseconds that the database takes to suggest what is meant, among all nouns. */
  readonly typed: readonly { readonly typed: string; readonly databaseMs: number }[];
}

const cost = ({ median, p99, cpu, databaseCpu }: Summary) => [ms(median), ms(p99), ms(cpu + databaseCpu)];

/** The report for people. */
export const printed = ({ articles, questions, common, searches, typed }: Figures): string => `# What the API costs

Written by \`npm run bench:api -- --others\`. ${ranOn(machine())} ${articles} generated articles, five quotes each.

The **floor** is the least that the same answer can cost: one hand-written SQL statement a question, through the bare driver and \`node:http\`, its result sent
as it is. Each question is asked with other variables each time, one request after the other, by turns of Quotewire (in production settings, logs included) and
floor, after ${WARM_UP} that are not counted, or as many as go into ten seconds; nothing keeps or compresses answers. The answers are compared first and are equal, but for highlights, which the floor
leaves as PostgreSQL marks them, and for suggestions, where it looks for beginnings alone. Milliseconds a request; CPU is that of the server and of the database together. Machines differ and are busy: the
ratios are what counts.

${table(
  ['question', 'Quotewire, median', 'p99', 'CPU', 'floor, median', 'p99', 'CPU', 'latency, times the floor', 'CPU, times the floor'],
  questions.map(({ question, quotewire, floor, ratio }) => [
    question,
    ...cost(quotewire),
    ...cost(floor),
    times(ratio.median),
    times(ratio.cpu),
  ]),
)}
${common.length > 0 ? others(common) : ''}
## Searches

The first page of ${searches.length} searches in quotes, with highlights, by the share of quotes that they find: milliseconds that all statements of a request
take together, as the server sees it.

${table(
  ['search', 'finds, %', 'database, ms'],
  searches.map(({ words, share, databaseMs }) => [`\`${words}\``, (100 * share).toFixed(2), ms(databaseMs)]),
)}

## Suggestions

The same for what people have typed, among all nouns: a beginning, a part, a name with a letter left out.

${table(
  ['typed', 'database, ms'],
  typed.map(({ typed: text, databaseMs }) => [`\`${text}\``, ms(databaseMs)]),
)}
`;

const others = (common: readonly MeasuredCommon[]) => `
## Beside others

The same rows, from the same database, each asked in its own words: Mercurius with Prisma as one writes it by their documentation, with loaders, and
PostGraphile as it comes (its facets return every group, so that they are no match). Ratios are of Quotewire to them: below 1 it is faster.

${table(
  ['question', 'of', 'median', 'p99', 'CPU', 'Quotewire, median', 'p99', 'CPU', 'latency, times theirs', 'CPU, times theirs'],
  common.flatMap(({ question, quotewire, others }) =>
    others.map(({ name, costs, ratio }) => [question, name, ...cost(costs), ...cost(quotewire), times(ratio.median), times(ratio.cpu)]),
  ),
)}
`;
