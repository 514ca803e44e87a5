import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readWorkbook } from '../../shared/spreadsheet/readWorkbook';
import { writeWorkbook } from '../../shared/spreadsheet/writeWorkbook';
import type { RawCell, RawWorkbook, SheetCell, WorkbookModel } from '../../shared/workbook/model';

const PROGRAM = 'soffice';

/** So many files one start of the program takes for sure: after some 250 it stops without a word. */
const FILES_AT_ONCE = 200;

/** LibreOffice is installed, so that exported formulas can be recalculated by a program that is not ours. */
export const libreOfficeIsThere = spawnSync(PROGRAM, ['--version'], { timeout: 60_000 }).status === 0;

/** Says why tests are skipped; a skipped test must not look like a passed one. */
export const withoutLibreOffice = libreOfficeIsThere
  ? ''
  : ' (skipped: soffice of LibreOffice is not installed, formulas cannot be recalculated)';

/** The model without any cached value of a formula: what comes back was computed by the program that opened it. */
export function withoutCachedValues(model: WorkbookModel): WorkbookModel {
  const bare = (cell: SheetCell | null): SheetCell | null =>
    cell?.value?.kind === 'formula' ? { ...cell, value: { ...cell.value, cached: null } } : cell;
  return {
    ...model,
    sheets: model.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(bare)) })),
  };
}

/**
 * Opens workbooks in LibreOffice under a profile of its own, recalculates, saves, and reads what it saved. One start of the
 * program serves many of them.
 */
export async function recalculated(...models: readonly WorkbookModel[]): Promise<RawWorkbook[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-recalculate-'));
  try {
    const sources: string[] = [];
    for (const [at, model] of models.entries()) {
      const written = await writeWorkbook(withoutCachedValues(model));
      if (!written.ok) throw new Error(`not written: ${written.error.code}`);
      sources.push(join(folder, `${at}.xlsx`));
      await writeFile(join(folder, `${at}.xlsx`), written.value);
    }
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const out = join(folder, 'out');
    const options = ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', 'xlsx', '--outdir', out];
    for (let from = 0; from < sources.length; from += FILES_AT_ONCE) {
      const files = sources.slice(from, from + FILES_AT_ONCE);
      await new Promise<void>((resolve, reject) => {
        execFile(PROGRAM, [...options, ...files], { timeout: 240_000 }, (error) => (error ? reject(error) : resolve()));
      });
    }
    const books: RawWorkbook[] = [];
    for (const at of models.keys()) {
      const read = await readWorkbook(new Uint8Array(await readFile(join(out, `${at}.xlsx`))), `${at}.xlsx`);
      if (!read.ok) throw new Error(`not read: ${read.error.code}`);
      books.push(read.value);
    }
    return books;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A computed cell that came out otherwise than the cached value says. */
export interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly expected: number | string | null;
  readonly found: string;
}

/**
 * Every formula of the model against what LibreOffice computed. Numbers agree within a billionth (relative to the larger
 * of 1 and the number): binary arithmetic may differ in the last digits, a wrong rule differs by far more.
 */
export function differences(
  model: WorkbookModel,
  raw: RawWorkbook | undefined,
): { checked: number; wrong: Difference[] } {
  const wrong: Difference[] = [];
  let checked = 0;
  for (const sheet of model.sheets) {
    const found = raw?.sheets.find(({ name }) => name === sheet.name);
    sheet.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell?.value?.kind !== 'formula') return;
        checked += 1;
        const other = found?.rows[r]?.[c] ?? null;
        if (agrees(cell.value.cached, other)) return;
        const at = `R${r + 1}C${c + 1}`;
        const { formula, cached: expected } = cell.value;
        wrong.push({ sheet: sheet.name, cell: at, formula, expected, found: other?.text ?? '' });
      }),
    );
  }
  return { checked, wrong };
}

function agrees(cached: number | string | null, found: RawCell | null): boolean {
  if (typeof cached !== 'number') return (found?.text ?? '') === (cached ?? '');
  if (found?.number === undefined) return false;
  return Math.abs(found.number - cached) <= 1e-9 * Math.max(1, Math.abs(cached));
}
