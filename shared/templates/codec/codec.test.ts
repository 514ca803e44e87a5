import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawCell } from '../../workbook/model';
import type { CellShape } from '../definition';
import { YES_NO } from '../choices';
import { bandText, parseBands } from './bandText';
import { cellValue } from './cellValue';
import { parseCell } from './parseCell';

const text = (value: string): RawCell => ({ kind: 'text', text: value });
const number = (value: number, format?: string): RawCell => ({
  kind: 'number',
  text: String(value),
  number: value,
  format,
});
const read = (cell: RawCell, shape: CellShape, header = ''): unknown => {
  const parsed = parseCell(cell, shape, header);
  return parsed.ok ? parsed.value : parsed.error.code;
};

describe('numbers as people write them', () => {
  it.each([
    ['1,500', '1500'],
    ['１５００', '1500'],
    ['1500万元', '1500'],
    ['-0.50', '-0.5'],
    ['(300)', '-300'],
    ['1,5', 'number.notANumber'],
    ['约100', 'number.notANumber'],
    ['0.1234567', 'number.tooManyDigits'],
  ])('reads %s as %s', (written, value) => {
    expect(read(text(written), { kind: 'decimal' })).toBe(value);
  });

  it('reads 85%, 85 and a cell of 0.85 formatted as a percentage alike', () => {
    for (const cell of [text('85%'), text('８５％'), number(85), number(0.85, '0%')]) {
      expect(read(cell, { kind: 'percent' }, '权重(%)')).toBe('85');
    }
  });

  it('lets the unit in the header decide between 元 and 万元, and a written unit over it', () => {
    expect(read(number(2), { kind: 'money' }, '奖金基数(万元)')).toBe('20000');
    expect(read(number(20000), { kind: 'money' }, '奖金基数(元)')).toBe('20000');
    expect(read(text('2万元'), { kind: 'money' }, '奖金基数(元)')).toBe('20000');
    expect(read(text('2%'), { kind: 'money' }, '奖金基数(元)')).toBe('import.wrongUnit');
  });

  it('tells an empty cell from a zero', () => {
    expect(read(text('　'), { kind: 'decimal' })).toBeNull();
    expect(read(number(0), { kind: 'decimal' })).toBe('0');
  });

  it('brings every quantity of up to 15 digits back as it was', () => {
    const quantity = fc
      .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 999 }))
      .map(([whole, rest]) =>
        rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`,
      );
    fc.assert(
      fc.property(quantity, (value) => {
        const written = cellValue(value, { kind: 'decimal' }, 'zh-CN');
        const cell =
          written?.kind === 'number' ? number(written.value) : text(written?.kind === 'text' ? written.text : '');
        expect(read(cell, { kind: 'decimal' })).toBe(value === '-0' ? '0' : value);
      }),
    );
  });
});

describe('days, choices, people and text', () => {
  it.each(['2026-07-31', '2026/7/31', '2026年7月31日', '2026.7.31', '20260731'])('reads %s as a day', (written) => {
    expect(read(text(written), { kind: 'date' })).toBe('2026-07-31');
  });

  it('reads a serial, and refuses a day that never was', () => {
    expect(read(number(46234), { kind: 'date' })).toBe('2026-07-31');
    expect(read(text('46234'), { kind: 'date' })).toBe('2026-07-31');
    expect(read(text('2026-02-29'), { kind: 'date' })).toBe('date.notADate');
  });

  it('accepts a choice in both languages and refuses another word', () => {
    for (const word of ['是', 'yes', 'Y']) expect(read(text(word), { kind: 'choice', choices: YES_NO })).toBe('yes');
    expect(read(text('也许'), { kind: 'choice', choices: YES_NO })).toBe('import.unknownChoice');
  });

  it('splits people at every usual mark', () => {
    expect(read(text('张三、李四;王五，赵六'), { kind: 'people' })).toEqual(['张三', '李四', '王五', '赵六']);
  });

  it.each(['=1+1', '+86', '-x', '@SUM(A1)'])('writes %s as text, never as a formula', (written) => {
    expect(cellValue(written, { kind: 'text' }, 'zh-CN')).toEqual({ kind: 'text', text: written });
  });

  it('brings bands back as they were written', () => {
    const bands = [
      { from: '1', value: '1.2' },
      { from: '0.6', value: '0.8' },
      { from: '0', value: '0' },
    ];
    expect(bandText(bands, true)).toBe('100%:120%; 60%:80%; 0%:0%');
    expect(parseBands('100%：120；60%：80%、0:0', true)).toEqual({ ok: true, value: bands });
    expect(parseBands('100%=120', true)).toMatchObject({ ok: false });
  });
});
