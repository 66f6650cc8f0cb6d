import type { Fields } from './values.ts';

/** What a page says in JSON-LD, in the words of schema.org. */
export interface LinkedData {
  /** The articles that it tells of, in its order: mostly its own, in some pages others that it leads to as well. */
  readonly articles: readonly Fields[];
  /** What a value, or each of a list, refers to by its `@id`; what refers to nothing stays as it is. */
  readonly follow: (value: unknown) => unknown;
}

const ARTICLE = /(^|[:/])(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$/;
/** Levels of graphs and lists that are looked into. */
const DEEPEST = 4;

/** Reads all that a page says in JSON-LD: its articles, and by their ids the people and organizations that it refers to. */
export function readLinkedData(document: Pick<Document, 'querySelectorAll'>): LinkedData {
  const things = [...document.querySelectorAll('script[type^="application/ld+json" i]')].flatMap((script) =>
    thingsIn(parse(script.textContent ?? ''), 0),
  );
  const byId = new Map(things.flatMap((thing) => ('@id' in thing && 'name' in thing ? [[thing['@id'], thing] as const] : [])));
  const follow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(follow);
    return isThing(value) && !('name' in value) ? (byId.get(value['@id']) ?? value) : value;
  };
  return { articles: things.filter((thing) => [thing['@type']].flat().some((type) => ARTICLE.test(String(type)))), follow };
}

const isThing = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A thing, and those that graphs and lists hold a few levels down. */
function thingsIn(value: unknown, depth: number): Fields[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => thingsIn(one, depth + 1));
  return isThing(value) ? [value, ...thingsIn(value['@graph'], depth + 1), ...thingsIn(value.mainEntity, depth + 1)] : [];
}

function parse(json: string): unknown {
  // So programs hide it from browsers that know no JSON.
  const bare = json.replace(/^[\s/*]*<!(?:\[CDATA\[|--)[\s/*]*|[\s/*]*(?:\]\]|--)>[\s/*]*$/g, '');
  try {
    return JSON.parse(bare);
  } catch {
    // Line ends inside strings are the common fault.
    try {
      return JSON.parse(bare.replace(/[\n\r\t]/g, ' '));
    } catch {
      return null;
    }
  }
}
