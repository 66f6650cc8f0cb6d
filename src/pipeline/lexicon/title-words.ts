/**
 * Words inside titles, and words beside them that are no part of them. What ends a title stands in titles.ts.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * Occupations and the like that end a title in small letters alone, or as the first word of a sentence: "the drummer Ana Bell". With a capital
 * many are surnames.
 */
export const OCCUPATIONS = words(`
  acrobat apprentice arborist archer astronaut athlete auctioneer backbencher bailiff baker ballerina banker barber baritone barmaid barman
  barrister bassist bellringer billionaire biochemist blogger bookmaker bookseller boxer breeder brewer bricklayer broadcaster builder busker butcher
  bystander cabbie cameraman cardiologist carer carpenter cartographer cartoonist cashier cellist centre-half childminder cleaner coalman
  cobbler commentator commuter cook correspondent craftsman creditor cricketer cyclist dancer dealer
  dermatologist developer driver drummer dressmaker druggist educator ethicist fiddler financier fisherwoman flautist florist
  footballer forager foreman fundraiser fullback geophysicist glaciologist grocer groundsman groundskeeper guard guide guitarist gymnast hairdresser
  handler herder holder homeowner host housekeeper hunter illustrator immunologist importer industrialist innkeeper instructor insurer
  interpreter investor jeweller jeweler jockey joiner keeper labourer laborer landlady landlord landowner lifeguard locksmith logger
  magician magistrate magnate mason masseur matron merchant metallurgist midwives millionaire miner missionary moderator mogul mountaineer
  naturalist neurologist neuroscientist neurosurgeon oncologist optician organist orchardist operator ornithologist palaeontologist paleontologist passenger
  pensioner percussionist pianist playwright ploughman poacher policeman policewoman postman postmistress potter preacher presenter prop
  protester psychotherapist punter quarryman quarterback racer radiologist rancher ranger rapper receptionist refugee restaurateur restorer retailer
  retiree rider roofer rower runner saleswoman salesman screenwriter seamstress seller shareholder shearer shepherd shipowner shipwright shopper
  signalman singer singer-songwriter sleuth smallholder smith soldier soprano sprinter stallholder stockbroker stonemason storekeeper subcontractor
  survivor swimmer tailor tenant tenor toxicologist trainer trapper trawlerman trucker trumpeter trustee tutor tycoon undertaker
  urologist usher utilityman valet vendor vet veteran villager violinist vlogger vocalist waiter waitress weaver welder wicketkeeper winger
  winemaker champion co-ordinator co-pilot film-maker flanker gunman huntsman maker nanny publicist referee sufferer umpire whip yachtsman batsman batswoman bowler golfer climber widow publican businessman businesswoman model defendant victim forward witness woodcarver woodworker worker workman youtuber zookeeper`);

/** Fields that a minister or an official may be in charge of, two of them with "and" between. */
export const PORTFOLIOS = words(`
  agriculture agricultural arts broadcasting budget business children citizenship climate commerce communications communities community constitutional
  consumer culture cultural defence defense development digital economic economics economy education employment energy enterprise environment
  environmental equalities families finance financial fisheries food foreign forestry forests health heritage higher home housing human immigration
  industry information infrastructure innovation integration interior international investment justice labor labour land lands learning legal
  levelling local media mines natural oil parks pensions petroleum planning ports power privatisation regional religious research resources
  revenue roads rural schools science security services skills social sport sports tax taxation technology telecommunications tourism trade training
  transport transportation treasury urban veterans water welfare women work works youth`);

/** Words in small letters with which a title may begin that goes on with a capital: "former Norland Power chairman". */
export const OPENS_TITLE = words(`
  acting assistant associate billionaire chief current deposed deputy disgraced ex exiled federal fellow first former honorary incoming interim junior
  late lead leading local long-serving longtime millionaire national new newly-elected now one-time onetime ousted outgoing prominent recent regional retired ruling senior
  shadow sitting sometime state then top under-fire veteran vice`);

/** Words of how somebody feels or is regarded, which are no part of a title: "a crestfallen coach". */
export const NO_TITLE = words(`
  affable amiable angry anxious articulate beaming beleaguered beloved bullish buoyant canny charismatic cheerful combative confident controversial
  crestfallen dejected defiant delighted despondent disappointed distraught downbeat downcast ebullient effervescent elated embattled emotional exasperated
  excited experienced feisty firebrand flamboyant frustrated furious genial gloomy great happy haunted hopeful humble impressive indignant
  inspirational irate jovial joyful jubilant legendary likeable livid long-suffering loquacious maverick mercurial miserable nervous outspoken peeved
  popular proud puzzled rattled relieved renowned resolute respected rueful sad satisfied scathing shocked shy star stoical stunned tearful
  thrilled tireless troubled unapologetic unhappy unrepentant upbeat upset wary weary worried wry`);

/** Relatives, whose word before a title or a name is none: "her grandson Prince Karl". */
export const KIN = words(`
  aunt boyfriend brother brother-in-law child cousin dad daughter daughter-in-law father father-in-law fiance fiancee fiancé fiancée friend girlfriend
  grandchild granddaughter grandfather grandmother grandson great-grandson half-brother half-sister husband kids mother mother-in-law mum nephew niece
  parents sister sister-in-law son son-in-law stepfather stepmother stepson twin uncle widow widower wife`);
