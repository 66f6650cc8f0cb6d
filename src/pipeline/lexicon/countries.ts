/** Countries as news names them, and the adjectives that stand for them: `name: adjective …`. */
const TABLE = `
Afghanistan: Afghan|Albania: Albanian|Algeria: Algerian|Angola: Angolan|Argentina: Argentine Argentinian|Armenia: Armenian|Australia: Australian
Austria: Austrian|Azerbaijan: Azerbaijani|Bahrain: Bahraini|Bangladesh: Bangladeshi|Belarus: Belarusian|Belgium: Belgian|Bolivia: Bolivian
Bosnia and Herzegovina: Bosnian|Botswana:|Brazil: Brazilian|Britain: British|Bulgaria: Bulgarian|Cambodia: Cambodian|Cameroon: Cameroonian|Canada: Canadian
Chad: Chadian|Chile: Chilean|China: Chinese|Colombia: Colombian|Costa Rica:|Croatia: Croatian|Cuba: Cuban|Cyprus: Cypriot|Czech Republic: Czech
Denmark: Danish|Ecuador: Ecuadorian|Egypt: Egyptian|El Salvador: Salvadoran|Estonia: Estonian|Ethiopia: Ethiopian|Finland: Finnish|France: French
Georgia: Georgian|Germany: German|Ghana: Ghanaian|Greece: Greek|Guatemala: Guatemalan|Guinea: Guinean|Haiti: Haitian|Honduras: Honduran
Hungary: Hungarian|Iceland: Icelandic|India: Indian|Indonesia: Indonesian|Iran: Iranian|Iraq: Iraqi|Ireland: Irish|Israel: Israeli|Italy: Italian
Jamaica: Jamaican|Japan: Japanese|Jordan: Jordanian|Kazakhstan: Kazakh|Kenya: Kenyan|Kosovo: Kosovar|Kuwait: Kuwaiti|Kyrgyzstan: Kyrgyz|Laos: Laotian
Latvia: Latvian|Lebanon: Lebanese|Liberia: Liberian|Libya: Libyan|Lithuania: Lithuanian|Luxembourg:|Malaysia: Malaysian|Mali: Malian|Malta: Maltese
Mexico: Mexican|Moldova: Moldovan|Mongolia: Mongolian|Montenegro: Montenegrin|Morocco: Moroccan|Mozambique:|Myanmar:|Namibia: Namibian|Nepal: Nepalese
Netherlands: Dutch|New Zealand:|Nicaragua: Nicaraguan|Niger:|Nigeria: Nigerian|North Korea: North-Korean|Norway: Norwegian|Oman: Omani
Pakistan: Pakistani|Palestine: Palestinian|Panama: Panamanian|Paraguay: Paraguayan|Peru: Peruvian|Philippines: Philippine|Poland: Polish
Portugal: Portuguese|Qatar: Qatari|Romania: Romanian|Russia: Russian|Rwanda: Rwandan|Saudi Arabia: Saudi|Scotland: Scottish|Senegal: Senegalese
Serbia: Serbian|Singapore: Singaporean|Slovakia: Slovak|Slovenia: Slovenian|Somalia: Somali|South Africa: South-African|South Korea: South-Korean
Spain: Spanish|Sri Lanka:|Sudan: Sudanese|Sweden: Swedish|Switzerland: Swiss|Syria: Syrian|Taiwan: Taiwanese|Tajikistan: Tajik|Tanzania: Tanzanian
Thailand: Thai|Tunisia: Tunisian|Turkey: Turkish|Turkmenistan: Turkmen|Uganda: Ugandan|Ukraine: Ukrainian|United Arab Emirates: Emirati|United Kingdom:
United States: American|Uruguay: Uruguayan|Uzbekistan: Uzbek|Venezuela: Venezuelan|Vietnam: Vietnamese|Wales: Welsh|Yemen: Yemeni|Zambia: Zambian|Zimbabwe: Zimbabwean`;

const entries = TABLE.trim()
  .split(/[|\n]/)
  .map((entry) => entry.split(':') as [string, string]);

/** Short forms of countries that news prints in capitals. */
export const COUNTRY_ACRONYMS: ReadonlyMap<string, string> = new Map([
  ['US', 'United States'],
  ['U.S.', 'United States'],
  ['USA', 'United States'],
  ['UK', 'United Kingdom'],
  ['U.K.', 'United Kingdom'],
  ['UAE', 'United Arab Emirates'],
  ['DRC', 'Democratic Republic of the Congo'],
  ['USSR', 'Soviet Union'],
]);

/** Names of countries. */
export const COUNTRIES: ReadonlySet<string> = new Set(entries.map(([name]) => name));

/** The country that an adjective or a short form stands for. */
export const COUNTRY_OF: ReadonlyMap<string, string> = new Map([
  ...entries.flatMap(([name, adjectives]) =>
    adjectives
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((adjective) => [adjective.replace('-', ' '), name] as const),
  ),
  ...entries.map(([name]) => [name, name] as const),
  ...COUNTRY_ACRONYMS,
]);

/** Whether a word is an adjective that stands for somebody by country: "the Norwegian", not "the US". */
export const isInhabitant = (word: string): boolean => COUNTRY_OF.has(word) && COUNTRY_OF.get(word) !== word && !COUNTRY_ACRONYMS.has(word);
