import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { projectRoot, schemaFile } from '../paths.ts';

/** OIDs of PostgreSQL's internal "char", which catalogs use and the adapter does not know, and of text. */
const CHAR = 18;
const TEXT = 25;

/** Node has it; its types come only with those of a browser. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    compile(bytes: Uint8Array): Promise<object>;
    instantiate(module: object, imports: object): Promise<{ exports: Record<string, () => void> }>;
  };
};

/**
 * What would have to be run on the database at `url` to make it what prisma/schema.prisma says: SQL, or null where they agree.
 * Uses Prisma's own schema engine in its WebAssembly form, the only one that the npm registry has; a development dependency.
 */
export async function diffSchema(url: string): Promise<string | null> {
  const pool = new CatalogPool({ connectionString: url, max: 1 });
  try {
    return await diff(pool);
  } finally {
    await pool.end();
  }
}

async function diff(pool: CatalogPool): Promise<string | null> {
  const { SchemaEngine } = await loadEngine();
  const factory = bindMigrationAwareSqlAdapterFactory(readingChars(pool));
  const schema = { path: schemaFile, content: await readFile(schemaFile, 'utf8') };
  const instance = await SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => {}, factory);
  const { exitCode, stdout } = await instance.diff({
    from: { tag: 'schemaDatasource', files: [schema], configDir: projectRoot },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? null : (stdout ?? '');
}

/** Loaded once: its JavaScript half keeps views of the memory of the one instance that it belongs to. */
let engine: ReturnType<typeof instantiate> | undefined;
const loadEngine = () => (engine ??= instantiate());

async function instantiate() {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = await import(pathToFileURL(file).href);
  const module = await WebAssembly.compile(await readFile(file.replace(/\.js$/, '.wasm')));
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start!();
  return glue as typeof import('@prisma/schema-engine-wasm');
}

/** A pool that reports columns of type "char" as text, and remembers their names. */
class CatalogPool extends pg.Pool {
  readonly charColumns = new Set<string>();

  // The adapter calls it in this one form; pg declares eight.
  override query = (async (query: pg.QueryArrayConfig) => {
    const result = await super.query(query);
    for (const field of result.fields.filter(({ dataTypeID }) => dataTypeID === CHAR)) {
      this.charColumns.add(field.name);
      field.dataTypeID = TEXT;
    }
    return result;
  }) as unknown as pg.Pool['query'];
}

/** The adapter for `pool`, which tells the engine that the columns of type "char" hold characters. */
function readingChars(pool: CatalogPool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const { columnNames, columnTypes, rows } = await queryRaw(query);
      const types = columnTypes.map((type, i) => (pool.charColumns.has(columnNames[i]!) ? ColumnTypeEnum.Character : type));
      return { columnNames, columnTypes: types, rows };
    };
    return adapter;
  };
  return factory;
}
