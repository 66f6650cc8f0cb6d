import type { Config } from '../config.ts';
import { examined, type Finding, ok } from './check.ts';
import { examineConfiguration } from './configuration.ts';
import { examineDatabase } from './database.ts';
import { examineMachine } from './machine.ts';

/** Everything that is looked at, in the order in which one would mend it. */
export async function examine(config: Config): Promise<Finding[]> {
  return [
    ...(await examineMachine(config)),
    ...examineConfiguration(config),
    ...(await examineDocuments(config)),
    ...(await examineDatabase(config)),
  ];
}

const examineDocuments = ({ documents }: Config): Promise<Finding[]> =>
  examined('trusted documents', async () => {
    if (documents === null) return [];
    const { loadDocuments } = await import('../server.ts');
    return [ok('trusted documents', `${(await loadDocuments(documents)).size} fit the schema`)];
  });
