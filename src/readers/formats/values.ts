/** An object of JSON, or what is like one. */
export type Fields = Readonly<Record<string, unknown>>;

/** Lists within lists that are looked into. */
const DEEPEST = 4;

/** A value as text: of an object its name (or what it has in its place), of a list of paragraphs all of them. */
export function textOf(value: unknown, depth = 0): string | null {
  if (depth > DEEPEST) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => textOf(part, depth + 1)).filter((part) => part !== null);
    return parts.length > 0 ? parts.join('\n\n') : null;
  }
  if (typeof value === 'object' && value !== null) {
    const { name, title, rendered, text, '@value': own } = value as Fields;
    const first = [name, title, rendered, text, own].find((part) => typeof part === 'string');
    return first === undefined ? nameInParts(value as Fields) : textOf(first);
  }
  return null;
}

/** The names that the parts of a person's name commonly have; letter case and underscores aside. */
const PARTS = [
  ['firstname', 'first', 'givenname', 'given'],
  ['lastname', 'last', 'familyname', 'family', 'surname'],
];

function nameInParts(fields: Fields): string | null {
  const parts = PARTS.map((names) => Object.entries(fields).find(([name]) => names.includes(name.toLowerCase().replaceAll('_', '')))?.[1]);
  return (
    parts
      .filter((part) => typeof part === 'string')
      .join(' ')
      .trim() || null
  );
}

/** The words of an article in a value: never the name or title of an object. */
export function wordsOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return textOf(value);
  const { rendered, text, '@value': own } = value as Fields;
  return textOf(rendered ?? text ?? own);
}

/** What parts people and what else is named one after the other; a comma before a suffix belongs to the name. */
const BETWEEN_NAMES = /;|,(?!\s*(?:Jr|Sr|I{2,3}|IV|MD|PhD)\b)|\s+and\s+/i;

/** A value as a list: an array, or a text parted by commas. */
export function listOf(value: unknown, separator = BETWEEN_NAMES): string[] {
  const parts = Array.isArray(value) ? value.map(inWords) : (inBrackets(inWords(value)) ?? inWords(value)?.split(separator) ?? []);
  return parts.map((part) => part?.trim() ?? '').filter((part) => part !== '');
}

/** The items of a list as Python prints it, which is how its tables get into CSV: `['Ann Lee', "Bo D'Arcy"]`; null for what is none. */
function inBrackets(line: string | null): string[] | null {
  const inside = /^\s*\[(.*)\]\s*$/s.exec(line ?? '')?.[1];
  if (inside === undefined) return null;
  const items = [...inside.matchAll(/\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*(?:,|$)/gs)];
  const isAll = items.reduce((length, [whole]) => length + whole.length, 0) === inside.length;
  return isAll ? items.map(([, single, double]) => (single ?? double!).replace(/\\(.)/gs, '$1')) : null;
}

/** A number is the id of something that stands elsewhere. */
const inWords = (value: unknown): string | null => (typeof value === 'number' ? null : textOf(value));

/** A value as a time that is still to be read. */
export const timeOf = (value: unknown): string | number | null => (typeof value === 'number' ? value : textOf(value));

/** What parts them where semicolons do: a comma is of the name then. */
const BETWEEN_WHOLE_NAMES = /;|\s+and\s+/i;
/** `Bell, Ana`, as catalogues write it; agencies are in capitals. */
const SURNAME_FIRST = /^(\p{Lu}\p{Ll}[\p{L}'’-]*),\s+(?!(?:Jr|Sr|MD|PhD)\b)(\p{Lu}(?:\p{Ll}|\.)[\p{L}.'’ -]*)$/u;
/** What people are, beside their names. */
const IS_WORK = /(?:^|\s)(?:writer|reporter|correspondent|editor)s?$/i;

/** The people of a byline: `By Ana Bell in Ostley and Cem Dahl, Staff Writers`; of a list each is one. */
export function namesIn(byline: unknown): string[] {
  const isCatalogued = typeof byline === 'string' && byline.includes(';');
  const names = listOf(byline, isCatalogued ? BETWEEN_WHOLE_NAMES : BETWEEN_NAMES)
    .map((name) => name.replace(/^by\s+/i, '').replace(/(?<=\S)\s+in\s+\p{Lu}.*$/u, ''))
    .map((name) => (isCatalogued ? name.replace(SURNAME_FIRST, '$2 $1') : name));
  const people = names.filter((name) => !IS_WORK.test(name));
  return people.length > 0 ? people : names;
}
