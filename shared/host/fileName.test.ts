import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from './fileName';

describe('a safe file name', () => {
  it.each([
    ['绩效评估 2026 Q3.xlsx', '绩效评估 2026 Q3.xlsx'],
    ['Q3/2026: plan?.xlsx', 'Q3_2026_ plan_.xlsx'],
    ['..\\..\\a.txt', '_.._a.txt'],
    ['CON.xlsx', '_CON.xlsx'],
    ['a\u202Exslx.exe', 'axslx.exe'],
    ['  ...  ', 'waymark'],
    ['', 'waymark'],
  ])('of "%s" is "%s"', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });

  it('keeps the extension of a name that is too long', () => {
    expect(safeFileName(`${'目'.repeat(300)}.xlsx`)).toBe(`${'目'.repeat(80)}.xlsx`);
  });

  it('never holds a folder, a control character or a leading dot, is never empty, and is safe already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = safeFileName(given);
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|^$/u);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });
});
