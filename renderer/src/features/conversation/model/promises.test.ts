import { describe, expect, it } from 'vitest';
import { makeMember, makePlan, makePlanData } from '#shared/domain/builders';
import { putRecord, applyChanges } from '#shared/domain/change';
import { conversationOf, newItem } from './conversation';
import { previousPlan, promisesOf } from './promises';

const plan = (id: string, start: string, end: string, teamName = '华东') => makePlan({ id, start, end, teamName });
const current = plan('q3', '2026-07-01', '2026-09-30');

describe('what was promised last period', () => {
  it('comes from the plan of the same team that ended last before this one began', () => {
    const plans = [
      plan('q1', '2026-01-01', '2026-03-31'),
      plan('q2', '2026-04-01', '2026-06-30'),
      plan('other', '2026-04-01', '2026-06-30', '华南'),
      plan('year', '2026-01-01', '2026-12-31'),
      current,
    ];
    expect(previousPlan(plans, current)?.id).toBe('q2');
    expect(previousPlan([current], current)).toBeNull();
  });

  it('is found by staff number when the person has another id there, and is nobody else’s', () => {
    const empty = makePlanData(plan('q2', '2026-04-01', '2026-06-30'), {
      members: [makeMember({ id: 'a', employeeNo: 'E1' }), makeMember({ id: 'b', employeeNo: 'E2' })],
    });
    const talk = { ...conversationOf(empty, 'a'), improvement: [{ ...newItem('甲'), item: '回款节奏' }] };
    const data = applyChanges(empty, [putRecord(empty, 'conversations', talk)]);
    expect(promisesOf(data, { id: 'x', employeeNo: 'E1', name: '?' }).map((one) => one.item)).toEqual(['回款节奏']);
    expect(promisesOf(data, { id: 'y', employeeNo: 'E2', name: '?' })).toEqual([]);
    expect(promisesOf(data, { id: 'z', employeeNo: '', name: '?' })).toEqual([]);
  });
});
