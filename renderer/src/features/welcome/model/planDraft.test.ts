import { describe, expect, it } from 'vitest';
import { draftProblems, emptyDraft, followingPeriod, readPeople } from './planDraft';
import { periodChoices } from './period';

describe('the people typed for a new plan', () => {
  it('are one a line, the group after the name, as typed or pasted', () => {
    expect(readPeople('赵一鸣 华东组\n郑凯\t鲁闽组\n李婷，浙皖组\r\n\n 陈立群 ')).toEqual([
      { name: '赵一鸣', group: '华东组' },
      { name: '郑凯', group: '鲁闽组' },
      { name: '李婷', group: '浙皖组' },
      { name: '陈立群', group: '' },
    ]);
  });

  it('keep a name of several words whole when the group stands after a comma', () => {
    expect(readPeople('ann lee, East Coast')).toEqual([{ name: 'ann lee', group: 'East Coast' }]);
  });

  it('are found by the head of a pasted table, wherever their columns are', () => {
    expect(readPeople('工号\t姓名\t岗位\t部门/小组\nE01\t赵一鸣\t销售代表\t华东组\nE02\t郑凯\t组长\t鲁闽组')).toEqual([
      { name: '赵一鸣', group: '华东组' },
      { name: '郑凯', group: '鲁闽组' },
    ]);
    expect(readPeople('Name\tTeam\nAnn Lee\tEast Coast')).toEqual([{ name: 'Ann Lee', group: 'East Coast' }]);
  });

  it('take their group from the second column of a table without a head, and nothing from the rest', () => {
    expect(readPeople('赵一鸣\t华东组\t销售代表\t8000')).toEqual([{ name: '赵一鸣', group: '华东组' }]);
    expect(readPeople('姓名\n赵一鸣')).toEqual([{ name: '赵一鸣', group: '' }]);
  });

  it('count once when they stand twice', () => {
    expect(readPeople('郑凯\n郑凯 华东组')).toEqual([{ name: '郑凯', group: '' }]);
  });
});

describe('the draft of a new plan', () => {
  it('takes the rules of its situation', () => {
    expect(emptyDraft('2026-07-01', 'strategy', null).quantitative).toBe(70);
    expect(emptyDraft('2026-07-01', 'newBusiness', null).quantitative).toBe(60);
  });

  it('says what it still needs', () => {
    const draft = { ...emptyDraft('2026-07-01', 'strategy', null), quantitative: 70.5 };
    const choices = periodChoices(draft.kind, '2026-07-01', 1);
    expect(draftProblems(draft, choices)).toEqual({ teamName: 'teamName', share: 'share' });
    expect(draftProblems({ ...draft, teamName: '华东大区', quantitative: 70 }, choices)).toEqual({});
  });

  it('proposes the period after the one that is carried over, where it is one that is offered', () => {
    const draft = emptyDraft('2026-11-29', 'strategy', null);
    expect(draft.chosen).toBe('2027-01-01');
    const quarter = { start: '2026-07-01', end: '2026-09-30' };
    expect(followingPeriod(draft, quarter, '2026-11-29')).toEqual({ kind: 'quarter', chosen: '2026-10-01' });
    const month = { start: '2026-11-01', end: '2026-11-30' };
    expect(followingPeriod(draft, month, '2026-11-29')).toEqual({ kind: 'month', chosen: '2026-12-01' });
    expect(followingPeriod(draft, { start: '2026-07-03', end: '2026-09-30' }, '2026-11-29')).toEqual({});
    expect(followingPeriod(draft, { start: '2020-07-01', end: '2020-09-30' }, '2026-11-29')).toEqual({});
  });
});
