import { COLLECTION_NAMES, type CollectionName, type PlanData } from '#shared/domain/planData';
import type { Change } from '#shared/domain/change';
import { err, ok, type Result } from '#shared/domain/issue';
import type { Instant } from '#shared/domain/primitives';
import { erasePlan, headOf, readPlan, writePlan } from '../planRows';
import type { Database, RecordRow } from '../schema';
import { guarded } from '../storageError';
import type { PlanRepository } from './planRepository';

/** Plans in the database; `now` dates every stored edit. */
export function createPlanRepository(database: Database, now: () => Instant): PlanRepository {
  const wholePlan = <T>(mode: 'r' | 'rw', work: () => Promise<T>): Promise<Result<T>> =>
    guarded(() => database.transaction(mode, database.planTables, work));

  async function replacePlans(plans: readonly PlanData[]): Promise<Result<null>> {
    return wholePlan('rw', async () => {
      for (const data of plans) await writePlan(database, data, now());
      return null;
    });
  }

  return {
    listPlans: () =>
      guarded(async () => {
        const rows = await database.plans.toArray();
        return rows.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)).map(headOf);
      }),
    async loadPlan(id) {
      const read = await wholePlan('r', () => readPlan(database, id));
      if (!read.ok) return read;
      return read.value ? ok(read.value) : err({ code: 'storage.planMissing' });
    },
    async saveChanges(id, changes) {
      const names = COLLECTION_NAMES.filter((name) => changes.some((change) => change.collection === name));
      const tables = [database.plans, ...names.map((name) => database.table(name))];
      const saved = await guarded(() =>
        database.transaction('rw', tables, async () => {
          const row = await database.plans.get(id);
          if (!row) return false;
          const head = changes.findLast((change) => change.collection === 'plan');
          await database.plans.put({ id, changedAt: now(), plan: head ? head.after : row.plan });
          await Promise.all(names.map((name) => writeRecords(database, id, name, changes)));
          return true;
        }),
      );
      if (!saved.ok) return saved;
      return saved.value ? ok(null) : err({ code: 'storage.planMissing' });
    },
    replacePlan: (data) => replacePlans([data]),
    replacePlans,
    deletePlan: (id) =>
      wholePlan('rw', async () => {
        await erasePlan(database, id);
        return null;
      }),
  };
}

/** The last change of every record of one collection, as puts and deletes. */
async function writeRecords(
  database: Database,
  planId: string,
  name: CollectionName,
  changes: readonly Change[],
): Promise<void> {
  const last = new Map<string, RecordRow | null>();
  for (const change of changes) {
    if (change.collection !== name) continue;
    last.set(
      change.id,
      change.after === undefined ? null : ({ planId, id: change.id, record: change.after } as RecordRow),
    );
  }
  const puts = [...last.values()].filter((row) => row !== null);
  const deletes = [...last.keys()].filter((id) => last.get(id) === null);
  const table = database.collection<CollectionName>(name);
  if (puts.length > 0) await table.bulkPut(puts);
  if (deletes.length > 0) await table.bulkDelete(deletes.map((id): [string, string] => [planId, id]));
}
