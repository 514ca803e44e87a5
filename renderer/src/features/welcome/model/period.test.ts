import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyChoice, periodAround, periodChoices } from './period';

describe('the periods offered for a new plan', () => {
  it('are calendar quarters when the fiscal year starts in January', () => {
    expect(periodAround('quarter', '2026-08-24', 1, 0)).toEqual({
      year: 2026,
      n: 3,
      start: '2026-07-01',
      end: '2026-09-30',
    });
  });

  it('shift with the fiscal year, which is named by the year it starts in', () => {
    expect(periodAround('quarter', '2027-02-10', 4, 0)).toEqual({
      year: 2026,
      n: 4,
      start: '2027-01-01',
      end: '2027-03-31',
    });
    expect(periodAround('year', '2026-03-31', 4, 0)).toEqual({
      year: 2025,
      n: 1,
      start: '2025-04-01',
      end: '2026-03-31',
    });
  });

  it('know February of leap years', () => {
    expect(periodAround('month', '2028-02-01', 4, 0).end).toBe('2028-02-29');
    expect(periodAround('month', '2100-02-01', 1, 0).end).toBe('2100-02-28');
  });

  it('follow one another without gap or overlap', () => {
    const kinds = fc.constantFrom('month', 'quarter', 'half', 'year');
    fc.assert(
      fc.property(kinds, fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (kind, year, start) => {
        const choices = periodChoices(kind, `${year}-05-17`, start);
        choices.slice(1).forEach((choice, index) => {
          expect(Date.parse(choice.start) - Date.parse(choices[index]?.end ?? '')).toBe(86_400_000);
        });
      }),
    );
  });

  it('begin with this period in its first half and with the next one in its second', () => {
    const choices = periodChoices('quarter', '2026-07-05', 1);
    expect(choices[likelyChoice(choices, '2026-07-05')]?.start).toBe('2026-07-01');
    expect(choices[likelyChoice(choices, '2026-09-20')]?.start).toBe('2026-10-01');
  });
});
