import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { RawCell } from '../../workbook/model';
import { readWorkbook } from '../readWorkbook';
import { numberText } from './numberText';

async function cellsOf(cells: XLSX.CellObject[], type: XLSX.BookType = 'xlsx'): Promise<readonly (RawCell | null)[]> {
  const sheet: XLSX.WorkSheet = { '!ref': `A1:${XLSX.utils.encode_cell({ r: 0, c: cells.length - 1 })}` };
  cells.forEach((cell, c) => (sheet[XLSX.utils.encode_cell({ r: 0, c })] = cell));
  const bytes = XLSX.write(
    { SheetNames: ['a'], Sheets: { a: sheet } },
    { bookType: type, type: 'array' },
  ) as ArrayBuffer;
  const read = await readWorkbook(new Uint8Array(bytes), `a.${type}`);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.sheets[0]?.rows[0] ?? [];
}

describe.each(['xlsx', 'biff8'] as const)('a cell of a file (%s)', (type) => {
  it('with an error is named as Excel names it', async () => {
    const [cell] = await cellsOf([{ t: 'e', v: 7 }], type);
    expect(cell).toMatchObject({ kind: 'error', text: '#DIV/0!' });
  });

  it('with a day is that day, whatever its format, and with a time beside it keeps the time', async () => {
    const texts = await cellsOf(
      ['yyyy-mm-dd', 'm"月"d"日"', 'mmm-yy'].map((z) => ({ t: 'n', v: 46_234, z })),
      type,
    );
    expect(texts.map((cell) => cell?.text)).toEqual(['2026-07-31', '2026-07-31', '2026-07-31']);
    const [noon] = await cellsOf([{ t: 'n', v: 46_234.5, z: 'yyyy-mm-dd hh:mm' }], type);
    expect(noon?.text).toBe('2026-07-31T12:00:00');
  });

  it('with a time or a duration alone is no day', async () => {
    const cells = await cellsOf(
      [
        { t: 'n', v: 0.5, z: 'h:mm' },
        { t: 'n', v: 1.5, z: '[h]:mm' },
        { t: 'n', v: 0, z: 'yyyy-mm-dd' },
      ],
      type,
    );
    expect(cells.map((cell) => [cell?.kind, cell?.text])).toEqual([
      ['number', '0.5'],
      ['number', '1.5'],
      ['number', '0'],
    ]);
  });

  it('keeps the format that tells 85% from 85', async () => {
    const [cell] = await cellsOf([{ t: 'n', v: 0.85, z: '0%' }], type);
    expect(cell).toMatchObject({ kind: 'number', text: '0.85', format: '0%' });
  });

  it('that is only formatted is missing, not 0', async () => {
    const cells = await cellsOf([{ t: 'z', z: '0.00' }, { t: 'n', v: 1 }, { t: 'z' }], type);
    expect(cells.map((cell) => cell?.text ?? null)).toEqual([null, '1']);
  });
});

describe('the text of a number', () => {
  it('has no binary noise', () => {
    expect(numberText(0.1 + 0.2)).toBe('0.3');
    expect(numberText(1.1 * 1.1)).toBe('1.21');
    expect(numberText(1e21)).toBe('1000000000000000000000');
    expect(numberText(-1.5e-7)).toBe('-0.00000015');
    expect(numberText(-0)).toBe('0');
  });

  it('gives every decimal of up to 15 digits back as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.nat(12), (digits, scale) => {
        const text = `${digits < 0n ? '-' : ''}${(digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')}`;
        const point = text.length - scale;
        const written = scale === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
        const plain = scale === 0 ? written : written.replace(/\.?0+$/, '');
        expect(numberText(Number(written))).toBe(plain === '-0' ? '0' : plain);
      }),
    );
  });
});
