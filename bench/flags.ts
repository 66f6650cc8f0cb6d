import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<Given extends Options> = ReturnType<typeof parseArgs<{ options: Given }>>['values'];

/** The flags that a benchmark was given. `--help` prints its usage and ends with 0; a flag that it does not know, or that lacks its value, ends it with 1 and one line. */
export function flags<const Given extends Options>(usage: string, options: Given): Values<Given> {
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean' } } as Options });
    if (!values.help) return values as Values<Given>;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(1);
  }
  console.log(usage);
  process.exit(0);
}
