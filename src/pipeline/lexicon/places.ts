import { COUNTRIES } from './countries.ts';

const CITIES = `Abu Dhabi|Abuja|Addis Ababa|Algiers|Amman|Amsterdam|Ankara|Antalya|Astana|Athens|Atlanta|Baghdad|Baku|Bangkok|Barcelona|Beijing|Beirut|Belfast|Belgrade
Berlin|Bern|Birmingham|Bogota|Bonn|Boston|Brasilia|Bratislava|Brussels|Bucharest|Budapest|Buenos Aires|Cairo|Canberra|Cape Town|Caracas|Cardiff|Chicago|Chisinau
Cologne|Copenhagen|Dakar|Dallas|Damascus|Delhi|Denver|Detroit|Dhaka|Doha|Donetsk|Dubai|Dublin|Dushanbe|Edinburgh|Frankfurt|Geneva|Glasgow|Hague|Hamburg|Hanoi|Harare
Havana|Helsinki|Hong Kong|Houston|Islamabad|Istanbul|Jakarta|Jerusalem|Johannesburg|Kabul|Kampala|Karachi|Kathmandu|Kazan|Khartoum|Kiev|Kyiv|Kinshasa|Kuala Lumpur|Lagos
Leeds|Lima|Lisbon|Liverpool|Ljubljana|London|Los Angeles|Luanda|Lviv|Madrid|Manchester|Manila|Marseille|Melbourne|Mexico City|Miami|Milan|Minsk|Monterrey|Montreal|Moscow
Mumbai|Munich|Nairobi|Naples|New Delhi|New York|Newcastle|Nicosia|Odessa|Osaka|Oslo|Ottawa|Paris|Philadelphia|Phoenix|Prague|Pretoria|Pyongyang|Quito|Rabat|Riga|Rio de Janeiro
Riyadh|Rome|Rotterdam|Saint Petersburg|St. Petersburg|San Diego|San Francisco|Santiago|Sao Paulo|Sarajevo|Seattle|Seoul|Shanghai|Sheffield|Skopje|Sofia|Stockholm|Strasbourg
Stuttgart|Sydney|Taipei|Tallinn|Tashkent|Tbilisi|Tehran|Tel Aviv|Tirana|Tokyo|Toronto|Tripoli|Tunis|Turin|Ulaanbaatar|Vancouver|Vienna|Vilnius|Vladivostok|Warsaw
Wellington|Yerevan|Zagreb|Zurich`;

const REGIONS = `Africa|Antarctica|Arctic|Asia|Balkans|Baltic Sea|Black Sea|California|Caribbean|Caucasus|Central Asia|Crimea|Donbass|Eurasia|Europe|Florida|Gaza|Gulf of Finland|Kerch Strait
Latin America|Mediterranean|Middle East|Nagorno-Karabakh|North America|Northern Ireland|Ohio|Pennsylvania|Siberia|South America|Soviet Union|Texas|Virginia|West Bank|England`;

/** Countries, large cities and regions, as news prints them. */
export const PLACES: ReadonlySet<string> = new Set([...COUNTRIES, ...`${CITIES}\n${REGIONS}`.split(/[|\n]/)]);
