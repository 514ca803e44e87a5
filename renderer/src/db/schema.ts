import Dexie, { type Table } from 'dexie';
import { COLLECTION_NAMES, type CollectionName, type Collections } from '#shared/domain/planData';
import type { Plan } from '#shared/domain/plan';
import type { Instant } from '#shared/domain/primitives';

export const DATABASE_NAME = 'waymark';

/** Version of the tables. Versions of the data within them are counted by `shared/migrations`. */
export const SCHEMA_VERSION = 1;

/** Head of a plan as stored; `changedAt` orders the list of plans. */
export interface PlanRow {
  readonly id: string;
  readonly changedAt: Instant;
  readonly plan: Plan;
}

/** One record of one collection. The key names the plan first, so that a plan is one range of keys. */
export interface RecordRow<K extends CollectionName = CollectionName> {
  readonly planId: string;
  readonly id: string;
  readonly record: Collections[K];
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** The tables: heads of plans, one table per collection, settings. No index beyond the keys: each costs time per put. */
export class Database extends Dexie {
  declare readonly plans: Table<PlanRow, string>;
  declare readonly settings: Table<SettingRow, string>;

  constructor(name: string, options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
    // Strict: an edit that was reported as saved survives a power cut.
    super(name, { chromeTransactionDurability: 'strict', ...options });
    this.version(SCHEMA_VERSION).stores({
      plans: 'id',
      settings: 'key',
      ...Object.fromEntries(COLLECTION_NAMES.map((collection) => [collection, '[planId+id]'])),
    });
  }

  collection<K extends CollectionName>(name: K): Table<RecordRow<K>, [string, string]> {
    return this.table(name);
  }

  /** All tables a plan lives in. */
  get planTables(): Table[] {
    return [this.plans, ...COLLECTION_NAMES.map((name) => this.table(name))];
  }
}
