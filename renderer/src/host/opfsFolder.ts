import { err, ok, type Result } from '#shared/domain/issue';
import type { BackupFolder } from '#shared/host/backupRing';
import { HOST_ERRORS, hostError } from '#shared/host/errors';

const FOLDER = 'backups';

/** Where the origin's private file system is; replaced in tests. */
export type OpenRoot = () => Promise<FileSystemDirectoryHandle>;

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/**
 * A folder of the origin's private file system. It is not in IndexedDB, so a broken database leaves it whole; but it goes
 * with the browser profile. Errors: `host.backupUnavailable`, `host.noSpace`, `host.writeFailed`, `host.readFailed`.
 */
export function createOpfsFolder(openRoot: OpenRoot): BackupFolder {
  const open = async (): Promise<FileSystemDirectoryHandle> =>
    (await openRoot()).getDirectoryHandle(FOLDER, { create: true });

  async function attempt<T>(work: (folder: FileSystemDirectoryHandle) => Promise<T>, name: string): Promise<Result<T>> {
    let folder: FileSystemDirectoryHandle;
    try {
      folder = await open();
    } catch {
      return err(hostError(HOST_ERRORS.backupUnavailable));
    }
    try {
      return ok(await work(folder));
    } catch (error) {
      if (isNamed(error, 'QuotaExceededError')) return err(hostError(HOST_ERRORS.noSpace, { name }));
      return err(hostError(HOST_ERRORS.writeFailed, { name }));
    }
  }

  return {
    names: () =>
      attempt(async (folder) => {
        const names: string[] = [];
        for await (const name of folder.keys()) names.push(name);
        return names;
      }, FOLDER),
    async read(name) {
      const found = await attempt(
        (folder) =>
          folder.getFileHandle(name).catch((error: unknown) => {
            if (isNamed(error, 'NotFoundError')) return null;
            throw error;
          }),
        name,
      );
      if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
      try {
        return ok(new Uint8Array(await (await found.value.getFile()).arrayBuffer()));
      } catch {
        return err(hostError(HOST_ERRORS.readFailed, { name }));
      }
    },
    write: (name, bytes) =>
      attempt(async (folder) => {
        // The browser writes to a copy that takes the file's place on close, so the file is never torn.
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await stream.write(new Uint8Array(bytes));
        await stream.close();
        return null;
      }, name),
    remove: (name) =>
      attempt(async (folder) => {
        await folder.removeEntry(name);
        return null;
      }, name),
  };
}
