import { err, ok, type Result } from '../domain/issue';
import { COLLECTION_NAMES, type CollectionName, type PlanData } from '../domain/planData';
import type { Plan } from '../domain/plan';
import type { Instant } from '../domain/primitives';
import { canonicalJson } from './canonicalJson';
import { DATA_VERSION, migrate, type RawPlan } from './chain';
import { COLLECTION_SHAPES } from './collectionShapes';
import { planShape } from './planShape';
import { isObject } from './shape';

const FORMAT = 'waymark-archive';

/**
 * Whole plans as one text: what a backup, an archive to mail and a frozen result are made of. Canonical: keys sorted,
 * records by id, so that equal plans give equal text. Holds everything, private notes included; it is for the manager.
 */
export function encodeArchive(plans: readonly PlanData[], exportedAt: Instant): string {
  const content = plans.map((data) => ({
    plan: data.plan,
    ...Object.fromEntries(COLLECTION_NAMES.map((name) => [name, sortedRecords(data, name)])),
  }));
  return canonicalJson({ format: FORMAT, version: DATA_VERSION, exportedAt, plans: content });
}

function sortedRecords(data: PlanData, name: CollectionName): unknown[] {
  return [...data[name].entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
}

/**
 * The plans of an archive, brought to the newest version and checked value by value. Errors: `archive.newerVersion` (made
 * by a later release), `archive.unreadable` with `at` (path of the first thing that is not as it must be, or `text`).
 */
export function decodeArchive(text: string): Result<PlanData[]> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return unreadable('text');
  }
  if (!isObject(raw) || raw['format'] !== FORMAT) return unreadable('format');
  const { version, plans } = raw;
  if (typeof version !== 'number') return unreadable('version');
  // Before anything else is looked at: a later release may have changed what stands around the plans, too.
  if (version > DATA_VERSION) return err({ code: 'archive.newerVersion', params: { version, newest: DATA_VERSION } });
  if (!Array.isArray(plans)) return unreadable('plans');
  const decoded: PlanData[] = [];
  for (let index = 0; index < plans.length; index += 1) {
    const migrated = migrate(plans[index], version);
    if (!migrated.ok) return migrated;
    const plan = toPlanData(migrated.value, `plans[${index}]`);
    if (!plan.ok) return plan;
    decoded.push(plan.value);
  }
  return ok(decoded);
}

/** Checks one plan of the newest version and builds the aggregate. Errors: `archive.unreadable` with `at`. */
export function toPlanData(raw: RawPlan, at: string): Result<PlanData> {
  const problem = planShape.problem(raw['plan'], `${at}.plan`);
  if (problem !== null) return unreadable(problem);
  const known = new Set<string>(['plan', ...COLLECTION_NAMES]);
  const extra = Object.keys(raw).find((key) => !known.has(key));
  if (extra !== undefined) return unreadable(`${at}.${extra}`);
  const collections: Record<string, ReadonlyMap<string, unknown>> = {};
  for (const name of COLLECTION_NAMES) {
    const records = raw[name];
    const wrong = COLLECTION_SHAPES[name].problem(records, `${at}.${name}`);
    if (wrong !== null) return unreadable(wrong);
    const list = records as readonly { readonly id: string }[];
    const map = new Map(list.map((record) => [record.id, record]));
    if (map.size !== list.length) return unreadable(`${at}.${name}`);
    collections[name] = map;
  }
  return ok({ plan: raw['plan'] as Plan, ...collections } as unknown as PlanData);
}

const unreadable = (at: string): Result<never> => err({ code: 'archive.unreadable', params: { at } });
