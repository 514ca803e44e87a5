/** How much an issue matters: `error` blocks finalising, `warning` is said, `hint` offers a better way. */
export type IssueLevel = 'error' | 'warning' | 'hint';

/**
 * Something found wrong or missing, as a code with parameters: shared code never speaks to people
 * (architecture rule 15). The renderer, the command line and the workbook translate `issue.<code>`.
 */
export interface Issue {
  readonly code: string;
  readonly level: IssueLevel;
  /** What it is about: collection and id of a record, when there is one. */
  readonly subject?: { readonly collection: string; readonly id: string } | undefined;
  /** Where it stands in a workbook, when it came from one. */
  readonly place?: { readonly sheet: string; readonly cell: string } | undefined;
  /** Values for the message, already canonical text or numbers. */
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** A result or the reasons there is none. Errors are values across layers. */
export type Result<T, E = AppError> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** An error with a code of `shared/host/errors` or of the module that made it, and message parameters. */
export interface AppError {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
