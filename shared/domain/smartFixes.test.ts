import { describe, expect, it } from 'vitest';
import { makeGoal, makeIndicator, makeMember, makePlan, makePlanData, makeUnit } from './builders';
import { applyChanges, invertChanges } from './change';
import type { Goal } from './goal';
import type { PlanData } from './planData';
import { smartCheck, smartCheckAll } from './smartCheck';
import { fixFor } from './smartFixes';
import { validatePlan } from './validate';

function planWith(part: Partial<Goal>): PlanData {
  const top = makeGoal({
    id: 'top',
    indicatorId: 'i',
    holder: { kind: 'unit', unitId: 'u' },
    baseline: '100',
    target: '130',
    accountableName: '周敏',
    due: '2026-09-30',
  });
  const goal = makeGoal({
    id: 'g',
    indicatorId: 'i',
    holder: { kind: 'member', memberId: 'm' },
    parentId: 'top',
    baseline: '20',
    target: '26',
    weight: '100',
    accountableId: 'm',
    due: '2026-09-30',
    ...part,
  });
  return makePlanData(makePlan({ id: 'p', name: 'Q3' }), {
    units: [makeUnit({ id: 'u' })],
    members: [makeMember({ id: 'm', unitId: 'u' })],
    indicators: [makeIndicator({ id: 'i', unit: '万元', precision: 1, definition: 'd', source: 's' })],
    goals: [top, goal],
  });
}

describe('smartCheck', () => {
  it('is content with a goal that has a number, a date, an owner and a source', () => {
    expect(smartCheckAll(planWith({}))).toEqual([]);
  });

  it.each<[string, Partial<Goal>]>([
    ['smart.noNumber', { target: null }],
    ['smart.noDate', { due: null }],
    ['smart.dateOutside', { due: '2026-12-31' }],
    ['smart.noOwner', { accountableId: null }],
    ['smart.steep', { target: '40.1' }],
    ['smart.belowBaseline', { target: '19' }],
    ['smart.noParent', { parentId: null }],
  ])('says %s', (code, part) => {
    const data = planWith(part);
    const goal = data.goals.get('g');
    expect(goal && smartCheck(goal, data).map((issue) => issue.code)).toEqual([code]);
  });
});

describe('fixFor', () => {
  it.each<[string, Partial<Goal>, Partial<Goal>]>([
    ['smart.noNumber', { target: null }, { target: '26' }],
    ['smart.noDate', { due: null }, { due: '2026-09-30' }],
    ['smart.dateOutside', { due: '2026-01-31' }, { due: '2026-07-01' }],
    ['smart.noOwner', { accountableId: null }, { accountableId: 'm' }],
    ['smart.noParent', { parentId: null }, { parentId: 'top' }],
    ['goal.duplicateCode', { code: 'top' }, { code: 'top-2' }],
    ['goal.cycle', { parentId: 'g' }, { parentId: null }],
    ['goal.unknownPeople', { responsibleIds: ['gone', 'm'] }, { responsibleIds: ['m'] }],
    ['goal.levelMismatch', { level: 'group' }, { level: 'person' }],
  ])('repairs %s so that it is not said again, and can be undone', (code, broken, repaired) => {
    const data = planWith(broken);
    const find = (from: PlanData) =>
      [...validatePlan(from), ...smartCheckAll(from)].find((issue) => issue.code === code);
    const issue = find(data);
    const changes = issue ? fixFor(issue, data) : null;
    expect(changes).not.toBeNull();
    const after = applyChanges(data, changes ?? []);
    expect(after.goals.get('g')).toMatchObject(repaired);
    expect(find(after)).toBeUndefined();
    expect(applyChanges(after, invertChanges(changes ?? []))).toEqual(data);
  });

  it('makes weights add to 100 in their proportions', () => {
    const data = planWith({ weight: '40' });
    const issue = validatePlan(data).find(({ code }) => code === 'member.quantitativeWeights');
    const after = applyChanges(data, (issue && fixFor(issue, data)) ?? []);
    expect(after.goals.get('g')?.weight).toBe('100');
  });

  it('leaves to people what only people can know', () => {
    const data = planWith({ target: '-1' });
    const issue = validatePlan(data).find(({ code }) => code === 'goal.negativeTarget');
    expect(issue && fixFor(issue, data)).toBeNull();
  });
});
