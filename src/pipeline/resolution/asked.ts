import { BODIES, DOCUMENTS } from '../lexicon/titles.ts';
import type { SourceGround } from '../sources/ground.ts';
import type { Run } from '../words/runs.ts';

/** How a source that is no name asks who it is. */
export const ASKS = { HE: 1, SHE: 2, IT: 3, THEY: 4, WE: 5, ROLE: 6, BODY: 7, DOCUMENT: 8, NOTHING: 9, NAMESAKE: 10 } as const;
export type Asks = (typeof ASKS)[keyof typeof ASKS];

const PRONOUNS: ReadonlyMap<string, Asks> = new Map<string, Asks>([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, ASKS.HE] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, ASKS.SHE] as const),
  ...['it', 'its'].map((word) => [word, ASKS.IT] as const),
  ...['they', 'them', 'their'].map((word) => [word, ASKS.THEY] as const),
  ...['i', 'we', 'us', 'my', 'our', 'you'].map((word) => [word, ASKS.WE] as const),
]);

/** What a pronoun asks for; null for other words. */
export function pronounAsks({ tokens }: SourceGround, { from, to }: Run): Asks | null {
  return to - from === 1 && !/^(?:IT|US)$/.test(tokens[from]!.text) ? (PRONOUNS.get(tokens[from]!.lower) ?? null) : null;
}

/** Other words for an organization: what it is called where it need not be the one that spoke last. */
const MORE_BODIES: ReadonlySet<string> = new Set(
  `academy administration airline alliance assembly authority automaker bank board brewer brewery broadcaster campaign carmaker carrier charity church
  city coalition college conglomerate insurer lender tabloid
  congregation cooperative corporation court developer federation foundation fund government hospital institute institution league local magazine
  maker museum network newspaper nonprofit office operator outlet owner paper parish parliament publisher regulator retailer school senate service
  squad startup station supplier team think-tank trust university utility watchdog`.split(/\s+/),
);

/** What a phrase asks for by its last noun. */
export function phraseAsks(head: string): Asks {
  return BODIES.has(head) || MORE_BODIES.has(head) ? ASKS.BODY : DOCUMENTS.has(head) ? ASKS.DOCUMENT : ASKS.ROLE;
}
