import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORBIDDEN, type Labeller } from '../../../src/model/labeller.ts';
import { SparseRows } from '../../../src/model/rows.ts';
import { UNIT } from '../../../src/model/table.ts';
import { CONTENT, CONTENT_AGAIN, CONTENT_ON, chunksOf, allows as follows, LABELS } from '../../../src/pipeline/quotes/model/labels.ts';
import { tag } from '../../../src/pipeline/quotes/model/spans.ts';
import { allows, labelOf, STATES, statesOf } from '../../../src/pipeline/quotes/model/states.ts';
import type { View } from '../../../src/pipeline/quotes/model/view.ts';
import { runs } from '../../support/runs.ts';

/** One letter for each state: outside, Content, Cue, Source with their further tokens in small letters, what follows them, content ahead. */
const LETTERS = '.CcRQqSs123AaB';
const LABEL_LETTERS = LETTERS.slice(0, LABELS);
const numbers = (letters: string) => Uint8Array.from(letters, (letter) => LETTERS.indexOf(letter));
const lettersOf = (states: Uint8Array) => [...states].map((state) => LETTERS[state]).join('');

describe('tokens of no quote remember what came last in their sentence, and content whether its cue stands before it', () => {
  test.each<[what: string, labels: string, firsts: number[], ahead: string, states: string]>([
    ['nothing yet', '....', [0], '0000', '....'],
    ['source, cue, content: "Bell has said: it rained ."', 'S.Q.Cc.', [0], '0000000', 'S3Q2Cc1'],
    ['content, source, cue: "It rained , Bell said ."', 'Cc.SQ.', [0], '110000', 'Aa1SQ2'],
    ['what goes on behind the cue is of the other kind', 'Cc.SQ.Rc.', [0], '110000000', 'Aa1SQ2Rc1'],
    ['a sentence begins with nothing remembered', 'SQCc...', [0, 5], '0000000', 'SQCc1..'],
    ['content may begin a sentence behind other content', 'CcCc.', [0, 2], '00110', 'CcAa1'],
  ])('%s', (_, labels, firsts, ahead, states) => {
    const first = Int32Array.from(labels, (_, i) => firsts.findLast((at) => at <= i)!);
    expect(lettersOf(statesOf(numbers(labels), first, Uint8Array.from(ahead, Number)))).toBe(states);
  });
});

test('states are those of the labels they were made of, each of which may follow the one before', () => {
  const labels = fc.array(fc.nat(LABELS - 1), { maxLength: 12 }).map((list) => {
    const found = Uint8Array.from(list);
    for (let i = 0; i < found.length; i++) while (!follows(i === 0 ? -1 : found[i - 1]!, found[i]!)) found[i]!--;
    return found;
  });
  fc.assert(
    fc.property(labels, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.boolean()), (list, begins, behind) => {
      let at = 0;
      const first = Int32Array.from(list, (_, i) => (at = i === 0 || begins.next().value ? i : at));
      const states = statesOf(
        list,
        first,
        Uint8Array.from(list, () => (behind.next().value ? 1 : 0)),
      );
      expect(states.map(labelOf)).toEqual(list);
      for (const [i, state] of states.entries()) expect(allows(i === 0 ? -1 : states[i - 1]!, state)).toBe(true);
    }),
    { numRuns: runs(200, 5_000) },
  );
});

test.each([
  ['.', '1'],
  ['C', '2'],
  ['Q', '3'],
  ['C', 'a'],
  ['A', 'c'],
  ['2', '3'],
])('behind %s never stands %s', (from, to) => {
  expect(allows(LETTERS.indexOf(from), LETTERS.indexOf(to))).toBe(false);
});

test('how likely a stretch is sums over all ways to label the tokens in which it is one', () => {
  const score = fc.integer({ min: -2 * UNIT, max: 2 * UNIT });
  const three = fc.tuple(...Array.from({ length: 3 }, () => fc.array(score, { minLength: STATES, maxLength: STATES })));
  fc.assert(
    fc.property(three, fc.array(score, { minLength: STATES ** 2, maxLength: STATES ** 2 }), (scores, steps) => {
      const labeller: Labeller = {
        labels: STATES,
        table: { width: STATES, rowOf: SparseRows.of([], 1), weights: new Int16Array() },
        transitions: Int32Array.from(steps, (step, x) => (allows(Math.floor(x / STATES), x % STATES) ? step : FORBIDDEN)),
        start: Int32Array.from({ length: STATES }, (_, state) => (allows(-1, state) ? 0 : FORBIDDEN)),
      };
      const weights = new Map<string, number>();
      let all = 0;
      const extend = (path: readonly number[], weight: number): void => {
        const at = path.length;
        if (at < 3) {
          for (let state = 0; state < STATES; state++) {
            const before = path[at - 1] ?? -1;
            const step = before < 0 ? 0 : steps[before * STATES + state]!;
            if (allows(before, state)) extend([...path, state], weight * Math.exp((scores[at]![state]! + step) / UNIT));
          }
          return;
        }
        all += weight;
        for (const { from, to } of chunksOf(path.map(labelOf), CONTENT, CONTENT_ON, CONTENT_AGAIN))
          weights.set(`${from} ${to}`, (weights.get(`${from} ${to}`) ?? 0) + weight);
      };
      extend([], 1);
      const { candidates } = tag(labeller, Int32Array.from(scores.flat()), { n: 3 } as View);
      expect(candidates.length).toBeGreaterThan(0);
      for (const { from, to, exact } of candidates) expect(exact).toBeCloseTo(weights.get(`${from} ${to}`)! / all, 9);
    }),
    { numRuns: runs(5, 50) },
  );
});

test('labels have a letter each', () => {
  expect(LABEL_LETTERS).toHaveLength(LABELS);
  expect(LETTERS).toHaveLength(STATES);
});
