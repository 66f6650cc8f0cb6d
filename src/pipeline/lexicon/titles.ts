/** Words that end a title before or behind a name, in small letters: minister, ambassador, chief. */
export const TITLES: ReadonlySet<string> = new Set(
  `activist actor actress administrator adviser advisor aide ambassador analyst archbishop archivist artist attorney author bishop boss campaigner
  candidate captain cardinal chair chairman chairperson chairwoman chancellor chef chief clerk coach colonel columnist commander commissioner
  congressman congresswoman consul convener coordinator coroner councillor councilman councilwoman counsel counselor critic dean defender delegate
  deputy detective diplomat director doctor economist editor emir engineer envoy executive expert farmer founder general geologist governor head
  historian hydrologist inspector investigator journalist judge justice king lawmaker lawyer leader lecturer lieutenant major manager marshal mayor
  member midfielder minister mp nurse officer official ombudsman organiser organizer owner partner pastor physician pilot player politician pope
  premier president president-elect priest prince princess principal producer professor prosecutor publisher queen rector reporter representative
  researcher resident scholar scientist secretary secretary-general senator sergeant sheriff speaker spokesman spokesperson spokeswoman striker
  strategist student superintendent surgeon teacher technician treasurer undersecretary veterinarian vice-chancellor vice-president volunteer
  warden winner writer`.split(/\s+/),
);

/** Whether a word in small letters ends a title, as `minister`, `co-founder` and `ex-mayor` do. */
export const isTitle = (word: string): boolean => TITLES.has(word) || TITLES.has(word.replace(/^(?:co|deputy|ex|sub|then|vice)-/, ''));

/** Titles that are written short before a name, with a stop or without. */
export const HONORIFICS: ReadonlyMap<string, 'F' | 'M' | null> = new Map([
  ['mr', 'M'],
  ['mr.', 'M'],
  ['sir', 'M'],
  ['lord', 'M'],
  ['mrs', 'F'],
  ['mrs.', 'F'],
  ['ms', 'F'],
  ['ms.', 'F'],
  ['miss', 'F'],
  ['dame', 'F'],
  ['lady', 'F'],
  ...['dr', 'prof', 'rev', 'sen', 'rep', 'gov', 'gen', 'col', 'capt', 'sgt', 'lt', 'maj', 'hon', 'adm', 'supt', 'insp'].flatMap(
    (short) =>
      [
        [short, null],
        [`${short}.`, null],
      ] as [string, null][],
  ),
]);

/** Other words for who holds a title, each with the titles that it may stand for. */
export const STANDS_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['leader', ['president', 'premier', 'chancellor', 'king', 'queen', 'chairman', 'head', 'emir']],
  ['state', ['president', 'king', 'queen', 'emir']],
  ['government', ['premier', 'minister', 'chancellor']],
  ['diplomat', ['ambassador', 'envoy', 'consul', 'minister']],
  ['envoy', ['ambassador']],
  ['official', ['minister', 'secretary', 'aide', 'commissioner', 'spokesman', 'spokeswoman', 'chief', 'head', 'director']],
  ['politician', ['minister', 'senator', 'president', 'mayor', 'governor', 'premier', 'mp', 'congressman', 'congresswoman']],
  ['lawmaker', ['senator', 'mp', 'congressman', 'congresswoman', 'representative', 'deputy']],
  ['executive', ['chief', 'director', 'president', 'chairman', 'chairwoman']],
  ['premier', ['minister']],
  ['spokesperson', ['spokesman', 'spokeswoman']],
]);

/** Words for people without a name: whoever they say something of stays unnamed unless the article gives one person the title. */
export const NOBODY: ReadonlySet<string> = new Set(
  `anyone bystander bystanders campaigners critics everyone experts friends lawyers man many men neighbour neighbours neighbor neighbors nobody
  observers officials others passengers people person police prosecutors protesters relatives researchers residents scientists some somebody
  someone source sources staff supporters survivors teachers voters witness witnesses woman women workers youth`.split(/\s+/),
);

/** Words of a title that make another one of it: who holds one is not called by the plain title. */
export const QUALIFIERS: ReadonlySet<string> = new Set(
  `acting assistant associate deputy designate elect former interim junior press prime shadow under vice`.split(/\s+/),
);

/** What an organization that spoke may be called next. */
export const BODIES: ReadonlySet<string> = new Set(
  `agency association body bureau club commission committee company council department firm group ministry organisation organization party union`.split(
    /\s+/,
  ),
);

/** What an organization that spoke may have spoken in. */
export const DOCUMENTS: ReadonlySet<string> = new Set('communique document letter release report statement'.split(' '));

/** What the only company of an article may be called. */
export const FIRMS: ReadonlySet<string> = new Set('company firm group'.split(' '));
