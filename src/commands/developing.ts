import { type Command, Option } from 'commander';
import { wholeNumber } from './numbers.ts';
import type { TrainOptions } from './train.ts';

/** Adds the commands of those who work on Quotewire: training, reports, what is committed beside the code. */
export function developing(program: Command): void {
  program
    .command('train')
    .summary('make the weights in models/ again')
    .description('Trains the models on data that you have on disk and writes models/*.bin.gz. The same data and seed give the same bytes.')
    .requiredOption('--data <dir>', 'the folder with the data sets')
    .addOption(new Option('--only <models...>', 'these alone').choices(['words', 'names', 'quotes', 'speakers']))
    .option('--seed <number>', 'another order of learning', wholeNumber, 1)
    .option('--out <dir>', 'where to write (default: models/)')
    .option('--open', 'learn from openly licensed data alone')
    .action(async (options: TrainOptions) => {
      const { train } = await import('./train.ts');
      await train(options);
    });

  program
    .command('report:publishers')
    .summary('measure quotes of publishers unseen and write reports/publishers.md')
    .description('Trains models that leave one publisher out, and measures them on that one: about ten minutes on two cores.')
    .requiredOption('--data <dir>', 'the folder with the data sets, as docs/models.md describes it')
    .option('--day <date>', 'the day to write down', new Date().toISOString().slice(0, 10))
    .option('--seed <number>', 'another order of learning', wholeNumber, 1)
    .action(async (options: { data: string; day: string; seed: number }) => {
      const { reportPublishers } = await import('./report-publishers.ts');
      await reportPublishers(options);
    });

  program
    .command('report:extraction')
    .summary('measure extraction and write reports/extraction.*')
    .description('Measures on gold files that you have on disk, and on the articles of samples/test, how good what is found is.')
    .requiredOption('--data <dir>', 'the folder with the data sets, as docs/models.md describes it')
    .option('--open <dir>', 'weights of openly licensed data alone, to report beside the others')
    .option('--day <date>', 'the day to write down', new Date().toISOString().slice(0, 10))
    .action(async (options: { data: string; day: string; open?: string }) => {
      const { reportExtraction } = await import('./report-extraction.ts');
      await reportExtraction(options);
    });

  program
    .command('schema')
    .summary('write the API to src/schema/schema.graphql')
    .description(
      'Writes the GraphQL schema, sorted, to src/schema/schema.graphql; commit it with the change that it shows. Says which changes since the last release break clients.',
    )
    .option('--release', 'this is what clients may rely on from now on: write it to src/schema/released.graphql too')
    .action(async (options: { release?: boolean }) => {
      const { schema } = await import('./schema.ts');
      await schema(options);
    });

  program
    .command('migration')
    .summary('write the migration for a changed prisma/schema.prisma')
    .description('Compares prisma/schema.prisma with the database and writes the SQL that makes them agree to prisma/migrations/.')
    .argument('<NAME>', 'what it does, in a few words: add-language')
    .action(async (name: string) => {
      const { migration } = await import('./migration.ts');
      await migration(name);
    });

  program
    .command('generate', { hidden: true })
    .description('Makes the database client where it is missing or older than its schema.')
    .action(() => {});
}
