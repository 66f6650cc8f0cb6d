import { lastAt } from '../../sorted.ts';
import type { Span } from '../../span.ts';
import { spanOf } from '../words/positions.ts';
import type { Run } from '../words/runs.ts';
import type { Entity } from './entities.ts';
import type { ResolutionNeeds } from './needs.ts';

/**
 * The mentions that lead from a source to who it is: the source, the nearest name before it (behind it where none stands before), and
 * the first place of the full name. A name inside the source stands for the source.
 */
export function chainTo(
  { people, organizations, sourceGround: { tokens } }: ResolutionNeeds,
  entity: Entity,
  source: Run | null,
  at: number,
): Span[] {
  const { spans, name } = (entity.type === 'PERSON' ? people : organizations)[entity.index]!;
  const own = source && spanOf(tokens, source);
  const before = spans[lastAt(spans, (own?.end ?? at) - 1, ({ start }) => start)];
  const nearest = before ?? spans[0];
  if (!nearest) return own ? [own] : [];
  const inside = own !== null && nearest.start >= own.start && nearest.end <= own.end;
  const full = spans.find(({ start, end }) => end - start >= name.length);
  const steps = [...(own && !inside ? [own] : []), nearest];
  return full && nearest.end - nearest.start < name.length ? [...steps, full] : steps;
}
