import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import type { SlotFigure } from '#shared/calc/result';
import { makeMilestone } from '#shared/domain/builders';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import type { MeetingEntry, MonthlyReview } from '#shared/domain/tracking';
import { preparation, redRuns } from './preparation';

let counter = 0;
const data = makeSamplePlan({ newId: () => `id-${++counter}`, now: '2026-10-12T00:00:00.000Z' });
const result = evaluatePlan(data, '2026-10-12');
const memberId = (name: string): string => [...data.members.values()].find((one) => one.name === name)?.id ?? '';
const goalOf = (name: string): string =>
  [...data.goals.values()].find((goal) => goal.holder.kind === 'member' && goal.holder.memberId === memberId(name))
    ?.id ?? '';

describe('what is collected before a talk', () => {
  it('has the warnings of the person with their weeks, and what was done about them', () => {
    const events = preparation(data, result, memberId('郑凯'));
    // The overview of the sample: new customers under 80 % in weeks 11 and 12.
    expect(events.filter(({ kind, indicator }) => kind === 'red' && indicator === '新客户').at(-1)?.weeks).toEqual([
      11, 12,
    ]);
    expect(events.map(({ on }) => on)).toEqual(events.map(({ on }) => on).toSorted());
  });

  it('has meetings, monthly reviews and milestones of the person, and nobody else’s', () => {
    const meeting = (id: string, who: string): MeetingEntry => ({
      id,
      date: '2026-08-03',
      attendees: '',
      memberId: memberId(who),
      progress: `${who}的进展`,
      difficulty: '客户推迟',
      support: '',
      keyIssue: '',
      action: '',
      ownerId: null,
      ownerName: '',
      due: null,
      state: 'open',
    });
    const review = (id: string, who: string): MonthlyReview => ({
      id,
      month: '2026-08',
      goalId: goalOf(who),
      cause: `${who}的原因`,
      measure: '多拜访',
      ownerId: null,
      ownerName: '',
      due: null,
    });
    const milestone = (id: string, who: string) =>
      makeMilestone({ id, goalId: goalOf(who), date: '2026-08-20', title: `${who}的里程碑`, state: 'missed' });
    const who = ['刘子涵', '王思远'];
    const more = {
      ...data,
      meetings: new Map(who.map((name) => [name, meeting(name, name)])),
      monthlyReviews: new Map(who.map((name) => [name, review(name, name)])),
      milestones: new Map(who.map((name) => [name, milestone(name, name)])),
    };
    const events = preparation(more, result, memberId('刘子涵'));
    const texts = events.map(({ when, kind, text }) => `${when} ${kind} ${text}`);
    expect(texts).toContain('08-03 meeting 刘子涵的进展 → 客户推迟');
    expect(texts).toContain('2026-08 review 刘子涵的原因 → 多拜访');
    expect(texts).toContain('08-20 missed 刘子涵的里程碑');
    expect(texts.join()).not.toContain('王思远的');
  });

  it('takes a run of red weeks as one, over a week that nobody reported, until a week is met', () => {
    const slot = (n: number, level: SlotFigure['level'], under: boolean | null) => ({ n, level, under }) as SlotFigure;
    expect(
      redRuns([
        slot(1, 'amber', true),
        slot(2, 'red', true),
        slot(3, 'green', null),
        slot(4, 'red', true),
        slot(5, 'green', false),
        slot(6, 'amber', true),
        slot(7, 'red', true),
        slot(8, 'green', false),
        slot(9, 'amber', true),
      ]),
    ).toEqual([
      [1, 4],
      [6, 7],
    ]);
  });
});
