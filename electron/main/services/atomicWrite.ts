import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/domain/issue';
import { HOST_ERRORS, hostError } from '#shared/host/errors';
import { fileError } from './fileErrors';

const TEMPORARY = /^\..+\.[0-9a-f]{12}\.waymark-tmp$/;

const temporaryName = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.waymark-tmp`);

async function writeAndSync(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name durable. Windows has no such call, and its rename needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file completely or not at all: a temporary file in the same folder, fsync, rename, fsync of the folder, read
 * back (architecture rule 5). Whenever the power goes, the path holds the old content or the new one.
 * Errors: `host.noSpace`, `host.noPermission`, `host.writeFailed`, `host.notVerified`.
 */
export async function atomicWrite(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const temporary = temporaryName(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeAndSync(temporary, bytes);
    await rename(temporary, path);
    await syncFolder(dirname(path));
    const readBack = await readFile(path);
    return readBack.equals(bytes) ? ok(null) : err(hostError(HOST_ERRORS.notVerified, { name: basename(path) }));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return err(fileError(error, path, HOST_ERRORS.writeFailed));
  }
}

/**
 * Removes what writes that never finished left in a folder of ours; call at the start, before the first write.
 * @returns how many were removed
 */
export async function sweepTemporaryFiles(folder: string): Promise<number> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => TEMPORARY.test(name));
  for (const name of names) await rm(join(folder, name), { force: true });
  return names.length;
}
