import { add, divide, fromDecimal, whole, ZERO } from '#shared/calc/fraction';
import { parseDecimal } from '#shared/calc/quantity';
import type { Fraction } from '#shared/calc/result';
import type { CellRange, SheetModel } from './model';
import { cellsOf } from './selection';

/** What the status line says about a selection; exact. */
export interface SelectionSums {
  /** Cells that hold a number. */
  readonly count: number;
  readonly sum: Fraction;
  /** null without a number. */
  readonly average: Fraction | null;
}

/** A number as a person or a spreadsheet writes it: separators, full-width digits and the true minus are taken away. */
export function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[,\s]/g, '')
    .replace(/\u2212/g, '-');
}

/** Sum, count and average of the numbers in a block. */
export function sumsOf(model: SheetModel, range: CellRange): SelectionSums {
  let count = 0;
  let total = ZERO;
  for (const { row, column } of cellsOf(range)) {
    const parsed = parseDecimal(plainNumber(model.editText(row, column)));
    if (!parsed.ok) continue;
    count += 1;
    total = add(total, fromDecimal(parsed.value));
  }
  return { count, sum: total, average: count === 0 ? null : divide(total, whole(count)) };
}
