import { toStoredText } from '../document.ts';
import { MAX_LOOKED_THROUGH, readSuggestions, SUGGESTED, type Suggested, type Suggestion } from '../store/read/suggest.ts';
import { builder } from './builder.ts';
import { badInput } from './errors.ts';

/** Suggestions at most, and where no number is asked for. */
const MAX_SUGGESTIONS = 50;
const DEFAULT_SUGGESTIONS = 10;

/** Characters of what is typed, at most. */
const MAX_TYPED = 200;

const DESCRIPTIONS: Record<Suggested, string> = {
  SPEAKER: 'Somebody whom current articles quote.',
  ORGANIZATION: 'An organization that current articles name.',
  PLACE: 'A place that current articles name.',
  PUBLISHER: 'Who published articles; has no `node`, its name is for the filter `publisher`.',
  AUTHOR: 'Who wrote current articles, by their bylines; has no `node`, its name is for the filter `author`.',
  KEYWORD: 'What current articles are tagged with; has no `node`, its name is for the filter `keyword`.',
  ARTICLE: 'A current article, by its headline.',
};

const SuggestionKind = builder.enumType('SuggestionKind', {
  description: 'What a suggestion is.',
  values: Object.fromEntries(SUGGESTED.map((kind) => [kind, { value: kind, description: DESCRIPTIONS[kind] }])) as Record<
    Suggested,
    { value: Suggested; description: string }
  >,
});

const TYPES = { SPEAKER: 'Speaker', ORGANIZATION: 'Organization', PLACE: 'Place', ARTICLE: 'Article' } as const;

const SuggestionType = builder.objectRef<Suggestion>('Suggestion').implement({
  description: 'Something that a person may mean while typing.',
  fields: (t) => ({
    kind: t.field({ type: SuggestionKind, description: 'What it is, which tells the type of `node`.', resolve: ({ kind }) => kind }),
    text: t.exposeString('text', { description: 'What it is called: the name that is shown, or a headline.' }),
    node: t.node({
      description: 'The thing itself; null for a publisher, an author or a keyword.',
      id: ({ kind, id }) => (id === null ? null : { id, type: TYPES[kind as keyof typeof TYPES] }),
    }),
    count: t.exposeInt('count', {
      description: 'How much there is of it in current articles: quotes of a person or an article, articles of anything else.',
    }),
  }),
});

builder.queryField('suggest', (t) =>
  t.field({
    type: [SuggestionType],
    args: {
      text: t.arg.string({
        required: true,
        description: `What is typed so far; ${MAX_TYPED} characters at most, nothing is found without a letter or digit.`,
      }),
      kinds: t.arg({ type: [SuggestionKind], description: 'Only of these kinds; of all where left out.' }),
      first: t.arg.int({
        required: true,
        defaultValue: DEFAULT_SUGGESTIONS,
        description: `How many, ${MAX_SUGGESTIONS} at most.`,
      }),
    },
    description: `What a person may mean while typing, all kinds together, the best first: what begins so, letter case, accents and punctuation aside, and from three characters on names with a sign or space more or fewer (obrien) and what is spelt alike. For fewer, the newest ${MAX_LOOKED_THROUGH} headlines alone are looked through.`,
    resolve: (_root, { text, kinds, first }, { db }) => {
      if (text.length > MAX_TYPED) throw badInput('text', `it has ${text.length} characters, and ${MAX_TYPED} are the most`);
      if (first < 0 || first > MAX_SUGGESTIONS) throw badInput('first', `${first} is not between 0 and ${MAX_SUGGESTIONS}`);
      return readSuggestions(db, toStoredText(text), kinds ?? SUGGESTED, first);
    },
  }),
);
