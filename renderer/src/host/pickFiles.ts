import { err, ok, type Result } from '#shared/domain/issue';
import type { FileFilter, PickedFile } from '#shared/host/api';
import { HOST_ERRORS, hostError } from '#shared/host/errors';
import { MAX_FILE_BYTES } from '#shared/host/validators';

/** Bytes of a file a person chose or dropped. Errors: `host.tooLarge`, `host.readFailed`. */
export async function readPicked(file: File): Promise<Result<PickedFile>> {
  if (file.size > MAX_FILE_BYTES) {
    return err(hostError(HOST_ERRORS.tooLarge, { name: file.name, limit: MAX_FILE_BYTES / 1024 / 1024 }));
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const modifiedAt = Number.isFinite(file.lastModified) ? new Date(file.lastModified).toISOString() : null;
    return ok({ name: file.name, size: bytes.byteLength, modifiedAt, bytes });
  } catch {
    return err(hostError(HOST_ERRORS.readFailed, { name: file.name }));
  }
}

/** Opens the browser's file dialog; null when the person cancels. */
export async function pickFiles(
  page: Document,
  options: { readonly filters: readonly FileFilter[]; readonly multiple: boolean },
): Promise<Result<PickedFile[] | null>> {
  const input = page.createElement('input');
  input.type = 'file';
  input.multiple = options.multiple;
  input.accept = options.filters.flatMap((filter) => filter.extensions.map((extension) => `.${extension}`)).join();
  input.hidden = true;
  page.body.append(input);
  const chosen = await new Promise<File[] | null>((done) => {
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done(null));
    input.click();
  });
  input.remove();
  if (!chosen || chosen.length === 0) return ok(null);
  const files: PickedFile[] = [];
  for (const file of chosen) {
    const read = await readPicked(file);
    if (!read.ok) return read;
    files.push(read.value);
  }
  return ok(files);
}
