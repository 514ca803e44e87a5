import { describe, expect, it } from 'vitest';
import { readDay } from './readDay';

const NEAR = '2026-08-24';

describe('A typed day', () => {
  it.each([
    ['2026-07-31', '2026-07-31'],
    ['2026/7/31', '2026-07-31'],
    ['2026.7.31', '2026-07-31'],
    ['2026年7月31日', '2026-07-31'],
    ['20260731', '2026-07-31'],
    ['26-7-31', '2026-07-31'],
    ['２０２６－０７－３１', '2026-07-31'],
    [' 2026-07-31 ', '2026-07-31'],
  ])('is read however its parts are written: %s', (text, day) => expect(readDay(text, NEAR)).toBe(day));

  it.each([
    ['7-31', '2026-07-31'],
    ['7/1', '2026-07-01'],
    ['0731', '2026-07-31'],
    ['7月31日', '2026-07-31'],
  ])('without a year lies in the year at hand: %s', (text, day) => expect(readDay(text, NEAR)).toBe(day));

  it('may be so many days from the one at hand', () => {
    expect(readDay('+7', NEAR)).toBe('2026-08-31');
    expect(readDay('-24', NEAR)).toBe('2026-07-31');
  });

  it.each(['2026-02-30', '2026-13-01', '31/7/2026', 'soon', '7', '2026', '2026-07-31x', ''])(
    'that is none is not guessed: %s',
    (text) => expect(readDay(text, NEAR)).toBeNull(),
  );
});
