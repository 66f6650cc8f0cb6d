import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Random } from '../../bench/random.ts';

/** What breaks servers, beside what they expect. */
export const STRINGS = [
  'Ana Bell',
  'harbour',
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\'; DROP TABLE "Article"; --',
  '%_%',
  '\\',
  '"open',
  '((( & | ! :* <->',
  '-',
  'a OR b -c "d e"',
  '<b>',
  '\u202e\u0301🎉',
  'x'.repeat(5_000),
  '$1',
  '{}',
  '__proto__',
  '\n\r\t',
  'ſ ﬁ İ',
] as const;
const INTS = [0, 1, 2, 10, 100, 101, -1, 2 ** 31 - 1, -(2 ** 31)] as const;
const DATES = [
  '2031-01-03T00:00:00Z',
  '2031-01-05',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00Z',
  'soon',
  '',
] as const;
const FLOATS = [0, 0.5, 1, -1, 1e308] as const;

/** A query that fits the schema, or nearly: of `ids`, too, some are good and some are not. */
export function randomQuery(random: Random, schema: GraphQLSchema, ids: readonly string[]): string {
  // Hostile through and through, most would be refused for the first of several reasons.
  const hostility = random.one([0, 0, 0.05, 0.5]);
  const text = `query Q ${new Writer(random, ids, hostility).selection(schema.getQueryType()!, 5)}`;
  return random.chance(hostility) ? damaged(random, text) : text;
}

/** The text with a few small changes. */
function damaged(random: Random, text: string): string {
  let changed = text;
  for (let count = 1 + random.below(3); count > 0; count--) {
    const at = random.below(changed.length);
    const part = changed.slice(at, at + 1 + random.below(8));
    const kind = random.next();
    if (kind < 0.3) changed = changed.slice(0, at) + changed.slice(at + part.length);
    else if (kind < 0.6) changed = changed.slice(0, at) + part + changed.slice(at);
    else
      changed =
        changed.slice(0, at) +
        random.one(['{', '}', '(', '"', '"""', '...', '@skip(if: true)', '$v', '\u0000', '#', ':', 'null']) +
        changed.slice(at);
  }
  return changed;
}

class Writer {
  readonly #random: Random;
  readonly #ids: readonly string[];
  /** The share of values that are other than what is expected. */
  readonly #hostility: number;

  constructor(random: Random, ids: readonly string[], hostility: number) {
    this.#random = random;
    this.#ids = ids;
    this.#hostility = hostility;
  }

  selection(type: GraphQLOutputType, levels: number): string {
    const named = getNamedType(type);
    if (!isObjectType(named) && !isInterfaceType(named)) return '';
    const fields = Object.values(named.getFields()).filter(({ type: of }) => levels > 1 || isLeafType(getNamedType(of)));
    const chosen = new Set(Array.from({ length: 1 + this.#random.below(4) }, () => (fields.length > 0 ? this.#random.one(fields) : null)));
    const written = [...chosen].map((field) => (field ? this.#field(field, levels) : '__typename'));
    return `{ ${written.join(' ')} }`;
  }

  #field(field: GraphQLField<unknown, unknown>, levels: number): string {
    const alias = this.#random.chance(0.05) ? `a${this.#random.below(99)}: ` : '';
    const inner = isLeafType(getNamedType(field.type)) ? '' : ` ${this.selection(field.type, levels - 1)}`;
    return `${alias}${field.name}${this.#args(field.args)}${inner}`;
  }

  #args(args: readonly GraphQLArgument[]): string {
    const isHostile = this.#random.chance(this.#hostility);
    // Cursors are made by the server, and some arguments exclude each other.
    const fitting = isHostile ? args : args.filter(({ name }) => !['last', 'after', 'before', 'url'].includes(name));
    const chosen = fitting.filter(({ name, type }) => isNonNullType(type) || name === 'id' || this.#random.chance(0.4));
    return chosen.length === 0 ? '' : `(${chosen.map(({ name, type }) => `${name}: ${this.#value(type, 3)}`).join(', ')})`;
  }

  #value(type: GraphQLInputType, levels: number): string {
    if (isNonNullType(type)) return this.#value(type.ofType, levels);
    const isHostile = this.#random.chance(this.#hostility);
    if (isHostile && this.#random.chance(0.2)) return 'null';
    if (isListType(type)) {
      const count = this.#random.below(3);
      return `[${Array.from({ length: count }, () => this.#value(type.ofType, levels)).join(', ')}]`;
    }
    if (isEnumType(type))
      return isHostile
        ? this.#random.one(['NOPE', 'RELEVANCE'])
        : this.#random.one(type.getValues().filter(({ name }) => name !== 'RELEVANCE')).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (levels > 0 && this.#random.chance(0.25)),
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.#value(field.type, levels - 1)}`).join(', ')} }`;
    }
    return isHostile ? this.#hostile(type.name) : this.#kind(type.name);
  }

  #kind(name: string): string {
    if (name === 'Int') return String(this.#random.one([1, 2, 5, 50]));
    if (name === 'Float') return String(this.#random.one([0, 0.5, 1]));
    if (name === 'Boolean') return this.#random.one(['true', 'false']);
    if (name === 'DateTime') return '"2031-01-03"';
    if (name === 'ID') return JSON.stringify(this.#random.one(this.#ids));
    if (name === 'URL') return '"https://news.example/1"';
    return JSON.stringify(this.#random.one(['Ana Bell', 'harbour', 'Number', 'a OR b -c']));
  }

  #hostile(name: string): string {
    if (name === 'Int') return String(this.#random.one(INTS));
    if (name === 'Float') return String(this.#random.one(FLOATS));
    if (name === 'DateTime') return JSON.stringify(this.#random.one(DATES));
    return JSON.stringify(this.#random.one(STRINGS));
  }
}
