import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, parse } from 'graphql';
import config from './codegen.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const read = (file: string) => readFileSync(join(here, file), 'utf8');
const FOLDER = 'generated/';

/** The files that `graphql-codegen` makes by codegen.ts, by their names: made without its command line, which would triple what this project installs. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const sdl = read(config.schema);
  const documents = config.documents.map((location) => ({ location, rawSDL: read(location), document: parse(read(location)) }));
  const output = config.generates[FOLDER];
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: FOLDER,
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents,
    config: output.config,
    presetConfig: output.presetConfig,
    plugins: [],
    pluginMap: {},
  });
  const files = await Promise.all(
    sections.map(async (section) => [section.filename, (await codegen({ ...section, cache: undefined } as never)).trimStart()] as const),
  );
  return new Map(files);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(here, FOLDER), { recursive: true });
  for (const [name, text] of await generated()) writeFileSync(join(here, name), text);
}
