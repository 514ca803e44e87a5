import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeWorkedOut, equationsOf, meanRow, type Sight } from '../../tests/fixtures/whatCanBeInferred';
import { makeFeedbackForm } from '../domain/builders';
import type { FeedbackForm } from '../domain/feedback';
import { feedbackResult, type WeightedIndicator } from './feedback';
import { whole } from './fraction';

const RELATIONS = ['superior', 'peer', 'customer', 'report'] as const;
const WIDTH = 4;

const weight = fc.integer({ min: 0, max: 3 }).map((n) => String(n * 20));
const indicators = (least: number): fc.Arbitrary<WeightedIndicator[]> =>
  fc
    .array(
      fc.record({
        weight: fc.constantFrom(0, 20, 50),
        relations: fc.record({ superior: weight, peer: weight, customer: weight, report: weight }),
      }),
      { minLength: least, maxLength: WIDTH },
    )
    .map((list) =>
      list.map((one, at) => ({ indicator: { id: `i${at}`, relations: one.relations }, weight: whole(one.weight) })),
    );

const forms = (score: fc.Arbitrary<number | null>): fc.Arbitrary<FeedbackForm[]> =>
  fc
    .array(
      fc.record({
        relation: fc.constantFrom(...RELATIONS, 'self' as const),
        out: fc.boolean(),
        scores: fc.array(score, { minLength: WIDTH, maxLength: WIDTH }),
      }),
      { maxLength: 10 },
    )
    .map((list) =>
      list.map(({ relation, out, scores }, at) =>
        makeFeedbackForm({
          id: `f${at}`,
          assesseeId: 'm',
          relation,
          state: out ? 'sent' : 'returned',
          answers: scores.map((value, i) => ({
            indicatorId: `i${i}`,
            score: value === null ? null : String(value),
            notObserved: value === null,
            comment: '',
          })),
        }),
      ),
    );

function see(list: readonly WeightedIndicator[], all: readonly FeedbackForm[], calibrated: readonly string[]): Sight {
  const calibrations = calibrated.map((indicatorId) => ({ indicatorId, score: '60', reason: 'r', at: '' }));
  const result = feedbackResult(list, all, { id: 'm', acceptedMissing: [], calibrations });
  return { indicators: list, forms: all, calibrated: new Set(calibrated), result };
}

/** Means of one or two peers or reports, which nobody may work out, and every single answer of theirs. */
function secrets({ indicators: list, forms: all }: Sight, onlyFew = false) {
  return list.flatMap(({ indicator }) =>
    (['peer', 'report'] as const).flatMap((relation) => {
      if (Number(indicator.relations[relation] ?? 0) === 0) return [];
      const mean = meanRow(all, relation, indicator.id);
      if (!mean) return [];
      const single = [...mean.keys()].map((key) => new Map([[key, whole(1)]]));
      return mean.size < 3 ? [mean, ...single] : onlyFew ? [] : single;
    }),
  );
}

/** Indicators that somebody rated and that take part in the member's score. */
const combined = ({ indicators: list, result }: Sight): number =>
  list.filter((item, at) => item.weight.n > 0n && result.indicators[at]?.relations.some((one) => one.answers > 0))
    .length;

const returned = (all: readonly FeedbackForm[], upTo: number): FeedbackForm[] =>
  all.map((form, at) => (at < upTo ? { ...form, state: 'returned' as const } : { ...form, state: 'sent' as const }));

describe('what few colleagues gave', () => {
  /**
   * All figures the reader sees of a person are linear in the single answers: means by relation, scores and self gaps by
   * indicator (table, radar, record, template 3), and the member's score. No elimination over all of them may end in
   * a hidden mean or in a single colleague's answer. One rated indicator is the exception: there the member's score,
   * which the specification wants shown, is all there is.
   */
  it('cannot be worked out from all the figures shown together, whatever is calibrated and however it weighs', () => {
    const anyScore = fc.option(fc.integer({ min: 0, max: 100 }));
    const ids = fc.subarray(['i0', 'i1', 'i2', 'i3']);
    let hidden = 0;
    fc.assert(
      fc.property(indicators(2), forms(anyScore), ids, (list, all, calibrated) => {
        const sight = see(list, all, calibrated);
        if (combined(sight) < 2) return;
        const equations = equationsOf(sight);
        const kept = secrets(sight);
        hidden += kept.length;
        for (const secret of kept) expect(canBeWorkedOut(equations, secret)).toBe(false);
      }),
      { numRuns: 1500 },
    );
    expect(hidden).toBeGreaterThan(1000);
  });

  it('cannot be worked out by comparing what was shown before and after forms came, where all judge the same', () => {
    const score = fc.integer({ min: 0, max: 100 });
    const judged = indicators(2).map((list) =>
      list.map((item) => ({
        weight: whole(item.weight.n === 0n ? 20 : Number(item.weight.n)),
        indicator: { ...item.indicator, relations: { superior: '40', peer: '30', customer: '20', report: '10' } },
      })),
    );
    let hidden = 0;
    fc.assert(
      fc.property(judged, forms(score), fc.nat(10), fc.nat(10), (list, all, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const before = see(list, returned(all, early), []);
        const after = see(list, returned(all, late), []);
        if (combined(after) < 2) return;
        const equations = [...equationsOf(before), ...equationsOf(after)];
        const few = [...secrets(before, true), ...secrets(after, true)];
        hidden += few.length;
        for (const secret of few) expect(canBeWorkedOut(equations, secret)).toBe(false);
      }),
      { numRuns: 800 },
    );
    expect(hidden).toBeGreaterThan(500);
  });

  it('would be worked out if the superior’s mean stood beside the score: the check itself finds it', () => {
    const list: WeightedIndicator[] = [
      { indicator: { id: 'i0', relations: { superior: '50', peer: '50' } }, weight: whole(50) },
      { indicator: { id: 'i1', relations: { superior: '100' } }, weight: whole(50) },
    ];
    const answer = (indicatorId: string, value: number) => ({
      indicatorId,
      score: String(value),
      notObserved: false,
      comment: '',
    });
    const all = [
      makeFeedbackForm({
        id: 's',
        assesseeId: 'm',
        relation: 'superior',
        state: 'returned',
        answers: [answer('i0', 90)],
      }),
      makeFeedbackForm({ id: 'p', assesseeId: 'm', relation: 'peer', state: 'returned', answers: [answer('i0', 70)] }),
    ];
    const sight = see(list, all, []);
    const [peer] = secrets(sight);
    if (!peer) throw new Error('nothing is hidden');
    const superior = meanRow(all, 'superior', 'i0');
    expect(canBeWorkedOut(equationsOf(sight), peer)).toBe(false);
    expect(canBeWorkedOut([...equationsOf(sight), superior ?? new Map()], peer)).toBe(true);
  });
});
