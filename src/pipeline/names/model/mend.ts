import { EAST_ASIAN_SURNAMES } from '../../lexicon/given-names.ts';
import { NAME_SUFFIXES } from '../../lexicon/groups.ts';
import { ENDS_COMPANY, LEGAL_FORMS } from '../../lexicon/legal-forms.ts';
import { NO_ACRONYMS } from '../../lexicon/organizations.ts';
import { PORTFOLIOS } from '../../lexicon/title-words.ts';
import { isTitle } from '../../lexicon/titles.ts';
import { isVerb } from '../../words/grammar.ts';
import { isHyphen, touches } from '../../words/runs.ts';
import type { Token } from '../../words/tokens.ts';
import { companyFrom, formFrom, namedInFull } from './company-front.ts';
import { type NameRun, wordsOf } from './labels.ts';
import { PREFIX } from './signs.ts';

/**
 * Puts right what grammar is certain of: "Mr" stands before a person and nothing else; no name begins or ends with a mark such as `>`, or inside a word, except where a hyphen joins two; "Jr." belongs to the person before it, "plc" makes
 * a company of what stands before it, here and wherever the article names it alone.
 */
export function mended(tokens: readonly Token[], found: readonly NameRun[]): NameRun[] {
  const runs: NameRun[] = [];
  const companies = new Set<string>();
  const fronted: NameRun[] = [];
  const names = withAddressed(tokens, found);
  for (const [index, one] of names.entries()) {
    const name = withoutMarks(tokens, one);
    if (name.from === name.to || isNobody(tokens, name)) continue;
    const limit = names[index + 1]?.from ?? tokens.length;
    const before = runs.at(-1);
    const whole = withTwin(tokens, wholeWords(tokens, name, before?.to ?? 0, limit), before?.to ?? 0);
    const tailed = withTail(tokens, whole, limit);
    if (tailed.type === 'ORGANIZATION' && tailed.to - tailed.from === 1 && LEGAL_FORMS.has(tokens[tailed.from]!.lower)) {
      pushFormed(tokens, runs, tailed);
      continue;
    }
    const isCompany = tailed.to - tailed.from > 1 && ENDS_COMPANY.has(tokens[tailed.to - 1]!.lower);
    // "Bell" of "Bell and Poole Corp" was taken for somebody.
    const half = before?.type === 'PERSON' && before.to - before.from === 1 && before.to === tailed.from - 1 ? before : undefined;
    const begins = isCompany ? companyFrom(tokens, tailed.from, half?.from ?? before?.to ?? 0) : tailed.from;
    if (half && begins <= half.from) runs.pop();
    const run: NameRun = isCompany ? { type: 'ORGANIZATION', from: begins, to: tailed.to } : tailed;
    if (begins < tailed.from) fronted.push(run);
    if (isCompany) companies.add(wordsOf(tokens, { ...run, to: run.to - 1 }));
    // "Ana" and "al-Bell".
    const goesOn = before?.type === 'PERSON' && run.type === 'PERSON' && before.to === run.from && /^\p{Ll}/u.test(tokens[run.from]!.text);
    if (goesOn) runs[runs.length - 1] = { ...before, to: run.to };
    else runs.push(run);
  }
  return namedInFull(tokens, runs, fronted).map((run) =>
    isAddressed(tokens, run) ? { ...run, type: 'PERSON' } : companies.has(wordsOf(tokens, run)) ? { ...run, type: 'ORGANIZATION' } : run,
  );
}

/** Adds a company of whose name the legal form alone was found, in place of what was found of the rest; none where it has no rest. */
function pushFormed(tokens: readonly Token[], runs: NameRun[], form: NameRun) {
  let from = formFrom(tokens, form.from);
  if (from === form.from) return;
  // "Webber and Poole" of "Webber and Poole's Inc".
  while (runs.length > 0 && runs.at(-1)!.to > from) from = Math.min(from, runs.pop()!.from);
  runs.push({ ...form, from });
}

/** The names, with those behind "Mr" that look like other words: "Mr Irish", but not "Mr President". */
function withAddressed(tokens: readonly Token[], names: readonly NameRun[]): readonly NameRun[] {
  const added: NameRun[] = [];
  for (let at = 1; at < tokens.length; at++) {
    if (!ADDRESSES.has(tokens[at - 1]!.text) || !/^\p{Lu}\p{Ll}/u.test(tokens[at]!.text) || isTitle(tokens[at]!.lower)) continue;
    if (!names.some(({ from, to }) => from <= at && at < to)) added.push({ type: 'PERSON', from: at, to: at + 1 });
  }
  return added.length === 0 ? names : [...names, ...added].sort((a, b) => a.from - b.from);
}

const ADDRESSES: ReadonlySet<string> = new Set(['Mr', 'Mr.', 'Mrs', 'Mrs.', 'Ms', 'Ms.', 'Messrs', 'Messrs.']);

/** The most words of a name behind "Mr" that is taken for a place or an organization: more are no surname. */
const LONGEST_SURNAME = 3;

/** "Hague" of "Mr Hague", who is no city; not the paper in "Mr. Bell's Courier". */
const isAddressed = (tokens: readonly Token[], { from, to }: NameRun) =>
  to - from <= LONGEST_SURNAME &&
  [from, from - 1].some((at) => /^(?:Mr|Mrs|Ms|Messrs|Miss|Sir|Dame)\.?$/.test(tokens[at]?.text ?? '') && at + 1 < to);

const MARKS = /^[<>[\]{}|"“”,;:*=]+$/;

function withoutMarks(tokens: readonly Token[], name: NameRun): NameRun {
  let { from, to } = name;
  while (from < to && MARKS.test(tokens[from]!.text)) from++;
  while (to > from && MARKS.test(tokens[to - 1]!.text)) to--;
  if (name.type === 'PERSON') {
    // "Hamann" of "(Dietmar) Hamann", "Bell" of "Bell - Dahl", of "Bell I think".
    for (let at = from; at < to - 1; at++) if (/^[()]$/.test(tokens[at]!.text) && /^\p{L}/u.test(tokens[at + 1]!.text)) from = at + 1;
    const dash = tokens.slice(from, to).findIndex(({ text }, i) => /^[-–—]$/.test(text) && !touches(tokens, from + i) && i > 0);
    if (dash > 0) to = from + dash;
    if (to - from > 1 && tokens[to - 1]!.text === 'I' && isVerb(tokens[to])) to--;
  }
  return { ...name, from, to };
}

/** "CEO", "TV": letters that are nobody's name. */
const isNobody = (tokens: readonly Token[], { from, to, type }: NameRun) =>
  type === 'PERSON' && to - from === 1 && NO_ACRONYMS.has(tokens[from]!.text);

const isLetters = (tokens: readonly Token[], i: number) => /^[\p{L}\p{M}]+$/u.test(tokens[i]?.text ?? '');

/** The name with the rest of its first and last word, and of a person's name that a hyphen joins: "al-Bell". */
function wholeWords(tokens: readonly Token[], name: NameRun, least: number, limit: number): NameRun {
  let { from, to } = name;
  while (from > least && touches(tokens, from - 1) && isLetters(tokens, from - 1) && isLetters(tokens, from)) from--;
  while (to < limit && touches(tokens, to - 1) && isLetters(tokens, to) && isLetters(tokens, to - 1)) to++;
  if (name.type === 'PERSON') {
    if (from - 2 >= least && isHyphen(tokens, from - 1) && isLetters(tokens, from - 2) && !PREFIX.test(tokens[from - 2]!.text)) from -= 2;
    while (to + 1 < limit && isHyphen(tokens, to) && (/^\p{Lu}/u.test(tokens[to + 1]!.text) || isSyllable(tokens, from, to))) to += 2;
  }
  return { ...name, from, to };
}

/** Whether the given name of a Korean or Chinese goes on behind a hyphen, "jae" of "Kim Min-jae", which no "Bush-era" is. */
const isSyllable = (tokens: readonly Token[], from: number, to: number) =>
  to === from + 2 &&
  EAST_ASIAN_SURNAMES.has(tokens[from]!.text) &&
  /^(?:ch|h?s|j|k|sh|ts?|[bcdghlmnpqrtwyz])?(?:ae|e|eo|eu|i|[aiuy]?a|i?e|oo?|u|u?o|yeo|yu|wo|ui|ao|ai|ei|ou|iu)(?:ng|[hklmnpt])?$/.test(
    tokens[to + 1]!.text,
  );

/** "Industrial and Commercial Bank" of "Commercial Bank", "Finance and Economy Ministry" of "Economy Ministry": two words say what it is for. */
function withTwin(tokens: readonly Token[], name: NameRun, least: number): NameRun {
  const { from, to, type } = name;
  const describes = (i: number) => /^\p{Lu}\p{Ll}+(?:al|ic|ive|ary)$/u.test(tokens[i]?.text ?? '');
  const isTwin = type === 'ORGANIZATION' && to - from > 1 && from - 2 >= least && tokens[from - 1]!.lower === 'and';
  const isField = (i: number) => /^\p{Lu}/u.test(tokens[i]!.text) && PORTFOLIOS.has(tokens[i]!.lower);
  return isTwin && [describes, isField].some((fits) => fits(from) && fits(from - 2)) ? { ...name, from: from - 2 } : name;
}

function withTail(tokens: readonly Token[], name: NameRun, limit: number): NameRun {
  const { to, type } = name;
  const comma = tokens[to]?.text === ',' ? 1 : 0;
  const tail = tokens[to + comma];
  if (!tail || to + comma >= limit || tokens[to - 1]!.endsSentence) return name;
  if (LEGAL_FORMS.has(tail.lower) && (comma === 0 || /^\p{Lu}/u.test(tail.text)))
    return { ...name, to: to + comma + 1, type: 'ORGANIZATION' };
  return type === 'PERSON' && comma === 0 && NAME_SUFFIXES.has(tail.text) ? { ...name, to: to + 1 } : name;
}
