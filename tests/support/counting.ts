import { expect } from 'vitest';
import type { App } from '../../src/server.ts';
import { ask } from './ask.ts';

/** Counts what a list of the whole corpus has with a filter, in each way in which it may be counted: they all must agree. */
export const counting = (app: App) => async (list: string, filter: string) => {
  const { data, errors } = await ask(app, `{ ${list}(filter: { ${filter} }) { totalCount nodes { id } } }`);
  expect(errors).toBeUndefined();
  expect(data[list].nodes.length).toBe(Math.min(data[list].totalCount, 20));
  // A search for anything without a word that nothing holds counts in SQL of its own: a filter means the same there.
  const found = await ask(app, `{ ${list}(search: "-unheard", filter: { ${filter} }) { totalCount nodes { id } } }`);
  expect(found.data[list].totalCount).toBe(data[list].totalCount);
  expect(found.data[list].nodes).toEqual(data[list].nodes);
  return data[list].totalCount;
};
