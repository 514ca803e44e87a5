import { err, ok, type Result } from '../domain/issue';
import type { BackupEntry, BackupInput } from './api';
import { BACKUP_EXTENSION, backupId, CHECKSUM_DIGITS, parseBackupId } from './backupName';
import { backupsToDrop, type KeptBackup } from './backupPolicy';
import { HOST_ERRORS, hostError } from './errors';

/** A flat folder of files: a real one in Electron, the origin's private file system in a browser. */
export interface BackupFolder {
  /** Names of the files in it; `[]` where the folder does not exist yet. */
  names(): Promise<Result<string[]>>;
  /** null when there is no such file. */
  read(name: string): Promise<Result<Uint8Array | null>>;
  /** Complete or not at all. */
  write(name: string, bytes: Uint8Array): Promise<Result<null>>;
  remove(name: string): Promise<Result<null>>;
}

export interface BackupRingParts {
  readonly folder: BackupFolder;
  /** SHA-256 in lower-case hexadecimal digits. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
  /** ISO instant with milliseconds, UTC. */
  readonly now: () => string;
  /** The calendar day of an instant where the user sits, `yyyy-mm-dd`. */
  readonly dayOf: (instant: string) => string;
}

/** The calls of `HostApi` about backups. */
export interface BackupRing {
  write(input: BackupInput): Promise<Result<BackupEntry>>;
  /** Newest first. Each is read and compared with its checksum, so `verified` is true of this moment. */
  list(): Promise<Result<BackupEntry[]>>;
  read(id: string): Promise<Result<Uint8Array>>;
}

interface Found extends KeptBackup {
  readonly size: number;
}

const entryOf = ({ id, kind, at, size, plans, verified }: Found): BackupEntry => ({
  id,
  kind,
  at,
  size,
  plans,
  verified,
});

/** A ring of backups: written, read back, and only then older ones dropped (architecture rule 12). */
export function createBackupRing({ folder, sha256, now, dayOf }: BackupRingParts): BackupRing {
  const checksum = async (bytes: Uint8Array): Promise<string> => (await sha256(bytes)).slice(0, CHECKSUM_DIGITS);
  let turn: Promise<unknown> = Promise.resolve();

  /** One write after another: two at once could each drop what the other counts on. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work, work);
    turn = next;
    return next;
  }

  async function look(id: string): Promise<Result<Found | null>> {
    const said = parseBackupId(id);
    if (!said) return ok(null);
    const bytes = await folder.read(id + BACKUP_EXTENSION);
    // One that cannot be read now is shown as not verified: it stops neither the list nor a new backup.
    if (!bytes.ok) return ok({ ...said, id, size: 0, verified: false });
    if (bytes.value === null) return ok(null);
    const verified = (await checksum(bytes.value)) === said.checksum;
    return ok({ ...said, id, size: bytes.value.byteLength, verified });
  }

  async function findAll(): Promise<Result<Found[]>> {
    const names = await folder.names();
    if (!names.ok) return names;
    const found: Found[] = [];
    for (const name of names.value) {
      if (!name.endsWith(BACKUP_EXTENSION)) continue;
      const entry = await look(name.slice(0, -BACKUP_EXTENSION.length));
      if (!entry.ok) return entry;
      if (entry.value) found.push(entry.value);
    }
    return ok(found.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)));
  }

  async function write(input: BackupInput): Promise<Result<BackupEntry>> {
    const said = { kind: input.kind, at: now(), plans: input.plans, records: input.records };
    const id = backupId({ ...said, checksum: await checksum(input.bytes) });
    const written = await folder.write(id + BACKUP_EXTENSION, input.bytes);
    if (!written.ok) return written;
    const readBack = await look(id);
    if (!readBack.ok) return readBack;
    if (readBack.value?.verified !== true) {
      // The error says what matters; a bad file that cannot be removed shows in the list as not verified.
      await folder.remove(id + BACKUP_EXTENSION);
      return err(hostError(HOST_ERRORS.notVerified, { name: id + BACKUP_EXTENSION }));
    }
    await prune();
    return ok(entryOf(readBack.value));
  }

  /** The new backup stands already, so what cannot be dropped today is dropped next time. */
  async function prune(): Promise<void> {
    const all = await findAll();
    if (!all.ok) return;
    for (const id of backupsToDrop(all.value, dayOf)) await folder.remove(id + BACKUP_EXTENSION);
  }

  return {
    write: (input) => inTurn(() => write(input)),
    async list() {
      const all = await findAll();
      return all.ok ? ok(all.value.map(entryOf)) : all;
    },
    async read(id) {
      const said = parseBackupId(id);
      const bytes = said ? await folder.read(id + BACKUP_EXTENSION) : ok(null);
      if (!bytes.ok) return bytes;
      if (!said || bytes.value === null) return err(hostError(HOST_ERRORS.backupNotFound));
      if ((await checksum(bytes.value)) !== said.checksum) return err(hostError(HOST_ERRORS.backupDamaged));
      return ok(bytes.value);
    },
  };
}
