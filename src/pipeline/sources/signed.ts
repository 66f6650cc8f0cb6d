import { firstFrom } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { SourceGround } from './ground.ts';
import type { Mention } from './mentions.ts';

/**
 * Whose words in quotation marks are that a dash and a name behind them sign: `"We won." – Ana Bell.` Null where no name stands there, or more than a name.
 */
export function signedBehind(
  { text, tokens, quoted }: SourceGround,
  mentions: readonly Mention[],
  parts: readonly Run[],
): { cue: Run; source: Run } | null {
  let at = parts.at(-1)!.to;
  if (!quoted[at - 1]) return null;
  while (at < tokens.length && /^["”’'»]+$/.test(tokens[at]!.text)) at++;
  if (at === parts.at(-1)!.to || !/^(?:[―—–-]|--)$/.test(tokens[at]?.text ?? '') || quoted[at + 1]) return null;
  const name = mentions.slice(firstFrom(mentions, at + 1), firstFrom(mentions, at + 2)).findLast(({ kind }) => kind === 'name');
  if (!name) return null;
  const next = tokens[name.to];
  const ends = !next || /^[.,]$/.test(next.text) || text.slice(tokens[name.to - 1]!.end, next.start).includes('\n');
  return ends ? { cue: { from: at, to: at + 1 }, source: { from: name.from, to: name.to } } : null;
}
