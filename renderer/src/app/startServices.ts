import type { HostApi } from '#shared/host/api';
import { err, ok, type Result } from '#shared/domain/issue';
import { openDatabase } from '../db/open';
import { createPlanRepository } from '../db/repositories/dexiePlanRepository';
import { createSettingsRepository } from '../db/repositories/dexieSettingsRepository';
import { localDay } from '../shell/model/localTime';
import type { Services } from '../stores/services';
import { bringDataUpToDate } from './upgradeData';

export interface StartOptions {
  /** The database was closed under the running application: another window wants it. */
  readonly onClosed: () => void;
}

/**
 * Opens everything impure: database, clock, randomness. Errors are those of `openDatabase`, and `storage.newer` also
 * when only the data in it were written by a later version.
 */
export async function startServices(host: HostApi, options: StartOptions): Promise<Result<Services>> {
  const opened = await openDatabase(options);
  if (!opened.ok) return opened;
  const now = (): string => new Date().toISOString();
  const running: Services = {
    plans: createPlanRepository(opened.value, now),
    settings: createSettingsRepository(opened.value),
    host,
    today: () => localDay(new Date()),
    now,
    newId: () => crypto.randomUUID(),
  };
  const current = await bringDataUpToDate(running);
  if (current.ok) return ok(running);
  opened.value.close();
  return err(current.error);
}
