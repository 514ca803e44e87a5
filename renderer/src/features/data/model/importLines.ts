import type { Fraction } from '#shared/calc/result';
import { fromDecimal, subtract } from '#shared/calc/fraction';
import { isDecimal } from '#shared/calc/quantity';
import { say, type Locale } from '#shared/templates/definition';
import type { ImportPlan, PreviewRow } from '#shared/templates/planImport';
import { refusalCauses } from './importCauses';

export type LineKind = 'refused' | 'changed' | 'removed' | 'added';

/** The groups of the preview, in the order they are read. */
export const LINE_KINDS: readonly LineKind[] = ['refused', 'changed', 'removed', 'added'];

/** One line of the preview: one place of the file, or one refused row. */
export interface ImportLine {
  readonly kind: LineKind;
  readonly id: string;
  readonly sheet: string;
  readonly cell: string;
  readonly name: string;
  /** Label of the column in the language of the screen. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
  /** New minus old, where both are numbers. */
  readonly difference: Fraction | null;
  /** Why a row was refused. */
  readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } | null;
  /** Of a refused row: how many others were refused only because of it; they have no line of their own. */
  readonly hanging: number;
}

function difference(before: string, after: string): Fraction | null {
  return isDecimal(before) && isDecimal(after) ? subtract(fromDecimal(after), fromDecimal(before)) : null;
}

function linesOf(row: PreviewRow, index: number, locale: Locale): ImportLine[] {
  const base = {
    kind: row.kind,
    sheet: row.place?.sheet ?? '',
    cell: row.place?.cell ?? '',
    name: row.name,
    before: '',
    after: '',
    difference: null,
    refusal: null,
    hanging: 0,
  };
  if (row.kind === 'refused') {
    const column = row.label ? say(row.label, locale) : '';
    const before = row.written.find(({ header }) => header.startsWith(column) && column !== '')?.text ?? '';
    return [{ ...base, id: `${index}`, column, before, refusal: { code: row.code, params: row.params } }];
  }
  if (row.kind === 'removed') return [{ ...base, id: `${index}`, column: '' }];
  return row.fields.map((field, at) => ({
    ...base,
    id: `${index}.${at}`,
    cell: field.cell ?? base.cell,
    column: say(field.label, locale),
    before: field.before,
    after: field.after,
    difference: difference(field.before, field.after),
  }));
}

/** All lines of a preview, refused rows that follow from another left to their cause: refused first, then changed, missing in the file, added; within these as in the file. */
export function importLines(plan: ImportPlan, locale: Locale): ImportLine[] {
  const { following, hanging } = refusalCauses(plan.rows);
  const lines = plan.rows.flatMap((row, index) => {
    if (following.has(index)) return [];
    const n = hanging.get(index) ?? 0;
    return linesOf(row, index, locale).map((line) => (n > 0 ? { ...line, hanging: n } : line));
  });
  return LINE_KINDS.flatMap((kind) => lines.filter((line) => line.kind === kind));
}

/** How many lines (of the refused: rows) of each kind there are, and rows of the file that change nothing. */
export function importCounts(
  plan: ImportPlan,
  lines: readonly ImportLine[],
): Readonly<Record<LineKind | 'same', number>> {
  const of = (kind: LineKind): number => lines.filter((line) => line.kind === kind).length;
  const read = plan.sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
  const refused = plan.rows.filter((row) => row.kind === 'refused').length;
  const touched = plan.rows.filter((row) => row.kind !== 'removed').length;
  return {
    refused,
    changed: of('changed'),
    removed: of('removed'),
    added: of('added'),
    // Rows of results are added up by day: how many of them changed nothing cannot be counted in rows.
    same: plan.sheets.some(({ sheetId }) => sheetId === 'results') ? 0 : read - touched,
  };
}
