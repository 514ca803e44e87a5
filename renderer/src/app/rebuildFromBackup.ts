import type { HostApi } from '#shared/host/api';
import { err, ok, type Result } from '#shared/domain/issue';
import { deleteDatabase, openDatabase } from '../db/open';
import { createPlanRepository } from '../db/repositories/dexiePlanRepository';
import { readArchiveBytes } from './archive/readArchive';

/**
 * For a database that cannot be opened: reads the backup first, and only when that is whole removes the database and
 * fills a new one. The backups themselves stay as they are.
 */
export async function rebuildFromBackup(host: HostApi, backupId: string): Promise<Result<null>> {
  const bytes = await host.readBackup(backupId);
  if (!bytes.ok) return bytes;
  const plans = await readArchiveBytes(bytes.value, null);
  if (!plans.ok) return plans;
  if (plans.value.length === 0) return err({ code: 'archive.noPlans' });
  const deleted = await deleteDatabase();
  if (!deleted.ok) return deleted;
  const opened = await openDatabase();
  if (!opened.ok) return opened;
  const stored = await createPlanRepository(opened.value, () => new Date().toISOString()).replacePlans(plans.value);
  opened.value.close();
  return stored.ok ? ok(null) : stored;
}
