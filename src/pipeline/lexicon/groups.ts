/** Words with a capital for many people or for a body, as they begin a sentence before a verb of speaking: no surnames. */
export const GROUPS: ReadonlySet<string> = new Set(
  `activists administration advisers aides allies analysts associates authorities bankers brokers businesses campaigners campaigns citizens
  colleagues commentators companies congress conservatives consumers contractors correspondents councillors critics customers dealers
  delegates democrats demonstrators detectives diplomats doctors drivers economists employees employers engineers environmentalists everyone
  experts exporters fans firefighters firms forecasters friends government governments historians hospitals importers insiders investigators
  investors islamists jews journalists lawmakers lawyers leaders liberals libertarians management manufacturers media merchants ministers
  muslims neighbors neighbours nobody observers officers officials opponents organisers organizers palestinians parents parliament passengers
  pentagon people police politicians polls prosecutors protesters pundits rebels refiners regulators reporters reports republicans
  researchers residents retailers rivals scientists shareholders shippers somebody someone sources specialists speculation staff students
  studies suppliers supporters surveys survivors teachers tories tourists unions vendors veterans villagers visitors voters witnesses workers`.split(
    /\s+/,
  ),
);

/** Words with a capital for whom no article quotes under that name. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  `god allah dad daddy mum mummy mom mommy grandad grandpa grandma granny nan tory labour muslim dutchman englishman frenchman irishman scotsman
  welshman african asian briton european londoner scot spaniard swede`.split(/\s+/),
);

/** Words that stand behind a name and belong to it: "Jr.". */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set(['Jr.', 'Jr', 'Sr.', 'Sr', 'II', 'III', 'IV']);

/** Words that say on whose side the person named behind them stands. */
export const PARTISANS: ReadonlySet<string> = new Set(
  `conservative democrat democratic gop independent labour liberal libertarian rep republican rival socialist tory`.split(/\s+/),
);
