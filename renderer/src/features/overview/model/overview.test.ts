import { describe, expect, it } from 'vitest';
import { fraction, toNumber, whole, ZERO } from '#shared/calc/fraction';
import type { GoalResult, PlanResult, SlotFigure, Timeline } from '#shared/calc/result';
import {
  makeFeedbackForm,
  makeGoal,
  makeIndicator,
  makeMember,
  makeMilestone,
  makePlan,
  makePlanData,
  makeUnit,
} from '#shared/domain/builders';
import type { FeedbackForm } from '#shared/domain/feedback';
import type { Goal } from '#shared/domain/goal';
import type { PlanData } from '#shared/domain/planData';
import type { ActionState, Coaching } from '#shared/domain/tracking';
import { burnUp } from './burnUp';
import { headGoals } from './headGoals';
import { barLengths } from './keyFigure';
import { milestoneStanding } from './milestoneStanding';
import { collectNeeds, dueMilestones, feedbackToRemind, openWarnings, talksToHold, unreported } from './needs';
import { neededPerDay, phaseOf } from './pacing';
import { rankByPace } from './ranking';

const timeline: Timeline = {
  asOf: '2026-07-13',
  slots: [
    { n: 1, start: '2026-07-01', end: '2026-07-05', workdays: 3, closed: true, current: false },
    { n: 2, start: '2026-07-06', end: '2026-07-12', workdays: 5, closed: true, current: false },
    { n: 3, start: '2026-07-13', end: '2026-07-20', workdays: 6, closed: false, current: true },
  ],
  months: [{ month: '2026-07', start: '2026-07-01', end: '2026-07-20', workdays: 14 }],
  workdays: 14,
  workdaysElapsed: 8,
  missingCalendarYears: [],
};

function slot(n: number, cumulativeTarget: number, cumulativeActual: number | null, under = false): SlotFigure {
  return {
    n,
    target: whole(10),
    actual: cumulativeActual === null ? null : whole(5),
    numerator: null,
    denominator: null,
    completion: fraction(1n, 2n),
    cumulativeTarget: whole(cumulativeTarget),
    cumulativeActual: cumulativeActual === null ? null : whole(cumulativeActual),
    cumulativeCompletion: null,
    under,
    level: 'green',
  };
}

function figures(goal: Goal, change: Partial<GoalResult> = {}): GoalResult {
  return {
    goalId: goal.id,
    indicatorId: goal.indicatorId,
    target: whole(140),
    monthlyAverage: null,
    actual: whole(60),
    numerator: null,
    denominator: null,
    completion: { state: 'ok', value: fraction(3n, 7n), capped: fraction(3n, 7n) },
    points: ZERO,
    slots: [slot(1, 30, 25), slot(2, 80, 60), slot(3, 140, 60)],
    months: [],
    warning: { level: 'green', run: 0, slots: [], unreported: [], open: false, answeredBy: null },
    pace: fraction(3n, 4n),
    projection: whole(105),
    cascade: null,
    ...change,
  };
}

const sales = makeIndicator({ id: 'sales', unit: '万元', precision: 1 });
const rate = makeIndicator({ id: 'rate', unit: '%', aggregation: 'ratio' });
const agreed = { state: 'agreed', on: '2026-06-30', comments: [] } as const;
const root = makeGoal({
  id: 'root',
  holder: { kind: 'unit', unitId: 'u' },
  indicatorId: 'sales',
  agreement: agreed,
  order: 0,
});
const rootRate = makeGoal({
  id: 'rootRate',
  holder: { kind: 'unit', unitId: 'u' },
  indicatorId: 'rate',
  agreement: agreed,
  order: 1,
});
const anna = makeGoal({
  id: 'anna',
  parentId: 'root',
  holder: { kind: 'member', memberId: 'a' },
  indicatorId: 'sales',
  agreement: agreed,
  order: 2,
});
const bert = makeGoal({
  id: 'bert',
  parentId: 'root',
  holder: { kind: 'member', memberId: 'b' },
  indicatorId: 'sales',
  agreement: agreed,
  order: 3,
});

function planOf(lists: Parameters<typeof makePlanData>[1] = {}): PlanData {
  return makePlanData(makePlan({ id: 'p' }), {
    units: [makeUnit({ id: 'u' })],
    members: [makeMember({ id: 'a' }), makeMember({ id: 'b' })],
    indicators: [sales, rate],
    goals: [root, rootRate, anna, bert],
    ...lists,
  });
}

const today = timeline.asOf;

const talk = (id: string, on: string, state: ActionState = 'open'): Coaching => ({
  id,
  kind: 'talk',
  memberId: 'a',
  goalId: null,
  topic: '',
  mentorId: null,
  on,
  due: null,
  state,
  effect: '',
});

function resultOf(goals: readonly GoalResult[], asOf = timeline.asOf): PlanResult {
  return {
    timeline: { ...timeline, asOf },
    goals: new Map(goals.map((goal) => [goal.goalId, goal])),
    members: new Map(),
    ranking: ['a', 'b'],
    stars: [],
    team: {
      goalId: 'root',
      completion: null,
      reached: false,
      bonusTotal: 0,
      adjustmentTotal: 0,
      paidTotal: 0,
      budget: null,
      remaining: null,
    },
    issues: [],
  };
}

const dayOf = (at: string): string => at.slice(0, 10);

describe('the key figures', () => {
  it('are the team goal and what the same unit has on other indicators', () => {
    expect(headGoals(planOf(), resultOf([])).map((goal) => goal.id)).toEqual(['root', 'rootRate']);
  });
  it('measure what adds up against its target, with a tick where the time is', () => {
    const lengths = barLengths(sales, figures(root), timeline);
    expect(lengths.value).toBeCloseTo(60 / 140);
    expect(lengths.tick).toBeCloseTo(8 / 14);
  });
  it('measure a rate on its own scale, with a tick at its target', () => {
    const lengths = barLengths(rate, figures(rootRate, { actual: whole(88), target: whole(90) }), timeline);
    expect(lengths).toEqual({ value: 0.88, tick: 0.9 });
  });
  it('say what each working day that is left has to bring', () => {
    expect(toNumber(neededPerDay(figures(root), timeline) ?? ZERO)).toBeCloseTo(80 / 6);
    expect(neededPerDay(figures(root, { actual: whole(200) }), timeline)).toBeNull();
  });
});

describe('the period', () => {
  it('is before, running or after by the as-of day', () => {
    expect(phaseOf({ ...timeline, asOf: '2026-06-30' })).toBe('before');
    expect(phaseOf({ ...timeline, asOf: '2026-07-20' })).toBe('running');
    expect(phaseOf({ ...timeline, asOf: '2026-07-21' })).toBe('after');
  });
});

describe('the burn-up', () => {
  it('ends its actual line with the last closed week and finds both gaps', () => {
    const burn = burnUp(figures(root), timeline);
    expect(burn.last?.n).toBe(2);
    expect(burn.gap).toEqual(whole(-20));
    expect(burn.endGap).toEqual(whole(-35));
    expect(burn.points[2]?.actual).toBeNull();
  });
  it('puts weeks and today on the axis by calendar days', () => {
    const burn = burnUp(figures(root), timeline);
    expect(burn.points.map((point) => point.to)).toEqual([5 / 20, 12 / 20, 1]);
    expect(burn.today).toBe(12 / 20);
    expect(burnUp(figures(root), { ...timeline, asOf: '2026-06-30' }).today).toBeNull();
  });
});

describe('the ranking by pace', () => {
  it('shares a rank between equal paces and leaves those without a pace last', () => {
    const carla = { ...anna, id: 'carla', order: 4 };
    const dora = { ...anna, id: 'dora', order: 5 };
    const data = planOf({ goals: [root, anna, bert, carla, dora] });
    const result = resultOf([
      figures(anna, { pace: null }),
      figures(bert),
      figures(carla),
      figures(dora, { pace: fraction(1n, 2n) }),
    ]);
    expect(rankByPace(data, result, 'sales').map((row) => [row.goal.id, row.rank])).toEqual([
      ['bert', 1],
      ['carla', 1],
      ['dora', 3],
      ['anna', null],
    ]);
  });
  it('marks a goal whose last closed week is not reported before its level', () => {
    const warning = { level: 'amber', run: 1, slots: [1], unreported: [2], open: false, answeredBy: null } as const;
    const [row] = rankByPace(planOf(), resultOf([figures(anna, { warning })]), 'sales');
    expect(row?.status).toBe('unreported');
  });
  it('compares with the target of the weeks that are closed', () => {
    const [row] = rankByPace(planOf(), resultOf([figures(anna)]), 'sales');
    expect(row?.target).toEqual(whole(80));
    expect(row?.recent).toHaveLength(2);
  });
});

describe('what waits for the manager', () => {
  const red = { level: 'red', run: 2, slots: [1, 2], unreported: [], open: true, answeredBy: null } as const;

  it('lists open red warnings of those who answer for them, not of the sums above', () => {
    const needs = openWarnings(planOf(), resultOf([figures(root, { warning: red }), figures(anna, { warning: red })]));
    expect(needs.map((need) => need.id)).toEqual(['anna']);
  });
  it('leaves out a red warning that is answered', () => {
    const answered = { ...red, open: false, answeredBy: 'note' };
    expect(openWarnings(planOf(), resultOf([figures(anna, { warning: answered })]))).toEqual([]);
  });
  it('lists weeks nobody reported', () => {
    const warning = { ...red, level: 'green', run: 0, slots: [], open: false, unreported: [2] } as const;
    expect(unreported(planOf(), resultOf([figures(bert, { warning })]))).toMatchObject([{ id: 'bert', slots: [2] }]);
  });
  it('lists milestones from today to the seventh day, and none that is reached', () => {
    const at = (id: string, date: string, threshold = '100') =>
      makeMilestone({ id, goalId: 'anna', date, rule: 'cumulative', threshold });
    const data = planOf({
      milestones: [
        at('past', '2026-07-12'),
        at('last', '2026-07-20'),
        at('today', '2026-07-13'),
        at('late', '2026-07-21'),
        at('reached', '2026-07-14', '60'),
      ],
    });
    expect(dueMilestones(data, resultOf([figures(anna)])).map((need) => need.id)).toEqual(['today', 'last']);
  });
  it('lists goals that are not agreed', () => {
    const open = { ...anna, agreement: { state: 'proposed', on: '2026-07-01', comments: [] } } as const;
    expect(
      collectNeeds(planOf({ goals: [root, open] }), resultOf([]), today, dayOf).map((need) => [need.kind, need.id]),
    ).toEqual([['agreement', 'anna']]);
  });
  it('name the raters to be reminded in one line, today, and none once the evaluation is final', () => {
    const out = (id: string, part: Partial<FeedbackForm>): FeedbackForm => ({
      ...makeFeedbackForm({ id, token: id, assesseeId: 'm', relation: 'peer', raterName: 'x', due: '2026-07-20' }),
      state: 'sent',
      sentAt: '2026-07-10T02:00:00.000Z',
      ...part,
    });
    const data = planOf({
      feedbackForms: [
        out('a', {}),
        out('b', {}),
        out('c', { raterName: 'y', due: '2026-07-19' }),
        out('d', { due: '2026-07-30' }),
      ],
    });
    expect(feedbackToRemind(data, '2026-07-18', dayOf)).toMatchObject([
      { kind: 'feedback', raters: 2, due: '2026-07-19', forms: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
    ]);
    expect(feedbackToRemind(data, '2026-07-16', dayOf)).toEqual([]);
    expect(feedbackToRemind({ ...data, plan: { ...data.plan, stage: 'final' } }, '2026-07-18', dayOf)).toEqual([]);
  });
  it('asks for the talk with everybody once the period is over', () => {
    expect(collectNeeds(planOf(), resultOf([]), today, dayOf)).toEqual([]);
    expect(collectNeeds(planOf(), resultOf([], '2026-07-21'), '2026-07-21', dayOf).map((need) => need.kind)).toEqual([
      'talk',
      'talk',
    ]);
  });
  it('lists the coaching talks of the next seven days, and none that is held', () => {
    const data = planOf({ coaching: [talk('soon', '2026-07-20'), talk('later', '2026-07-21')] });
    expect(talksToHold(data, resultOf([]), today).map((need) => need.id)).toEqual(['soon']);
    const held = planOf({ coaching: [talk('soon', '2026-07-20', 'done')] });
    expect(talksToHold(held, resultOf([]), today)).toEqual([]);
  });
  it('shows who looks back the coaching talks that lay ahead then, though they were held since', () => {
    const data = planOf({ coaching: [talk('before', '2026-07-13', 'done'), talk('ahead', '2026-07-14', 'done')] });
    expect(talksToHold(data, resultOf([]), '2026-08-01').map((need) => need.id)).toEqual(['ahead']);
  });
});

describe('a milestone', () => {
  const of = (rule: 'monthShare' | 'periodShare' | 'manual', threshold: string | null) =>
    makeMilestone({ id: 'm', goalId: 'anna', date: '2026-07-20', rule, threshold });

  it('by share of the period is reached at the exact edge', () => {
    expect(milestoneStanding(of('periodShare', '0.4'), figures(anna)).reached).toBe(true);
    expect(milestoneStanding(of('periodShare', '0.43'), figures(anna)).reached).toBe(false);
  });
  it('by share of the month reads the figures of its month', () => {
    const month = { ...slot(1, 140, 60), month: '2026-07', target: whole(100), actual: whole(66) };
    const standing = milestoneStanding(of('monthShare', '0.7'), figures(anna, { months: [month] }));
    expect(standing).toMatchObject({ kind: 'ratio', reached: false });
    expect(toNumber(standing.value ?? ZERO)).toBeCloseTo(0.66);
  });
  it('that is ticked by hand is reached when it is ticked', () => {
    expect(milestoneStanding(of('manual', null), figures(anna)).reached).toBe(false);
    expect(milestoneStanding({ ...of('manual', null), state: 'done' }, undefined).reached).toBe(true);
  });
});
