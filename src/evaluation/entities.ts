import { overlap, type Span } from '../span.ts';
import { add, type Counts } from './counts.ts';

interface Entity extends Span {
  readonly type: string;
}

/** The types that are compared, under every name that data has for them. Others (dates, works, peoples) are left out. */
const TYPES: ReadonlyMap<string, 'PER' | 'ORG' | 'LOC'> = new Map([
  ['PER', 'PER'],
  ['PERSON', 'PER'],
  ['ORG', 'ORG'],
  ['ORGANIZATION', 'ORG'],
  ['ORGANISATION', 'ORG'],
  ['LOC', 'LOC'],
  ['LOCATION', 'LOC'],
  ['PLACE', 'LOC'],
  ['GPE', 'LOC'],
]);

/** The entities of the types that are compared, each under its short name. */
export const comparable = (entities: readonly Entity[]): Entity[] =>
  entities.flatMap(({ start, end, type }) => {
    const known = TYPES.get(type.toUpperCase());
    return known ? [{ start, end, type: known }] : [];
  });

export const entityKey = ({ start, end, type }: Entity) => `${start}-${end}-${type}`;

/** How well the names agree: in span and type, and in type with any overlap. */
export function countEntities(counts: Counts, goldEntities: readonly Entity[], predictedEntities: readonly Entity[]): void {
  const [gold, predicted] = [comparable(goldEntities), comparable(predictedEntities)];
  const left = new Set(gold.map(entityKey));
  for (const entity of predicted) {
    const right = left.delete(entityKey(entity)) ? 1 : 0;
    for (const path of [`entities/all`, `entities/${entity.type}`]) {
      add(counts, `${path}/predicted`, 1);
      add(counts, `${path}/right`, right);
      add(counts, `${path}/predicted/overlap`, gold.some((other) => areAlike(entity, other)) ? 1 : 0);
    }
  }
  for (const entity of gold) {
    for (const path of [`entities/all`, `entities/${entity.type}`]) {
      add(counts, `${path}/gold`, 1);
      add(counts, `${path}/gold/overlap`, predicted.some((other) => areAlike(entity, other)) ? 1 : 0);
    }
  }
}

const areAlike = (a: Entity, b: Entity) => a.type === b.type && overlap(a, b);
