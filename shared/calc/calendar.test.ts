import { describe, expect, it } from 'vitest';
import { missingCalendarYears, workCalendar } from './calendar';
import { dayNumber, isoDate, weekday } from './dates';
import { monthCount, monthSpans } from './monthSpans';
import { fraction } from './fraction';

describe('the working calendar', () => {
  const calendar = workCalendar();

  it('knows official holidays and make-up days', () => {
    expect(calendar.isWorkday('2026-10-01')).toBe(false);
    expect(calendar.isWorkday('2026-10-08')).toBe(true);
    expect(calendar.isWorkday('2026-10-10')).toBe(true); // a Saturday worked in lieu
    expect(calendar.isWorkday('2026-10-11')).toBe(false);
  });

  it('puts the user’s own days first, make-up days before holidays', () => {
    const own = workCalendar({ ownHolidays: ['2026-07-01', '2026-10-01'], ownWorkdays: ['2026-10-01', '2026-07-04'] });
    expect(['2026-07-01', '2026-10-01', '2026-07-04'].map(own.isWorkday)).toEqual([false, true, true]);
  });

  it('counts a stretch of days as the days one by one, across years', () => {
    let count = 0;
    for (let day = dayNumber('2025-11-20'); day <= dayNumber('2027-02-03'); day += 1) {
      count += calendar.isWorkday(isoDate(day)) ? 1 : 0;
    }
    expect(calendar.countWorkdays('2025-11-20', '2027-02-03')).toBe(count);
    expect(calendar.countWorkdays('2026-02-02', '2026-02-01')).toBe(0);
  });

  it('says which years it knows nothing about', () => {
    expect(missingCalendarYears('2026-10-01', '2028-03-31')).toEqual([2027, 2028]);
    expect(missingCalendarYears('2004-01-01', '2004-12-31')).toEqual([]);
    expect(missingCalendarYears('2003-12-31', '2004-01-01')).toEqual([2003]);
  });

  it('answers the same in every time zone of the machine', () => {
    const zone = process.env['TZ'];
    const days = ['2026-01-01', '2026-02-14', '2026-02-16', '2026-10-10', '2026-11-02'];
    try {
      const answers = ['UTC', 'America/Los_Angeles', 'Pacific/Apia'].map((name) => {
        process.env['TZ'] = name;
        return days.map(workCalendar().isWorkday).join();
      });
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toBe('false,true,false,true,true');
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('days and months', () => {
  it('starts the week on Monday and refuses days that do not exist', () => {
    expect(weekday(dayNumber('2026-11-23'))).toBe(0);
    expect(weekday(dayNumber('1969-12-28'))).toBe(6);
    expect(() => dayNumber('2026-02-29')).toThrow(RangeError);
  });

  it('counts a month the period cuts with the share of its days', () => {
    expect(monthCount(monthSpans('2026-07-01', '2026-09-30', workCalendar()))).toEqual(fraction(3n));
    expect(monthCount(monthSpans('2026-07-01', '2026-09-15', workCalendar()))).toEqual(fraction(5n, 2n));
  });
});
