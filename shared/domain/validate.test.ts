import { describe, expect, it } from 'vitest';
import { makeGoal, makeIndicator, makeMember, makePlan, makePlanData, makeUnit } from './builders';
import { applyChanges, putRecord, type Change } from './change';
import type { Collections, CollectionName, PlanData } from './planData';
import type { Plan } from './plan';
import { makeSamplePlan } from './seed/samplePlan';
import { validatePlan } from './validate';
import { onCycles } from './validateSupport';

function base(): PlanData {
  const goal = (id: string, indicatorId: string, weight: string | null, parentId: string | null = null) =>
    makeGoal({
      id,
      indicatorId,
      weight,
      parentId,
      holder: { kind: 'member', memberId: 'm1' },
      target: '10',
      due: '2026-09-30',
      accountableId: 'm1',
    });
  return makePlanData(makePlan({ id: 'p', name: 'Q3' }), {
    units: [makeUnit({ id: 'u1' }), makeUnit({ id: 'u2', parentId: 'u1' })],
    members: [
      makeMember({ id: 'm1', unitId: 'u1', employeeNo: '1' }),
      makeMember({ id: 'm2', unitId: 'u2', employeeNo: '2', superiorId: 'm1' }),
    ],
    indicators: [makeIndicator({ id: 'i1', unit: '元' }), makeIndicator({ id: 'i2', unit: '家' })],
    goals: [goal('g1', 'i1', '60'), goal('g2', 'i2', '40')],
  });
}

type Part<K extends CollectionName> = Partial<Collections[K]>;

function change<K extends CollectionName>(collection: K, id: string, part: Part<K>): PlanData {
  const data = base();
  const record = { ...(data[collection].get(id) as Collections[K]), ...part };
  return applyChanges(data, [putRecord(data, collection, record) as Change]);
}

const head = (part: Partial<Plan>): PlanData => {
  const data = base();
  return { ...data, plan: { ...data.plan, ...part } };
};
const policy = (part: Partial<Plan['policy']>): PlanData => head({ policy: { ...base().plan.policy, ...part } });

describe('validatePlan', () => {
  it('has nothing to say about a small plan in order', () => {
    expect(validatePlan(base())).toEqual([]);
  });

  it('has nothing to say about the sample plan', () => {
    let count = 0;
    expect(validatePlan(makeSamplePlan({ newId: () => String((count += 1)), now: '2026-10-12T01:00:00Z' }))).toEqual(
      [],
    );
  });

  it.each<[string, string, PlanData]>([
    ['plan.noName', 'p', head({ name: ' ' })],
    ['plan.datesReversed', 'p', head({ start: '2026-10-01' })],
    ['plan.periodTooLong', 'p', head({ end: '2999-12-31' })],
    ['plan.noTeamGoal', 'p', head({ teamGoalId: 'gone' })],
    ['policy.shares', 'p', policy({ quantitativeShare: '0.69' })],
    ['policy.shares', 'p', policy({ quantitativeShare: '1.1', qualitativeShare: '-0.1' })],
    [
      'policy.scoringBandsOrder',
      'p',
      policy({
        scoring: {
          kind: 'bands',
          bands: [
            { from: '1', value: '1' },
            { from: '1', value: '0' },
            { from: '0', value: '0' },
          ],
        },
      }),
    ],
    ['policy.payoutBandsLast', 'p', policy({ payoutBands: [{ from: '0.6', value: '1' }] })],
    ['policy.payoutBandsEmpty', 'p', policy({ payoutBands: [] })],
    ['policy.payoutBandsNegative', 'p', policy({ payoutBands: [{ from: '0', value: '-1' }] })],
    [
      'policy.gradesOrder',
      'p',
      policy({
        grades: [
          { from: '60', name: 'a' },
          { from: '80', name: 'b' },
          { from: '0', name: 'c' },
        ],
      }),
    ],
    ['policy.warningRun', 'p', policy({ warningRun: 0 })],
    ['policy.starShare', 'p', policy({ starShare: '1.01' })],
    ['unit.cycle', 'u1', change('units', 'u1', { parentId: 'u2' })],
    ['unit.noParent', 'u2', change('units', 'u2', { parentId: 'gone' })],
    ['member.superiorCycle', 'm1', change('members', 'm1', { superiorId: 'm2' })],
    ['member.duplicateNumber', 'm2', change('members', 'm2', { employeeNo: '1' })],
    ['member.noUnit', 'm1', change('members', 'm1', { unitId: 'gone' })],
    ['member.datesReversed', 'm1', change('members', 'm1', { joinedOn: '2026-02-01', leftOn: '2026-01-01' })],
    ['member.notPresent', 'm1', change('members', 'm1', { joinedOn: '2026-10-01' })],
    ['member.quantitativeWeights', 'm1', change('goals', 'g1', { weight: '59.999999' })],
    ['indicator.noRelations', 'i1', change('indicators', 'i1', { kind: 'qualitative', relations: {} })],
    ['goal.noOwner', 'g1', change('goals', 'g1', { accountableId: null })],
    ['goal.noTarget', 'g1', change('goals', 'g1', { target: null })],
    ['goal.negativeTarget', 'g1', change('goals', 'g1', { target: '-0.1' })],
    ['goal.noDue', 'g1', change('goals', 'g1', { due: null })],
    ['goal.dueOutside', 'g1', change('goals', 'g1', { due: '2026-10-01' })],
    ['goal.duplicateCode', 'g2', change('goals', 'g2', { code: 'g1' })],
    ['goal.cycle', 'g1', change('goals', 'g1', { parentId: 'g1' })],
    ['goal.noParent', 'g1', change('goals', 'g1', { parentId: 'gone' })],
    ['goal.noIndicator', 'g1', change('goals', 'g1', { indicatorId: 'gone' })],
    ['goal.noHolder', 'g1', change('goals', 'g1', { holder: { kind: 'member', memberId: 'gone' } })],
    ['goal.unknownPeople', 'g1', change('goals', 'g1', { responsibleIds: ['gone'] })],
    ['goal.levelMismatch', 'g1', change('goals', 'g1', { level: 'group' })],
    [
      'milestone.dateOutside',
      'x',
      change('milestones', 'x', {
        id: 'x',
        title: 't',
        goalId: 'g1',
        date: '2026-06-30',
        rule: 'manual',
        threshold: null,
      }),
    ],
    ['facts.noGoal', 'gone', change('facts', 'gone', { id: 'gone', dates: [] })],
    ['facts.outsidePeriod', 'g1', change('facts', 'g1', { id: 'g1', dates: ['2026-10-01'] })],
    ['adjustment.noReason', 'a', change('adjustments', 'a', { id: 'a', memberId: 'm1', amount: 1, reason: ' ' })],
    ['data.brokenReference', 'gone', change('conversations', 'gone', { id: 'gone' })],
  ])('says %s about %s', (code, id, data) => {
    expect(validatePlan(data).map((issue) => [issue.code, issue.subject?.id])).toContainEqual([code, id]);
  });

  it('lets weights that do not add up pass as a warning while planning, and blocks afterwards', () => {
    const planning = change('goals', 'g1', { weight: '50' });
    const running = { ...planning, plan: { ...planning.plan, stage: 'running' as const } };
    const levels = [planning, running].map((data) => validatePlan(data).map((issue) => issue.level));
    expect(levels).toEqual([['warning'], ['error']]);
  });

  it('tells namesakes apart by their numbers', () => {
    const numbered = change('members', 'm2', { name: 'm1' });
    const unnumbered = change('members', 'm2', { name: 'm1', employeeNo: '' });
    expect(validatePlan(numbered)).toEqual([]);
    expect(validatePlan(unnumbered).map((issue) => issue.code)).toEqual(['member.duplicate']);
  });
});

describe('onCycles', () => {
  it('names who stands on a cycle, not who merely leads into one', () => {
    const parents = new Map([
      ['tail', 'a'],
      ['a', 'b'],
      ['b', 'a'],
      ['free', null],
      ['self', 'self'],
    ]);
    expect([...onCycles(parents)].sort()).toEqual(['a', 'b', 'self']);
  });
});
