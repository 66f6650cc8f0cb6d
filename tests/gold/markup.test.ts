import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GoldArticle, parseGold } from '../../src/gold/markup.ts';
import type { Span } from '../../src/span.ts';

const HEADER = `id: a
published: 2031-03-04
publisher: Ostley Post
style: local
`;
const PEOPLE = {
  mara: 'person Mara Venn',
  tom: 'person Tom Venn | Tommy Venn',
  chen: 'person Chen Weilan',
  mo: 'person Molefe',
  jr: 'person Piet van der Aa Jr.',
  port: 'organization/government Port of Ostley (POO)',
  report: 'document',
  aide: 'person',
};

/** An article of this body, with a legend of those whom it names. */
function parse(body: string): GoldArticle {
  const legend = Object.entries(PEOPLE).filter(([key, line]) => !line.includes(' ') || body.includes(`{${key}|`));
  return parseGold('a.gold', `${HEADER}${legend.map(([key, line]) => `@${key} = ${line}\n`).join('')}\n---\n${body}`);
}

const wordsOf = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end));
const quoteOf = (body: string) => {
  const { text, quotes } = parse(body);
  const { content, cue, source, audience, nested, chain, ...rest } = quotes[0]!;
  const words = (spans: readonly Span[]) => wordsOf(text, spans);
  return {
    content: words(content),
    cue: words(cue),
    source: words(source),
    audience: words(audience),
    nested: words(nested),
    chain: words(chain),
    ...rest,
  };
};

describe('a quote', () => {
  test.each([
    [
      'a direct one, its comma inside',
      '“<c1>We won,</c>” <s1>{mara|Mara Venn}</s> <v1>told</v> <a1>reporters</a>.',
      { content: ['We won,'], source: ['Mara Venn'], cue: ['told'], audience: ['reporters'], kind: 'DIRECT', speakerKey: 'mara' },
    ],
    [
      'two spans',
      '“<c1>We won,</c>” <s1>{mara|Venn}</s> <v1>said</v>, “<c1>twice.</c>”',
      { content: ['We won,', 'twice.'], kind: 'DIRECT' },
    ],
    ['a paragraph opened again', '“<c1>First.</c>\n\n“<c1>Second.</c>”', { content: ['First.', 'Second.'], kind: 'DIRECT' }],
    [
      'an indirect one',
      '<s1>A clerk</s> <v1>said</v> <c1>that it rained</c>.',
      { content: ['that it rained'], kind: 'INDIRECT', unnamed: true },
    ],
    ['a mixed one', '<s1>A clerk</s> <v1>said</v> <c1>it “poured.”</c>', { content: ['it “poured.”'], kind: 'MIXED' }],
    [
      'a quote inside a quote',
      '“<c1>He said: ‘<in>No.</in>’ Then he left,</c>” <s1>a clerk</s> <v1>said</v>.',
      { content: ['He said: ‘No.’ Then he left,'], nested: ['No.'] },
    ],
    ['an attitude', '<s1 ->The mayor</s> <v1>hopes</v> <c1 attitude>to win</c>.', { act: 'ATTITUDE', region: 'BODY' }],
    [
      'one in the headline',
      '<h>{mara|Venn}: <c1 by=mara>We won</c></h>',
      { region: 'HEADLINE', source: [], attribution: 'ELLIPSIS', speakerName: 'Mara Venn' },
    ],
    ['one that nobody said', '<v1>Allegedly</v>, <c1>it rained</c>.', { attribution: 'NONE', speakerKey: null, unnamed: false }],
    [
      'a title within the source',
      '<s1 mara><r mara>Mayor</r> {mara|Mara Venn}</s> <v1>said</v> <c1>no</c>.',
      { source: ['Mayor Mara Venn'], attribution: 'NAME' },
    ],
    [
      'a determiner before the name',
      '<s1>The {port|POO}</s> <v1>said</v> <c1>no</c>.',
      { speakerName: 'Port of Ostley', attribution: 'ORGANIZATION' },
    ],
    [
      'a spokesman',
      '<s1 ->a spokesman for the {port|POO}</s> <v1>said</v> <c1>no</c>.',
      { speakerKey: null, attribution: 'UNNAMED', unnamed: true },
    ],
    [
      'somebody unnamed who is quoted again',
      '<s1 aide>The aide</s> <v1>said</v> <c1>no</c>.',
      { speakerKey: 'aide', speakerName: null, unnamed: true },
    ],
    [
      'a document',
      '<s1 report>The report</s> <v1>says</v> <c1>no</c>.',
      { speakerType: 'DOCUMENT', attribution: 'UNNAMED', unnamed: false },
    ],
    ['a surname', '<s1>{jr|van der Aa Jr.}</s> <v1>said</v> <c1>no</c>.', { attribution: 'SURNAME' }],
    ['a surname that stands first', '<s1>{chen|Chen}</s> <v1>said</v> <c1>no</c>.', { attribution: 'SURNAME' }],
    ['a name of one word', '<s1>{mo|Molefe}</s> <v1>said</v> <c1>no</c>.', { attribution: 'NAME' }],
    [
      'a name in the second part of its source',
      '<s1 mara>The mayor</s>, an angry <s1>{mara|Mara Venn}</s>, <v1>said</v> <c1>no</c>.',
      { source: ['The mayor', 'Mara Venn'], attribution: 'NAME', chain: ['Mara Venn'] },
    ],
    [
      'a title alone',
      '{mara|Mara Venn} left. <s1 mara>The mayor</s> <v1>said</v> <c1>no</c>.',
      { attribution: 'TITLE', chain: ['The mayor', 'Mara Venn'] },
    ],
    [
      'a pronoun, over the mayor and a surname to the full name',
      '{mara|Mara Venn} left. {mara|Venn} came. {mara~The mayor} spoke. <s1 mara>She</s> <v1>said</v> <c1>no</c>.',
      { attribution: 'PRONOUN', chain: ['She', 'The mayor', 'Venn', 'Mara Venn'] },
    ],
    ['a pronoun before the name', '<s1 mara>She</s> <v1>said</v> <c1>no</c>: {mara|Mara Venn}.', { chain: ['She', 'Mara Venn'] }],
    [
      'a source of two quotes',
      '<s1,2>A clerk</s> <v1>said</v> <c1>no</c>, <v2>adding</v> <c2>never</c>.',
      { source: ['A clerk'], number: 1 },
    ],
  ])('is read: %s', (_, body, expected) => {
    expect(quoteOf(body)).toMatchObject(expected);
  });
});

test('what stands beside quotes is read too', () => {
  const article = parse(
    '<h>A “<x>green</x>” day</h>\n\n<by>By Ann</by>\n\n<d>{port|OSTLEY} –</d> <r mara org=port>Mayor</r> {mara|Venn} \\{left\\}.',
  );
  const { text, headline, byline, dateline, mentions, roles, nonQuotes } = article;
  expect(text).toBe('A “green” day\n\nBy Ann\n\nOSTLEY – Mayor Venn {left}.');
  expect(wordsOf(text, [headline!, byline!, dateline!, ...nonQuotes])).toEqual(['A “green” day', 'By Ann', 'OSTLEY –', 'green']);
  expect(mentions).toEqual([
    { start: 23, end: 29, key: 'port', type: 'ORGANIZATION', name: 'Port of Ostley', isName: true },
    { start: 38, end: 42, key: 'mara', type: 'PERSON', name: 'Mara Venn', isName: true },
  ]);
  expect(roles).toEqual([{ start: 32, end: 37, personKey: 'mara', organizationKey: 'port', countryKey: null }]);
});

test('the header is metadata and legend', () => {
  const { id, style, url, metadata, identities } = parseGold(
    'b.gold',
    'id: b\npublished: 2031-03-04T09:12Z\npublisher: Post\nstyle: wire\nurl: https://post.example/b\nauthors: Ann Lee, Bo\n@p = organization/party Party of Rain (POR) | Rainers\n\n---\n{p|POR}\n',
  );
  expect({ id, style, url }).toEqual({ id: 'b', style: 'wire', url: 'https://post.example/b' });
  expect(metadata).toEqual({
    headline: null,
    authors: ['Ann Lee', 'Bo'],
    publisher: 'Post',
    section: null,
    keywords: [],
    language: 'en',
    collection: 'samples',
    published: { at: new Date('2031-03-04T09:12Z'), precision: 'MINUTE' },
    notes: [],
  });
  expect(identities.get('p')).toEqual({
    key: 'p',
    type: 'ORGANIZATION',
    kind: 'PARTY',
    name: 'Party of Rain',
    acronym: 'POR',
    aliases: ['Rainers'],
  });
});

describe('bad markup is reported with file, line and column:', () => {
  test.each([
    ['<q1>No</q>', /^a\.gold:9:1: unknown tag <q1>/],
    ['He said <c1>no.', /^a\.gold:9:9: <c1> is never closed/],
    ['<c1>no <s1>he</c></s>', /^a\.gold:9:14: <\/c> where <s1> has to be closed first/],
    ['no</c>', /closes nothing/],
    ['no}', /closes nothing/],
    ['a < b', /a stray <; write \\</],
    ['<c>no</c>', /<c> needs the number of its quote/],
    ['<h1>no</h>', /<h> takes no number/],
    ['<c1> no</c>', /white space just inside <c1>/],
    ['<c1></c>', /<c1> is empty/],
    ['<s1>He</s> left', /quote 1 has no content <c1>/],
    ['<c1>yes <c2>no</c></c>', /<c2> lies inside <c1>; mark words quoted there as <in>/],
    ['<c1,2>no</c>', /content belongs to one quote/],
    ['<c1>“no”</c>', /<c1> holds its outer quotation marks/],
    ['<in>no</in>', /<in> outside the content of a quote/],
    ['<c1 maybe>no</c>', /unknown word maybe in <c1 maybe>/],
    ['<c1>no</c> <s1 bob>he</s>', /^a\.gold:9:12: unknown identity bob in <s1 bob>/],
    ['<c1>no</c> <s1 a b>he</s>', /a source has one key/],
    ['<c1>no</c> <s1>an aide to {mara|Venn}</s>', /<s1> holds mentions but no key/],
    ['<c1 by=aide>no</c> <s1>he</s>', /by= is for a quote without a source/],
    ['{aide|Bo} left', /{aide\| is a name, but the legend has none for @aide/],
    ['{bob|Bob} left', /unknown identity bob in {bob\|/],
    ['{aide~the aide to {report~it}}', /{report~ lies inside another mention/],
    ['<r>Mayor</r>', /a role reads <r PERSON>/],
    ['<r aide town=report>Mayor</r>', /a role reads <r PERSON>/],
    ['<h>a</h> <h>b</h>', /a second <h>/],
  ])('%s', (body, problem) => {
    expect(() => parse(body)).toThrow(expect.objectContaining({ code: 'GOLD_MARKUP', message: expect.stringMatching(problem) }));
  });

  test.each([
    ['id: a\n---\n', /^b\.gold:1:1: the header has no style:/],
    ['id: a\nid: b\n---\n', /^b\.gold:2:1: id: is given twice/],
    ['id: a\ncolour: red\n---\n', /^b\.gold:2:1: unknown header line/],
    ['id: a\n', /the header has no end/],
    [`${HEADER}@m = planet Mars\n---\n`, /^b\.gold:5:1: a legend line reads/],
    [`${HEADER}@m = organization/club Mars\n---\n`, /unknown kind of organization club/],
    [`${HEADER}@m = person\n@m = person\n---\n`, /^b\.gold:6:1: @m is in the legend twice/],
    [`${HEADER}@m = person Mara Venn\n---\nShe left.`, /@m has the name Mara Venn, but the text never names it/],
    [HEADER.replace('2031-03-04', 'soon').concat('---\n'), /published: soon is no time/],
  ])('%j', (source, problem) => {
    expect(() => parseGold('b.gold', source)).toThrow(problem);
  });
});

test('whatever is marked, the text is what stood between the tags, and every span covers what its tag held', () => {
  const words = fc.stringMatching(/^[a-zé𝒳]([a-zé𝒳 ]{0,8}[a-zé𝒳])?$/u);
  const piece = fc.oneof(
    words.map((word) => ({ word, tag: '' })),
    fc.tuple(words, fc.constantFrom('c', 's', 'v', 'a', 'x', '~')).map(([word, tag]) => ({ word, tag })),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const marked = pieces.map(({ word, tag }, i) => {
        if (tag === '~') return `{aide~${word}}`;
        if (tag === 'x') return `<x>${word}</x>`;
        if (tag === 'c') return `<c${i}>${word}</c>`;
        return tag ? `<${tag}${i}>${word}</${tag}><c${i}>z</c>` : word;
      });
      const { text, quotes, mentions, nonQuotes } = parse(marked.join(' '));
      const bare = pieces.map(({ word, tag }) => (tag && 'sva'.includes(tag) ? `${word}z` : word));
      expect(text).toBe(bare.join(' '));
      const held = (tags: string) => pieces.filter(({ tag }) => tag && tags.includes(tag)).map(({ word }) => word);
      expect(wordsOf(text, mentions)).toEqual(held('~'));
      expect(wordsOf(text, nonQuotes)).toEqual(held('x'));
      expect(quotes.flatMap(({ source }) => wordsOf(text, source))).toEqual(held('s'));
      expect(quotes.flatMap(({ cue }) => wordsOf(text, cue))).toEqual(held('v'));
      expect(quotes.flatMap(({ audience }) => wordsOf(text, audience))).toEqual(held('a'));
      expect(quotes.flatMap(({ content }) => wordsOf(text, content)).filter((word) => word !== 'z')).toEqual(
        held('c').filter((word) => word !== 'z'),
      );
    }),
  );
});
