import { err, type Result } from '#shared/domain/issue';
import type { RawWorkbook, WorkbookModel } from '#shared/workbook/model';

/** What the use-cases need of the spreadsheet worker. */
interface Workbooks {
  read(bytes: Uint8Array, name: string): Promise<Result<RawWorkbook>>;
  write(model: WorkbookModel): Promise<Result<Uint8Array>>;
}

const modules = import.meta.glob<{ readonly workbooks: Workbooks }>('../workbook/index.ts');

/** The worker is loaded with the first file, not with the application. */
async function load(): Promise<Workbooks | null> {
  const [module] = Object.values(modules);
  return module ? (await module()).workbooks : null;
}

/** Tables of a file. Errors: those of the reader, `intake.unavailable`. */
export async function readTables(bytes: Uint8Array, name: string): Promise<Result<RawWorkbook>> {
  const workbooks = await load();
  return workbooks ? workbooks.read(bytes, name) : err({ code: 'intake.unavailable' });
}

/** A workbook as the bytes of an .xlsx file. Errors: those of the writer, `intake.unavailable`. */
export async function writeTables(model: WorkbookModel): Promise<Result<Uint8Array>> {
  const workbooks = await load();
  return workbooks ? workbooks.write(model) : err({ code: 'intake.unavailable' });
}
