import { describe, expect, it } from 'vitest';
import { makePlan, makePlanData } from '../builders';
import { validatePlan } from '../validate';
import { indicatorFrom, indicatorLibrary, libraryIndicator } from './indicatorLibrary';

describe('the indicator library', () => {
  it('offers measured and judged indicators, at least twenty-five', () => {
    const kinds = indicatorLibrary.map((entry) => entry.rule.kind ?? 'quantitative');
    expect(kinds.length).toBeGreaterThanOrEqual(25);
    expect(kinds.filter((kind) => kind === 'qualitative').length).toBeGreaterThanOrEqual(5);
  });

  it.each(['zh-CN', 'en'] as const)(
    'says in %s what each is called, means, and where its numbers come from',
    (locale) => {
      for (const entry of indicatorLibrary) {
        const { name, definition, source, unit } = indicatorFrom(entry, 'x', locale);
        expect([entry.key, name, definition, source, unit].every((text) => text.length > 0)).toBe(true);
        if (locale === 'en') expect(`${name}${definition}${source}${unit}`).not.toMatch(/\p{Script=Han}/u);
      }
    },
  );

  it('gives no name or key twice', () => {
    for (const names of [
      indicatorLibrary.map(({ key }) => key),
      indicatorLibrary.map(({ name }) => name['zh-CN']),
      indicatorLibrary.map(({ name }) => name.en),
    ]) {
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('fits into a plan without a complaint', () => {
    const indicators = indicatorLibrary.map((entry) => indicatorFrom(entry, entry.key));
    expect(validatePlan(makePlanData(makePlan({ id: 'p', name: 'x' }), { indicators }))).toEqual([]);
  });

  it('refuses a key that is not shipped', () => {
    expect(() => libraryIndicator('nothing', 'x')).toThrow(RangeError);
  });
});
