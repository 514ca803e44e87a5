import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeGoal, makePlan, makePlanData } from '../domain/builders';
import type { Goal } from '../domain/goal';
import { makeSamplePlan } from '../domain/seed/samplePlan';
import { decodeArchive, encodeArchive } from './archive';
import { DATA_VERSION, migrate, type Migration } from './chain';

const NOW = '2026-10-12T01:00:00.000Z';
function sample() {
  let count = 0;
  return makeSamplePlan({ newId: () => `id-${(count += 1)}`, now: NOW });
}

const decimals = fc
  .tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 1, max: 9 }))
  .map(([whole, tenth]) => `${whole}.${tenth}`);
const goals: fc.Arbitrary<Goal[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.string({ minLength: 1 }),
      code: fc.string({ unit: 'grapheme' }),
      note: fc.string({ unit: 'grapheme' }),
      target: fc.option(decimals),
      order: fc.integer(),
      partOfLarger: fc.boolean(),
      targetBasis: fc.constantFrom('total' as const, 'perMonth' as const),
    })
    .map((draft) => makeGoal({ ...draft, holder: { kind: 'unit', unitId: 'u' }, indicatorId: 'i' })),
  { selector: (goal) => goal.id },
);

describe('an archive', () => {
  it('gives back the sample plan as it went in', () => {
    expect(decodeArchive(encodeArchive([sample()], NOW))).toEqual({ ok: true, value: [sample()] });
  });

  it('gives back any goals as they went in, whatever text is in them', () => {
    fc.assert(
      fc.property(goals, fc.string({ unit: 'grapheme' }), (list, name) => {
        const data = makePlanData(makePlan({ id: 'p', name }), { goals: list });
        expect(decodeArchive(encodeArchive([data], NOW))).toEqual({ ok: true, value: [data] });
      }),
    );
  });

  it('keeps the dimensions that were declared, and refuses what is none', () => {
    const dimensions = [{ name: '渠道', values: ['直销', '代理'] }];
    const data = makePlanData(makePlan({ id: 'p', dimensions }));
    const text = encodeArchive([data], NOW);
    expect(decodeArchive(text)).toEqual({ ok: true, value: [data] });
    expect(decodeArchive(text.replace('["直销","代理"]', '"直销"'))).toMatchObject({ ok: false });
  });

  it('is the same text for equal plans, in whatever order their records were entered', () => {
    const data = sample();
    const reversed = { ...data, goals: new Map([...data.goals].reverse()) };
    expect(encodeArchive([reversed], NOW)).toBe(encodeArchive([data], NOW));
  });

  it('of a newer release is refused as newer, not as broken', () => {
    const text = encodeArchive([sample()], NOW).replace(`"version":${DATA_VERSION}}`, `"version":${DATA_VERSION + 1}}`);
    expect(decodeArchive(text)).toMatchObject({ ok: false, error: { code: 'archive.newerVersion' } });
  });

  it('that was cut short anywhere is refused', () => {
    const text = encodeArchive([makePlanData(makePlan({ id: 'p' }))], NOW);
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), (length) => {
        expect(decodeArchive(text.slice(0, length))).toMatchObject({
          ok: false,
          error: { code: 'archive.unreadable' },
        });
      }),
    );
  });

  it.each([
    ['"target":"1500"', '"target":1500', 'target'],
    ['"target":"1500"', '"target":"1e3"', 'target'],
    ['"due":"2026-09-30"', '"due":"2026-02-30"', 'due'],
    ['"stage":"running"', '"stage":"begun"', 'stage'],
    ['"moneyUnit":"wan"', '"moneyUnit":"wan","colour":"red"', 'colour'],
    ['"bonusBase":2400000', '"bonusBase":2400000.5', 'bonusBase'],
  ])('with %s turned into %s is refused, and says where', (good, bad, field) => {
    const text = encodeArchive([sample()], NOW);
    expect(text).toContain(good);
    const decoded = decodeArchive(text.replace(good, bad));
    expect(decoded).toMatchObject({ ok: false, error: { code: 'archive.unreadable' } });
    expect(decoded.ok ? '' : decoded.error.params?.['at']).toMatch(new RegExp(`\\.${field}$`));
  });

  it('with columns of facts that are not equally long is refused', () => {
    const text = encodeArchive([sample()], NOW).replace('"sources":["CRM', '"sources":["extra","CRM');
    expect(decodeArchive(text)).toMatchObject({ ok: false, error: { code: 'archive.unreadable' } });
  });
});

describe('the chain of migrations', () => {
  const steps: Migration[] = [
    { to: 2, up: (plan) => ({ ...plan, seen: ['2'] }) },
    { to: 3, up: (plan) => ({ ...plan, seen: [...(plan['seen'] as string[]), '3'] }) },
  ];

  it('runs every step after the version the data were written in, in order', () => {
    expect(migrate({}, 1, steps)).toEqual({ ok: true, value: { seen: ['2', '3'] } });
    expect(migrate({ seen: ['old'] }, 2, steps)).toEqual({ ok: true, value: { seen: ['old', '3'] } });
    expect(migrate({ a: 1 }, 3, steps)).toEqual({ ok: true, value: { a: 1 } });
  });

  it('reports a step that cannot read the data instead of passing them on', () => {
    expect(migrate({ seen: null }, 2, steps)).toEqual({
      ok: false,
      error: { code: 'archive.unreadable', params: { at: 'version 3' } },
    });
  });
});
