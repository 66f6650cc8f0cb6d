import { lastAt } from '../../sorted.ts';
import { PART } from '../sources/ground.ts';
import { isPossessive } from '../words/grammar.ts';
import { ASKS } from './asked.ts';
import type { Asked, Scene } from './candidates.ts';

/** Sentences behind the words that ask for anonymity in which "he" or "she" goes on with whoever asked. */
const NEAR = 4;
/** Tokens that are looked at, at most. */
const FAR = 160;

/**
 * Whether "he" or "she" takes up somebody who stays unnamed: "A foreman, who asked not to be named because he has a contract, said … he
 * said." Only where nobody else was the subject since.
 */
export function isAnonymous({ ground, rules: { personMentions } }: Scene, { asks, source }: Asked): boolean {
  if (!source || (asks !== ASKS.HE && asks !== ASKS.SHE)) return false;
  const { tokens, parts, quoted, sentenceAt, sentenceFrom } = ground;
  const named = (from: number, to: number) => {
    for (let i = lastAt(personMentions, from - 1, (mention) => mention.from) + 1; i < personMentions.length; i++) {
      const mention = personMentions[i]!;
      if (mention.from >= to) return false;
      const owns = isPossessive(tokens[mention.to]);
      if (!quoted[mention.from] && !owns && parts[mention.titleFrom - 1] !== PART.ADP) return true;
    }
    return false;
  };
  for (let at = source.from - 1; at > Math.max(0, source.from - FAR) && sentenceAt[source.from]! - sentenceAt[at]! <= NEAR; at--) {
    if (quoted[at] || !asksIt(tokens, at)) continue;
    return !named(sentenceFrom[at]!, source.from) && !others(ground, at, source.from);
  }
  return false;
}

type Tokens = Scene['ground']['tokens'];

/** What it may begin with. */
const ASKING: ReadonlySet<string> = new Set(
  'asked wanted wished preferred declined refused want wish wants wishes on condition requested requesting'.split(' '),
);

/** Whether the words from a token on say that somebody does not want to be named. */
function asksIt(tokens: Tokens, at: number): boolean {
  if (!ASKING.has(tokens[at]!.lower)) return false;
  const words = tokens
    .slice(at, at + 6)
    .map(({ lower }) => lower)
    .join(' ');
  return /^(?:(?:asked|wanted|wished|preferred|declined|refused|want|wish|wants|wishes) (?:not )?(?:to be|being) (?:named|identified)|asked (?:not to be|that (?:his|her|their) name)|(?:on )?condition of anonymity|(?:requested|requesting) anonymity)\b/.test(
    words,
  );
}

/** Whether a sentence since begins with somebody else: "A second official", "One of the crew". */
function others({ sentences, sentenceAt, tokens, quoted }: Scene['ground'], from: number, to: number): boolean {
  for (let i = sentenceAt[from]! + 1; i <= sentenceAt[to]!; i++) {
    const first = sentences[i]!.from;
    if (!quoted[first] && first < to && /^(?:an?|another|one|two|some|several|many|others?|the)$/.test(tokens[first]!.lower)) return true;
  }
  return false;
}
