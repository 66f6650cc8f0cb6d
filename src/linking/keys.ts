import { normalize } from '../normalize.ts';
import type { Organization, Person, Place } from '../pipeline/index.ts';

/**
 * What makes two articles' people one: the same full name. A middle initial makes no difference, since most articles leave it out; two
 * of them do, since people are told apart by them. A bare surname stays with its article, since two people may share it. Two people of
 * one full name are one.
 */
export const speakerKey = ({ name, isFullName }: Pick<Person, 'name' | 'isFullName'>, articleId: string): string =>
  isFullName ? normalize(withoutInitial(name)) : within(articleId, name);

/** "Ana M. Bell" is Ana Bell, "A. M. Bell" stays. */
function withoutInitial(name: string): string {
  const words = name.split(' ');
  const initials = words.flatMap((word, i) => (/^\p{Lu}\.?$/u.test(word) ? [i] : []));
  return initials.length === 1 && initials[0] === 1 && words.length > 2 ? words.toSpliced(1, 1).join(' ') : name;
}

/** Behind the name of a company what the law calls it, or the end of its site's name, which one article prints and the next does not. */
const FORM = /(?:,? (?:Inc|Incorporated|Corp|Ltd|Limited|LLC|LLP|plc|PLC|AG|GmbH|S\.?A|SpA|N\.?V|B\.?V)\.?|(?<=^[\w-]+)\.(?:com|org))$/;

/**
 * What makes two articles' organizations one: the entry of the gazetteer that both mean, or the same full name, "The" before it and the
 * legal form of a company or the `.com` behind it aside. An acronym that neither the article nor the gazetteer expands stays with its article.
 */
export function organizationKey(
  { name, acronym, gazetteer }: Pick<Organization, 'name' | 'acronym' | 'gazetteer'>,
  articleId: string,
): string {
  if (gazetteer) return normalize(gazetteer.name);
  return name === acronym ? within(articleId, name) : normalize(name.replace(/^The (?=\S+ )/, '').replace(FORM, ''));
}

/** What makes two articles' places one: the same name. */
export const placeKey = ({ name }: Pick<Place, 'name'>): string => normalize(name);

/** A key that no other article's names can have: normalized names hold no @. */
const within = (articleId: string, name: string) => `${normalize(name)}@${articleId}`;
