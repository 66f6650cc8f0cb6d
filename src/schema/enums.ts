import {
  Attribution,
  OrganizationKind,
  QuoteAct,
  QuoteKind,
  QuoteRegion,
  RunKind,
  RunStatus,
  TimePrecision,
} from '../db/generated/client.ts';
import { builder } from './builder.ts';

/** An enum of the database with a description for each of its values; a value without one does not compile. */
const enumOf = <Value extends string>(name: string, description: string, _values: Record<Value, Value>, described: Record<Value, string>) =>
  builder.enumType(name, {
    description,
    values: Object.fromEntries(Object.entries<string>(described).map(([value, description]) => [value, { value, description }])) as Record<
      Value,
      { value: Value; description: string }
    >,
  });

export const QuoteKindType = enumOf('QuoteKind', 'How much of what was said is given in the very words.', QuoteKind, {
  DIRECT: 'All of its words stand in quotation marks.',
  INDIRECT: 'Reported in the words of the article; none of them stands in quotation marks.',
  MIXED: 'Some of its words stand in quotation marks.',
});

export const QuoteActType = enumOf('QuoteAct', 'Whether something was said or thought.', QuoteAct, {
  SPEECH: 'Said, written or published: "she said", "according to".',
  ATTITUDE:
    'A belief, plan, finding or feeling that the article ascribes to somebody: "he hopes"; also what nobody said: "she declined to comment".',
});

export const QuoteRegionType = enumOf('QuoteRegion', 'In which part of the article the words stand.', QuoteRegion, {
  BODY: 'In the running text.',
  HEADLINE: 'In the line above the text, which often repeats the body in short.',
  NESTED: 'Inside the words of another quote, whose speaker quotes them: `Quote.within`.',
});

export const AttributionType = enumOf('Attribution', 'By what it was decided whose words a quote is.', Attribution, {
  NAME: 'The full name stands beside the quote.',
  SURNAME: 'A surname stands beside it, and the article gives the full name elsewhere or nowhere.',
  TITLE: 'A role stands beside it ("the minister") that the article gives one person.',
  PRONOUN: 'A pronoun stands beside it ("she added") that leads back to a name.',
  ELLIPSIS: 'Nothing stands beside it; it continues the words of the last speaker.',
  ORGANIZATION: 'An organization or its document stands beside it ("the ministry said").',
  UNNAMED: 'Somebody without a name stands beside it ("officials said"), who stays unnamed.',
  NONE: 'The text does not say whose words these are.',
});

export const OrganizationKindType = enumOf('OrganizationKind', 'What sort of group it is.', OrganizationKind, {
  AGENCY: 'A news agency, which supplies articles to others.',
  COMPANY: 'A business, listed or private.',
  GOVERNMENT: 'A ministry, authority, court, parliament or army of one country.',
  INTERNATIONAL: 'A body or alliance of several countries.',
  PARTY: 'A political party or movement.',
  MEDIA: 'A newspaper, broadcaster or other publisher of news.',
  SPORT: 'A club, league or federation in sport.',
  EDUCATION: 'A university, school or research institute.',
  OTHER: 'A group of any other sort, such as a charity or a union.',
});

export const TimePrecisionType = enumOf(
  'TimePrecision',
  'How exactly a time was given; what is finer is filled with zeros.',
  TimePrecision,
  {
    YEAR: 'Only the year is known.',
    MONTH: 'Year and month are known.',
    DAY: 'The day is known, shown as its midnight in UTC.',
    MINUTE: 'Known to the minute.',
    SECOND: 'Known to the second or better.',
  },
);

export const RunKindType = enumOf('RunKind', 'What a run does.', RunKind, {
  LOAD: 'Documents are read and stored.',
  REEXTRACTION: 'Stored texts are read again by a newer extractor.',
});

export const RunStatusType = enumOf('RunStatus', 'Whether a run is under way, or how it ended.', RunStatus, {
  RUNNING: 'It is under way.',
  DONE: 'All was read; what failed is counted.',
  STOPPED: 'It was told to stop before the end; another run goes on from there.',
  FAILED: 'It was ended by an error that is not one of a document.',
  KILLED: 'Its process ended without a word; another run goes on from there.',
});
