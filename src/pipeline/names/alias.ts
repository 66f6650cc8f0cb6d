import type { Run } from '../words/runs.ts';
import type { Token } from '../words/tokens.ts';

/** Tokens between a name and another that its bearer has: ", better known as". */
const LONGEST_ALIAS = 6;

/** Whether a name is what somebody named right before it is called too: "Ana Bell, better known as Anabell". */
export function isAlias(tokens: readonly Token[], { to }: Run, { from }: Run): boolean {
  if (from - to > LONGEST_ALIAS || !/^[,(]$/.test(tokens[to]?.text ?? '')) return false;
  return /^(?:(?:also|better|otherwise|professionally|simply|widely|popularly) )?known as(?: ["“‘'])?$/.test(
    tokens
      .slice(to + 1, from)
      .map(({ lower }) => lower)
      .join(' '),
  );
}
