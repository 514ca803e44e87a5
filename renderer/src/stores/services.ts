import type { HostApi } from '#shared/host/api';
import type { NewId } from '#shared/domain/ids';
import type { Instant, IsoDate } from '#shared/domain/primitives';
import type { PlanRepository } from '../db/repositories/planRepository';
import type { SettingsRepository } from '../db/repositories/settingsRepository';

/** Everything impure the stores and use-cases need; made once at the start, replaced in tests. */
export interface Services {
  readonly plans: PlanRepository;
  readonly settings: SettingsRepository;
  readonly host: HostApi;
  /** The day it is where the user sits. */
  readonly today: () => IsoDate;
  readonly now: () => Instant;
  readonly newId: NewId;
}

let installed: Services | null = null;

/** Called once before the first store is used. */
export function installServices(services: Services): void {
  installed = services;
}

/** The services of this run. Throws when the application was put together wrongly. */
export function services(): Services {
  if (!installed) throw new Error('Services are not installed.');
  return installed;
}
