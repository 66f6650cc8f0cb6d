import type { Metadata, Published } from '../document.ts';
import { type Fail, type Tag, written } from './tags.ts';

export type IdentityType = 'PERSON' | 'ORGANIZATION' | 'PLACE' | 'DOCUMENT';

/** Somebody or something that articles name. Its key is the same in all samples: two keys are two people, whatever they are called. */
export interface Identity {
  readonly key: string;
  readonly type: IdentityType;
  /** For an organization, where it is known: GOVERNMENT, PARTY, COMPANY … */
  readonly kind: string | null;
  /** The fullest name; null for one whom the article leaves without a name. */
  readonly name: string | null;
  readonly acronym: string | null;
  /** Other forms of the name. */
  readonly aliases: readonly string[];
}

/** A legend, by key. */
export type Identities = ReadonlyMap<string, Identity>;

export interface Header {
  readonly id: string;
  /** How it is written: wire, broadsheet, local, interview, statement … */
  readonly style: string;
  readonly url: string | null;
  readonly metadata: Metadata;
  readonly identities: Identities;
  /** Where the article's text begins in the file. */
  readonly textStart: number;
}

const FIELDS = ['id', 'published', 'publisher', 'url', 'style', 'headline', 'authors', 'section', 'keywords', 'language'];
const FIELD = /^([a-z]+): +(.+)$/;
const IDENTITY =
  /^@([a-z0-9-]+) = (person|place|document|organization(?:\/([a-z]+))?)(?: ([^ (|][^(|]*?)?(?: \(([^()|]+)\))?((?: \| [^|]+)*))?$/;
const KINDS = ['agency', 'company', 'government', 'international', 'party', 'media', 'sport', 'education', 'other'];
const END = '---';

/** Reads the lines above `---`: the fields, then the legend of identities. */
export function readHeader(source: string, fail: Fail): Header {
  const fields = new Map<string, string>();
  const identities = new Map<string, Identity>();
  let at = 0;
  for (const line of source.split('\n')) {
    if (line === END) return { ...readFields(fields, fail), identities, textStart: at + END.length + 1 };
    const [, field, value] = FIELD.exec(line) ?? [];
    if (line.startsWith('@')) {
      const identity = readIdentity(line, at, fail);
      if (identities.has(identity.key)) fail(at, `@${identity.key} is in the legend twice`);
      identities.set(identity.key, identity);
    } else if (field && value && FIELDS.includes(field)) {
      if (fields.has(field)) fail(at, `${field}: is given twice`);
      fields.set(field, value);
    } else if (line) fail(at, `unknown header line; fields are ${FIELDS.join(', ')}, then @key = type Name`);
    at += line.length + 1;
  }
  return fail(source.length, 'the header has no end: a line --- must part it from the text');
}

function readFields(fields: ReadonlyMap<string, string>, fail: Fail): Omit<Header, 'identities' | 'textStart'> {
  const need = (name: string) => fields.get(name) ?? fail(0, `the header has no ${name}:`);
  const list = (name: string) => fields.get(name)?.split(/, */) ?? [];
  return {
    id: need('id'),
    style: need('style'),
    url: fields.get('url') ?? null,
    metadata: {
      headline: fields.get('headline') ?? null,
      authors: list('authors'),
      publisher: need('publisher'),
      section: fields.get('section') ?? null,
      keywords: list('keywords'),
      language: fields.get('language') ?? 'en',
      collection: 'samples',
      published: readTime(need('published'), fail),
      notes: [],
    },
  };
}

function readTime(value: string, fail: Fail): Published {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d)?Z?$/.exec(value) ?? [];
  const at = new Date(`${day}${minute ?? 'T00:00'}Z`);
  if (Number.isNaN(at.getTime())) fail(0, `published: ${value} is no time; write 2031-03-04 or 2031-03-04T09:12Z`);
  return { at, precision: minute ? 'MINUTE' : 'DAY' };
}

function readIdentity(line: string, at: number, fail: Fail): Identity {
  const [, key, type, kind, name, acronym, aliases] = IDENTITY.exec(line) ?? [];
  if (!key || !type) return fail(at, 'a legend line reads: @key = person|organization|place|document Full Name (ACRONYM) | other form');
  if (kind && !KINDS.includes(kind)) fail(at, `unknown kind of organization ${kind}; known are ${KINDS.join(', ')}`);
  return {
    key,
    type: type.replace(/\/.*/, '').toUpperCase() as IdentityType,
    kind: kind?.toUpperCase() ?? null,
    name: name ?? null,
    acronym: acronym ?? null,
    aliases: aliases?.split(' | ').slice(1) ?? [],
  };
}

/** The identity that a tag means by `key`. */
export function identityOf(key: string, tag: Tag, identities: Identities, fail: Fail): Identity {
  return identities.get(key) ?? fail(tag.at, `unknown identity ${key} in ${written(tag)}; the legend has no @${key}`);
}
