import { describe, expect, it } from 'vitest';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { carrySummary } from './carrySummary';

let counter = 0;
const sample = makeSamplePlan({ newId: () => `id-${(counter += 1)}`, now: '2026-10-12T00:00:00.000Z' });
const next = { start: '2026-10-01', end: '2026-12-31' };

describe('what an earlier plan brings', () => {
  it('is counted before it is made, and leaves the plan as it is', () => {
    const before = JSON.stringify([...sample.goals]);
    const summary = carrySummary(sample, next);
    expect(summary).toMatchObject({ people: 12, units: sample.units.size, goals: sample.goals.size });
    expect(summary.lessons).toBe(sample.lessons.size);
    expect(summary.unfinished).toBeGreaterThan(0);
    expect(summary.unfinished).toBeLessThan(summary.goals);
    expect(JSON.stringify([...sample.goals])).toBe(before);
  });

  it('has nobody who left before the period begins', () => {
    const [first] = sample.members.values();
    if (!first) throw new Error('nobody');
    const left = { ...sample, members: new Map(sample.members).set(first.id, { ...first, leftOn: '2026-09-30' }) };
    expect(carrySummary(left, next).people).toBe(11);
    expect(carrySummary(left, next).goals).toBeLessThan(sample.goals.size);
  });
});
