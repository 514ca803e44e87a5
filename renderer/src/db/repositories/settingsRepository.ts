import type { Result } from '#shared/domain/issue';

/** Small values of the application itself: theme, language, last plan, remembered import mappings. */
export interface SettingsRepository {
  read<T>(key: string): Promise<Result<T | null>>;
  write(key: string, value: unknown): Promise<Result<null>>;
}
