import { describe, expect, it } from 'vitest';
import { makeFacts, makeGoal, makeIndicator, makeMember, makePlan, makePlanData } from '../domain/builders';
import type { Finalisation } from '../domain/evaluation';
import { ok } from '../domain/issue';
import { finalisingBlockers } from './finalise';
import { frozenResult, standingFinalisation } from './frozen';
import { evaluatePlan } from './plan';
import { evaluationReport } from './report';

const base = makePlan({ id: 'p', name: 'Q3', asOf: '2026-10-05' });
const policy = { ...base.policy, quantitativeShare: '1', qualitativeShare: '0' };
const goal = makeGoal({
  id: 'g',
  holder: { kind: 'member', memberId: 'm' },
  indicatorId: 'i',
  target: '10',
  weight: '100',
});
const data = makePlanData(
  { ...base, policy },
  {
    members: [makeMember({ id: 'm', bonusBase: 100 })],
    indicators: [makeIndicator({ id: 'i' })],
    goals: [goal],
    facts: [makeFacts('g', [['2026-07-03', '9']])],
  },
);
const report = evaluationReport(data, evaluatePlan(data, '2026-10-05'));
const record = (more: Partial<Finalisation>): Finalisation => ({
  id: 'f',
  at: '2026-10-05T02:00:00.000Z',
  inputs: 'archive',
  result: JSON.stringify(report),
  reopenedAt: null,
  reopenReason: '',
  ...more,
});

describe('a finalised plan', () => {
  it('stands by its latest record that was not re-opened', () => {
    const records = [record({ id: 'a' }), record({ id: 'b', at: '2026-10-06T02:00:00.000Z' })];
    const later = record({ id: 'c', at: '2026-10-07T02:00:00.000Z', reopenedAt: '2026-10-08T02:00:00.000Z' });
    const of = (list: Finalisation[]) => standingFinalisation(makePlanData(base, { finalisations: list }))?.id ?? null;
    expect([of([...records, later]), of([later]), of([])]).toEqual(['b', null, null]);
  });

  it('is read from the inputs of its record and agrees with it', () => {
    const frozen = frozenResult(record({}), () => ok([data]));
    expect(frozen).toMatchObject({ ok: true, value: { agrees: true } });
    const other = frozenResult(record({ result: JSON.stringify({ ...report, stars: ['x'] }) }), () => ok([data]));
    expect(other).toMatchObject({ ok: true, value: { agrees: false } });
    expect(frozenResult(record({}), () => ok([]))).toEqual({ ok: false, error: { code: 'calc.frozenUnreadable' } });
  });
});

describe('what stands in the way of finalising', () => {
  const codes = (plan: typeof data): string[] =>
    finalisingBlockers(plan, evaluatePlan(plan, '2026-10-05')).map((issue) => issue.code);
  const without = { ...data, facts: new Map() };

  it('is nothing when everything is there', () => {
    expect(codes(data)).toEqual([]);
  });

  it('is data nobody decided on, until they are confirmed as 0 or excluded', () => {
    expect(codes(without)).toEqual(['calc.noData']);
    const zero = new Map([['g', { id: 'g', decision: 'zero' as const, reason: 'none sold' }]]);
    expect(codes({ ...without, noDataDecisions: zero })).toEqual([]);
  });

  it('is weights that do not add to 100 %, said only as a warning while planning', () => {
    const light = { ...data, goals: new Map([['g', { ...goal, weight: '90' }]]) };
    expect(evaluatePlan(light, '2026-10-05').issues).toContainEqual(
      expect.objectContaining({ code: 'calc.quantitativeWeights', level: 'warning' }),
    );
    expect(codes(light)).toEqual(['calc.quantitativeWeights']);
  });

  it('is a period that is not over', () => {
    expect(codes({ ...data, plan: { ...data.plan, asOf: '2026-09-29' } })).toEqual(['calc.periodOpen']);
  });
});
