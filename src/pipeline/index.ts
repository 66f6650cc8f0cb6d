import { findAttributions } from './attributions.ts';
import { readDateline } from './dateline.ts';
import { readFront } from './front.ts';
import { tellGenders } from './gender.ts';
import { readHeader } from './header.ts';
import { hearQuotes } from './heard.ts';
import { readLanguage } from './language.ts';
import { type Models, NO_MODELS } from './models.ts';
import { findNames } from './names.ts';
import { findNested } from './nested.ts';
import { findOrganizations } from './organizations.ts';
import { splitParagraphs } from './paragraphs.ts';
import { findPeople } from './people.ts';
import { findPlaces } from './places.ts';
import { findQuotations } from './quotations.ts';
import { findRuns } from './runs.ts';
import { splitSentences } from './sentences.ts';
import { findSources } from './sources/index.ts';
import { resolveSpeakers } from './speakers.ts';
import { splitTokens } from './tokens.ts';
import { countWords } from './words.ts';

export { type Models, NO_MODELS } from './models.ts';
export type { Organization } from './organizations.ts';
export type { Person } from './people.ts';
export type { Place } from './places.ts';
export type { Alternative, Quote } from './quote.ts';
export { extractorVersion } from './version.ts';

/** What a reader hands over: the text exactly as stored, to which every span refers. */
export interface Text {
  readonly text: string;
}

export type AnnotatedDocument = ReturnType<typeof annotate>;

/** The layout of a text: its front, paragraphs, quotation marks, words and sentences, which everything else builds on. */
export function readArticle({ text }: Text) {
  const dated = extend({ text }, readHeader);
  const filed = extend(dated, readDateline);
  const fronted = extend(filed, readFront);
  const laidOut = extend(extend(fronted, splitParagraphs), readLanguage);
  const quoted = extend(laidOut, findQuotations);
  const worded = extend(extend(quoted, splitTokens), countWords);
  return extend(worded, splitSentences);
}

/** Everything found in an article, in the order in which each step builds on those before it. Any text will do; none throws. */
export function annotate({ text }: Text, models: Models = NO_MODELS) {
  const parted = readArticle({ text });
  const named = extend(extend(parted, findRuns), (document) => findNames(document, models.names));
  const grouped = extend(named, findOrganizations);
  const placed = extend(grouped, findPlaces);
  const peopled = extend(extend(placed, findPeople), tellGenders);
  const attributed = extend(peopled, findAttributions);
  const heard = extend(attributed, (document) => hearQuotes(document, models.quotes));
  const sourced = extend(heard, (document) => findSources(document, models.speakers?.sources ?? null));
  const spoken = extend(sourced, (document) => resolveSpeakers(document, models.speakers));
  return extend(spoken, findNested);
}

/** The document with what a stage adds. A stage that needs what no earlier one found does not compile. */
const extend = <Found extends object, Added extends object>(document: Found, stage: (document: Found) => Added): Found & Added => ({
  ...document,
  ...stage(document),
});
