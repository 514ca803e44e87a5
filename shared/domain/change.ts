import type { Plan } from './plan';
import { COLLECTION_NAMES, type CollectionName, type Collections, type PlanData } from './planData';

/** One record added (no `before`), changed, or removed (no `after`). */
export type RecordChange<K extends CollectionName = CollectionName> = {
  [Name in K]: {
    readonly collection: Name;
    readonly id: string;
    readonly before?: Collections[Name] | undefined;
    readonly after?: Collections[Name] | undefined;
  };
}[K];

export interface PlanChange {
  readonly collection: 'plan';
  readonly id: string;
  readonly before: Plan;
  readonly after: Plan;
}

/** The unit of editing, importing, undoing and storing: what goes into one transaction. */
export type Change = RecordChange | PlanChange;

/**
 * The aggregate after the changes, in order. Untouched maps and records keep their identity.
 * Pure; the given aggregate is not altered.
 */
export function applyChanges(data: PlanData, changes: readonly Change[]): PlanData {
  let plan = data.plan;
  const touched = new Map<CollectionName, Map<string, unknown>>();
  for (const change of changes) {
    if (change.collection === 'plan') {
      plan = change.after;
      continue;
    }
    let map = touched.get(change.collection);
    if (!map) {
      map = new Map<string, unknown>(data[change.collection]);
      touched.set(change.collection, map);
    }
    if (change.after === undefined) map.delete(change.id);
    else map.set(change.id, change.after);
  }
  return { ...data, ...Object.fromEntries(touched), plan };
}

/** The changes that take `applyChanges(data, changes)` back to `data`: reversed, in reverse order. */
export function invertChanges(changes: readonly Change[]): Change[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before }) as Change).reverse();
}

/** The change that puts `record` into its collection, whatever stood there before. */
export function putRecord<K extends CollectionName>(
  data: PlanData,
  collection: K,
  record: Collections[K],
): RecordChange<K> {
  const before = data[collection].get(record.id) as Collections[K] | undefined;
  return { collection, id: record.id, before, after: record } as RecordChange<K>;
}

/** The change that removes a record; none when there is no such record. */
export function removeRecord<K extends CollectionName>(data: PlanData, collection: K, id: string): RecordChange<K>[] {
  const before = data[collection].get(id) as Collections[K] | undefined;
  return before === undefined ? [] : [{ collection, id, before } as unknown as RecordChange<K>];
}

/** All changes that turn `from` into `to`; records are compared as values. */
export function diffPlans(from: PlanData, to: PlanData): Change[] {
  const changes: Change[] = [];
  if (!sameValue(from.plan, to.plan)) {
    changes.push({ collection: 'plan', id: to.plan.id, before: from.plan, after: to.plan });
  }
  for (const collection of COLLECTION_NAMES) {
    const before = from[collection];
    const after = to[collection];
    if (before === after) continue;
    for (const [id, record] of after) {
      const old = before.get(id);
      if (old === undefined || !sameValue(old, record)) {
        changes.push({ collection, id, before: old, after: record } as Change);
      }
    }
    for (const [id, old] of before) {
      if (!after.has(id)) changes.push({ collection, id, before: old } as Change);
    }
  }
  return changes;
}

/** Equal as values: records key by key, lists in their order. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keysA = Object.keys(a);
  const keysB = Object.keys(b);
  if (keysA.length !== keysB.length) return false;
  return keysA.every((key) => sameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
