import { describe, expect, it } from 'vitest';
import { makeGoal, makeMember, makePlan, makePlanData, makeUnit } from '#shared/domain/builders';
import { applyChanges } from '#shared/domain/change';
import { goalsOf, moveToUnit, newMember, readYuan, removeMember, withSuperior } from './members';

const data = makePlanData(makePlan({ id: 'p' }), {
  units: [makeUnit({ id: 'u', name: '华东组' })],
  members: [makeMember({ id: 'a', name: '甲', order: 0 }), makeMember({ id: 'b', name: '乙', order: 4 })],
  goals: [makeGoal({ id: 'g', code: 'G1', holder: { kind: 'member', memberId: 'a' }, indicatorId: 'i' })],
  adjustments: [{ id: 'x', memberId: 'b', amount: 100, reason: '带教', at: '2026-10-01T00:00:00.000Z' }],
});
const member = (id: string) => data.members.get(id) ?? makeMember({ id });

describe('members in the settings', () => {
  it('join the unit of the given name, and a new one only when there is none', () => {
    expect(moveToUnit(data, member('a'), '华东组', () => 'n')).toHaveLength(1);
    const made = applyChanges(
      data,
      moveToUnit(data, member('a'), '新组', () => 'n'),
    );
    expect(made.units.get('n')?.name).toBe('新组');
    expect(made.members.get('a')?.unitId).toBe('n');
  });

  it('have a superior by reference where the person is known, and by name otherwise', () => {
    expect(withSuperior(data, member('a'), '乙')).toMatchObject({ superiorId: 'b', superiorName: '' });
    expect(withSuperior(data, member('a'), '总监')).toMatchObject({ superiorId: null, superiorName: '总监' });
    expect(withSuperior(data, member('a'), '甲')).toMatchObject({ superiorId: null });
  });

  it('come at the end of the list when they are new', () => {
    expect(newMember(data, 'c', '丙').order).toBe(5);
  });

  it('take their own records along when removed, and say which goals they carry', () => {
    const after = applyChanges(data, removeMember(data, 'b'));
    expect([after.members.has('b'), after.adjustments.size]).toEqual([false, 0]);
    expect(goalsOf(data, 'a')).toEqual(['G1']);
  });

  it('have a bonus base of at most two fraction digits, never negative', () => {
    expect(readYuan('２４,000.50')).toBe(2_400_050);
    expect([readYuan('-1'), readYuan('1.005'), readYuan('abc')]).toEqual([null, null, null]);
  });
});
