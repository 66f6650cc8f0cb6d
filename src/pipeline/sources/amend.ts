import { lastAt } from '../../sorted.ts';
import { HONORIFICS } from '../lexicon/titles.ts';
import { personEnding } from '../names/people.ts';
import type { Run } from '../words/runs.ts';
import { beforeAges } from './aged.ts';
import { announcedBy } from './announced.ts';
import { antecedentOf } from './antecedent.ts';
import { appositionOf } from './apposition.ts';
import { askedBy } from './asked-by.ts';
import type { Choice } from './choose.ts';
import { NAMED, PART, type SourceGround } from './ground.ts';
import { endingAt, type MentionGround } from './mentions.ts';
import { behindOpening } from './opening.ts';
import { documentSeen, subjectBehind } from './participle.ts';
import { agentNamed, agentOf } from './passive.ts';
import { relayedFrom } from './relayed.ts';

/** The source of a quote where grammar is certain of it, else the likeliest one; null where nobody is its source. */
export function amended(ground: MentionGround, parts: readonly Run[], { source, cue: near }: Choice, cue: Run | null): Run | null {
  const asked = askedBy(ground, parts);
  if (asked !== undefined) return asked;
  const passed = cue ? relayedFrom(ground, cue) : null;
  if (passed) return passed;
  if (!source) return cue ? agentNamed(ground, cue) : null;
  if (hears(ground, parts, source)) return null;
  if (near) {
    const aged = beforeAges(ground, source, near);
    if (aged) return aged;
    const subject = subjectBehind(ground, source, near) ?? documentSeen(ground, source, near);
    if (subject) return subject;
    const antecedent = antecedentOf(ground, source, near);
    if (antecedent) return antecedent;
    const agent = agentOf(ground, source, near);
    if (agent !== undefined) return agent;
  }
  return (
    behindOpening(ground, source) ??
    spokenFor(ground, source) ??
    announcedBy(ground, source) ??
    appositionOf(ground, source, cue) ??
    titled(ground, source) ??
    bracketed(ground, source) ??
    interviewed(ground, source) ??
    withoutMedium(ground, withoutAgent(ground, source))
  );
}

/** Tokens between "heard" and what was heard: "on Tuesday from a lawyer". */
const HEARD_WITHIN = 6;

/** Whether a source is who heard it: "MPs heard on Tuesday that the bridge was unsafe". */
function hears({ tokens, parts: tags, quoted }: SourceGround, [first]: readonly Run[], { to }: Run): boolean {
  const verb = tags[to] === PART.ADV || tags[to] === PART.AUX ? to + 1 : to;
  return first !== undefined && tokens[verb]?.lower === 'heard' && !quoted[verb] && first.from > verb && first.from - verb <= HEARD_WITHIN;
}

/** "A letter" of "A letter seen by the Courier". */
function withoutAgent({ tokens, parts }: SourceGround, { from, to }: Run): Run {
  for (let at = from + 1; at + 1 < to; at++)
    if (parts[at] === PART.VERB && parts[at - 1] === PART.NOUN && tokens[at + 1]!.lower === 'by') return { from, to: at };
  return { from, to };
}

/** "Ana Bell" of "an interview with Ana Bell", as headlines name whom they quote; null for any other source. */
function interviewed({ tokens, personMentions }: SourceGround, { from, to }: Run): Run | null {
  const name = personEnding(personMentions, to);
  const before = name && tokens.slice(from, name.titleFrom);
  if (!before || before.length < 2 || before.at(-1)!.lower !== 'with') return null;
  return /^(?:interview|conversation|chat|q&a)$/.test(before.at(-2)!.lower) ? { from: name.titleFrom, to } : null;
}

const MEDIA = /^(?:note|statement|tweet|post|letter|email|e-mail|memo|interview|speech|blog|message|video|filing|podcast|report)$/;

/** "Ana Bell of the bank" of "Ana Bell of the bank in a note". */
function withoutMedium({ tokens, parts }: SourceGround, { from, to }: Run): Run {
  if (!MEDIA.test(tokens[to - 1]!.lower)) return { from, to };
  let at = to - 1;
  while (at > from && (parts[at - 1] === PART.ADJ || parts[at - 1] === PART.NOUN || parts[at - 1] === PART.DET)) at--;
  return at - 1 > from && /^(?:in|on|via)$/.test(tokens[at - 1]!.lower) ? { from, to: at - 1 } : { from, to };
}

/** "Spokesman the Rev. Ana Bell" where the source ends with the short title before a name; null for any other. */
function titled({ tokens, personMentions }: SourceGround, { from, to }: Run): Run | null {
  if (!HONORIFICS.has(tokens[to - 1]!.lower)) return null;
  const begins = tokens[to]?.text === '.' ? to + 1 : to;
  const name = personMentions[lastAt(personMentions, begins, (mention) => mention.from)];
  return name?.from === begins ? { from, to: name.to } : null;
}

/** Who stands before a source in brackets: "Sen. Ana Bell" of "Sen. Ana Bell (D-MA)"; null for any other source. */
function bracketed(ground: MentionGround, { from, to }: Run): Run | null {
  const { tokens, namedAt } = ground;
  if (tokens[from - 1]?.text !== '(' || !tokens.slice(to, to + 3).some(({ text }) => text === ')') || namedAt[to - 1] === NAMED.PERSON)
    return null;
  const before = namedAt[from - 2] === NAMED.PERSON ? endingAt(ground, from - 1)[0] : undefined;
  return before ? { from: before.from, to: before.to } : null;
}

/** "A spokesman for the operator" of "A spokesman for the operator, Cleanwave, said": the name is the operator's. Null for any other source. */
function spokenFor(ground: MentionGround, { from }: Run): Run | null {
  const { tokens, namedAt } = ground;
  if (tokens[from - 1]?.text !== ',' || namedAt[from] !== NAMED.ORGANIZATION) return null;
  const body = endingAt(ground, from - 1).at(0);
  if (!body || !/^(?:for|of|at|with)$/.test(tokens[body.from - 1]?.lower ?? '')) return null;
  const head = endingAt(ground, body.from - 1)[0];
  return head && /^(?:spokes|official|representative|lawyer|executive)/.test(tokens[head.to - 1]!.lower)
    ? { from: head.from, to: body.to }
    : null;
}
