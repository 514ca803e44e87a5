import type { Issue, IssueLevel } from './issue';
import type { CollectionName } from './planData';

/** Short way to write an issue about a record. */
export function issueAbout(
  collection: CollectionName | 'plan',
  id: string,
  code: string,
  level: IssueLevel,
  params?: Issue['params'],
): Issue {
  return params === undefined
    ? { code, level, subject: { collection, id } }
    : { code, level, subject: { collection, id }, params };
}

/** Ids that stand on a cycle of the parent relation, each of them; a parent that does not exist ends the walk. */
export function onCycles(parents: ReadonlyMap<string, string | null>): Set<string> {
  const cyclic = new Set<string>();
  const settled = new Set<string>();
  for (const start of parents.keys()) {
    const path: string[] = [];
    const place = new Map<string, number>();
    let current: string | null = start;
    while (current !== null && parents.has(current) && !settled.has(current)) {
      const met = place.get(current);
      if (met !== undefined) {
        for (const id of path.slice(met)) cyclic.add(id);
        break;
      }
      place.set(current, path.length);
      path.push(current);
      current = parents.get(current) ?? null;
    }
    for (const id of path) settled.add(id);
  }
  return cyclic;
}

/** Records that share a key with an earlier one; an empty key is shared with nobody. */
export function repeated<T>(
  records: Iterable<T>,
  keyOf: (record: T) => string,
): { readonly record: T; readonly key: string }[] {
  const seen = new Set<string>();
  const found: { record: T; key: string }[] = [];
  for (const record of records) {
    const key = keyOf(record).trim();
    if (key === '') continue;
    if (seen.has(key)) found.push({ record, key });
    seen.add(key);
  }
  return found;
}
