import { CALENDAR } from '../../lexicon/calendar.ts';
import { ENDS_COMPANY } from '../../lexicon/legal-forms.ts';
import { isTitle } from '../../lexicon/titles.ts';
import { isPossessive } from '../../words/grammar.ts';
import { NO_NAME_POS } from '../../words/runs.ts';
import { isTime } from '../../words/times.ts';
import type { Token } from '../../words/tokens.ts';
import { KIND } from './bodies.ts';
import type { NameRun } from './labels.ts';

/** Words of a name before its "and", at most: "American Telephone". */
const LONGEST_HALF = 3;

/**
 * Where a company's name begins of which the last words alone were found, in words that no other name has from `least` on: "Aldersyke and Poole Corp" of "Poole Corp",
 * "Applied Tides Inc" of "Tides Inc" where a sentence begins with it.
 */
export function companyFrom(tokens: readonly Token[], from: number, least: number): number {
  if (isPart(tokens, from - 1, least) && !isSaidOf(tokens[from - 1]!)) return from - 1;
  if (!/^(?:and|&)$/.test(tokens[from - 1]?.text ?? '')) return from;
  let at = from - 1;
  while (from - 1 - at < LONGEST_HALF && isPart(tokens, at - 1, least)) at--;
  return at === from - 1 || ENDS_COMPANY.has(tokens[from - 2]!.lower) ? from : at;
}

/** Words of a name before its legal form, at most. */
const LONGEST_FRONT = 6;

/** Where the name begins of which the legal form alone was found: "Webber's Inc", "Webber-Poole Inc", "Webber (Norland) Inc"; the form's own place where none stands there. */
export function formFrom(tokens: readonly Token[], form: number): number {
  const isWord = (at: number) => /^\p{Lu}/u.test(tokens[at]?.text ?? '') && !tokens[at]!.endsSentence && !CALENDAR.has(tokens[at]!.lower);
  let at = form;
  if (tokens[at - 1]?.text === ')' && tokens[at - 3]?.text === '(' && isWord(at - 2)) at -= 3;
  if (isPossessive(tokens[at - 1])) at--;
  const end = at;
  while (form - at < LONGEST_FRONT)
    if (isWord(at - 1)) at--;
    else if (at < end && isWord(at - 2) && /^(?:-|['’]s)$/i.test(tokens[at - 1]!.text)) at -= 2;
    else break;
  return at < end && tokens[at]!.text.length > 1 ? at : form;
}

/** Whether a word with a capital can be part of a company's name. */
function isPart(tokens: readonly Token[], at: number, least: number): boolean {
  const token = tokens[at];
  if (at < least || !token || token.endsSentence || !/^\p{Lu}[\p{L}.]*$/u.test(token.text) || tokens[at - 1]?.text === '-') return false;
  const { lower, pos } = token;
  return !(NO_NAME_POS.has(pos) || pos === 'ADV' || CALENDAR.has(lower) || isTime(token) || /[^s]s$/.test(lower));
}

/** Whether a word tells of a company what it is, or begins a clause: "Retailer", "Japanese", "Buying". */
const isSaidOf = ({ lower }: Token) =>
  isTitle(lower) ||
  KIND.test(lower) ||
  /(?:[aeo]r|ing|[ie]an|ese|ish)$|^(?:rival|unit|parent|french|dutch|german|mexican|swiss|greek|former|lead|name|new|only|other)$/.test(
    lower,
  );

/** The names, with those companies wherever the article names them without their last word: "Aldersyke and Poole", not "Poole" alone. */
export function namedInFull(tokens: readonly Token[], names: readonly NameRun[], companies: readonly NameRun[]): readonly NameRun[] {
  return companies.reduce((known, { from, to }) => {
    const words = tokens.slice(from, to - 1).map(({ text }) => text);
    if (words.length < 2) return known;
    const added: NameRun[] = [];
    for (let at = 0; at + words.length <= tokens.length; at++) {
      if (tokens[at]!.text !== words[0] || !words.every((word, i) => tokens[at + i]!.text === word)) continue;
      const end = at + words.length;
      if (!known.some((name) => name.from < end && at < name.to && (name.from < at || name.to > end)))
        added.push({ type: 'ORGANIZATION', from: at, to: end });
    }
    const others = known.filter((name) => !added.some((one) => one.from < name.to && name.from < one.to));
    return [...others, ...added].sort((a, b) => a.from - b.from);
  }, names);
}
