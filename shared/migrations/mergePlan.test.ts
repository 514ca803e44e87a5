import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFacts, makePlan, makePlanData, makeUnit, type Fact } from '../domain/builders';
import type { PlanData } from '../domain/planData';
import { enactPolicy, policyVersions } from '../domain/policyHistory';
import { applyMerge, mergePlan } from './mergePlan';

const planWith = (
  facts: readonly Fact[],
  units: readonly string[] = [],
  updatedAt = '2026-07-01T00:00:00.000Z',
): PlanData =>
  makePlanData(makePlan({ id: 'p', updatedAt }), {
    units: units.map((id) => makeUnit({ id })),
    facts: [makeFacts('g', facts)],
  });

describe('mergePlan', () => {
  it('takes what is only there and keeps what is only here', () => {
    const here = planWith([], ['both', 'mine']);
    const merge = mergePlan(here, planWith([], ['both', 'theirs']));
    expect(merge).toMatchObject({ conflicts: [], onlyHere: 1 });
    expect([...applyMerge(here, merge, []).units.keys()]).toEqual(['both', 'mine', 'theirs']);
  });

  it('asks about a record that differs, and takes it only when accepted', () => {
    const here = planWith([], ['u']);
    const there = { ...here, units: new Map([['u', makeUnit({ id: 'u', name: '改名' })]]) };
    const merge = mergePlan(here, there);
    expect(merge.additions).toEqual([]);
    expect(applyMerge(here, merge, []).units.get('u')?.name).toBe('u');
    expect(applyMerge(here, merge, merge.conflicts).units.get('u')?.name).toBe('改名');
  });

  it('joins figures of different days, in date order', () => {
    const here = planWith([['2026-07-12', '2']]);
    const merge = mergePlan(
      here,
      planWith([
        ['2026-07-05', '1'],
        ['2026-07-12', '2'],
      ]),
    );
    expect(merge.conflicts).toEqual([]);
    expect(applyMerge(here, merge, []).facts.get('g')).toEqual(
      makeFacts('g', [
        ['2026-07-05', '1'],
        ['2026-07-12', '2'],
      ]),
    );
  });

  it('asks when the same day was reported with another value', () => {
    const merge = mergePlan(planWith([['2026-07-12', '2']]), planWith([['2026-07-12', '3']]));
    expect(merge.additions).toEqual([]);
    expect(merge.conflicts.map(({ collection }) => collection)).toEqual(['facts']);
  });

  it('asks about the contradicting days alone: neither answer loses another day', () => {
    const here = planWith([
      ['2026-07-05', '1'],
      ['2026-07-12', '2'],
    ]);
    const there = planWith([
      ['2026-07-12', '3'],
      ['2026-07-19', '4'],
    ]);
    const merge = mergePlan(here, there);
    const days = (first: string): ReturnType<typeof makeFacts> =>
      makeFacts('g', [
        ['2026-07-05', '1'],
        ['2026-07-12', first],
        ['2026-07-19', '4'],
      ]);
    expect(applyMerge(here, merge, []).facts.get('g')).toEqual(days('2'));
    expect(applyMerge(here, merge, merge.conflicts).facts.get('g')).toEqual(days('3'));
  });

  it('does not ask about the day a plan is looked at', () => {
    const here = planWith([]);
    expect(mergePlan(here, { ...here, plan: { ...here.plan, asOf: '2026-08-01' } }).conflicts).toEqual([]);
  });

  it('takes other rules as the next version, keeps every version that was in force here, and asks no second time', () => {
    const base = planWith([]);
    const at = '2026-08-01T00:00:00.000Z';
    const withShare = (starShare: string): PlanData => ({
      ...base,
      plan: enactPolicy(base.plan, { ...base.plan.policy, starShare }, { at, note: starShare }),
    });
    const [here, there] = [withShare('0.1'), withShare('0.3')];
    const merge = mergePlan(here, there);
    expect(merge.conflicts).toHaveLength(1);
    const merged = applyMerge(here, merge, merge.conflicts);
    expect(policyVersions(merged.plan).map(({ policy, note }) => [policy.version, policy.starShare, note])).toEqual([
      [1, '0.2', ''],
      [2, '0.1', '0.1'],
      [3, '0.3', '0.3'],
    ]);
    expect(mergePlan(merged, there)).toMatchObject({ additions: [], conflicts: [] });
  });

  it('does not ask about the moment of the last edit', () => {
    expect(mergePlan(planWith([]), planWith([], [], '2026-08-01T00:00:00.000Z')).conflicts).toEqual([]);
  });

  it('brings nothing the second time, whatever the figures are', () => {
    const facts = fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 1, max: 31 }), fc.nat(3))
        .map(([day, value]): Fact => [`2026-07-${String(day).padStart(2, '0')}`, String(value)]),
      { selector: (fact) => fact[0] },
    );
    fc.assert(
      fc.property(facts, facts, (mine, theirs) => {
        const there = planWith(theirs);
        const here = planWith(mine);
        const merged = applyMerge(here, mergePlan(here, there), mergePlan(here, there).conflicts);
        expect(mergePlan(merged, there)).toMatchObject({ additions: [], conflicts: [] });
      }),
    );
  });
});
