import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import type { PlanData } from '#shared/domain/planData';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { holderName } from './evidence';
import { evidenceDrawing, evidenceOf, evidenceRows, lastRow } from './evidenceChart';

let counter = 0;
const sample = makeSamplePlan({ newId: () => `id-${++counter}`, now: '2026-10-12T00:00:00.000Z' });

function attach(asOf: string, holder: string, indicator: string) {
  const data: PlanData = { ...sample, plan: { ...sample.plan, asOf } };
  const result = evaluatePlan(data, asOf);
  const goal = [...data.goals.values()].find(
    (one) => holderName(data, one) === holder && data.indicators.get(one.indicatorId)?.name === indicator,
  );
  const figures = goal && result.goals.get(goal.id);
  if (!goal || !figures) throw new Error('no such goal');
  return evidenceOf(data, goal, figures, result.timeline);
}
const monthName = (month: number): string => `${month} 月`;

describe('a chart that is attached to a card', () => {
  const middle = attach('2026-08-24', '华东组', '销售额');

  it('holds the weeks as they were known on its day, whatever is reported later', () => {
    expect(middle).toMatchObject({ holder: '华东组', indicator: '销售额', unit: '万元', on: '2026-08-24' });
    expect(middle.points).toHaveLength(14);
    const known = middle.points.filter(({ actual }) => actual !== null);
    expect(known.at(-1)?.end).toBe('2026-08-23');
    const later = attach('2026-10-12', '华东组', '销售额');
    expect(later.points.filter(({ actual }) => actual !== null)).toHaveLength(14);
    expect(later.points.slice(0, known.length)).toEqual(known);
  });

  it('ends at the target of the period, and its table says the gap of every week', () => {
    expect(middle.points.at(-1)?.target).toBe('500');
    const rows = evidenceRows(middle);
    expect(rows.at(-1)).toEqual({ end: '2026-09-30', target: '500.0', actual: '–', gap: '–' });
    expect(lastRow(middle)?.end).toBe('2026-08-23');
  });

  it('is drawn from what was kept: today in the middle, the result at the end of the period', () => {
    const drawing = evidenceDrawing(middle, monthName);
    expect(drawing).toMatchObject({ cumulative: true, projection: null, today: { label: '08-24' } });
    expect(drawing.months.map(({ label }) => label)).toEqual(['7 月', '8 月', '9 月']);
    expect(drawing.points.at(-1)?.to).toBe(1);
    const whole = evidenceDrawing(attach('2026-10-12', '华东组', '销售额'), monthName);
    expect(whole.today).toBeNull();
    expect(whole.projection?.text).toBe(whole.lastActual);
  });

  it('of a rate does not pretend to add up, and shows one digit of its quotient', () => {
    const rate = attach('2026-10-12', '华东大区', '回款率');
    expect(evidenceDrawing(rate, monthName).cumulative).toBe(false);
    expect(lastRow(rate)).toMatchObject({ target: '90.0', actual: '88.9' });
  });

  it('with nothing reported is a chart without an actual', () => {
    const bare = { ...middle, points: middle.points.map((point) => ({ ...point, actual: null })) };
    expect(lastRow(bare)).toBeNull();
    expect(evidenceDrawing(bare, monthName).lastActual).toBe('');
    expect(evidenceDrawing({ ...bare, points: [] }, monthName).points).toEqual([]);
  });
});
