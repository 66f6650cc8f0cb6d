import { GIVEN_NAMES } from '../../lexicon/given-names.ts';
import { GROUPS, NO_NAMES } from '../../lexicon/groups.ts';
import { ORGANIZATION_ENDINGS } from '../../lexicon/organizations.ts';
import { HONORIFICS, isTitle, POSTNOMINALS } from '../../lexicon/titles.ts';
import { opensSentence } from '../../words/grammar.ts';
import { touches } from '../../words/runs.ts';
import type { Token } from '../../words/tokens.ts';
import { noPeopleAmong } from './bodies.ts';
import { type NameRun, wordsOf } from './labels.ts';
import { withSurnames } from './namesakes.ts';
import { withShortNames } from './short-names.ts';
import { PARTICLE, PREFIX, RELATION } from './signs.ts';

/** Words that stand before the names of lords, ladies and judges. */
const PEER = /^(?:Lord|Lady|Baroness|Viscount|Viscountess|Dame|Sir)$/;
/** Last words of laws, prizes and contests, whatever they were taken for. */
const EVENT = /^(?:Act|Acts|Awards?|Bill|Championships?|Cup|Marathon|Medal|Olympics|Prize|Protocol|Treaty|Trophy)$/;
/** Last words of what is called after somebody, or where somebody lived. */
const THINGS: ReadonlyMap<string, NameRun['type']> = new Map([
  ...'Street Road Avenue Square Boulevard Crescent Terrace River Airport'.split(' ').map((word) => [word, 'PLACE'] as const),
  ...'Highways Lines Railways Airlines Airways Holdings Industries Stadium Theatre Orchestra'
    .split(' ')
    .map((word) => [word, 'ORGANIZATION'] as const),
  ...'Lecture Festival'.split(' ').map((word) => [word, 'OTHER'] as const),
]);

/**
 * Names by what their own words tell: "Helen Carrick QC" is Helen Carrick, "Lord Justice Penrose" a person, "Marks & Spencer" a company, "Von der Heide" the
 * Ursula von der Heide of the article, "Park Avenue" a place; "Traders" that begin a sentence are nobody.
 */
export function byForm(tokens: readonly Token[], names: readonly NameRun[]): readonly NameRun[] {
  const runs: NameRun[] = [];
  const { bodies, things, works } = noPeopleAmong(tokens, names);
  for (const found of names) {
    const run = joinedByAmpersand(tokens, withSeat(tokens, withFirstName(tokens, retyped(tokens, shortened(tokens, found)))));
    const before = runs.at(-1);
    if (before && before.from < run.from && run.to <= before.to) continue;
    if (run.from >= run.to || isGroup(tokens, run)) continue;
    const words = wordsOf(tokens, run);
    const isNobody = works.has(words) || (run.type === 'PERSON' && things.has(words));
    while (runs.length > 0 && runs.at(-1)!.to > run.from) runs.pop();
    if (isNobody) {
      // A name still, so that no rule takes it for one of those that it knows.
      runs.push({ ...run, type: 'OTHER' });
      continue;
    }
    const first = firstNameOf(tokens, runs, run);
    if (first) runs.length = runs.indexOf(first);
    const body = run.type === 'PERSON' && bodies.has(words);
    runs.push(first ? { ...run, from: first.from } : body ? { ...run, type: 'ORGANIZATION' } : run);
  }
  const typed = withSurnames(tokens, withShortNames(tokens, runs));
  return typed.some(({ from, type }) => type === 'ORGANIZATION' && isParticle(tokens[from])) ? withParticles(tokens, typed) : typed;
}

const isAddressed = (tokens: readonly Token[], from: number) =>
  HONORIFICS.has(tokens[from - 1]?.lower ?? '') || isTitle(tokens[from - 1]?.lower ?? '');

/** Verbs as headlines in capitals put them behind a name. */
const HEADLINE_VERB =
  /^(?:Says|Said|Tells|Told|Asks|Calls|Warns|Claims|Urges|Slams|Blasts|Denies|Admits|Accuses|Vows|Wants|Rips|Mocks|Defends|Insists|Thinks|Believes)$/;

/** Words before a name that begin a sentence and are no part of it: "Retailer Norwind", "Rival Norwind". */
const AHEAD =
  /^(?:Airline|Automaker|Brewer|Broadcaster|Carmaker|Chipmaker|Conglomerate|Developer|Drugmaker|Insurer|Lender|Manufacturer|Miners?|Publisher|Retailer|Rival|Startup|Supermarket|Supplier|Watchdog)$/;

/** Words that begin a sentence, what was left of a number before it, or whose side somebody is on: "If Barclays", "$8m. Gen Bell", "Tory Ana Bell". */
const isNoneOfName = (tokens: readonly Token[], at: number) => {
  const { text } = tokens[at]!;
  if (/^(?:m|bn|km|kg)\.$/.test(text) || COUNTRYMAN.test(text)) return true;
  const begins = opensSentence(tokens, at) || /^["“‘]$/.test(tokens[at - 1]!.text);
  return (begins && CLAUSE.test(text)) || /^(?:Tory|Tories|say|says|said)$/.test(text);
};
const CLAUSE =
  /^(?:If|But|And|When|While|Whilst|As|Although|Because|After|Before|Former|Like|Once|Since|Though|Unlike|Until|Whereas|With|Without|Yes)$/;
const COUNTRYMAN = /^(?:(?:Dutch|English|French|Irish|Scots|Welsh)(?:wo)?man|Briton|Croat|Dane|Finn|Serb|Spaniard|Swede)$/;
/** What somebody plays, as it begins a sentence before two words of a name. */
const PLAYER =
  /^(?:Batsman|Bowler|Centre|Defender|Flanker|Full-back|Goalkeeper|Hooker|Jockey|Keeper|Lock|Midfielder|Prop|Scrum-half|Skipper|Striker|Winger)$/;

/** Whether a name begins with a word for who somebody is to others, and a person's name follows. */
const isRelation = (tokens: readonly Token[], { type, from, to }: NameRun) =>
  to - from > 1 &&
  RELATION.test(tokens[from]!.text) &&
  /^\p{Lu}\p{Ll}/u.test(tokens[from + 1]!.text) &&
  (type === 'PERSON' ? to - from > 2 : GIVEN_NAMES.has(tokens[from + 1]!.text));

function shortened(tokens: readonly Token[], name: NameRun): NameRun {
  if (isRelation(tokens, name)) return { type: 'PERSON', from: name.from + 1, to: name.to };
  let { from, to } = name;
  while (to - from > 1 && isNoneOfName(tokens, from)) from++;
  if (name.type === 'PERSON' && to - from > 2 && PLAYER.test(tokens[from]!.text)) from++;
  if (to - from > 1 && AHEAD.test(tokens[from]!.text) && /^\p{Lu}/u.test(tokens[from + 1]!.text)) from++;
  // "Ana Bell Says Rain" of a headline.
  const verb = name.type === 'PERSON' && to - from > 2 ? tokens.slice(from + 1, to).findIndex(({ text }) => HEADLINE_VERB.test(text)) : -1;
  if (verb >= 0) to = from + 1 + verb;
  if (name.type === 'PERSON') while (to - from > 1 && POSTNOMINALS.has(tokens[to - 1]!.text)) to--;
  // "14.58 Eva Stone" in a live report, "1997 Lions", "2,292,599 Norwind shares"; not "9-11 Commission", "20th Century".
  while (to - from > 1 && FIGURE.test(tokens[from]!.text) && !touches(tokens, from) && /^\p{Lu}/u.test(tokens[from + 1]!.text)) from++;
  return from === name.from && to === name.to ? name : { ...name, from, to };
}

const FIGURE = /^(?!9[-/]11$)\d[\d.,:/-]*(?:[ap]m)?$/;

/** Last words of roads and parks that are surnames too. */
const MAYBE_PLACE = /^(?:Lane|Grove|Park|Close|Gardens)$/;
/** Words before what bears a name as people do: "the trawler Orla", "Storm Edna". */
const NAMELIKE =
  /^(?:cat|cruiser|destroyer|dog|ferry|frigate|hurricane|lifeboat|ship|storm|submarine|tanker|trawler|typhoon|cyclone|vessel|warship|yacht)$/;
/** Last words of names that no place has. */
const CLUBS =
  /^(?:Agency|Alliance|Assn|Association|Authority|Club|Coalition|Commission|Committee|Federation|Foundation|League|Party|Police|Society|Trust)\.?$/;
/** Words before "of" and the title of a work. */
const COPIES = /^(?:adaptation|copies|copy|performance|production|screening|staging)$/;
/** Who is elected for a place. */
const ELECTED = /^(?:mp|mep|msp|mps|senator|congressman|congresswoman|councillor|candidate)$/;

/** Whether what looks like a person is what somebody is elected for: "the MP for Ostley and Wick". */
function isSeat(tokens: readonly Token[], from: number): boolean {
  let at = from - 1;
  if (/^(?:and|&)$/.test(tokens[at]?.lower ?? '') && /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '')) at -= 2;
  return tokens[at]?.lower === 'for' && ELECTED.test(tokens[at - 1]?.lower ?? '');
}

function retyped(tokens: readonly Token[], name: NameRun): NameRun {
  const { from, to, type } = name;
  if (to - from > 1 && EVENT.test(tokens[to - 1]!.text) && !(type === 'PERSON' && tokens[to - 1]!.text === 'Bill'))
    return { ...name, type: 'OTHER' };
  // "Osama Bin Laden".
  if (type === 'ORGANIZATION' && to - from === 3 && /^(?:bin|ibn)$/.test(tokens[from + 1]!.lower)) return { ...name, type: 'PERSON' };
  const copied = tokens[from - 1]?.lower === 'of' ? (tokens[from - 2]?.lower ?? '') : '';
  // "A copy of Wolf Hall"; but countries have a production.
  if ((type === 'PERSON' || (type === 'PLACE' && !/^p/.test(copied))) && COPIES.test(copied)) return { ...name, type: 'OTHER' };
  if (type === 'PERSON') {
    const last = tokens[to - 1]!.text;
    if (to - from > 1 && /^(?:Loch|Mount)$/.test(tokens[from]!.text)) return { ...name, type: 'PLACE' };
    const thing = to - from > 1 ? THINGS.get(last) : undefined;
    if (thing) return { ...name, type: thing };
    if (to - from === 2 && MAYBE_PLACE.test(last) && !GIVEN_NAMES.has(tokens[from]!.text) && !isAddressed(tokens, from))
      return { ...name, type: 'PLACE' };
    if (to - from === 1 && isSeat(tokens, from)) return { ...name, type: 'PLACE' };
    return NAMELIKE.test(tokens[from - 1]?.lower ?? '') && to - from === 1 ? { ...name, type: 'OTHER' } : name;
  }
  if (type === 'PLACE' && to - from > 1 && CLUBS.test(tokens[to - 1]!.text)) return { ...name, type: 'ORGANIZATION' };
  if (type === 'ORGANIZATION' && to - from > 1) {
    const of = tokens.slice(from, to).findIndex(({ lower }) => /^(?:of|for)$/.test(lower));
    if (isOffice(tokens, from, of > 0 ? from + of : to)) {
      // "Chief Executive Officer of Norwind" names Norwind, "Inspector of Mines" nobody.
      return of > 0 && /^(?:Officer|Executive)$/.test(tokens[from + of - 1]!.text)
        ? { ...name, from: from + of + 1 }
        : { ...name, type: 'OTHER' };
    }
  }
  // "The Duke of Edinburgh" is no organization, and speaks of no place.
  if (tokens[from - 1]?.lower === 'of' && DUKE.test(tokens[from - 2]?.text ?? '')) return { ...name, type: 'OTHER' };
  if (
    type === 'ORGANIZATION' &&
    tokens[from + 1]?.lower === 'of' &&
    from + 1 < to &&
    /^(?:Arch)?(?:Duke|Duchess|Earl|Countess|Marquess|Prince|Princess|King|Queen|Bishop|Archbishop)$/.test(tokens[from]!.text) &&
    !ORGANIZATION_ENDINGS.has(tokens[to - 1]!.text)
  )
    return { ...name, type: 'OTHER' };
  const peer = PEER.test(tokens[from]!.text) ? from : PEER.test(tokens[from - 1]?.text ?? '') ? from - 1 : -1;
  const next = tokens[peer + 1];
  if (peer < 0 || to - peer < 2 || to - peer > LONGEST_PEER || !next || (isTitle(next.lower) && next.text !== 'Justice')) return name;
  return tokens.slice(peer, to).every(({ text }) => /^(?:\p{Lu}[\p{L}’'.-]+|-|of)$/u.test(text)) ? { ...name, type: 'PERSON' } : name;
}

/** Last words of what somebody is, where the words before them are not what a body is called. */
const OFFICE =
  /^(?:Ambassador|Chairman|Chairwoman|Chancellor|Chief|Co-Chairman|Coroner|Director|Governor|Inspector|Justice|Mayor|Minister|Officer|Secretary|Treasurer)$/;

/** Whether a name is what somebody is: "Lord Chief Justice", "Attorney General", "Chief Economist". */
function isOffice(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, last] = [tokens[to - 2], tokens[to - 1]!.text];
  if (last === 'General')
    return to - from > 1 && /^(?:Attorney|Auditor|Comptroller|Director|Secretary|Solicitor|Surgeon)$/.test(before!.text);
  return OFFICE.test(last) || (to - from > 1 && before!.text === 'Chief' && isTitle(last.toLowerCase()));
}

/** Titles that are somebody's together with a place. */
const DUKE = /^(?:Arch)?(?:[Dd]uke|[Dd]uchess|[Ee]arl|[Cc]ountess|[Mm]arquess)$/;

/** "Lady Ashworth of Penn Hill", in tokens. */
const LONGEST_PEER = 6;

/** "Ashworth of Penn Hill" of "Ashworth" behind "Lady". */
function withSeat(tokens: readonly Token[], name: NameRun): NameRun {
  const { from, to, type } = name;
  const isPeer =
    type === 'PERSON' && to - from === 1 && /^(?:Lord|Lady|Baron|Baroness|Viscount|Viscountess)$/.test(tokens[from - 1]?.text ?? '');
  if (!isPeer || tokens[to]?.lower !== 'of' || !/^\p{Lu}\p{Ll}/u.test(tokens[to + 1]?.text ?? '')) return name;
  let end = to + 2;
  while (end - from < LONGEST_PEER && isNameOf(tokens, end) && !tokens[end - 1]!.endsSentence) end++;
  return { ...name, to: end };
}

/** "Per Lund" of "Lund" where a title stands before: the first name looks like another word. And "D Lund" in a list of players. */
function withFirstName(tokens: readonly Token[], name: NameRun): NameRun {
  const { from, to, type } = name;
  const [before, first] = [tokens[from - 2], tokens[from - 1]];
  if (type !== 'PERSON' || to - from > 1 || !before || !first) return name;
  const isFirst = /^(?:Per|Even|Else|Bent|Odd)$/.test(first.text) && isTitle(before.lower) && !before.endsSentence;
  const isInitial = /^\p{Lu}$/u.test(first.text) && /^[,;:(]$/.test(before.text);
  return isFirst || isInitial ? { ...name, from: from - 1 } : name;
}

/** Words that name a firm behind "and" and whoever leads it: "Webber and Sons". */
const AND_COMPANY = /^(?:Co|Cos|Sons|Bros)\.?$/;

/** "Marks & Spencer" of "Spencer", "Alex Webber and Sons Inc" of "Sons Inc". */
function joinedByAmpersand(tokens: readonly Token[], name: NameRun): NameRun {
  let { from, to } = name;
  if (AND_COMPANY.test(tokens[from]!.text) && /^(?:and|&)$/.test(tokens[from - 1]?.lower ?? '') && isNameOf(tokens, from - 2)) {
    from -= 2;
    while (isNameOf(tokens, from - 1)) from--;
    return { type: 'ORGANIZATION', from, to };
  }
  if (tokens[from - 1]?.text === '&' && /^\p{Lu}\p{Ll}/u.test(tokens[from - 2]?.text ?? '')) from -= 2;
  if (tokens[to]?.text === '&' && /^\p{Lu}\p{Ll}/u.test(tokens[to + 1]?.text ?? '')) to += 2;
  return from === name.from && to === name.to ? name : { type: 'ORGANIZATION', from, to };
}

/** Whether a token is a word of a name that goes on behind it. */
const isNameOf = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token !== undefined && /^\p{Lu}/u.test(token.text) && !(token.endsSentence && !/\.$/.test(token.text)) && !isTitle(token.lower);
};

/**
 * Whether the name of a person is one word for many people that begins a sentence, "Traders said", what is left of a company's, or what one calls
 * one's father; or whether a letter to the editor begins so: "SIR –". Or whether it is a word that only has a name in it: "pro-Bell".
 */
function isGroup(tokens: readonly Token[], { from, to, type }: NameRun): boolean {
  if (to - from > 1) return false;
  const { text, lower } = tokens[from]!;
  if (text.includes('-') && PREFIX.test(text.slice(0, text.indexOf('-')))) return true;
  if (/^(?:sir|madam|sirs)$/.test(lower) && /^[–—,:-]+$/.test(tokens[to]?.text ?? '')) return true;
  if (type !== 'PERSON') return false;
  if (NO_NAMES.has(lower)) return true;
  if (/^(?:co|corp|inc|ltd|plc)\.?$/.test(lower)) return true;
  const begins = opensSentence(tokens, from) || /^["“‘]$/.test(tokens[from - 1]!.text);
  return begins && (GROUPS.has(lower) || (lower.endsWith('s') && isTitle(lower.slice(0, -1))));
}

/** Words of a nickname, at most. */
const LONGEST_NICKNAME = 3;

/** The first name that a surname closes behind a nickname in quotation marks: William of “Bill” Harker, which may be a name itself; null for none. */
function firstNameOf(tokens: readonly Token[], runs: readonly NameRun[], run: NameRun): NameRun | null {
  if (run.type !== 'PERSON' || !/^["”'’]$/.test(tokens[run.from - 1]?.text ?? '')) return null;
  const first = runs.slice(-2).find(({ to }) => /^["“'‘]$/.test(tokens[to]?.text ?? ''));
  if (first?.type !== 'PERSON') return null;
  const nickname = tokens.slice(first.to + 1, run.from - 1);
  const isNickname = nickname.length > 0 && nickname.length <= LONGEST_NICKNAME && nickname.every(({ text }) => /^\p{Lu}/u.test(text));
  return isNickname ? first : null;
}

const isParticle = (token: Token | undefined) => token !== undefined && PARTICLE.test(token.lower);

/** "De la Tour", taken for an organization, where the article names a Jean-Luc de la Tour. */
function withParticles(tokens: readonly Token[], runs: readonly NameRun[]): NameRun[] {
  const people = runs.filter(({ type }) => type === 'PERSON').map((run) => wordsOf(tokens, run));
  return runs.map((run) =>
    run.type === 'ORGANIZATION' && isParticle(tokens[run.from]) && people.some((name) => name.endsWith(` ${wordsOf(tokens, run)}`))
      ? { ...run, type: 'PERSON' }
      : run,
  );
}
