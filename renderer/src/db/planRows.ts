import Dexie from 'dexie';
import { COLLECTION_NAMES, type CollectionName, type PlanData } from '#shared/domain/planData';
import type { Plan } from '#shared/domain/plan';
import type { Instant } from '#shared/domain/primitives';
import type { Database, PlanRow, RecordRow } from './schema';

/** The keys of all records of one plan in a collection. */
function keysOf(planId: string): [[string, typeof Dexie.minKey], [string, typeof Dexie.maxKey]] {
  return [
    [planId, Dexie.minKey],
    [planId, Dexie.maxKey],
  ];
}

/** The head as it is shown: with the instant of the last stored edit. */
export function headOf(row: PlanRow): Plan {
  return { ...row.plan, updatedAt: row.changedAt };
}

/** Reads one plan; null when there is none. Inside a transaction over `planTables`. */
export async function readPlan(database: Database, id: string): Promise<PlanData | null> {
  const row = await database.plans.get(id);
  if (!row) return null;
  const [from, to] = keysOf(id);
  const maps = await Promise.all(
    COLLECTION_NAMES.map(async (name) => {
      const rows = await database.collection(name).where(':id').between(from, to).toArray();
      return [name, new Map(rows.map((one) => [one.id, one.record]))] as const;
    }),
  );
  return { plan: headOf(row), ...Object.fromEntries(maps) } as PlanData;
}

/** Removes one plan with all its records. Inside a transaction over `planTables`. */
export async function erasePlan(database: Database, id: string): Promise<void> {
  const [from, to] = keysOf(id);
  await database.plans.delete(id);
  await Promise.all(COLLECTION_NAMES.map((name) => database.collection(name).where(':id').between(from, to).delete()));
}

/** Puts one plan in the place of whatever has its id. Inside a transaction over `planTables`. */
export async function writePlan(database: Database, data: PlanData, changedAt: Instant): Promise<void> {
  const planId = data.plan.id;
  await erasePlan(database, planId);
  await database.plans.put({ id: planId, changedAt, plan: data.plan });
  await Promise.all(
    COLLECTION_NAMES.map((name) => {
      const rows: RecordRow[] = [...data[name].entries()].map(([id, record]) => ({ planId, id, record }));
      return rows.length > 0 ? database.collection<CollectionName>(name).bulkPut(rows) : null;
    }),
  );
}
