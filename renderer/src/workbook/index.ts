import type { Result } from '#shared/domain/issue';
import type { ReadOptions } from '#shared/spreadsheet/readWorkbook';
import type { RawWorkbook, WorkbookModel } from '#shared/workbook/model';
import { createWorkbookClient, type RunOptions } from './client';

const client = createWorkbookClient(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

/** Reads and writes spreadsheets in a worker; the window stays free. Error codes: `file.*`. */
export const workbooks = {
  read: (bytes: Uint8Array, name: string, options: ReadOptions & RunOptions = {}): Promise<Result<RawWorkbook>> => {
    const { signal, ...read } = options;
    return client.run({ kind: 'read', bytes, name, options: read }, { signal });
  },
  write: (model: WorkbookModel, options: RunOptions = {}): Promise<Result<Uint8Array>> =>
    client.run({ kind: 'write', model }, options),
  csv: (rows: readonly (readonly string[])[], options: RunOptions = {}): Promise<Result<Uint8Array>> =>
    client.run({ kind: 'csv', rows }, options),
};
