import { describe, expect, it } from 'vitest';
import { toNumber } from '#shared/calc/fraction';
import { carryOver } from '#shared/domain/seed/carryOver';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { figuresOf, historyRows, MOST_LINES, toggled } from './history';

let counter = 0;
const newId = () => `id-${++counter}`;
const now = '2026-10-12T00:00:00.000Z';
const sample = makeSamplePlan({ newId, now });
const next = carryOver(sample, { newId, now, start: '2026-10-01', end: '2026-12-31', name: 'Q4' });
const plans = [sample, next].map((data) => figuresOf(data, '2026-10-12'));

describe('the comparison of plans', () => {
  it('knows a person again in the next plan, although every plan has ids of its own', () => {
    const rows = historyRows(plans, 'member', 'total');
    expect(rows).toHaveLength(12);
    const zhao = rows.find(({ name }) => name === '赵一鸣');
    expect(zhao?.values).toHaveLength(2);
    const own = [...sample.members.values()].find(({ name }) => name === '赵一鸣');
    expect(zhao?.values[0]).toEqual(plans[0]?.result.members.get(own?.id ?? '')?.total);
  });
  it('leaves a place empty where somebody was not there', () => {
    const [gone] = [...sample.members.values()];
    const without = { ...sample, members: new Map([...sample.members].filter(([id]) => id !== gone?.id)) };
    const rows = historyRows([figuresOf(without, '2026-10-12'), ...plans], 'member', 'paid');
    const row = rows.find(({ name }) => name === gone?.name);
    expect(row?.values.map((value) => value === null)).toEqual([true, false, false]);
  });
  it('compares groups goal by goal, and indicators where their cascade begins', () => {
    const units = historyRows(plans, 'unit', 'completion').map(({ name }) => name);
    expect(units).toContain('华东组 · 销售额');
    const indicators = historyRows(plans, 'indicator', 'actual');
    expect(indicators.length).toBeLessThan(units.length);
    const sales = indicators.find(({ name }) => name.startsWith('销售额'));
    expect(sales?.values[0] && toNumber(sales.values[0])).toBeGreaterThan(0);
  });
  it('puts people by their group, and actuals of one unit of measure together', () => {
    const groups = historyRows(plans, 'member', 'total').map(({ group }) => group);
    expect(groups).toEqual([...groups].sort((a, b) => groups.indexOf(a) - groups.indexOf(b)));
    expect(new Set(groups).size).toBe(3);
    const units = historyRows(plans, 'unit', 'actual').map(({ unit }) => unit);
    expect(units.filter((unit, at) => at > 0 && unit !== units[at - 1]).length).toBe(new Set(units).size - 1);
    const completions = historyRows(plans, 'unit', 'completion').map(({ name }) => name.split(' · ')[0]);
    expect(completions.filter((name, at) => at > 0 && name !== completions[at - 1]).length).toBe(
      new Set(completions).size - 1,
    );
  });
  it('draws at most so many lines, the latest choices', () => {
    const chosen = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].reduce<string[]>(toggled, []);
    expect(chosen).toHaveLength(MOST_LINES);
    expect(chosen).not.toContain('a');
    expect(toggled(chosen, 'g')).not.toContain('g');
  });
});
