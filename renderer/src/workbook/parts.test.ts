import { describe, expect, it } from 'vitest';
import { err, ok } from '#shared/domain/issue';
import type { RawWorkbook } from '#shared/workbook/model';
import { joinParts, takeParts } from './parts';

const workbook = (lengths: readonly number[]): RawWorkbook => ({
  fileName: 'a.csv',
  format: 'csv',
  encoding: null,
  sheets: lengths.map((length, sheet) => ({
    name: `s${sheet}`,
    hidden: false,
    merges: [],
    truncated: false,
    rows: Array.from({ length }, (_, row) => [{ kind: 'text' as const, text: `${sheet}.${row}` }]),
  })),
});

describe('a long workbook on its way from the worker', () => {
  it.each([[[3, 2500, 0, 1000, 1001]], [[12]], [[]]])('comes in portions and is whole again: %j', (lengths) => {
    const whole = ok(workbook(lengths));
    const { answer, parts } = takeParts(whole);
    expect(Math.max(0, ...parts.map(({ rows }) => rows.length))).toBeLessThanOrEqual(500);
    expect(parts.length > 0).toBe(lengths.some((length) => length > 500));
    expect(joinParts(answer, parts)).toEqual(whole);
  });

  it('carries cells that say the same once a portion, and tells apart those that differ in anything', () => {
    const rows = Array.from({ length: 600 }, (_, row) => [
      { kind: 'text' as const, text: '赢单' },
      { kind: 'number' as const, text: '1', number: row % 2 },
      { kind: 'number' as const, text: '1', number: 1, format: '0.0' },
    ]);
    const book = workbook([0]);
    const whole = ok({ ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, rows })) });
    const { answer, parts } = takeParts(whole);
    expect(parts.map((part) => new Set(part.rows.flat()).size)).toEqual([4, 4]);
    expect(joinParts(answer, parts)).toEqual(whole);
  });

  it('leaves other answers as they are', () => {
    for (const answer of [err({ code: 'file.empty' }), ok(new Uint8Array([1]))]) {
      expect(joinParts(takeParts(answer).answer, [])).toBe(answer);
    }
  });
});
