import type { PlanId } from '#shared/domain/ids';
import type { SavedFile } from '#shared/host/api';
import { err, type Result } from '#shared/domain/issue';
import { usePlanStore } from '../../stores/plan';
import { services } from '../../stores/services';
import { encodeBytes } from './bytes';
import { collectArchive } from './collectArchive';
import { sealArchive } from './seal';

/** Ending of archive files. */
export const ARCHIVE_EXTENSION = 'waymark';

/** Shortest password asked for: what protects a file that leaves the computer. */
export const SHORTEST_PASSWORD = 8;

/**
 * Saves plans as one file where the person wants it; sealed when there is a password. null: the dialog was cancelled.
 * Errors: those of the database and of saving, `archive.noPlans`, `archive.passwordShort`.
 */
export async function exportArchive(
  ids: readonly PlanId[],
  password: string | null,
): Promise<Result<SavedFile | null>> {
  if (password !== null && password.length < SHORTEST_PASSWORD) {
    return err({ code: 'archive.passwordShort', params: { n: SHORTEST_PASSWORD } });
  }
  await usePlanStore().saved();
  const collected = await collectArchive(services(), ids);
  if (!collected.ok) return collected;
  if (collected.value.plans === 0) return err({ code: 'archive.noPlans' });
  const { text } = collected.value;
  const bytes = password === null ? encodeBytes(text) : await sealArchive(text, password);
  const only = ids.length === 1 ? usePlanStore().plans.find((plan) => plan.id === ids[0])?.name : undefined;
  const name = [only ?? '路标', services().today()].join('_');
  return services().host.saveFile({ suggestedName: `${name}.${ARCHIVE_EXTENSION}`, bytes });
}
