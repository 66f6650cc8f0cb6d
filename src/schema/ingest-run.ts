import type { IngestRun } from '../db/generated/client.ts';
import { recentRuns } from '../store/read/runs.ts';
import { builder } from './builder.ts';
import { CorpusType } from './corpus.ts';
import { RunKindType, RunStatusType } from './enums.ts';
import { badInput } from './errors.ts';

/** Runs that are shown unasked, and at most. */
const RUNS = 10;
const MAX_RUNS = 100;

const IngestRunType = builder.objectRef<IngestRun>('IngestRun').implement({
  description: 'One run of a command that fills the corpus, and what became of the documents that it read.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RunKindType, description: 'What the run does.' }),
    status: t.expose('status', { type: RunStatusType, description: 'Whether it runs, or how it ended.' }),
    source: t.exposeString('source', { description: 'What it reads: names of files and folders, without where they lie.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began, in UTC.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it ended, in UTC, for one that was killed when it was last seen; null while it runs.',
    }),
    read: t.exposeInt('read', { description: 'Documents read so far: the sum of the counts below.' }),
    added: t.exposeInt('added', { description: 'Documents whose text was not in the corpus.' }),
    unchanged: t.exposeInt('unchanged', { description: 'Documents that changed nothing.' }),
    updated: t.exposeInt('updated', {
      description: 'Documents that changed what an article had: a further origin, other facts, new findings.',
    }),
    removedEarlier: t.exposeInt('removedEarlier', { description: 'Documents kept out, since they were taken down before.' }),
    failed: t.exposeInt('failed', { description: 'Documents that could not be read, annotated or stored.' }),
  }),
});

builder.objectField(CorpusType, 'runs', (t) =>
  t.field({
    type: [IngestRunType],
    description: 'The latest runs that filled the corpus, the newest first.',
    args: {
      first: t.arg.int({
        defaultValue: RUNS,
        description: `How many, from 0 to ${MAX_RUNS}.`,
      }),
    },
    resolve: (_corpus, { first }, { db }) => {
      const count = first ?? RUNS;
      if (count < 0 || count > MAX_RUNS) throw badInput('first', `${count} is not between 0 and ${MAX_RUNS}`);
      return recentRuns(db, count);
    },
  }),
);
