import { readDateline } from './layout/dateline.ts';
import { readFront } from './layout/front.ts';
import { readHeader } from './layout/header.ts';
import { readLanguage } from './layout/language.ts';
import { withoutMarkdown } from './layout/markdown.ts';
import { splitParagraphs } from './layout/paragraphs.ts';
import { findQuotations, turnMarks } from './layout/quotations.ts';
import { withoutUnseen } from './layout/unseen.ts';
import { withUsualMarks } from './layout/usual-marks.ts';
import { withoutWraps } from './layout/wrapped.ts';
import { type Models, NO_MODELS } from './models.ts';
import { tellGenders } from './names/gender.ts';
import { findNames } from './names/names.ts';
import { findOrganizations } from './names/organizations.ts';
import { findPeople } from './names/people.ts';
import { findPlaces } from './names/places.ts';
import { findAttributions } from './quotes/attributions.ts';
import { hearQuotes } from './quotes/heard.ts';
import { findNested } from './resolution/nested.ts';
import { resolveSpeakers } from './resolution/speakers.ts';
import { findSources } from './sources/index.ts';
import { findRuns } from './words/runs.ts';
import { splitSentences } from './words/sentences.ts';
import { splitTokens } from './words/tokens.ts';
import { countWords } from './words/words.ts';

export { type Models, NO_MODELS } from './models.ts';
export type { Organization } from './names/organizations.ts';
export type { Person } from './names/people.ts';
export type { Place } from './names/places.ts';
export type { Alternative, Quote } from './resolution/quote.ts';
export { extractorVersion } from './version.ts';

/** What a reader hands over: the text exactly as stored, to which every span refers. */
export interface Text {
  readonly text: string;
}

export type AnnotatedDocument = ReturnType<typeof annotate>;

/** The layout of a text: its front, paragraphs, quotation marks, words and sentences, which everything else builds on. */
export function readArticle({ text }: Text) {
  const dated = extend({ text: withUsualMarks(withoutMarkdown(withoutUnseen(withoutWraps(text)))) }, readHeader);
  const filed = extend(dated, readDateline);
  const fronted = extend(filed, readFront);
  const laidOut = extend(extend(fronted, splitParagraphs), readLanguage);
  const quoted = extend(extend(laidOut, findQuotations), turnMarks);
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
  return { ...extend(spoken, findNested), text };
}

/** The document with what a stage adds. A stage that needs what no earlier one found does not compile. */
const extend = <Found extends object, Added extends object>(document: Found, stage: (document: Found) => Added): Found & Added => ({
  ...document,
  ...stage(document),
});
