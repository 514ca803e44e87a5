import { decodeArchive } from '#shared/migrations/archive';
import { DATA_VERSION } from '#shared/migrations/chain';
import { err, ok, type Result } from '#shared/domain/issue';
import type { Services } from '../stores/services';
import { encodeBytes } from './archive/bytes';
import { collectArchive } from './archive/collectArchive';

/** Setting that says in which version the stored data are written. */
export const DATA_VERSION_KEY = 'dataVersion';

/**
 * Brings the stored data to this version: a snapshot of them as they are is written to the backups first, then they are
 * migrated and put back in one transaction. Nothing is changed when any of it fails. Error `storage.newer`: the data
 * were written by a later version.
 */
export async function bringDataUpToDate(services: Services, version = DATA_VERSION): Promise<Result<null>> {
  const { settings } = services;
  const read = await settings.read<number>(DATA_VERSION_KEY);
  if (!read.ok) return read;
  const stored = read.value ?? version;
  if (stored > version) return err({ code: 'storage.newer' });
  if (stored < version) {
    const migrated = await migrateStored(services, stored);
    if (!migrated.ok) return migrated;
  }
  return read.value === version ? ok(null) : settings.write(DATA_VERSION_KEY, version);
}

async function migrateStored(services: Services, version: number): Promise<Result<null>> {
  const collected = await collectArchive(services);
  if (!collected.ok) return collected;
  const { plans, records } = collected.value;
  if (plans === 0) return ok(null);
  const text = JSON.stringify({ ...(JSON.parse(collected.value.text) as object), version });
  const saved = await services.host.writeBackup({ kind: 'manual', bytes: encodeBytes(text), plans, records });
  if (!saved.ok) return saved;
  const decoded = decodeArchive(text);
  return decoded.ok ? services.plans.replacePlans(decoded.value) : decoded;
}
