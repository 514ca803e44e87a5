import type { AppError, Result } from '#shared/domain/issue';
import { err, ok } from '#shared/domain/issue';

const CODES: Readonly<Record<string, string>> = {
  QuotaExceededError: 'storage.full',
  VersionError: 'storage.newer',
  UpgradeError: 'storage.newer',
  BlockedError: 'storage.blocked',
  DatabaseClosedError: 'storage.closed',
  MissingAPIError: 'storage.unavailable',
  SecurityError: 'storage.unavailable',
  // Chromium's word for files of a database that cannot be read.
  UnknownError: 'storage.corrupt',
  NotReadableError: 'storage.corrupt',
  NotFoundError: 'storage.corrupt',
};

/** Names of an error and of what it wraps: Dexie puts the cause of a failed open or transaction into `inner`. */
function names(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return [...names(inner, depth + 1), ...(typeof name === 'string' ? [name] : [])];
}

/** What an exception of the database means; `storage.failed` with the error's name for what has no code of its own. */
export function storageError(error: unknown): AppError {
  const all = names(error);
  const known = all.find((name) => CODES[name] !== undefined);
  if (known !== undefined) return { code: CODES[known] ?? 'storage.failed' };
  return { code: 'storage.failed', params: { name: all[0] ?? typeof error } };
}

/** Runs something that may throw and answers with an error value instead. */
export async function guarded<T>(work: () => PromiseLike<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return err(storageError(error));
  }
}
