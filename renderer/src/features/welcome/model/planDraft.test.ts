import { describe, expect, it } from 'vitest';
import { draftProblems, emptyDraft, readPeople } from './planDraft';
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
});
