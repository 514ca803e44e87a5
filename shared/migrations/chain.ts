import { err, ok, type Result } from '../domain/issue';
import { isObject } from './shape';

/** Version of the data as this release writes them: 1 + the number of migrations. */
export const DATA_VERSION = 1;

/** One plan of an archive or a database before it is checked: its head and its collections as plain lists. */
export type RawPlan = Readonly<Record<string, unknown>>;

/**
 * One step of the data's history. Append-only, pure, one file each (`v2.ts`, `v3.ts`, …), with a test from a real
 * fixture of the version before (architecture rule 11).
 */
export interface Migration {
  /** Version it makes; it takes data of version `to` − 1. */
  readonly to: number;
  readonly up: (plan: RawPlan) => RawPlan;
}

/** All steps, oldest first. Version 1 is the first that was released, so nothing leads to it. */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * Takes one plan from the version it was written in to the newest. Errors: `archive.newerVersion` for data of a later
 * release, `archive.unreadable` for a version there never was or a plan that a step cannot read.
 */
export function migrate(
  plan: unknown,
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Result<RawPlan> {
  const newest = 1 + migrations.length;
  if (!Number.isSafeInteger(version) || version < 1)
    return err({ code: 'archive.unreadable', params: { at: 'version' } });
  if (version > newest) return err({ code: 'archive.newerVersion', params: { version, newest } });
  if (!isObject(plan)) return err({ code: 'archive.unreadable', params: { at: 'plan' } });
  let current: RawPlan = plan;
  for (const step of migrations.slice(version - 1)) {
    try {
      current = step.up(current);
    } catch {
      return err({ code: 'archive.unreadable', params: { at: `version ${step.to}` } });
    }
  }
  return ok(current);
}
