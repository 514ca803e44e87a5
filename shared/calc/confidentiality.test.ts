import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFeedbackForm } from '../domain/builders';
import type { FeedbackDecision } from '../domain/feedback';
import type { Relation } from '../domain/indicator';
import { feedbackResult, type WeightedIndicator } from './feedback';
import { equal, fraction, fromDecimal, whole } from './fraction';

const RELATIONS = ['superior', 'peer', 'customer', 'report'] as const;

const form = (id: string, relation: Relation, scores: readonly (number | null)[], more = {}) =>
  makeFeedbackForm({
    id,
    assesseeId: 'm',
    relation,
    state: 'returned',
    answers: scores.map((score, i) => ({
      indicatorId: `i${i}`,
      score: score === null ? null : String(score),
      notObserved: score === null,
      comment: '',
    })),
    ...more,
  });

const indicator = (
  n: number,
  relations: WeightedIndicator['indicator']['relations'],
  weight = 50,
): WeightedIndicator => ({
  indicator: { id: `i${n}`, relations },
  weight: whole(weight),
});

describe('confidentiality of peers and reports', () => {
  /**
   * The reader knows every weight and every count of answers, and sees scores and means that are not hidden. A hidden mean can
   * be worked out exactly when an equation the reader has (indicator score = weighted means, member score = weighted
   * indicator scores) leaves it as the only unknown; so every equation with an unknown must have at least two.
   */
  it('leaves no equation with a single hidden value, unless there is only one to combine', () => {
    const weight = fc.integer({ min: 0, max: 3 }).map((n) => String(n * 20));
    const indicators = fc.array(fc.record({ superior: weight, peer: weight, customer: weight, report: weight }), {
      minLength: 1,
      maxLength: 4,
    });
    const answers = fc.array(
      fc.record({
        relation: fc.constantFrom(...RELATIONS),
        scores: fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 4, maxLength: 4 }),
      }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(indicators, answers, (weights, list) => {
        const forms = list.map(({ relation, scores }, i) => form(`f${i}`, relation, scores));
        const result = feedbackResult(
          weights.map((relations, n) => indicator(n, relations)),
          forms,
        );
        const rated = result.indicators.filter((item) => item.relations.some((relation) => !relation.missing));
        const unknownScores = rated.filter((item) => item.score === null);
        if (rated.length > 1) expect(unknownScores.length).not.toBe(1);
        for (const item of rated) {
          const answered = item.relations.filter((relation) => !relation.missing);
          for (const { relation, answers: count, mean } of answered) {
            if (count < 3 && (relation === 'peer' || relation === 'report')) expect(mean).toBeNull();
          }
          if (item.score === null) expect([item.computed, item.selfGap]).toEqual([null, null]);
          const unknown = answered.filter((relation) => relation.mean === null).length;
          if (item.score !== null && unknown > 0) expect(unknown).toBeGreaterThan(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('hides a calibrated score too where it alone would lead to a hidden one', () => {
    const calibrated: FeedbackDecision = {
      id: 'm',
      acceptedMissing: [],
      calibrations: [{ indicatorId: 'i1', score: '60', reason: 'r', at: '2026-10-01T00:00:00.000Z' }],
    };
    const forms = [form('p', 'peer', [80, null]), form('s', 'superior', [null, 90])];
    const result = feedbackResult(
      [indicator(0, { peer: '100' }), indicator(1, { superior: '100' })],
      forms,
      calibrated,
    );
    expect(result.score).toEqual(whole(70));
    expect(result.indicators.map((item) => [item.score, item.computed])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('hides two peers and with them the superior, but still counts both', () => {
    const forms = [form('s', 'superior', [90]), form('p', 'peer', [80]), form('q', 'peer', [70])];
    const result = feedbackResult([indicator(0, { superior: '50', peer: '50' })], forms);
    expect(result.score).toEqual(fraction(165n, 2n));
    expect(
      result.indicators[0]?.relations.map((relation) => [relation.relation, relation.mean, relation.hidden]),
    ).toEqual([
      ['superior', null, true],
      ['peer', null, true],
    ]);
  });

  it('shows the means from three peers on, and always customers and superiors without them', () => {
    const peers = [80, 70, 75].map((score, i) => form(`p${i}`, 'peer', [score]));
    const result = feedbackResult(
      [indicator(0, { superior: '50', peer: '50' })],
      [form('s', 'superior', [90]), ...peers],
    );
    expect(result.indicators[0]?.relations.map((relation) => relation.mean)).toEqual([whole(90), whole(75)]);
  });
});

describe('feedback', () => {
  const two = [indicator(0, { superior: '40', customer: '60' })];
  const decision = (more: Partial<FeedbackDecision>): FeedbackDecision => ({
    id: 'm',
    acceptedMissing: [],
    calibrations: [],
    ...more,
  });

  it('keeps a missing relation open until the manager accepts it', () => {
    const forms = [form('s', 'superior', [90])];
    expect(feedbackResult(two, forms).unaccepted).toEqual([{ indicatorId: 'i0', relation: 'customer' }]);
    const accepted = decision({ acceptedMissing: [{ indicatorId: 'i0', relation: 'customer' }] });
    expect(feedbackResult(two, forms, accepted).unaccepted).toEqual([]);
  });

  it('lets a calibration count and keeps the computed score beside it', () => {
    const calibrated = decision({
      calibrations: [{ indicatorId: 'i0', score: '85', reason: 'r', at: '2026-10-01T00:00:00.000Z' }],
    });
    const result = feedbackResult(two, [form('s', 'superior', [90]), form('c', 'customer', [70])], calibrated);
    expect([result.score, result.indicators[0]?.computed]).toEqual([whole(85), fromDecimal('78')]);
  });

  it('counts a token once, the form returned last', () => {
    const first = form('a', 'superior', [50], { token: 't', returnedAt: '2026-10-01T08:00:00.000Z' });
    const second = form('b', 'superior', [90], { token: 't', returnedAt: '2026-10-02T08:00:00.000Z' });
    for (const forms of [
      [first, second],
      [second, first],
    ])
      expect(feedbackResult(two, forms).score).toEqual(whole(90));
  });

  it('ignores forms that are not returned', () => {
    expect(feedbackResult(two, [form('a', 'superior', [50], { state: 'sent' })]).score).toBeNull();
  });

  it('shows the gap to the self-assessment and marks it over 20 points only', () => {
    const forms = [form('s', 'superior', [70]), form('c', 'customer', [70])];
    const gap = (self: number) => feedbackResult(two, [...forms, form('x', 'self', [self])]).indicators[0];
    expect(gap(90)).toMatchObject({ selfGapLarge: false });
    const large = gap(91);
    expect(large?.selfGapLarge).toBe(true);
    expect(large?.selfGap && equal(large.selfGap, whole(21))).toBe(true);
  });
});
