/** Words with a capital for many people or for a body, as they begin a sentence before a verb of speaking: no surnames. */
export const GROUPS: ReadonlySet<string> = new Set(
  `activists administration advisers aides allies analysts authorities campaigners congress conservatives councillors critics democrats demonstrators
  detectives diplomats doctors economists engineers environmentalists everyone experts firefighters government governments historians hospitals
  investigators islamists jews journalists lawmakers lawyers leaders liberals libertarians management media ministers muslims nobody observers
  officers officials opponents organisers organizers palestinians parliament pentagon people police politicians prosecutors protesters rebels
  regulators reporters republicans researchers residents rivals scientists somebody someone sources staff supporters survivors teachers tories
  unions villagers voters witnesses workers`.split(/\s+/),
);

/** Words with a capital for whom no article quotes under that name. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  `god allah dad daddy mum mummy mom mommy grandad grandpa grandma granny nan tory labour muslim dutchman englishman frenchman irishman scotsman
  welshman`.split(/\s+/),
);

/** Words that stand behind a name and belong to it: "Jr.". */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set(['Jr.', 'Jr', 'Sr.', 'Sr', 'II', 'III', 'IV']);

/** Words that say on whose side the person named behind them stands. */
export const PARTISANS: ReadonlySet<string> = new Set(
  `conservative democrat democratic gop independent labour liberal libertarian rep republican rival socialist tory`.split(/\s+/),
);
