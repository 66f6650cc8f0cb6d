import { overlap } from '../span.ts';
import { add, type Counts } from './counts.ts';
import type { GoldRole, PredictedArticle } from './format.ts';
import { sameName } from './names.ts';

/** The roles of the people of a prediction, each with whose it is. */
export const rolesOf = ({ entities }: Pick<PredictedArticle, 'entities'>): GoldRole[] =>
  entities.flatMap(({ name, roles }) => (name ? roles.map(({ span, organization }) => ({ span, organization, person: name })) : []));

/**
 * How well roles agree: found where a title of the same person shares a character with the marked one, exact where it is the same words. The
 * organization is compared in roles that were found, where either side has one.
 */
export function countRoles(counts: Counts, gold: readonly GoldRole[], predicted: readonly GoldRole[]): void {
  add(counts, 'roles/gold', gold.length);
  add(counts, 'roles/predicted', predicted.length);
  const left = new Set(predicted);
  for (const role of gold) {
    const like = [...left].filter((other) => sameName(other.person, role.person) && share(other, role));
    const found = like.find((other) => isSame(other, role)) ?? like[0];
    if (!found) continue;
    left.delete(found);
    add(counts, 'roles/right', 1);
    add(counts, 'roles/exact', isSame(found, role) ? 1 : 0);
    if (role.organization) add(counts, 'roles/organization/gold', 1);
    if (found.organization) add(counts, 'roles/organization/predicted', 1);
    if (role.organization && found.organization && sameName(found.organization, role.organization))
      add(counts, 'roles/organization/right', 1);
  }
}

const spanOf = ({ span: [start, end] }: GoldRole) => ({ start, end });
const share = (a: GoldRole, b: GoldRole) => overlap(spanOf(a), spanOf(b));
const isSame = (a: GoldRole, b: GoldRole) => a.span.join() === b.span.join();
