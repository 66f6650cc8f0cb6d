import type { Token } from '../../words/tokens.ts';
import type { Organization } from '../organizations.ts';

/** What the search for titles looks at. */
export interface RoleGround {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly organizations: readonly Organization[];
  readonly organizationAt: ReadonlyMap<number, number>;
}

/** Whether a word stands before a title or another noun and is no part of it. */
export const isDeterminer = (token: Token | undefined): boolean => /^(?:a|an|the|its|his|her|their|our)$/.test(token?.lower ?? '');

/** Small words behind which it is said of what, or for whom, somebody holds a title. */
export const OF_WHAT = /^(?:of|for|at|in|to|from|on|with)$/;
