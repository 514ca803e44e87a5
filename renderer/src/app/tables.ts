import type { Result } from '#shared/domain/issue';
import type { RawWorkbook, WorkbookModel } from '#shared/workbook/model';

/** The worker and what it needs are loaded with the first file, not with the application. */
const load = () => import('../workbook');

/** Tables of a file. Errors: those of the reader; `file.cancelled` when the signal ends it. */
export async function readTables(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<Result<RawWorkbook>> {
  const { workbooks } = await load();
  return workbooks.read(bytes, name, { signal });
}

/** A workbook as the bytes of an .xlsx file. Errors: those of the writer. */
export async function writeTables(model: WorkbookModel): Promise<Result<Uint8Array>> {
  const { workbooks } = await load();
  return workbooks.write(model);
}
