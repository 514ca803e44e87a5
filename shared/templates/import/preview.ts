import type { PlanData } from '../../domain/planData';
import type { PlanResult } from '../../calc/result';
import { cellValue } from '../codec/cellValue';
import { type AnySheet, type SheetContext } from '../definition';
import { contextOf } from '../renderWorkbook';
import type { FieldChange, ImportContext, PreviewRow } from './plan';
import type { Waymark } from './readWaymark';
import type { RowResult } from './runSheets';

/** Rows of a sheet by key, each as the texts of its input columns. */
export type Texts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Rows as a full export would show them. */
export function rowTexts(
  definition: AnySheet,
  data: PlanData,
  result: PlanResult,
  ctx: Pick<ImportContext, 'locale' | 'now'>,
): Texts {
  const view: SheetContext = contextOf({ data, result, locale: ctx.locale, exportedAt: ctx.now });
  const inputs = definition.columns.filter(({ computed }) => !computed);
  return new Map(
    definition.rows(view).map((row) => [
      definition.rowKey(row),
      new Map(
        inputs.map((column) => {
          const value = cellValue(column.get(row, view), column.variant?.(row) ?? column, ctx.locale);
          return [column.key, textOf(value)];
        }),
      ),
    ]),
  );
}

function textOf(value: ReturnType<typeof cellValue>): string {
  if (value === null) return '';
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.value);
    case 'date':
      return value.date;
    case 'formula':
      return String(value.cached ?? '');
  }
}

/** The preview: what the rows of the file change, row by row, by comparing what the sheets show before and after. */
export function previewRows(
  results: readonly RowResult[],
  before: { readonly data: PlanData; readonly result: PlanResult },
  after: { readonly data: PlanData; readonly result: PlanResult },
  ctx: ImportContext,
): PreviewRow[] {
  const preview: PreviewRow[] = [];
  const texts = new Map<string, { before: Texts; after: Texts }>();
  for (const { sheet, row, key, refused } of results) {
    const { definition, raw } = sheet;
    if (refused || key === null) {
      const column = definition.columns.find((one) => one.key === refused?.column);
      const cells = raw.rows[row.row - 1] ?? [];
      const headers = [...sheet.columns.map(({ index, header }) => ({ index, header })), ...sheet.unknownColumns];
      preview.push({
        kind: 'refused',
        sheetId: definition.id,
        name: headers.length > 0 ? (cells[headers[0]?.index ?? 0]?.text ?? '') : '',
        place: { sheet: raw.name, cell: row.place(refused?.column ?? null) },
        code: refused?.code ?? 'import.notUnderstood',
        label: column?.label ?? null,
        params: refused?.params ?? {},
        written: headers.map(({ index, header }) => ({ header, text: cells[index]?.text ?? '' })),
      });
      continue;
    }
    let known = texts.get(definition.id);
    if (!known) {
      known = {
        // A new plan has nothing before: even what equals a default was added by the file.
        before: ctx.data === null ? new Map() : rowTexts(definition, before.data, before.result, ctx),
        after: rowTexts(definition, after.data, after.result, ctx),
      };
      texts.set(definition.id, known);
    }
    const old = known.before.get(key);
    const now = known.after.get(key) ?? new Map<string, string>();
    const fields = fieldChanges(definition, old, now, (column) => (row.has(column) ? row.place(column) : null));
    if (fields.length === 0) continue;
    const place = { sheet: raw.name, cell: row.place(null) };
    const name = nameOf(definition, now);
    preview.push({ kind: old ? 'changed' : 'added', sheetId: definition.id, key, name, place, fields });
  }
  return preview;
}

function fieldChanges(
  definition: AnySheet,
  before: ReadonlyMap<string, string> | undefined,
  after: ReadonlyMap<string, string>,
  place: (column: string) => string | null,
): FieldChange[] {
  return definition.columns.flatMap((column) => {
    const [old, now] = [before?.get(column.key) ?? '', after.get(column.key) ?? ''];
    return old === now
      ? []
      : [{ column: column.key, label: column.label, before: old, after: now, cell: place(column.key) }];
  });
}

const nameOf = (definition: AnySheet, row: ReadonlyMap<string, string>): string =>
  definition.columns
    .filter(({ required }) => required)
    .slice(0, 3)
    .flatMap(({ key }) => row.get(key) ?? [])
    .join(' · ');

/** Rows that a full export of this plan had and that the file no longer has: said, not carried out. */
export function removedRows(
  results: readonly RowResult[],
  waymark: Waymark | null,
  before: { readonly data: PlanData; readonly result: PlanResult },
  ctx: ImportContext,
): PreviewRow[] {
  if (waymark?.scope !== 'all' || waymark.planId !== before.data.plan.id) return [];
  const definitions = new Map(results.map(({ sheet }) => [sheet.definition.id, sheet.definition]));
  return [...definitions.values()].flatMap((definition): PreviewRow[] => {
    const present = new Set(
      results.filter((one) => one.sheet.definition === definition).map((one) => one.key ?? one.row.key),
    );
    const stored = rowTexts(definition, before.data, before.result, ctx);
    return [...(waymark.rows.get(definition.id) ?? [])].flatMap((key): PreviewRow[] => {
      const row = stored.get(key);
      if (!row || present.has(key)) return [];
      return [{ kind: 'removed', sheetId: definition.id, key, name: nameOf(definition, row), place: null, fields: [] }];
    });
  });
}
