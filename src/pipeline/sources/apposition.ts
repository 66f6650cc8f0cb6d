import { isTitle } from '../lexicon/titles.ts';
import { personEnding } from '../names/people.ts';
import type { Run } from '../words/runs.ts';
import { NAMED, type SourceGround } from './ground.ts';

/**
 * Whom a source says more of whose second comma is missing: "Ana Bell" of "Ana Bell, a harbour spokesman told the Courier". Not "according to Ana Bell, the mayor
 * said", nor "Ana Bell, whose lawyer said", nor somebody whose verb stands before them. Null for any other source.
 */
export function appositionOf(
  { tokens, personMentions, namedAt, quoted, sentenceFrom }: SourceGround,
  { from, to }: Run,
  cue: Run | null,
): Run | null {
  if (cue?.from !== to || tokens[from - 1]?.text !== ',' || namedAt[to - 1] === NAMED.PERSON) return null;
  if (!isTitle(tokens[to - 1]!.lower) || /^(?:the|this|that|his|her|their|whose)$/.test(tokens[from]!.lower)) return null;
  const name = personEnding(personMentions, from - 1);
  if (!name) return null;
  const opens = name.titleFrom === sentenceFrom[from]! || quoted[name.titleFrom - 1] || /^["”’']+$/.test(tokens[name.titleFrom - 1]!.text);
  return opens ? { from: name.titleFrom, to: name.to } : null;
}
