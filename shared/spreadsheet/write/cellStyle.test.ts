import { describe, expect, it } from 'vitest';
import { styleOf } from './cellStyle';

const figure = { value: { kind: 'number', value: 1 }, role: 'input', format: '0.00' } as const;

describe('the look of a cell', () => {
  it('is one object for cells that look alike, and another where any part differs', () => {
    expect(styleOf({ ...figure, value: { kind: 'number', value: 2 } })).toBe(styleOf(figure));
    const others = [
      styleOf({ ...figure, format: '0' }),
      styleOf({ ...figure, role: 'computed' }),
      styleOf({ ...figure, bold: true }),
      styleOf({ ...figure, align: 'center' }),
    ];
    expect(new Set([styleOf(figure), ...others]).size).toBe(5);
  });

  it('puts figures right, empty cells made for figures too, and words left', () => {
    expect(styleOf({ ...figure, value: null }).alignment).toMatchObject({ horizontal: 'right', indent: 1 });
    expect(styleOf({ ...figure, value: { kind: 'text', text: '无' } }).alignment).toMatchObject({ horizontal: 'left' });
    expect(
      styleOf({ value: { kind: 'formula', formula: 'A1', cached: '绿' }, role: 'computed' }).alignment,
    ).toMatchObject({
      horizontal: 'left',
    });
  });

  it('opens only the cells one fills in, and shows days as days', () => {
    expect(styleOf(figure).protection).toEqual({ locked: false });
    expect(styleOf({ ...figure, role: 'computed' }).protection).toBeUndefined();
    expect(styleOf({ value: { kind: 'date', date: '2026-07-31' }, role: 'input' }).numFmt).toBe('yyyy-mm-dd');
  });
});
