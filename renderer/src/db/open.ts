import { err, ok, type Result } from '#shared/domain/issue';
import { Database, DATABASE_NAME, SCHEMA_VERSION } from './schema';
import { guarded, storageError } from './storageError';

export interface OpenOptions {
  readonly name?: string;
  /** Replaced in tests. */
  readonly indexedDB?: IDBFactory;
  /** Called when another window asks for a newer database; this one is closed then. */
  readonly onClosed?: () => void;
}

/** Dexie multiplies its versions by ten. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;

/** How long an upgrade may wait for other windows to let go, in ms. */
const PATIENCE = 4000;

/**
 * Opens the database. Errors: `storage.newer` (written by a later version of the application, left untouched),
 * `storage.blocked` (another window holds an older one open), `storage.full`, `storage.corrupt`,
 * `storage.unavailable`, `storage.failed`.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Result<Database>> {
  const name = options.name ?? DATABASE_NAME;
  const factory = options.indexedDB ?? globalThis.indexedDB;
  if (!factory) return err({ code: 'storage.unavailable' });
  // Dexie answers a newer database by opening it all the same, so look before it does (architecture rule 10).
  const newer = await guarded(async () =>
    (await factory.databases()).some((one) => one.name === name && isNewer(one.version)),
  );
  if (!newer.ok) return newer;
  if (newer.value) return err({ code: 'storage.newer' });

  const database = new Database(name, options.indexedDB ? { indexedDB: options.indexedDB } : {});
  const opened = await Promise.race([open(database), blocked(database)]);
  if (!opened.ok) {
    database.close();
    return opened;
  }
  database.on('versionchange', () => {
    database.close();
    options.onClosed?.();
  });
  return ok(database);
}

const isNewer = (version: number | undefined): boolean => (version ?? 0) > NATIVE_VERSION;

async function open(database: Database): Promise<Result<null>> {
  try {
    await database.open();
  } catch (error) {
    return err(storageError(error));
  }
  return isNewer(database.backendDB().version) ? err({ code: 'storage.newer' }) : ok(null);
}

function blocked(database: Database): Promise<Result<null>> {
  return new Promise((resolve) => {
    database.on('blocked', () => {
      setTimeout(() => resolve(err({ code: 'storage.blocked' })), PATIENCE);
    });
  });
}

/** Removes the whole database, to start again from a backup. */
export function deleteDatabase(name = DATABASE_NAME): Promise<Result<null>> {
  return guarded(async () => {
    await new Database(name).delete();
    return null;
  });
}
