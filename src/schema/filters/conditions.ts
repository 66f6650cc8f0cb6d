type Conditions = Readonly<Record<string, unknown>>;

/**
 * Prisma's conditions that all hold as one object, as flat as can be: what says nothing is left out, an AND inside is dissolved.
 * Every level and key costs whoever reads them, and most that filters make have nothing in them.
 */
export function allOf(...wheres: readonly object[]): object {
  const merged: Record<string, unknown> = {};
  const others: object[] = [];
  for (const where of wheres) add(where as Conditions, merged, others);
  return others.length > 0 ? { ...merged, AND: others } : merged;
}

function add(where: Conditions, merged: Record<string, unknown>, others: object[]): void {
  for (const [key, condition] of Object.entries(where)) {
    if (condition === undefined) continue;
    if (key === 'AND') for (const inner of Array.isArray(condition) ? condition : [condition]) add(inner, merged, others);
    // Two conditions of one name stand side by side.
    else if (key in merged) others.push({ [key]: condition });
    else merged[key] = condition;
  }
}
