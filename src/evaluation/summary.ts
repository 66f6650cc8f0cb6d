import type { Counts } from './counts.ts';

/** Shares of 1. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Right among those matched, and among all. */
export interface Shares {
  readonly gold: number;
  readonly matched: number;
  readonly right: number;
  readonly accuracy: number;
  readonly recall: number;
}

export const KINDS = ['all', 'direct', 'mixed', 'indirect'] as const;
export const TYPES = ['all', 'PER', 'ORG', 'LOC'] as const;
export const FORMS = ['named', 'pronoun', 'nominal'] as const;

/** All measures, from what was counted. */
export function summarize(counts: Counts) {
  const of = (path: string) => counts[path] ?? 0;
  const share = (part: string, whole: string) => divide(of(part), of(whole));
  const shares = (path: string): Shares => ({
    gold: of(`${path}/gold`),
    matched: of(`${path}/matched`),
    right: of(`${path}/right`),
    accuracy: share(`${path}/right`, `${path}/matched`),
    recall: share(`${path}/right`, `${path}/gold`),
  });
  const content = (kind: string) => {
    const [gold, predicted] = [`content/${kind}/gold`, `content/${kind}/predicted`];
    const mean = (measure: string) => rates(share(`${predicted}/${measure}`, predicted), share(`${gold}/${measure}`, gold));
    return {
      gold: of(gold),
      predicted: of(predicted),
      soft: mean('soft'),
      token: rates(share(`${predicted}/shared`, `${predicted}/words`), share(`${gold}/shared`, `${gold}/words`)),
      exact: mean('exact'),
      strict: mean('strict'),
    };
  };
  const parts = (path: string) => ({
    gold: of(`${path}/gold`),
    predicted: of(`${path}/predicted`),
    exact: rates(share(`${path}/exact`, `${path}/predicted`), share(`${path}/exact`, `${path}/gold`)),
    begin: rates(share(`${path}/predicted/begin`, `${path}/predicted`), share(`${path}/gold/begin`, `${path}/gold`)),
    jaccard: share(`${path}/jaccard`, `${path}/compared`),
  });
  const entities = (type: string) => {
    const [gold, predicted] = [`entities/${type}/gold`, `entities/${type}/predicted`];
    return {
      gold: of(gold),
      predicted: of(predicted),
      exact: rates(share(`entities/${type}/right`, predicted), share(`entities/${type}/right`, gold)),
      overlap: rates(share(`${predicted}/overlap`, predicted), share(`${gold}/overlap`, gold)),
    };
  };
  return {
    content: table(KINDS, content),
    kindIsRight: share('kind/right', 'kind/matched'),
    parts: table(['content', 'source'], (name) => parts(`parts/${name}`)),
    source: table(KINDS, (kind) => shares(`source/${kind}`)),
    name: table([...KINDS, ...FORMS], (kind) => shares(`name/${kind}`)),
    entities: table(TYPES, entities),
    roles: {
      gold: of('roles/gold'),
      predicted: of('roles/predicted'),
      exact: rates(share('roles/exact', 'roles/predicted'), share('roles/exact', 'roles/gold')),
      found: rates(share('roles/right', 'roles/predicted'), share('roles/right', 'roles/gold')),
      organization: rates(
        share('roles/organization/right', 'roles/organization/predicted'),
        share('roles/organization/right', 'roles/organization/gold'),
      ),
    },
  };
}

export type Summary = ReturnType<typeof summarize>;

const divide = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const rates = (precision: number, recall: number): Rates => ({
  precision,
  recall,
  f1: divide(2 * precision * recall, precision + recall),
});
const table = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
