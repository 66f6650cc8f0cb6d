import { Command, CommanderError, Option } from 'commander';
import { developing } from './commands/developing.ts';
import type { EvaluateOptions } from './commands/evaluate.ts';
import { EXPORT_FORMATS, type ExportFlags, exportOptionsOf, KINDS } from './commands/export-flags.ts';
import type { ExtractOptions } from './commands/extract.ts';
import { positive, wholeNumber } from './commands/numbers.ts';
import { type ReadingFlags, readingOptions, readOptionsOf } from './commands/reading-flags.ts';
import type { ReextractFlags } from './commands/reextract.ts';
import type { RemoveOptions } from './commands/remove.ts';
import type { SeedFlags } from './commands/seed.ts';
import { describeEnvironment } from './config.ts';
import { explainFailure } from './db/away.ts';
import { ensureClient } from './db/generate.ts';
import { explainNoSpace, QuotewireError } from './errors.ts';

const database = `\n${describeEnvironment('database')}`;

/** What the command line knows: each command with its flags, which calls its module. */
export const program = new Command('quotewire')
  .description('Reads news articles, finds who said what about whom, and serves it as a typed GraphQL API.')
  .addHelpText('after', `\n${describeEnvironment()}`)
  .configureHelp({ helpWidth: 120 })
  .exitOverride();

program
  .command('serve')
  .summary('serve the corpus as GraphQL')
  .description(
    'Opens the database, waits for one that is not there yet, brings it up to date, loads seeds/ into an own database that is empty, and serves http://HOST:PORT/graphql.',
  )
  .addHelpText(
    'after',
    `\nExamples:\n  npm start\n  PORT=8080 npm start\n  DATABASE_URL=postgresql://me:secret@localhost/news npm start\n\n${describeEnvironment()}`,
  )
  .action(async () => {
    const { serve } = await import('./commands/serve.ts');
    await serve();
  });

readingOptions(
  program
    .command('seed')
    .summary('load articles from files, folders, feeds and archives')
    .description(
      'Loads articles and skips what is loaded already. Exit code 1 when a document failed, each with a line that says which and why; the others are loaded.',
    )
    .argument('[PATH...]', 'files, folders, globs, - for standard input (default: seeds/)')
    .option('--rejects <file>', 'list what failed, to be read again: seed FILE; no file where nothing failed')
    .option('--watch', 'go on with files that come or change, until Ctrl-C')
    .option('--follow', 'store lines of JSON from standard input as they come')
    .option('--dry-run', 'only say what would change')
    .option('--json', 'report as one JSON object'),
)
  .addHelpText(
    'after',
    `\nExamples:\n  npm run seed\n  npm run seed -- article.txt archive/2031 'feeds/*.xml'\n  npm run seed -- --map headline=hed,text=story.body dump.jsonl.gz\n  npm run seed -- --since 2031-03-01 --limit 1000 --publisher "Port Ellery Courier" --language en --collection archive archive/\n  npm run seed -- --rejects bad.jsonl archive/\n  npm run seed -- bad.jsonl\n  npm run seed -- --watch incoming/\n  tail -F wire.jsonl | npm run -s seed -- --follow\n  npm run seed -- samples\n\nFormats and how they are read: docs/formats.md\n${database}`,
  )
  .action(async (paths: string[], flags: ReadingFlags & SeedFlags) => {
    const { seed } = await import('./commands/seed.ts');
    await seed(paths, readOptionsOf(flags), flags);
  });

program
  .command('reextract')
  .summary('read stored articles again with a newer extractor')
  .description(
    "Puts what this version finds in the place of what an older one found, article by article, and says how many quotes were added, are gone or are now said to be somebody else's. Stopped or killed, it goes on with the next run. Exit code 1 when a text failed.",
  )
  .option('--diff', 'only print what would change')
  .option('--limit <number>', 'articles at most', positive)
  .option('--json', 'a JSON object a line for each article that changes, and one with the counts')
  .addHelpText('after', `\nExamples:\n  npm run reextract -- --diff --limit 100\n  npm run reextract\n${database}`)
  .action(async (flags: ReextractFlags) => {
    const { reextractAll } = await import('./commands/reextract.ts');
    await reextractAll(flags);
  });

program
  .command('remove')
  .summary('take articles down, and keep them out')
  .description(
    'Deletes articles with all that was found in them and their earlier versions. What is left (hash, origins, date, reason; no text) keeps the text and whatever its origins hold out of later loads. Exit code 1 when there is no article of one of the names.',
  )
  .argument('[ID|URL...]', 'ids as the API gives them, or addresses that the articles were read from')
  .option(
    '--origin <key>',
    'what was read from this file or has this identifier; can be given again',
    (key: string, keys: string[]) => [...keys, key],
    [] as string[],
  )
  .option('--reason <text>', 'why, for the record')
  .option('--dry-run', 'only say what would go, or with --restore be let in again')
  .option('--restore', 'let them in again with the next load')
  .addHelpText(
    'after',
    `\nExamples:\n  npm run remove -- https://courier.example/2031/03/04/weir --reason "court order"\n  npm run remove -- --origin archive/2031/weir.txt\n  npm run remove -- --restore https://courier.example/2031/03/04/weir\n${database}`,
  )
  .action(async (names: string[], options: RemoveOptions) => {
    const { removeArticles } = await import('./commands/remove.ts');
    await removeArticles(names, options);
  });

program
  .command('export')
  .summary('write articles, quotes, speakers, organizations or mentions to a file')
  .description('Writes all rows of a kind in the order of their ids. Articles as JSONL can be loaded again with seed.')
  .addOption(new Option('-w, --what <kind>', 'what to write').choices([...KINDS]).default('quotes'))
  .addOption(
    new Option('-f, --format <name>', 'how to write it (default: as the name of the file ends, else jsonl)').choices([...EXPORT_FORMATS]),
  )
  .option('-o, --output <file>', 'where to (default: -, standard output)')
  .option('--gzip', 'compressed, as a file that ends in .gz always is', false)
  .option('--bom', 'CSV that Excel opens as UTF-8', false)
  .option('-c, --collection <name>', 'only from this part of the corpus')
  .option('--publisher <name>', 'only from this publisher')
  .option('--author <name>', 'only from articles with this name in their byline')
  .option('--keyword <name>', "only from articles with this among their publisher's tags")
  .option('--section <name>', 'only from articles in this part of the publication')
  .option('--language <tag>', 'only from articles in this language: en, pt-BR')
  .option('--speaker <name>', 'only the words of this person; of all but quotes, only from articles that quote them')
  .option('--organization <name>', 'only the words of this organization; of all but quotes, only from articles that name it')
  .option('--from <date>', 'only from articles published then or later')
  .option('--to <date>', 'only from articles published before')
  .addHelpText(
    'after',
    `\nExamples:\n  npm run -s export -- --what articles --gzip -o corpus.jsonl.gz\n  npm run -s export -- --what quotes --format csv --bom -o quotes.csv\n  npm run -s export -- --speaker "Ana Bell" --from 2031 -o bell.csv\n${database}`,
  )
  .action(async (flags: ExportFlags) => {
    const { exportCorpus } = await import('./commands/export.ts');
    await exportCorpus(exportOptionsOf(flags));
  });

program
  .command('extract')
  .summary('print what is found in texts, as JSON lines')
  .description(
    'Reads text files, or JSON lines {"id", "text"} from .jsonl files (.gz too) or the standard input, and prints one JSON line an article. Exit code 1 when a text could not be read.',
  )
  .argument('[FILE...]', 'files to read; - or none: the standard input')
  .option('--speech', 'only what was said, in the running text: as the API lists quotes unasked')
  .option('--workers <count>', 'texts to work on at once (default: one for each core)', positive)
  .option('--pretty', 'for reading in the terminal: the article with quotes, speakers and names in colour')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run -s extract -- article.txt\n  npm run -s extract -- --pretty article.txt\n  npm run -s extract < articles.jsonl',
  )
  .action(async (paths: string[], options: ExtractOptions) => {
    const { extract } = await import('./commands/extract.ts');
    await extract(paths, options);
  });

program
  .command('evaluate')
  .summary('score what is found against a gold file')
  .description('Reads the texts of a gold file (JSON lines, .gz too), and prints how well what is found in them agrees with it.')
  .argument('<GOLD>', 'articles with their quotes, names or both')
  .addOption(new Option('--scope <scope>', 'which quotes to ask for').choices(['all', 'speech']).default('all'))
  .option('--predictions <file>', 'score this output of extract, or of another program, instead of extracting')
  .option('--against <file>', 'compare with the predictions in this file, article by article')
  .option('--errors <count>', 'print so many of the mistakes, with the words around them', wholeNumber, 0)
  .addHelpText(
    'after',
    '\nExamples:\n  npm run -s evaluate -- gold.jsonl --errors 20\n  npm run -s evaluate -- gold.jsonl --scope speech --predictions found.jsonl',
  )
  .action(async (path: string, options: EvaluateOptions) => {
    const { evaluate } = await import('./commands/evaluate.ts');
    await evaluate(path, options);
  });

program
  .command('token')
  .summary('make a bearer token')
  .description('Makes a random token and prints it, for the client, and its SHA-256 with the role, for QUOTEWIRE_TOKENS.')
  .argument('<ROLE>', 'reader, monitor, editor or admin')
  .addHelpText('after', '\nExample:\n  npm run token -- reader')
  .action(async (role: string) => {
    const { token } = await import('./commands/token.ts');
    token(role);
  });

program
  .command('doctor')
  .summary('see whether all is well, and what to do')
  .description(
    'Looks at Node.js, configuration, database, extensions, migrations, replica, models and disk, and says what to do. Changes nothing. Exit code 1 when something keeps Quotewire from working, 0 with nothing or mere advice.',
  )
  .option('--json', 'one JSON object a line')
  .addHelpText('after', `\n${describeEnvironment()}`)
  .action(async (options: { json?: boolean }) => {
    const { doctor } = await import('./commands/doctor.ts');
    await doctor(options);
  });

program
  .command('backup')
  .summary('write the whole database to a folder')
  .description('Writes every table as it stands at one moment, compressed, with checksums, to a new folder, while others read and write.')
  .argument('<FOLDER>', 'a folder that is empty or not there yet')
  .addHelpText('after', database)
  .action(async (folder: string) => {
    const { backupTo } = await import('./commands/backup.ts');
    await backupTo(folder);
  });

program
  .command('restore')
  .summary('fill an empty database from a backup')
  .description('Reads what backup wrote into a database without articles: all of it, or nothing where a checksum is wrong.')
  .argument('<FOLDER>', 'what npm run backup wrote')
  .addHelpText('after', database)
  .action(async (folder: string) => {
    const { restoreFrom } = await import('./commands/backup.ts');
    await restoreFrom(folder);
  });

developing(program);
program.hook('preAction', ensureClient);

/** Prints what a person can do something about without a stack, anything else with one, and returns the exit code. */
export function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  const told = error instanceof QuotewireError ? error.message : (explainFailure(error) ?? explainNoSpace(error));
  console.error(told === null ? error : `quotewire: ${told}`);
  return 1;
}
