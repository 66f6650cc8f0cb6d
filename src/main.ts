import { checkNodeVersion } from './node-version.ts';
import { program, report } from './program.ts';

// Where nobody reads any longer what a command prints (`npm run seed 2>&1 | head -1`), it goes on: what it does counts, not who looks on. A log
// that can't be written stops nothing either, but an output that lacks its rest would be taken for the whole.
process.stderr.on('error', () => {});
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(report(error));
});

try {
  checkNodeVersion(process.version);
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
