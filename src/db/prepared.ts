/** Statements that are prepared, at most: each stays in the memory of every connection. */
const MOST = 200;

/** What the driver takes for no name. */
const NONE = '';

/** Statements that are remembered to have come once. */
const MOST_SEEN = 2_000;

/**
 * Names for statements that come again, under which a connection keeps them planned: planning costs more than running where lists stand in
 * lists (`npm run bench:api`). Those that search get none: which way is best depends on how frequent their words are. Nor do those that
 * write, which are long and rare.
 */
export function preparedNames(most = MOST): (statement: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  return ({ sql }) => {
    const known = names.get(sql) ?? NONE;
    if (known || names.size >= most || !/^[\s(]*(?:SELECT|WITH)/.test(sql) || sql.includes('@@')) return known;
    if (seen.delete(sql)) {
      const name = `q${names.size}`;
      names.set(sql, name);
      return name;
    }
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.add(sql);
    return NONE;
  };
}
