import type { RawSheet } from '../../workbook/model';
import { halfWidth, looseText } from '../codec/text';
import type { AnySheet, ColumnDefinition } from '../definition';

/** The header is looked for in the first so many rows (templates.md). */
const HEADER_DEPTH = 30;
/** A sheet that does not bear a known name must show so many known columns to be taken for one. */
const ENOUGH_COLUMNS = 3;

export interface FoundColumn {
  readonly definition: ColumnDefinition<unknown>;
  /** 0-based. */
  readonly index: number;
  readonly header: string;
}

/** A sheet of the file and what it was taken for. */
export interface FoundSheet {
  readonly raw: RawSheet;
  readonly definition: AnySheet;
  /** 0-based. */
  readonly headerRow: number;
  readonly columns: readonly FoundColumn[];
  /** 0-based column of the stable row keys; null in a foreign sheet. */
  readonly keyColumn: number | null;
  readonly unknownColumns: readonly { readonly index: number; readonly header: string }[];
  readonly missing: readonly ColumnDefinition<unknown>[];
}

/** What the sheet is, by its name and its header; null when it is none of ours. */
export function recogniseSheet(raw: RawSheet, sheets: readonly AnySheet[]): FoundSheet | null {
  let best: FoundSheet | null = null;
  let bestScore = 0;
  for (const definition of sheets) {
    if (!definition.importRow) continue;
    const named = isNamed(definition, raw.name);
    for (let row = 0; row < Math.min(HEADER_DEPTH, raw.rows.length); row += 1) {
      const found = matchHeader(raw, definition, row);
      const enough = found.missing.length === 0 && found.columns.length >= ENOUGH_COLUMNS;
      if (!(named ? found.columns.length >= 2 : enough)) continue;
      const score = found.columns.length - found.missing.length - found.unknownColumns.length / 2 + (named ? 1000 : 0);
      if (best === null || score > bestScore) {
        best = found;
        bestScore = score;
      }
    }
  }
  return best;
}

function isNamed(definition: AnySheet, name: string): boolean {
  const wanted = looseText(name);
  const names = [definition.sheetName.zh, definition.sheetName.en, ...(definition.synonyms ?? [])];
  return names.some((known) => looseText(known) === wanted);
}

/** `权重(%)*` → `权重(%)` and `权重`: with and without the bracket. */
function headerForms(text: string): string[] {
  const full = looseText(halfWidth(text).replace(/[ƒ*]/g, ''));
  const bare = full.replace(/\([^()]*\)$/, '');
  return bare === full || bare === '' ? [full] : [full, bare];
}

/** Definitions never change, and every header of every row is compared with all of them. */
const FORMS = new WeakMap<ColumnDefinition<unknown>, { labels: readonly string[]; all: readonly string[] }>();

function formsOf(column: ColumnDefinition<unknown>): { labels: readonly string[]; all: readonly string[] } {
  let forms = FORMS.get(column);
  if (!forms) {
    const labels = [column.label.zh, column.label.en];
    forms = { labels: labels.map(looseText), all: [...labels, ...(column.synonyms ?? [])].flatMap(headerForms) };
    FORMS.set(column, forms);
  }
  return forms;
}

function matchHeader(raw: RawSheet, definition: AnySheet, headerRow: number): FoundSheet {
  const columns: FoundColumn[] = [];
  const unknownColumns: { index: number; header: string }[] = [];
  let keyColumn: number | null = null;
  const taken = new Set<string>();
  for (const [index, cell] of (raw.rows[headerRow] ?? []).entries()) {
    const header = cell?.text.trim() ?? '';
    if (header === '') continue;
    if (header === '_key') {
      keyColumn = index;
      continue;
    }
    const forms = headerForms(header);
    // Labels before synonyms: 目标编号 must not be taken for a 编号 that comes first.
    const column =
      definition.columns.find((one) => !taken.has(one.key) && isLabel(one, forms)) ??
      definition.columns.find((one) => !taken.has(one.key) && formsOf(one).all.some((form) => forms.includes(form)));
    if (column) {
      taken.add(column.key);
      columns.push({ definition: column, index, header });
    } else unknownColumns.push({ index, header });
  }
  const missing = definition.columns.filter((column) => column.required && !taken.has(column.key));
  return { raw, definition, headerRow, columns, keyColumn, unknownColumns, missing };
}

const isLabel = (column: ColumnDefinition<unknown>, forms: readonly string[]): boolean =>
  formsOf(column).labels.some((label) => forms.includes(label));
