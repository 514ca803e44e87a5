import { describe, expect, it } from 'vitest';
import { add, equal, fromDecimal, HUNDRED, sum, ONE } from '../../calc/fraction';
import { evaluatePlan } from '../../calc/plan';
import { validatePlan } from '../validate';
import { indicatorLibrary } from './indicatorLibrary';
import { scenarioStarters, startPlan } from './scenarioStarters';

const SCENARIOS = ['strategy', 'newBusiness', 'plateau', 'campaign'] as const;

function start(scenario: (typeof SCENARIOS)[number], locale: 'zh-CN' | 'en' = 'zh-CN') {
  let count = 0;
  return startPlan({
    scenario,
    period: { start: '2026-10-01', end: '2026-12-31' },
    team: {
      name: '华南大区',
      members: [{ name: '甲', group: '一组' }, { name: '乙', group: '一组' }, { name: '丙' }],
    },
    locale,
    newId: () => `id-${(count += 1)}`,
    now: '2026-09-20T01:00:00.000Z',
  });
}

describe('the scenario starters', () => {
  it('are there for the four situations of the scheme, in its order', () => {
    expect(scenarioStarters.map(({ scenario }) => scenario)).toEqual(SCENARIOS);
  });

  it.each(scenarioStarters)('weigh the indicators of $scenario to 100 in each kind', ({ indicators, policy }) => {
    for (const kind of ['quantitative', 'qualitative']) {
      const weights = indicators
        .filter(
          ({ key }) => (indicatorLibrary.find((entry) => entry.key === key)?.rule.kind ?? 'quantitative') === kind,
        )
        .map(({ weight }) => fromDecimal(weight));
      expect(equal(sum(weights), HUNDRED)).toBe(true);
    }
    const { quantitativeShare = '0.7', qualitativeShare = '0.3' } = policy;
    expect(equal(add(fromDecimal(quantitativeShare), fromDecimal(qualitativeShare)), ONE)).toBe(true);
  });
});

describe('startPlan', () => {
  it.each(SCENARIOS)('makes a plan for %s that lacks only what the team must decide', (scenario) => {
    const codes = new Set(validatePlan(start(scenario)).map((issue) => issue.code));
    codes.delete('goal.noTarget');
    codes.delete('goal.noOwner');
    expect([...codes]).toEqual([]);
  });

  it.each(SCENARIOS)(
    'gives everybody in %s goals under their group, with a person who answers for them',
    (scenario) => {
      const data = start(scenario);
      const personal = [...data.goals.values()].filter((goal) => goal.level === 'person');
      expect(personal.length).toBe(3 * data.indicators.size);
      expect(personal.every((goal) => goal.accountableId !== null && goal.due === '2026-12-31')).toBe(true);
      const measured = personal.filter((goal) => data.indicators.get(goal.indicatorId)?.kind === 'quantitative');
      const levels = measured.map((goal) => data.goals.get(goal.parentId ?? '')?.level);
      expect(new Set(levels)).toEqual(new Set(['group', 'department']));
    },
  );

  it('puts its milestones into the period, in order', () => {
    for (const scenario of SCENARIOS) {
      const dates = [...start(scenario).milestones.values()].map(({ date }) => date);
      expect(dates.length).toBeGreaterThanOrEqual(4);
      expect(dates).toEqual([...dates].sort());
      expect(dates.every((date) => date >= '2026-10-01' && date <= '2026-12-31')).toBe(true);
    }
  });

  it('ramps a new business up month by month', () => {
    expect(start('newBusiness').plan.policy.monthWeights).toEqual({ '2026-10': '1', '2026-11': '2', '2026-12': '3' });
  });

  it('speaks English when asked', () => {
    const names = [...start('plateau', 'en').indicators.values()].map(({ name }) => name);
    expect(names).toContain('Conversion rate');
  });

  it.each(SCENARIOS)('makes a plan for %s that can be evaluated at once', (scenario) => {
    const result = evaluatePlan(start(scenario), '2026-10-15');
    expect(result.members.size).toBe(3);
  });
});
