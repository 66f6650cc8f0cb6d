/** What a site's name ends in: no word that stands behind a stop, and few countries. */
const ENDING = '(?:com|org|net|info|biz|tv|edu|gov|eu|(?:co|org|ac|gov)\\.uk)';

/** Names of sites: `Shopping.com`, `the-courier.co.uk`; no addresses, which the library of words knows. */
const SITE = new RegExp(`(?<![\\w@./-])[\\w-]+(?:\\.[\\w-]+)*\\.${ENDING}\\b(?![\\w@/-])`, 'g');

const WHOLE = new RegExp(`^[\\w-]+(?:\\.[\\w-]+)*\\.${ENDING}$`);

/** Whether a word is the name of a site. */
export const isSite = (word: string): boolean => WHOLE.test(word);

/** The same text, as long as it was, with a letter for each stop and hyphen in the name of a site, at which the library parts it. */
export const withWholeSites = (text: string): string =>
  text.includes('.') ? text.replace(SITE, (site) => site.replace(/[.-]/g, 'x')) : text;
