import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../../workbook/model';
import { rowHeights } from './rowHeights';

const text = (value: string): SheetCell => ({ value: { kind: 'text', text: value }, role: 'input' });
const columns = [
  { key: 'a', width: 11 },
  { key: 'k', width: 4, hidden: true },
];

describe('the height of a row', () => {
  it('grows with the lines its longest text needs, a Chinese character counting two', () => {
    const rows = [[text('短')], [text('一二三四五')], [text('a\nb\nc')]];
    expect(rowHeights(rows, columns, 1, 3)).toEqual({ 2: 33, 3: 47 });
  });

  it('does not grow for hidden columns, numbers, or rows outside the range', () => {
    const number: SheetCell = { value: { kind: 'number', value: 123456789012345 }, role: 'input' };
    expect(rowHeights([[text('x'.repeat(40))], [number, text('x'.repeat(40))]], columns, 2, 2)).toEqual({});
  });
});
