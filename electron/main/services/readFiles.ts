import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { err, ok, type Result } from '#shared/domain/issue';
import type { PickedFile } from '#shared/host/api';
import { HOST_ERRORS, hostError } from '#shared/host/errors';
import { MAX_FILE_BYTES } from '#shared/host/validators';
import { fileError } from './fileErrors';

/** A file a person chose. Errors: `host.tooLarge`, `host.noPermission`, `host.readFailed`. */
export async function readPickedFile(path: string): Promise<Result<PickedFile>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size, mtime } = await file.stat();
      if (size > MAX_FILE_BYTES) {
        return err(hostError(HOST_ERRORS.tooLarge, { name: basename(path), limit: MAX_FILE_BYTES / 1024 / 1024 }));
      }
      const bytes = new Uint8Array(await file.readFile());
      return ok({ name: basename(path), size: bytes.byteLength, modifiedAt: mtime.toISOString(), bytes });
    } finally {
      await file.close();
    }
  } catch (error) {
    return err(fileError(error, path, HOST_ERRORS.readFailed));
  }
}
