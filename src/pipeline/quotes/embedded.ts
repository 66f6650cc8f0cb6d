import { lastAt } from '../../sorted.ts';
import { firstEndingBehind } from '../../span.ts';
import { runsOver, sentenceOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import { type Attribution, byMark } from './attributions.ts';
import { finite } from './quote-content.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';
import { isSpeech } from './speech.ts';
import { written } from './written.ts';

/** How a post that is shown in an article is signed: `— Ana Bell (@bell) March 3, 2031`. */
const SIGNATURE = /(?<dash>[—–-]{1,2})\s*(?<name>[^\n()@—–]{2,60}?)\s\(@\w{1,20}\)(?<date>\s+\p{L}+ \d{1,2}, \d{4})?$/u;
const LONGEST_SIGNATURE = 120;

/** Posts that an article shows, without quotation marks: what stands before the signature, or above it where that is a paragraph of its own. */
export function findPosts(ground: QuoteGround): QuoteFound[] {
  const { text, tokens, paragraphs, personMentions, inQuotation } = ground;
  return paragraphs.flatMap((paragraph, i) => {
    const from = Math.max(paragraph.start, paragraph.end - LONGEST_SIGNATURE);
    const match = SIGNATURE.exec(text.slice(from, paragraph.end));
    if (!match) return [];
    const start = from + match.index;
    const post = start > paragraph.start ? { start: paragraph.start, end: start } : paragraphs[i - 1];
    if (!post || (i === 1 && start === paragraph.start && ground.sentences[0]?.start === post.start)) return [];
    const [words] = runsOver(tokens, [post]);
    const cue = firstEndingBehind(tokens, start);
    const name = firstEndingBehind(tokens, from + match.index + match[0].indexOf(match.groups!.name!));
    const source = { from: name, to: firstEndingBehind(tokens, from + match.index + match[0].indexOf(' (@')) };
    // What stands in quotation marks is found as elsewhere.
    if (!words || source.to <= source.from || inQuotation[words.from]! >= 0) return [];
    const mention = personMentions[lastAt(personMentions, name, ({ titleFrom }) => titleFrom)];
    const person = mention && name < mention.to ? mention.person : null;
    // "— Follow us on X (@courier)" is nobody's name.
    if (person === null && !match.groups!.date && !ground.organizationAt.has(name)) return [];
    return found(ground, [words], { ...byMark({ from: cue, to: cue + 1 }, source), sentence: sentenceOf(ground.sentences, cue) }, person);
  });
}

/**
 * What a paragraph announces that ends with a clause and a colon, `In a statement Bell said:`, and that stands below without quotation marks, as papers set long statements: the
 * paragraphs that follow as far as they have words of who speaks and who listens.
 */
export function findBlocks(ground: QuoteGround): QuoteFound[] {
  const { text, tokens, paragraphs, attributions, inQuotation } = ground;
  return attributions.flatMap((clause) => {
    const colon = firstColon(ground, clause);
    const source = clause.form === 'VERB' && clause.act === 'SPEECH' && clause.source;
    if (!source || colon < 0) return [];
    const runs: Run[] = [];
    for (let at = firstEndingBehind(paragraphs, tokens[colon]!.start) + 1; at < paragraphs.length; at++) {
      const [words] = runsOver(tokens, [paragraphs[at]!]);
      const isMarked = /^["“‘'«—–•-]/.test(text.slice(paragraphs[at]!.start, paragraphs[at]!.end));
      if (!words || isMarked || !isSpeech(ground, words) || inQuotation[words.from]! >= 0) break;
      runs.push(words);
    }
    return runs.length === 0 ? [] : found(ground, runs, clause, undefined);
  });
}

/** The colon at the end of a paragraph behind a clause, with no other verb between; -1 where none is. */
function firstColon({ text, tokens, paragraphs }: QuoteGround, { to }: Attribution): number {
  const paragraph = paragraphs[firstEndingBehind(paragraphs, tokens[to - 1]!.start)];
  if (!paragraph || text[paragraph.end - 1] !== ':') return -1;
  const colon = firstEndingBehind(tokens, paragraph.end - 1);
  return colon < tokens.length &&
    colon - to < LONGEST_LEAD &&
    !tokens.slice(to, colon).some(({ text }) => /^[.?!]/.test(text)) &&
    !finite(tokens, to, colon)
    ? colon
    : -1;
}

/** Words between a clause and its colon, at most: "in a statement on Monday". */
const LONGEST_LEAD = 15;

function found(ground: QuoteGround, runs: readonly Run[], attribution: Attribution, person: number | null | undefined): QuoteFound[] {
  const content = runs.flatMap((run) => written(ground, run));
  if (content.length === 0) return [];
  return [
    {
      content,
      kind: kindOf(ground, content),
      act: 'SPEECH',
      attribution,
      ...(person === undefined ? {} : { turn: { by: 'NAME' as const, person } }),
      sentence: sentenceOf(ground.sentences, runs[0]!.from),
      until: sentenceOf(ground.sentences, runs.at(-1)!.to - 1),
    },
  ];
}
