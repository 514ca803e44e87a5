import type { Result } from '#shared/domain/issue';
import type { ReadOptions } from '#shared/spreadsheet/readWorkbook';
import type { RawSheet, RawWorkbook, WorkbookModel } from '#shared/workbook/model';

/** What the page asks of the worker: one job a message. */
export type Job =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly name: string; readonly options: ReadOptions }
  | { readonly kind: 'write'; readonly model: WorkbookModel }
  | { readonly kind: 'csv'; readonly rows: readonly (readonly string[])[] };

/** What each job answers. */
export interface Answers {
  readonly read: Result<RawWorkbook>;
  readonly write: Result<Uint8Array>;
  readonly csv: Result<Uint8Array>;
}

export interface Request {
  readonly id: number;
  readonly job: Job;
}

/** Rows of a sheet, ahead of the answer that they belong to. */
export interface Part {
  readonly sheet: number;
  readonly rows: RawSheet['rows'];
}

/** The answer of a job, or a part of it that comes before. */
export type Reply =
  { readonly id: number; readonly part: Part } | { readonly id: number; readonly answer: Answers[keyof Answers] };
