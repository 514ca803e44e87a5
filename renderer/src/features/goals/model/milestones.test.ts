import { describe, expect, it } from 'vitest';
import { toDecimal } from '#shared/calc/quantity';
import { goalTree } from '#shared/calc/groups';
import { evaluatePlan } from '#shared/calc/plan';
import {
  makeFacts,
  makeGoal,
  makeIndicator,
  makeMilestone,
  makePlan,
  makePlanData,
  type Fact,
} from '#shared/domain/builders';
import type { Milestone } from '#shared/domain/goal';
import { judgeMilestone } from './judgeMilestone';
import { patternChanges, patternDays } from './milestonePattern';

/** A group's goal of 300 with one person under it, who reported 40 in July and 50 in the first half of August. */
function plan(asOf: string, milestone: Partial<Milestone>) {
  const facts: Fact[] = [
    ['2026-07-10', '40'],
    ['2026-08-14', '50'],
    ['2026-08-16', '900'],
  ];
  const head = makePlan({ id: 'p', start: '2026-07-01', end: '2026-09-30', asOf });
  const policy = { ...head.policy, monthWeights: { '2026-07': '1', '2026-08': '1', '2026-09': '1' } };
  return makePlanData(
    { ...head, policy },
    {
      indicators: [makeIndicator({ id: 'i', aggregation: 'sum' })],
      goals: [
        makeGoal({ id: 'g', holder: { kind: 'unit', unitId: 'u' }, indicatorId: 'i', target: '300' }),
        makeGoal({
          id: 'c',
          parentId: 'g',
          holder: { kind: 'member', memberId: 'm' },
          indicatorId: 'i',
          target: '300',
        }),
      ],
      facts: [makeFacts('c', facts)],
      milestones: [makeMilestone({ id: 'm', goalId: 'g', date: '2026-08-15', ...milestone })],
    },
  );
}

function judged(asOf: string, milestone: Partial<Milestone>) {
  const data = plan(asOf, milestone);
  const stone = data.milestones.get('m');
  if (!stone) throw new Error('no milestone');
  const judgement = judgeMilestone(data, evaluatePlan(data, asOf), goalTree(data.goals, data.indicators), stone);
  return [judgement.state, judgement.reached && toDecimal(judgement.reached)];
}

describe('a milestone judged from the numbers', () => {
  it('counts what those below reported up to its day and not after', () => {
    expect(judged('2026-09-10', { rule: 'cumulative', threshold: '91' })).toEqual(['missed', '90']);
    expect(judged('2026-09-10', { rule: 'cumulative', threshold: '90' })).toEqual(['done', '90']);
  });

  it('measures the share of the month within the month alone', () => {
    expect(judged('2026-09-10', { rule: 'monthShare', threshold: '0.5' })).toEqual(['done', '0.5']);
    expect(judged('2026-09-10', { rule: 'monthShare', threshold: '0.7' })).toEqual(['missed', '0.5']);
  });

  it('measures the share of the period over everything before', () => {
    expect(judged('2026-09-10', { rule: 'periodShare', threshold: '0.3' })).toEqual(['done', '0.3']);
  });

  it('stays ahead until its day has passed', () => {
    expect(judged('2026-08-15', { rule: 'monthShare', threshold: '0.7' })).toEqual(['open', '0.5']);
    expect(judged('2026-08-01', { rule: 'monthShare', threshold: '0.7' })).toEqual(['open', '0']);
  });

  it('leaves what is ticked by hand as it was ticked', () => {
    expect(judged('2026-09-10', { rule: 'manual', state: 'done' })).toEqual(['done', null]);
  });
});

describe('milestones by a pattern', () => {
  const data = plan('2026-07-01', {});
  const { timeline } = evaluatePlan(data, '2026-07-01');

  it('falls on a day of every month, on the last one where the month is shorter', () => {
    const days = (day: number) => patternDays(timeline, { kind: 'month', share: '0.7', day });
    expect(days(15)).toEqual(['2026-07-15', '2026-08-15', '2026-09-15']);
    expect(days(31)).toEqual(['2026-07-31', '2026-08-31', '2026-09-30']);
  });

  it('is judged by the share of the month and leaves a day alone that has one', () => {
    const goals = [...data.goals.values()];
    let n = 0;
    const newId = () => `new-${(n += 1)}`;
    const pattern = { kind: 'month', share: '0.7', day: 15 } as const;
    const made = patternChanges(data, goals, timeline, pattern, () => 'x', newId);
    expect(made).toHaveLength(5);
    expect(made[0]?.after).toMatchObject({ goalId: 'g', date: '2026-07-15', rule: 'monthShare', threshold: '0.7' });
  });
});
