import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { evaluationRows, gradeCounts } from './evaluationRows';

let counter = 0;
const data = makeSamplePlan({ newId: () => `id-${++counter}`, now: '2026-11-01T00:00:00.000Z' });
const result = evaluatePlan(data, '2026-11-01');

describe('the evaluation table', () => {
  it('lists every ranked member once, best first, with the name of the group', () => {
    const rows = evaluationRows(data, result);
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ member: { name: '林晓雯' }, unitName: '浙皖组' });
    expect(new Set(rows.map((row) => row.member.id)).size).toBe(12);
  });

  it('counts every complete member in exactly one grade', () => {
    const rows = evaluationRows(data, result);
    const counted = gradeCounts(data, rows).reduce((sum, grade) => sum + grade.count, 0);
    expect(counted).toBe(rows.filter((row) => !row.result.provisional).length);
  });
});
