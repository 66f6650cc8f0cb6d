/** Words that end a title before or behind a name, in small letters: minister, ambassador, chief. */
export const TITLES: ReadonlySet<string> = new Set(
  `accountant activist actor actress administrator admiral adviser advisor aide alderman ambassador analyst anthropologist archaeologist archbishop architect
  archivist artist assemblyman assemblywoman astronomer astrophysicist attorney auditor author beekeeper biologist bishop boss botanist broker campaigner candidate
  captain cardinal caretaker chair chairman chairperson chairwoman chancellor chaplain chef chemist chief choreographer clerk climatologist
  coach colonel columnist comedian commander commissioner composer conductor congressman congresswoman constable consul consultant contractor convener
  coordinator coroner councillor councilman councilwoman counsel counselor criminologist critic curator deacon dean defender delegate
  demographer dentist deputy designer detective diplomat director doctor ecologist economist editor electrician emir engineer entomologist
  entrepreneur envoy epidemiologist executive expert farmer filmmaker firefighter fisherman forester founder gardener general geneticist
  geographer geologist goalkeeper governor head headmaster headmistress headteacher historian hydrologist imam inspector inventor
  investigator janitor journalist judge justice king lawmaker lawyer leader lecturer librarian lieutenant linguist lobbyist major manager
  marshal mathematician mayor mechanic mediator member meteorologist microbiologist midfielder midwife minister mp musician negotiator
  novelist nurse nutritionist oceanographer officer official ombudsman organiser organizer owner painter paramedic partner pastor
  pathologist pediatrician pharmacist philosopher photographer physician physicist pilot player plumber poet politician pollster pope
  premier president president-elect priest prince princess principal producer professor programmer prosecutor psychiatrist psychologist
  publisher queen rabbi rector reporter representative researcher resident sailor scholar scientist sculptor secretary secretary-general
  seismologist senator sergeant sheriff shopkeeper skipper sociologist solicitor speaker spokesman spokesperson spokeswoman statistician
  strategist striker student superintendent supervisor surgeon surveyor teacher technician therapist trader translator treasurer
  undersecretary veterinarian vicar vice-chancellor vice-president virologist volunteer warden whistleblower winner writer zoologist`.split(
    /\s+/,
  ),
);

/** Whether a word in small letters ends a title, as `minister`, `co-founder` and `ex-mayor` do. */
export const isTitle = (word: string): boolean =>
  TITLES.has(word) || TITLES.has(word.replace(/^(?:co|deputy|ex|sub|then|vice)-/, '').replace(/-(?:designate|elect|general)$/, ''));

/** Titles as they are written short before a name, without the stop, each with the word it is short for. */
export const SHORT_TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    adm: 'admiral',
    capt: 'captain',
    cllr: 'councillor',
    col: 'colonel',
    cpl: 'corporal',
    det: 'detective',
    gen: 'general',
    gov: 'governor',
    insp: 'inspector',
    lt: 'lieutenant',
    maj: 'major',
    pc: 'constable',
    prof: 'professor',
    rep: 'representative',
    sen: 'senator',
    sgt: 'sergeant',
    supt: 'superintendent',
  }),
);

/** A word of a title in full: `senator` for `sen.`; other words as they are. */
export const inFull = (word: string): string => SHORT_TITLES.get(word.replace(/\.$/, '')) ?? word;

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
  ['baroness', 'F'],
  ['mme', 'F'],
  ['madame', 'F'],
  ['mlle', 'F'],
  ['frau', 'F'],
  ['señora', 'F'],
  ['signora', 'F'],
  ['monsieur', 'M'],
  ['herr', 'M'],
  ['señor', 'M'],
  ['signor', 'M'],
  ...[
    'dr',
    'prof',
    'rev',
    'sen',
    'rep',
    'gov',
    'gen',
    'col',
    'capt',
    'sgt',
    'lt',
    'maj',
    'hon',
    'adm',
    'supt',
    'insp',
    'sens',
    'reps',
    'govs',
    'gens',
    'profs',
    'drs',
    'cllr',
    'det',
    'cpl',
    'pc',
  ].flatMap(
    (short) =>
      [
        [short, null],
        [`${short}.`, null],
      ] as [string, null][],
  ),
]);

/** Letters behind a person's name that are no part of it. */
export const POSTNOMINALS: ReadonlySet<string> = new Set(
  'QC KC SC MP MEP MSP MLA TD OBE CBE MBE KBE DBE GBE FRS FBA PhD MD DPhil Esq Esq.'.split(' '),
);

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
