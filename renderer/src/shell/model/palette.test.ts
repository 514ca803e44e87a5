import { describe, expect, it } from 'vitest';
import { makeGoal, makeIndicator, makeMember, makePlan, makePlanData, makeUnit } from '#shared/domain/builders';
import { planEntries, searchEntries, type PaletteEntry } from './palette';

const data = makePlanData(makePlan({ id: 'p' }), {
  units: [makeUnit({ id: 'u', name: '华东组' })],
  members: [
    makeMember({ id: 'm1', name: '赵一鸣', employeeNo: 'E007', unitId: 'u' }),
    makeMember({ id: 'm2', name: 'Lin Zhao', aliases: ['林昭'] }),
  ],
  indicators: [makeIndicator({ id: 'i', name: '销售额' })],
  goals: [
    makeGoal({ id: 'g1', code: 'G-01', holder: { kind: 'unit', unitId: 'u' }, indicatorId: 'i' }),
    makeGoal({ id: 'g2', code: 'G-02', holder: { kind: 'member', memberId: 'm1' }, indicatorId: 'i' }),
  ],
});
const screen: PaletteEntry = { group: 'screens', id: 'goals', title: '目标', hint: '', words: '目标 goals' };
const view: PaletteEntry = { ...screen, id: 'tracking', view: 'week', title: '周表', words: '周表 热力图' };
const entries = [screen, view, ...planEntries(data)];
const found = (text: string): string[] => searchEntries(entries, text).map((entry) => entry.id);

describe('the search of the command palette', () => {
  it('shows the screens while nothing is typed', () => {
    expect(found('  ')).toEqual(['goals']);
  });

  it('finds a view of a screen by what people call it', () => {
    expect(searchEntries(entries, '热力图')).toEqual([view]);
  });

  it('finds members by name, number and other names, whatever the width and case of the letters', () => {
    expect(found('ＬＩＮ')).toEqual(['m2']);
    expect(found('林昭')).toEqual(['m2']);
    expect(found('e007')).toEqual(['m1']);
  });

  it('finds goals by holder and indicator together, and by code', () => {
    expect(found('华东 销售')).toEqual(['g1']);
    expect(found('g-02')).toEqual(['g2']);
  });

  it('puts the entry whose title is the text first', () => {
    expect(found('赵一鸣')).toEqual(['m1', 'g2']);
  });

  it('finds nothing when one of the words does not occur', () => {
    expect(found('华东 回款')).toEqual([]);
  });
});
