import { toStoredText } from '../document.ts';
import { QuotewireError } from '../errors.ts';
import type { GoldArticle, GoldMention, GoldRole } from './article.ts';
import { type Identities, identityOf, readHeader } from './header.ts';
import { readQuotes } from './quotes.ts';
import { type Fail, isBrace, readTags, spanOf, type Tag, written } from './tags.ts';

export type { GoldArticle, GoldMention, GoldQuote, GoldRole } from './article.ts';

/**
 * Reads an annotated article. samples/README.md explains the markup.
 * @throws QuotewireError naming file, line and column of bad markup.
 */
export function parseGold(file: string, source: string): GoldArticle {
  const stored = toStoredText(source);
  const fail: Fail = (at, problem) => {
    const before = stored.slice(0, at).split('\n');
    throw new QuotewireError('GOLD_MARKUP', `${file}:${before.length}:${before.at(-1)!.length + 1}: ${problem}.`);
  };
  const { id, style, url, metadata, identities, textStart } = readHeader(stored, fail);
  const { text, tags } = readTags(stored, textStart, fail);
  const named = (name: string) => tags.filter((tag) => tag.name === name);
  const only = (name: string) => {
    const [first, second] = named(name);
    if (second) fail(second.at, `a second <${name}>`);
    return first ? spanOf(first) : null;
  };
  const headline = only('h');
  const mentions = readMentions(tags, identities, fail);
  checkLegend(identities, mentions, fail);
  return {
    id,
    style,
    url,
    text,
    metadata,
    headline,
    byline: only('by'),
    dateline: only('d'),
    quotes: readQuotes({ text, tags, mentions, headline, identities }, fail),
    mentions,
    roles: named('r').map((tag) => readRole(tag, identities, fail)),
    nonQuotes: named('x').map(spanOf),
    identities,
  };
}

function readMentions(tags: readonly Tag[], identities: Identities, fail: Fail): GoldMention[] {
  const mentions: GoldMention[] = [];
  for (const tag of tags.filter(isBrace)) {
    const { key, type, name } = identityOf(tag.words[0]!, tag, identities, fail);
    if (tag.start < (mentions.at(-1)?.end ?? 0)) fail(tag.at, `${written(tag)} lies inside another mention`);
    if (tag.name === '|' && name === null) fail(tag.at, `${written(tag)} is a name, but the legend has none for @${key}`);
    mentions.push({ ...spanOf(tag), key, type, name, isName: tag.name === '|' });
  }
  return mentions;
}

/** A legend that knows more than its article would have a quote said by one whom its reader can't name. */
function checkLegend(identities: Identities, mentions: readonly GoldMention[], fail: Fail): void {
  for (const { key, name } of identities.values()) {
    const own = mentions.filter((mention) => mention.key === key);
    if (name !== null && !own.some(({ isName }) => isName))
      fail(0, `@${key} has the name ${name}, but the text never names it with {${key}|`);
  }
}

function readRole(tag: Tag, identities: Identities, fail: Fail): GoldRole {
  const [person, ...rest] = tag.words;
  const { org, country, ...unknown } = Object.fromEntries(rest.map((word) => word.split('=')));
  const [odd] = Object.keys(unknown);
  if (!person || odd) fail(tag.at, 'a role reads <r PERSON>, <r PERSON org=KEY> or <r PERSON org=KEY country=KEY>');
  const keyOf = (key: string | undefined) => (key === undefined ? null : identityOf(key, tag, identities, fail).key);
  return { ...spanOf(tag), personKey: keyOf(person)!, organizationKey: keyOf(org), countryKey: keyOf(country) };
}
