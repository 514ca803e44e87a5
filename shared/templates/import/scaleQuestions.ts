import type { PlanData } from '../../domain/planData';
import type { PlanResult } from '../../calc/result';
import { equal, fraction, fromDecimal, multiply } from '../../calc/fraction';
import { scale } from '../codec/numberText';
import { columnLetters } from '../render/address';
import type { ImportContext, ImportQuestion } from './plan';
import { rowTexts } from './preview';
import { makeRow, type ReadRow } from './readRows';
import type { FoundColumn, FoundSheet } from './recognise';
import type { RowResult, SheetRows } from './runSheets';

const TEN_THOUSAND = fraction(10_000n);

/** `times`: the file is 10,000 times too small (万元 read as 元); `divide`: 10,000 times too large. */
type Factor = 'times' | 'divide';

/**
 * A column of numbers all of whose differences from the stored values are exactly ten-thousandfold was most likely
 * written in the other unit of money (templates.md): asked, not guessed.
 */
export function scaleQuestions(
  results: readonly RowResult[],
  before: { readonly data: PlanData; readonly result: PlanResult },
  ctx: ImportContext,
): ImportQuestion[] {
  return [...new Set(results.map(({ sheet }) => sheet))].flatMap((sheet) => {
    const rows = results.filter((one) => one.sheet === sheet && one.key !== null);
    const stored = rowTexts(sheet.definition, before.data, before.result, ctx);
    const numeric = sheet.columns.filter(
      ({ definition: { kind, computed } }) => !computed && (kind === 'decimal' || kind === 'money'),
    );
    return numeric.flatMap((column): ImportQuestion[] => {
      const factor = factorOf(rows, column, stored);
      if (factor === null) return [];
      const id = `scale:${sheet.raw.name}:${column.definition.key}`;
      const answer = ctx.answers?.[id];
      return [
        {
          id,
          code: 'import.tenThousand',
          place: { sheet: sheet.raw.name, cell: `${columnLetters(column.index)}${sheet.headerRow + 1}` },
          params: { header: column.header, factor },
          options: ['asWritten', factor],
          chosen: answer === factor ? factor : 'asWritten',
          answered: answer !== undefined,
        },
      ];
    });
  });
}

function factorOf(
  rows: readonly RowResult[],
  column: FoundColumn,
  stored: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Factor | null {
  const factors = new Set<Factor | null>();
  for (const { row, key } of rows) {
    const now = row.value(column.definition.key);
    const old = stored.get(key ?? '')?.get(column.definition.key) ?? '';
    if (now === null || old === '' || now === old || now === '0' || old === '0' || !/^-?\d+(\.\d{1,6})?$/.test(old))
      continue;
    const [a, b] = [fromDecimal(now), fromDecimal(old)];
    if (equal(multiply(a, TEN_THOUSAND), b)) factors.add('times');
    else if (equal(multiply(b, TEN_THOUSAND), a)) factors.add('divide');
    else factors.add(null);
  }
  const [only] = factors;
  return factors.size === 1 ? (only ?? null) : null;
}

/** The rows with the columns scaled as it was answered. */
export function applyScales(sheets: readonly SheetRows[], questions: readonly ImportQuestion[]): SheetRows[] {
  return sheets.map(({ sheet, rows }) => {
    const scaled = sheet.columns.flatMap((column) => {
      const id = `scale:${sheet.raw.name}:${column.definition.key}`;
      const chosen = questions.find((question) => question.id === id)?.chosen;
      return chosen === 'times' || chosen === 'divide'
        ? [{ key: column.definition.key, factor: chosen as Factor }]
        : [];
    });
    return { sheet, rows: scaled.length === 0 ? rows : rows.map((row) => scaleRow(sheet, row, scaled)) };
  });
}

function scaleRow(sheet: FoundSheet, row: ReadRow, columns: readonly { key: string; factor: Factor }[]): ReadRow {
  const values = new Map(row.values);
  let refused = row.refused;
  for (const { key, factor } of columns) {
    const value = row.value(key);
    if (value === null) continue;
    const scaled = factor === 'times' ? scale(value, 10_000n) : scale(value, 1n, 10_000n);
    if (scaled === null) refused ??= { code: 'number.tooManyDigits', column: key, params: { text: value } };
    else values.set(key, scaled);
  }
  return makeRow(sheet, row.row - 1, row.key, values, refused);
}
