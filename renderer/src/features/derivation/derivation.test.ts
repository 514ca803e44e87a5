import { describe, expect, it } from 'vitest';
import { fromDecimal } from '#shared/calc/fraction';
import { evaluatePlan } from '#shared/calc/plan';
import {
  defaultPolicy,
  makeFacts,
  makeGoal,
  makeIndicator,
  makeMember,
  makePlan,
  makePlanData,
} from '#shared/domain/builders';
import type { PlanData } from '#shared/domain/planData';
import type { Policy } from '#shared/domain/policy';
import { bandIndex, bandText } from './bands';
import type { DerivationContext, Say } from './context';
import { derive } from './derive';

/** Texts as keys with their parameters, so that a test sees what is said without a language. */
const say: Say = (key, params) => (params === undefined ? key : `${key} ${Object.values(params).join(' ')}`);

function contextOf(policy: Partial<Policy> = {}, lists: Parameters<typeof makePlanData>[1] = {}): DerivationContext {
  const data: PlanData = makePlanData(
    makePlan({ id: 'p', policy: { ...defaultPolicy(), qualitativeShare: '0', quantitativeShare: '1', ...policy } }),
    {
      members: [makeMember({ id: 'm', name: '林晓雯', bonusBase: 2_000_000 })],
      indicators: [makeIndicator({ id: 'sales', name: '销售额', unit: '万元', precision: 1 })],
      goals: [
        makeGoal({
          id: 'g',
          holder: { kind: 'member', memberId: 'm' },
          indicatorId: 'sales',
          target: '120',
          weight: '100',
        }),
      ],
      facts: [makeFacts('g', [['2026-07-10', '112.8']])],
      ...lists,
    },
  );
  return { data, result: evaluatePlan(data, '2026-10-12'), t: say };
}

const stepsOf = (context: DerivationContext, kind: string, id: string, detail?: string) =>
  derive({ kind, id, detail }, context)?.sections.flatMap((section) => section.steps) ?? [];

describe('the derivation of a goal', () => {
  it('shows actual ÷ target and what comes out', () => {
    const steps = stepsOf(contextOf(), 'goal', 'g');
    expect(steps).toContainEqual({ label: '112.8 ÷ 120.0', value: '94.0%' });
  });
  it('multiplies a monthly average out', () => {
    const goal = makeGoal({
      id: 'g',
      holder: { kind: 'member', memberId: 'm' },
      indicatorId: 'sales',
      target: '40',
      targetBasis: 'perMonth',
      weight: '100',
    });
    const labels = stepsOf(contextOf({}, { goals: [goal] }), 'goal', 'g').map((step) => `${step.label} ${step.value}`);
    expect(labels).toContain('derivation.target.perMonth 3 40.0');
    expect(labels).toContain('derivation.target.result 120.0');
  });
  it('says when there are no data instead of a number', () => {
    const steps = stepsOf(contextOf({}, { facts: [] }), 'goal', 'g');
    expect(steps.map((step) => step.value)).toContain('derivation.completion.noData');
  });
  it('is nothing for a goal that is gone', () => {
    expect(derive({ kind: 'goal', id: 'gone' }, contextOf())).toBeNull();
  });
});

describe('the derivation of a score', () => {
  it('goes from completion over band and weight to points that count', () => {
    const steps = stepsOf(contextOf(), 'score', 'm', 'sales');
    expect(steps.map((step) => step.value)).toEqual(['94.0%', 'derivation.score.points 80.00', '× 100%', '80.00']);
    expect(steps[1]?.label).toContain('derivation.band.between 80 100');
    expect(steps.at(-1)?.result).toBe(true);
  });
  it('ends a total with both sides and their shares', () => {
    const steps = stepsOf(contextOf(), 'member', 'm');
    expect(steps.at(-1)).toMatchObject({ value: '80.00', result: true });
    expect(steps.map((step) => step.value)).toContain('80.00 × 100%');
  });
});

describe('the derivation of a payout', () => {
  it('ends with the amount that is paid, adjustments between', () => {
    const adjustments = [
      { id: 'a', memberId: 'm', amount: 150_000, reason: '跨区交接', at: '2026-10-10T00:00:00.000Z' },
    ];
    const steps = stepsOf(contextOf({}, { adjustments }), 'payout', 'm');
    expect(steps.map((step) => step.value).slice(-4)).toEqual([
      'derivation.payout.ratio 100%',
      '20,000.00',
      '+1,500.00',
      '21,500.00',
    ]);
    expect(steps.at(-2)?.source).toBe('跨区交接');
  });
});

describe('a band', () => {
  const { payoutBands } = defaultPolicy();
  it('takes its lower edge in', () => {
    expect(bandIndex(payoutBands, fromDecimal('1'))).toBe(0);
    expect(bandIndex(payoutBands, fromDecimal('0.999999'))).toBe(1);
  });
  it('is named by its edges in per cent', () => {
    expect([0, 1, 3].map((index) => bandText(payoutBands, index, say))).toEqual([
      'derivation.band.from 100',
      'derivation.band.between 80 100',
      'derivation.band.under 60',
    ]);
  });
});
