import { describe, expect, it } from 'vitest';
import {
  makeFacts,
  makeGoal,
  makeIndicator,
  makeMember,
  makePlan,
  makePlanData,
  makeTrackingNote,
  type Fact,
} from '../domain/builders';
import { applyChanges, putRecord } from '../domain/change';
import { fraction } from './fraction';
import { evaluatePlan } from './plan';
import { evaluationReport } from './report';
import { millionths } from './tally';
import { whatIfPlan } from './whatIf';

const TODAY = '2026-10-01';

const sales = makeIndicator({ id: 'sales', precision: 2 });

describe('targets, warnings and money of a person', () => {
  const person = makeMember({ id: 'a', bonusBase: 1_000_000, joinedOn: '2026-08-17' });
  const goal = makeGoal({
    id: 'g',
    holder: { kind: 'member', memberId: 'a' },
    indicatorId: 'sales',
    target: '40',
    targetBasis: 'perMonth',
    weight: '100',
  });
  const plan = makePlan({ id: 'p', asOf: '2026-07-27' });
  const weeks: Fact[] = [
    ['2026-07-05', '5'],
    ['2026-07-12', '5'],
    ['2026-07-19', '5'],
    ['2026-07-26', '5'],
  ];
  const data = makePlanData(plan, {
    members: [person],
    indicators: [sales],
    goals: [goal],
    facts: [makeFacts('g', weeks)],
  });

  it('multiplies a monthly average by the months of the period', () => {
    const result = evaluatePlan(data, TODAY).goals.get('g');
    expect([result?.target, result?.monthlyAverage]).toEqual([fraction(120n), fraction(40n)]);
  });

  it('pro-rates target and bonus by working days present only where the plan says so', () => {
    const prorated = { ...data, plan: { ...plan, policy: { ...plan.policy, prorate: true } } };
    const result = evaluatePlan(prorated, TODAY);
    const presence = result.members.get('a')?.payout.presence ?? fraction(0n);
    const present = evaluatePlan({ ...data, plan: { ...plan, start: '2026-08-17' } }, TODAY).timeline.workdays;
    expect(presence).toEqual(fraction(BigInt(present), BigInt(result.timeline.workdays)));
    expect(result.goals.get('g')?.target).toEqual(fraction(120n * presence.n, presence.d));
    expect(evaluatePlan(data, TODAY).members.get('a')?.payout.presence).toEqual(fraction(1n));
  });

  it('keeps a red warning open until an intervention for its run, as of the day it was recorded', () => {
    const red = evaluatePlan(data, TODAY).goals.get('g')?.warning;
    expect(red).toMatchObject({ level: 'red', slots: [2, 3, 4], open: true, answeredBy: null });
    const note = makeTrackingNote({ id: 'n', goalId: 'g', slot: 4, intervention: true, recordedOn: '2026-07-27' });
    const answered = applyChanges(data, [putRecord(data, 'trackingNotes', note)]);
    expect(evaluatePlan(answered, TODAY).goals.get('g')?.warning).toMatchObject({ open: false, answeredBy: 'n' });
    const late = applyChanges(data, [putRecord(data, 'trackingNotes', { ...note, recordedOn: '2026-07-28' })]);
    expect(evaluatePlan(late, TODAY).goals.get('g')?.warning.open).toBe(true);
  });

  it('neither ranks nor pays helpers from other departments', () => {
    const external = applyChanges(data, [putRecord(data, 'members', { ...person, external: true })]);
    const result = evaluatePlan(external, TODAY);
    expect([result.members.size, result.ranking.length, result.team.bonusTotal]).toEqual([0, 0, 0]);
  });

  it('asks for nothing of a part whose share is 0', () => {
    const policy = { ...plan.policy, quantitativeShare: '1', qualitativeShare: '0' };
    const result = evaluatePlan({ ...data, plan: { ...plan, asOf: null, policy } }, TODAY);
    expect(result.members.get('a')).toMatchObject({ provisional: false, rank: 1 });
  });

  it('supposes other actuals, targets and rules without touching the plan', () => {
    const as = evaluatePlan(data, TODAY);
    const before = JSON.stringify([...data.facts, ...data.goals]);
    const supposed = whatIfPlan(
      data,
      { actuals: new Map([['g', '120']]), policy: { payoutBands: [{ from: '0', value: '3' }] } },
      as,
    );
    const result = evaluatePlan(supposed, TODAY);
    expect(result.members.get('a')).toMatchObject({ overallCompletion: fraction(1n), payout: { bonus: 3_000_000 } });
    expect(JSON.stringify([...data.facts, ...data.goals])).toBe(before);
    expect(evaluatePlan(data, TODAY)).toEqual(as);
  });

  it('reports points and ratios with 6 places, money with 2, and unknown as null', () => {
    const report = evaluationReport(data, evaluatePlan(data, TODAY), (issue) => `[${issue.code}]`);
    expect(report.members[0]).toEqual({
      name: 'a',
      employeeNo: '',
      quantitative: '0.000000',
      qualitative: null,
      total: null,
      rank: null,
      overallCompletion: '0.166667',
      payoutRatio: '0.000000',
      bonus: '0.00',
      paid: '0.00',
      provisional: true,
    });
    expect(report.warnings).toEqual([{ goal: 'g', member: 'a', indicator: 'sales', level: 'red', run: 3 }]);
    expect(report.issues.map((issue) => issue.message)).toContain('[calc.qualitativeMissing]');
  });
});

it('refuses quantities with more than 6 fraction digits', () => {
  expect(() => millionths('0.1234567')).toThrow(RangeError);
  expect(millionths('-0.5')).toBe(-500_000n);
});
