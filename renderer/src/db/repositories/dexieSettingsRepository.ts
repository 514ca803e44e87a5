import type { Database } from '../schema';
import { guarded } from '../storageError';
import type { SettingsRepository } from './settingsRepository';

/** Settings of the application in the same database, so that they move and are lost together with the plans. */
export function createSettingsRepository(database: Database): SettingsRepository {
  return {
    read: <T>(key: string) =>
      guarded(async () => {
        const row = await database.settings.get(key);
        return row === undefined ? null : (row.value as T);
      }),
    write: (key, value) =>
      guarded(async () => {
        await database.settings.put({ key, value });
        return null;
      }),
  };
}
