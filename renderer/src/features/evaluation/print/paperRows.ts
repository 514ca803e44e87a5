import { shownNumber } from '#shared/workbook/shownNumber';
import type { SheetCell, SheetModel } from '#shared/workbook/model';

/** A cell on paper. */
export interface PaperCell {
  readonly text: string;
  readonly number: boolean;
}

/** A sheet of a workbook as it stands on paper: without spare rows, hidden columns, and notes on how to fill it in. */
export interface PaperPage {
  readonly title: string;
  readonly facts: readonly string[];
  readonly columns: readonly { readonly label: string; readonly share: number }[];
  readonly rows: readonly { readonly cells: readonly PaperCell[]; readonly total: boolean }[];
  readonly signatures: readonly string[];
}

/** What a cell shows: the value of a formula, numbers in their format. */
function paperCell(cell: SheetCell | null | undefined): PaperCell {
  const value = cell?.value ?? null;
  const shown = value?.kind === 'formula' ? value.cached : value?.kind === 'number' ? value.value : null;
  if (typeof shown === 'number') return { text: shownNumber(shown, cell?.format), number: true };
  if (value?.kind === 'text') return { text: value.text, number: false };
  return { text: value?.kind === 'date' ? value.date : (shown ?? ''), number: false };
}

/** The visible sheets of a template, page by page. */
export function paperPages(sheets: readonly SheetModel[]): PaperPage[] {
  return sheets
    .filter(({ state, headerRow }) => state === 'visible' && headerRow !== null)
    .map((sheet): PaperPage => {
      const header = (sheet.headerRow ?? 1) - 1;
      const shown = sheet.columns.flatMap((column, at) => (column.hidden ? [] : [at]));
      const width = shown.reduce((sum, at) => sum + (sheet.columns[at]?.width ?? 0), 0);
      const body = sheet.rows.slice(header + 1);
      const has = (row: SheetModel['rows'][number], role: SheetCell['role']): boolean =>
        row.some((cell) => cell?.role === role);
      const texts = (row: SheetModel['rows'][number] | undefined): string[] =>
        (row ?? []).map((cell) => paperCell(cell).text).filter((text) => text !== '');
      return {
        title: texts(sheet.rows[0]).join(' '),
        facts: sheet.rows.slice(1, header).flatMap(texts),
        columns: shown.map((at) => ({
          label: paperCell(sheet.rows[header]?.[at]).text.replace(/\*$/, ''),
          share: (sheet.columns[at]?.width ?? 0) / width,
        })),
        rows: body
          .filter((row) => !has(row, 'note') && !has(row, 'signature'))
          .map((row) => ({ cells: shown.map((at) => paperCell(row[at])), total: has(row, 'total') }))
          .filter(({ cells }) => cells.some(({ text }) => text !== '')),
        signatures: body.filter((row) => has(row, 'signature')).flatMap(texts),
      };
    });
}
