import type { ImportPlan, PreviewRow } from '#shared/templates/planImport';
import type { Instant } from '#shared/domain/primitives';
import type { CellRole, SheetCell, SheetModel, WorkbookModel } from '#shared/workbook/model';

type Refused = Extract<PreviewRow, { readonly kind: 'refused' }>;

const cell = (text: string, role: CellRole): SheetCell | null =>
  text === '' && role === 'input' ? null : { value: { kind: 'text', text }, role };

/** Rows that were refused, of an import. */
export const refusedRows = (plan: ImportPlan): Refused[] =>
  plan.rows.filter((row): row is Refused => row.kind === 'refused');

function sheetOf(
  name: string,
  rows: readonly Refused[],
  reasonHeader: string,
  reason: (row: Refused) => string,
): SheetModel {
  const headers = [...new Set(rows.flatMap((row) => row.written.map(({ header }) => header)))];
  const lines = rows.map((row) => {
    const texts = new Map(row.written.map(({ header, text }) => [header, text]));
    return [cell(reason(row), 'note'), ...headers.map((header) => cell(texts.get(header) ?? '', 'input'))];
  });
  return {
    name,
    state: 'visible',
    columns: [reasonHeader, ...headers].map((key, index) => ({ key, width: index === 0 ? 36 : 16 })),
    rows: [[reasonHeader, ...headers].map((header) => cell(header, 'header')), ...lines],
    merges: [],
    rowHeights: {},
    headerRow: 1,
    filterRange: null,
    frozenColumns: 1,
    validations: [],
    conditionals: [],
    protect: false,
    landscape: true,
  };
}

/**
 * The refused rows as they stood, sheet by sheet under their own headers, with the reason before each: to be saved,
 * corrected and imported again. `reason` says why, `reasonHeader` heads that column.
 */
export function refusedWorkbook(
  plan: ImportPlan,
  options: {
    readonly title: string;
    readonly reasonHeader: string;
    readonly reason: (row: Refused) => string;
    readonly createdAt: Instant;
  },
): WorkbookModel {
  const rows = refusedRows(plan);
  const names = [...new Set(rows.map((row) => row.place.sheet))];
  return {
    sheets: names.map((name) =>
      sheetOf(
        name,
        rows.filter((row) => row.place.sheet === name),
        options.reasonHeader,
        options.reason,
      ),
    ),
    names: [],
    title: options.title,
    createdAt: options.createdAt,
  };
}
