import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '#shared/domain/issue';
import { createBackupRing, type BackupFolder, type BackupRing } from '#shared/host/backupRing';
import { HOST_ERRORS } from '#shared/host/errors';
import { atomicWrite } from './atomicWrite';
import { fileError, systemCode } from './fileErrors';

/** A folder of the disk as the ring wants it. Every write is atomic. */
export function createDiskFolder(folder: string): BackupFolder {
  return {
    async names() {
      try {
        return ok(await readdir(folder));
      } catch (error) {
        return systemCode(error) === 'ENOENT' ? ok([]) : err(fileError(error, folder, HOST_ERRORS.readFailed));
      }
    },
    async read(name) {
      try {
        return ok(new Uint8Array(await readFile(join(folder, name))));
      } catch (error) {
        return systemCode(error) === 'ENOENT' ? ok(null) : err(fileError(error, name, HOST_ERRORS.readFailed));
      }
    },
    write: (name, bytes) => atomicWrite(join(folder, name), bytes),
    async remove(name) {
      try {
        await rm(join(folder, name), { force: true });
        return ok(null);
      } catch (error) {
        return err(fileError(error, name, HOST_ERRORS.writeFailed));
      }
    },
  };
}

/** The local calendar day of an instant, `yyyy-mm-dd`. */
export function localDay(instant: string): string {
  const date = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The ring of backups in a folder outside the database (architecture rule 12). */
export const createDiskBackupRing = (folder: string, now: () => Date): BackupRing =>
  createBackupRing({
    folder: createDiskFolder(folder),
    sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    now: () => now().toISOString(),
    dayOf: localDay,
  });
