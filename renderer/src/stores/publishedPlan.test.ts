import { beforeEach, describe, expect, it } from 'vitest';
import { frozenResult, standingFinalisation } from '#shared/calc/frozen';
import { evaluatePlan } from '#shared/calc/plan';
import { applyChanges, putRecord } from '#shared/domain/change';
import type { PlanData } from '#shared/domain/planData';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { decodeArchive } from '#shared/migrations/archive';
import { finaliseChanges, reopenChanges } from '../features/evaluation/model/finalise';
import { differences, publishedPlan } from './publishedPlan';

const TODAY = '2026-11-01';
const AT = '2026-11-01T02:00:00.000Z';
let counter = 0;
let live: PlanData;
let final: PlanData;

const idOf = (name: string): string => [...live.members.values()].find((member) => member.name === name)?.id ?? '';
function frozenOf(data: PlanData) {
  const record = standingFinalisation(data);
  if (!record) throw new Error('nothing is frozen');
  const read = frozenResult(record, decodeArchive);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
/** The plan with one report of a goal of the person made ten times as large. */
function withOtherFacts(data: PlanData, name: string): PlanData {
  const id = idOf(name);
  const goal = [...data.goals.values()].find(({ holder }) => holder.kind === 'member' && holder.memberId === id);
  const facts = data.facts.get(goal?.id ?? '');
  if (!facts) throw new Error('no facts');
  const values = facts.values.map((value, index) => (index === 0 ? '999' : value));
  return { ...data, facts: new Map([...data.facts, [facts.id, { ...facts, values }]]) };
}

beforeEach(() => {
  live = makeSamplePlan({ newId: () => `id-${++counter}`, now: '2026-11-01T00:00:00.000Z' });
  const input = { id: 'f', logId: 'l', at: AT, message: () => '' };
  final = applyChanges(live, finaliseChanges(live, evaluatePlan(live, TODAY), input));
});

describe('the published figures of a final plan', () => {
  it('stay what they were when data change afterwards, and the change shows as a difference', () => {
    const changed = withOtherFacts(final, '郑凯');
    const frozen = frozenOf(changed);
    const published = evaluatePlan(publishedPlan(changed, frozen.data), frozen.result.timeline.asOf);
    const before = evaluatePlan(live, TODAY);
    expect(published.members.get(idOf('郑凯'))?.total).toEqual(before.members.get(idOf('郑凯'))?.total);
    expect(frozen.agrees).toBe(true);
    expect([...differences(published, evaluatePlan(changed, TODAY)).keys()]).toContain(idOf('郑凯'));
  });

  it('differ for nobody while nothing has changed', () => {
    const frozen = frozenOf(final);
    expect(differences(frozen.result, evaluatePlan(final, TODAY)).size).toBe(0);
  });

  it('take in an adjustment made afterwards, which is no difference', () => {
    const id = idOf('刘子涵');
    const adjustment = { id: 'a', memberId: id, amount: 12_300, reason: '补发', at: '2026-11-02T00:00:00.000Z' };
    const adjusted = applyChanges(final, [putRecord(final, 'adjustments', adjustment)]);
    const frozen = frozenOf(adjusted);
    const published = evaluatePlan(publishedPlan(adjusted, frozen.data), frozen.result.timeline.asOf);
    expect(published.members.get(id)?.payout.paid).toBe((frozen.result.members.get(id)?.payout.paid ?? 0) + 12_300);
    expect(differences(published, evaluatePlan(adjusted, TODAY)).size).toBe(0);
  });

  it('are frozen with the day they were seen, also when the plan follows the calendar', () => {
    const { plan } = live;
    const floating: PlanData = { ...live, plan: { ...plan, asOf: null } };
    const at = '2026-09-09T23:30:00.000Z';
    // In Shanghai it is already the 10th when this is finalised.
    const result = evaluatePlan(floating, '2026-09-10');
    const changes = finaliseChanges(floating, result, { id: 'f2', logId: 'l2', at, message: () => '' });
    expect(frozenOf(applyChanges(floating, changes))).toMatchObject({
      agrees: true,
      result: { timeline: { asOf: '2026-09-10' } },
    });
  });
});

describe('reopening', () => {
  it('keeps the record with the reason, and sends back what was approved on it but not what was paid', () => {
    const [approved, paid] = [idOf('刘子涵'), idOf('王思远')];
    const base = { nonMaterial: '', basis: '', paidOn: null, method: '' };
    const data = applyChanges(final, [
      putRecord(final, 'payouts', { ...base, id: approved, state: 'approved' }),
      putRecord(final, 'payouts', { ...base, id: paid, state: 'paid' }),
    ]);
    const open = applyChanges(data, reopenChanges(data, { logId: 'r', at: AT, reason: '漏了一笔回款' }));
    expect(standingFinalisation(open)).toBeNull();
    expect(open.finalisations.get('f')?.reopenReason).toBe('漏了一笔回款');
    expect(open.payouts.get(approved)?.state).toBe('draft');
    expect(open.payouts.get(paid)?.state).toBe('paid');
    expect(open.plan.stage).toBe('running');
  });
});
