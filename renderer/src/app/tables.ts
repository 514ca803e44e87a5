import type { Result } from '#shared/domain/issue';
import type { RawWorkbook, WorkbookModel } from '#shared/workbook/model';
import { workbooks } from '../workbook';

/** Tables of a file, read in the worker. Errors: `file.*`; `file.cancelled` after `signal`. */
export const readTables = (bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<Result<RawWorkbook>> =>
  workbooks.read(bytes, name, { signal });

/** A workbook as the bytes of an .xlsx file, written in the worker. Errors: `file.*`. */
export const writeTables = (model: WorkbookModel): Promise<Result<Uint8Array>> => workbooks.write(model);
