import { normalize } from '../normalize.ts';
import type { Organization, Person, Place } from '../pipeline/index.ts';

/**
 * What makes two articles' people one: the same full name. A bare surname stays with its article, since two people may share it.
 * Two people of one full name are one.
 */
export const speakerKey = ({ name, isFullName }: Pick<Person, 'name' | 'isFullName'>, articleId: string): string =>
  isFullName ? normalize(name) : within(articleId, name);

/**
 * What makes two articles' organizations one: the entry of the gazetteer that both mean, or the same full name. An acronym that
 * neither the article nor the gazetteer expands stays with its article.
 */
export function organizationKey(
  { name, acronym, gazetteer }: Pick<Organization, 'name' | 'acronym' | 'gazetteer'>,
  articleId: string,
): string {
  if (gazetteer) return normalize(gazetteer.name);
  return name === acronym ? within(articleId, name) : normalize(name);
}

/** What makes two articles' places one: the same name. */
export const placeKey = ({ name }: Pick<Place, 'name'>): string => normalize(name);

/** A key that no other article's names can have: normalized names hold no @. */
const within = (articleId: string, name: string) => `${normalize(name)}@${articleId}`;
