import { decodeArchive } from '#shared/migrations/archive';
import { err, type Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { decodeBytes } from './bytes';
import { isSealed, unsealArchive } from './seal';

/** Larger than any archive of ours; a file beyond it is refused before it is read. */
export const LARGEST_ARCHIVE = 300 * 1024 * 1024;

/**
 * The plans of an archive file or backup, migrated to this version. `password` null: none was given yet. Errors:
 * `archive.empty` (no bytes), `archive.tooLarge`, `archive.damaged`, `archive.newer`, `archive.passwordNeeded`,
 * `archive.password`, and those of `decodeArchive`.
 */
export async function readArchiveBytes(bytes: Uint8Array, password: string | null): Promise<Result<PlanData[]>> {
  if (bytes.length === 0) return err({ code: 'archive.empty' });
  if (bytes.length > LARGEST_ARCHIVE) return err({ code: 'archive.tooLarge' });
  const text = decodeBytes(bytes);
  if (text === null) return err({ code: 'archive.damaged' });
  if (!isSealed(text)) return decodeArchive(text);
  if (password === null) return err({ code: 'archive.passwordNeeded' });
  const opened = await unsealArchive(text, password);
  return opened.ok ? decodeArchive(opened.value) : opened;
}
