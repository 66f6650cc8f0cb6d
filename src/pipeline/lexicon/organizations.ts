/** An organization that many articles name without explaining it. */
export interface KnownOrganization {
  readonly name: string;
  readonly acronym: string | null;
  readonly kind: 'AGENCY' | 'COMPANY' | 'GOVERNMENT' | 'INTERNATIONAL' | 'PARTY' | 'MEDIA' | 'SPORT' | 'EDUCATION' | 'OTHER';
  /** Other forms that news prints. */
  readonly aliases: readonly string[];
}

const known = (kind: KnownOrganization['kind'], table: string): KnownOrganization[] =>
  table
    .trim()
    .split(/\s*[|\n]\s*/)
    .map((entry) => {
      const [names = '', acronym = ''] = entry.split('=');
      const [name = '', ...aliases] = names.split(';').map((part) => part.trim());
      return { name, acronym: acronym.trim() || null, kind, aliases };
    });

/** Well-known organizations: `name; alias; … = ACRONYM`. */
export const ORGANIZATIONS: readonly KnownOrganization[] = [
  ...known(
    'INTERNATIONAL',
    `United Nations = UN|UN Security Council; United Nations Security Council; Security Council = UNSC|European Union = EU|European Commission|European Parliament
     European Council|European Central Bank = ECB|Eurasian Economic Union; Eurasian Union = EAEU|Commonwealth of Independent States = CIS
     Collective Security Treaty Organization = CSTO|Shanghai Cooperation Organization; Shanghai Cooperation Organisation = SCO|BRICS = BRICS
     North Atlantic Treaty Organization = NATO|World Health Organization; World Health Organisation = WHO|World Trade Organization = WTO|World Bank
     International Monetary Fund = IMF|International Committee of the Red Cross = ICRC|International Atomic Energy Agency = IAEA|African Union = AU
     Association of Southeast Asian Nations = ASEAN|Organization for Security and Co-operation in Europe = OSCE|Council of Europe
     Organization of the Petroleum Exporting Countries = OPEC|Organisation for Economic Co-operation and Development = OECD|International Criminal Court = ICC
     International Court of Justice = ICJ|United Nations Children's Fund = UNICEF|United Nations High Commissioner for Refugees = UNHCR|Interpol = INTERPOL
     Supreme Eurasian Economic Council|Arab League|Red Cross|General Agreement on Tariffs and Trade = GATT|International Labour Organization; International Labour Organisation = ILO
     Food and Agriculture Organization; Food and Agriculture Organisation = FAO|World Food Programme = WFP|International Energy Agency = IEA|UNESCO; Unesco|Organization of American States = OAS
     International Committee of the Red Cross = ICRC|Asia-Pacific Economic Cooperation = APEC`,
  ),
  ...known(
    'GOVERNMENT',
    `Federal Bureau of Investigation = FBI|Central Intelligence Agency = CIA|National Security Agency = NSA|Environmental Protection Agency = EPA|Federal Reserve
     Food and Drug Administration = FDA|Centers for Disease Control and Prevention = CDC|Department of Justice; Justice Department = DOJ
     Department of Homeland Security = DHS|State Department|Treasury Department; US Treasury Department|Pentagon|White House|Kremlin|Capitol Hill|Congress|Senate
     House of Representatives|House of Commons|House of Lords|Supreme Court|State Duma|Bundestag|Knesset|Home Office|Foreign Office|Downing Street
     National Aeronautics and Space Administration = NASA|Internal Revenue Service = IRS|Securities and Exchange Commission = SEC|Scotland Yard
     Department of Agriculture; Agriculture Department; U.S. Department of Agriculture; US Department of Agriculture = USDA|Department of Health and Human Services = HHS
     Federal Communications Commission = FCC|Federal Trade Commission = FTC|Federal Aviation Administration = FAA|National Transportation Safety Board = NTSB
     Drug Enforcement Administration = DEA|Congressional Budget Office = CBO|Federal Election Commission = FEC|National Institutes of Health = NIH
     Federal Emergency Management Agency = FEMA|Government Accountability Office = GAO|Office of Management and Budget = OMB|National Health Service = NHS
     Ministry of Defence = MoD|Office for National Statistics = ONS|Crown Prosecution Service = CPS|Department for Work and Pensions = DWP|Ofcom|Ofgem|Ofsted|Ofwat`,
  ),
  ...known(
    'PARTY',
    `Democratic Party|Republican Party; GOP|Labour Party|Conservative Party; Tories; Tory Party|Liberal Democrats; Lib Dems; Lib Dem; Liberal Democrat|Plaid Cymru|Sinn Fein; Sinn Féin|Green Party|Hamas|Hezbollah|Taliban|Islamic State = ISIS
     UK Independence Party; Ukip = UKIP|Scottish National Party = SNP|Democratic Unionist Party = DUP|Sinn Féin; Sinn Fein|Plaid Cymru|African National Congress = ANC
     Bharatiya Janata Party = BJP|Democratic National Committee = DNC|Republican National Committee = RNC`,
  ),
  ...known(
    'AGENCY',
    `TASS = TASS|Reuters|Associated Press = AP|Agence France-Presse = AFP|Xinhua; Xinhua News Agency|Interfax|RIA Novosti|Bloomberg|Kyodo|Press Trust of India = PTI
     United Press International = UPI|Islamic Republic News Agency = IRNA`,
  ),
  ...known(
    'MEDIA',
    `British Broadcasting Corporation = BBC|Cable News Network = CNN|Columbia Broadcasting System = CBS|National Broadcasting Company = NBC|MSNBC = MSNBC|Fox News
     American Broadcasting Company = ABC|National Public Radio = NPR|New York Times; The New York Times|Washington Post; The Washington Post|Wall Street Journal|Guardian
     Financial Times|Al Jazeera|USA Today|Politico|Breitbart|Huffington Post|Le Monde|Der Spiegel|ITV = ITV|MTV = MTV|HBO = HBO`,
  ),
  ...known(
    'COMPANY',
    `Gazprom|Gazprombank|Rosneft|Sberbank|Lukoil|Google|Apple|Microsoft|Amazon|Facebook|Twitter|Instagram|YouTube|TikTok|WhatsApp|Netflix|Meta Platforms|Tesla|Boeing|Airbus|Volkswagen|Toyota|Goldman Sachs
     JPMorgan; JPMorgan Chase; JP Morgan; J.P. Morgan|Deutsche Bank|Royal Dutch Shell|ExxonMobil|International Business Machines = IBM|General Motors = GM|General Electric = GE
     British Telecom; BT Group = BT|America Online = AOL|Trans World Airlines = TWA|HSBC = HSBC|BMW = BMW|AT&T = AT&T|BP = BP|UBS = UBS|NEC = NEC|KPMG = KPMG|Royal Bank of Scotland = RBS
     Moody's; Moody’s; Moody's Investors Service; Moody’s Investors Service`,
  ),
  // Those that bear people's names: nothing else tells "Morgan Stanley said" from "Ana Bell said".
  ...known(
    'COMPANY',
    `Morgan Stanley|Wells Fargo|Merrill Lynch|Lehman Brothers|Bear Stearns|Credit Suisse|Raymond James|Piper Sandler; Piper Jaffray|Cantor Fitzgerald|Edward Jones
     Franklin Templeton|Janus Henderson|Legg Mason|Stifel Nicolaus|Fannie Mae|Freddie Mac|Standard & Poor's; Standard & Poor’s; S and P = S&P|Dow Jones|Grant Thornton|Arthur Andersen
     Ernst & Young|Oliver Wyman|Booz Allen Hamilton; Booz Allen|Lockheed Martin|Baker Hughes|Aston Martin|Rolls-Royce; Rolls Royce|Mercedes-Benz; Mercedes Benz
     Harley-Davidson; Harley Davidson|John Deere|Jaguar Land Rover|Eli Lilly; Eli Lilly and Co; Eli Lilly and Company|Johnson & Johnson|Procter & Gamble|Philip Morris; Philip Morris International
     Hewlett-Packard; Hewlett Packard; Hewlett Packard Enterprise|Kraft Heinz|Levi Strauss|Louis Vuitton|Estée Lauder; Estee Lauder|Hugo Boss|Ted Baker|Jimmy Choo|Marks & Spencer
     Barnes & Noble|Ben & Jerry's; Ben & Jerry’s|Tim Hortons|Papa John's; Papa John’s|Trader Joe's; Trader Joe’s|Smith & Wesson|Warner Bros|Thomas Cook|William Hill|Paddy Power`,
  ),
  ...known(
    'OTHER',
    `American Civil Liberties Union = ACLU|National Rifle Association = NRA|Greenpeace|Amnesty International|Human Rights Watch = HRW|Planned Parenthood|Trades Union Congress = TUC|Confederation of British Industry = CBI
     British Medical Association = BMA|Motion Picture Association of America = MPAA|Recording Industry Association of America = RIAA|Ku Klux Klan = KKK`,
  ),
  ...known(
    'SPORT',
    `International Olympic Committee = IOC|Union of European Football Associations = UEFA|FIFA = FIFA|National Football League = NFL|National Basketball Association = NBA|National Hockey League = NHL|Major League Baseball = MLB|Rugby Football Union = RFU
     International Association of Athletics Federations = IAAF|Association of Tennis Professionals = ATP|Women's Tennis Association; Women’s Tennis Association = WTA|Football Association = FA`,
  ),
];

/** What some of them are called by words that mean other things too ("Labour costs rose"), where a model finds a name there. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['Labour', 'Labour Party'],
  ['New Labour', 'Labour Party'],
  ['Conservative', 'Conservative Party'],
  ['Conservatives', 'Conservative Party'],
]);

/** Last words of names that tell a group, with its kind where they tell that too. */
export const ORGANIZATION_ENDINGS: ReadonlyMap<string, KnownOrganization['kind'] | null> = new Map([
  ...`Ministry Department Police Court Parliament Senate Assembly Council Treasury Army Navy Directorate Inspectorate Secretariat Bureau Duma Office`
    .split(' ')
    .map((word) => [word, 'GOVERNMENT'] as const),
  ...`Inc Inc. Corp Corp. Corporation Company Co. Ltd Ltd. LLC plc PLC AG GmbH Group Holdings Airlines Airways Motors Bank Industries Partners Technologies Railways`
    .split(' ')
    .map((word) => [word, 'COMPANY'] as const),
  ...`University College School Institute Academy Laboratory`.split(' ').map((word) => [word, 'EDUCATION'] as const),
  ...`Party`.split(' ').map((word) => [word, 'PARTY'] as const),
  ...`Times Post Herald Gazette Courier Tribune Chronicle Telegraph News Journal`.split(' ').map((word) => [word, 'MEDIA'] as const),
  ...`FC United Rovers Athletic`.split(' ').map((word) => [word, 'SPORT'] as const),
  ...`Committee Commission Union Association Federation Foundation Organization Organisation Agency Authority Board Trust Society League Alliance Coalition Forum Fund Service
    Services Network Center Centre Hospital Church Congress Campaign Administration`
    .split(/\s+/)
    .map((word) => [word, null] as const),
]);

/** Last words of names of companies, which are called without them too: "Calder" of "Calder Robotics". */
export const COMPANY =
  /^(?:Robotics|Ventures|Biosciences|Biotech|Brands|Aerospace|Logistics|Networks|Semiconductors?|Genomics|Diagnostics|Healthcare|Energy|Foods|Motors?|Media|Capital|Pharma|Pharmaceuticals|Systems|Software|Entertainment|Pictures|Records|Games|Labs|Therapeutics|Steel|Oil|Petroleum|Telecom|Communications|Insurance|Financial|Securities|Chemicals?|Breweries|Stores|Supermarkets|Technologies|Technology|Holdings|Industries|Airlines|Airways|Group)$/;

/** Words in capitals that name no organization. */
export const NO_ACRONYMS: ReadonlySet<string> = new Set(
  `A I II III IV V VI VII VIII IX X AM PM AD BC TV PC CEO CFO COO VP GDP GPS DNA RNA HIV AIDS COVID SARS VAT USD EUR PhD MP MPS QC KC OK ID IT PR HQ SUV UFO LGBT LGBTQ CCTV PIN DVD CD
  AI FAQ ATM TNT AAA GB GSM GPRS SMS MMS LNG LPG CIF FOB LIBOR MEP MEPS MSP MSPS PVR XP HD NOT AND THE FOR BUT ALL NEW NO YES Q MBE OBE CBE`.split(
    /\s+/,
  ),
);

/** What organizations of a kind may be called. */
export const KINDS_OF: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      [
        'airline bank brewery carmaker company corporation developer firm maker operator owner retailer startup supplier utility',
        'COMPANY',
      ],
      ['group', 'COMPANY OTHER'],
      ['agency', 'AGENCY GOVERNMENT INTERNATIONAL'],
      ['administration authority department ministry office regulator', 'GOVERNMENT'],
      ['watchdog', 'GOVERNMENT OTHER'],
      ['party', 'PARTY'],
      ['club side squad team', 'SPORT'],
      ['academy college institute school university', 'EDUCATION'],
      ['broadcaster magazine network newspaper outlet paper publisher station', 'MEDIA'],
      ['alliance charity coalition foundation nonprofit trust union', 'OTHER'],
      ['institution organization organisation', 'OTHER INTERNATIONAL EDUCATION'],
    ] as const
  ).flatMap(([words, kinds]) => words.split(' ').map((word) => [word, kinds.split(' ')] as const)),
);
