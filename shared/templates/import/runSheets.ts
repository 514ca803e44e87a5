import type { PlanData } from '../../domain/planData';
import type { Refusal } from '../definition';
import type { FoundSheet } from './recognise';
import type { ReadRow } from './readRows';
import { WorkingPlan, type ImportClock } from './workingPlan';

/** A recognised sheet with its rows. */
export interface SheetRows {
  readonly sheet: FoundSheet;
  readonly rows: readonly ReadRow[];
}

export interface RowResult {
  readonly sheet: FoundSheet;
  readonly row: ReadRow;
  readonly key: string | null;
  readonly refused: Refusal | null;
}

/**
 * Reads all rows into a copy of the plan, twice: the second time every name is known. A refused row leaves no trace and
 * stops no other.
 */
export function runSheets(
  base: PlanData,
  sheets: readonly SheetRows[],
  clock: ImportClock,
): { after: PlanData; results: RowResult[] } {
  const target = new WorkingPlan(base, clock);
  const keys = new Map<ReadRow, string>();
  let results: RowResult[] = [];
  for (const finalPass of [false, true]) {
    target.finalPass = finalPass;
    results = [];
    // A second row about the same record would silently win over the first.
    const written = new Map<string, ReadRow>();
    for (const { sheet, rows } of sheets) {
      for (const row of rows) {
        const known = keys.get(row) ?? row.key;
        const outcome = row.refused
          ? { refused: row.refused }
          : sheet.definition.importRow?.({ ...row, key: known }, target);
        const key = outcome && 'key' in outcome ? outcome.key : null;
        const twin = key === null ? undefined : written.get(`${sheet.definition.id}\n${key}`);
        const doubled: Refusal | null = twin
          ? { code: 'import.duplicate', column: null, params: { row: twin.row } }
          : null;
        const refused = doubled ?? (outcome && 'refused' in outcome ? outcome.refused : null);
        if (refused) target.dropRow();
        else {
          target.keepRow();
          if (key !== null) {
            keys.set(row, key);
            written.set(`${sheet.definition.id}\n${key}`, row);
          }
        }
        results.push({ sheet, row, key: refused ? null : key, refused });
      }
    }
  }
  return { after: target.data, results };
}
