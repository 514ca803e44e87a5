import type { RawWorkbook } from '../../workbook/model';
import { WAYMARK_SHEET } from '../render/waymark';

/** What a file of our own says about itself; see `render/waymark.ts`. */
export interface Waymark {
  readonly formatVersion: number;
  readonly template: string;
  readonly planId: string;
  readonly exportedAt: string;
  readonly scope: string;
  /** Sheet id by the sheet's name. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Column keys in their order, by sheet id. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Keys of the rows the file was made with, by sheet id. */
  readonly rows: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Null when the file is not ours, or the hidden sheet was lost on the way. */
export function readWaymark(raw: RawWorkbook): Waymark | null {
  const sheet = raw.sheets.find(({ name }) => name === WAYMARK_SHEET);
  if (!sheet) return null;
  const properties = new Map<string, string>();
  const sheets = new Map<string, string>();
  const columns = new Map<string, string[]>();
  const rows = new Map<string, Set<string>>();
  for (const row of sheet.rows) {
    const [what = '', first = '', second = ''] = row.map((cell) => cell?.text ?? '');
    if (what === 'sheet') sheets.set(second, first);
    else if (what === 'column') columns.set(first, [...(columns.get(first) ?? []), second]);
    else if (what === 'row') rows.set(first, (rows.get(first) ?? new Set()).add(second));
    else if (what !== '') properties.set(what, first);
  }
  const formatVersion = Number(properties.get('formatVersion'));
  if (!Number.isInteger(formatVersion)) return null;
  return {
    formatVersion,
    template: properties.get('template') ?? '',
    planId: properties.get('plan') ?? '',
    exportedAt: properties.get('exportedAt') ?? '',
    scope: properties.get('scope') ?? '',
    sheets,
    columns,
    rows,
  };
}
