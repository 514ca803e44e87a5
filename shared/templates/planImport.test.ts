import { describe, expect, it } from 'vitest';
import { rawOfModel } from '../../tests/fixtures/rawOfModel';
import { evaluatePlan } from '../calc/plan';
import { makeSamplePlan } from '../domain/seed/samplePlan';
import { planImport } from './planImport';
import { readPlan } from './readPlan';
import { renderWorkbook } from './renderWorkbook';

const now = '2026-08-12T01:02:03.000Z';
const today = '2026-08-12';
const counter = (prefix = 'new'): (() => string) => {
  let n = 0;
  return () => `${prefix}-${(n += 1)}`;
};
const sample = makeSamplePlan({ newId: counter(), now });
const result = evaluatePlan(sample, today);
const clock = { newId: counter('imported'), now, today } as const;

describe.each(['zh-CN', 'en'] as const)('a plan workbook in %s', (locale) => {
  const raw = rawOfModel(renderWorkbook('plan', { data: sample, result, locale, exportedAt: now }));

  it('comes back without a change when nobody touched it', () => {
    const plan = planImport(raw, { ...clock, data: sample, locale });
    expect(plan.issues).toEqual([]);
    expect(plan.rows).toEqual([]);
    expect(plan.changes).toEqual([]);
  });

  it('makes a plan of its own with the same figures', () => {
    const read = readPlan(raw, { ...clock, locale });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.issues).toEqual([]);
    const again = evaluatePlan(read.value.data, today);
    const figures = (data: typeof sample, of: typeof result) =>
      [...data.goals.values()]
        .sort((a, b) => (a.code < b.code ? -1 : 1))
        .map((goal) => {
          const figure = of.goals.get(goal.id);
          return [goal.code, figure?.target, figure?.actual, figure?.completion, figure?.points, figure?.warning.level];
        });
    expect(figures(read.value.data, again)).toEqual(figures(sample, result));
    const scores = (data: typeof sample, of: typeof result) =>
      [...data.members.values()].map(({ id, name }) => {
        const member = of.members.get(id);
        return [
          name,
          member?.quantitative,
          member?.qualitative.score,
          member?.total,
          member?.rank,
          member?.payout.bonus,
        ];
      });
    expect(scores(read.value.data, again)).toEqual(scores(sample, result));
  });
});
