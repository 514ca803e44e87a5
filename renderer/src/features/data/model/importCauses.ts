import type { PreviewRow } from '#shared/templates/planImport';
import { looseText } from '#shared/templates/codec/text';

/** Reasons that name something another row should have brought, and the sheet of that row; null: no sheet of the file. */
const NAMED: Readonly<Record<string, 'members' | 'goals' | null>> = {
  'import.unknownPerson': 'members',
  'import.unknownGoal': 'goals',
  'results.noGoal': null,
  'results.severalGoals': null,
};
/** A row is known by its first columns: name and number of a person, code of a goal. */
const KNOWN_BY = 2;

/** Refused rows that only follow from another, by their place in the preview. */
export interface Causes {
  /** Rows said by their cause alone. */
  readonly following: ReadonlySet<number>;
  /** Of a cause: how many rows hang on it. */
  readonly hanging: ReadonlyMap<number, number>;
}

/**
 * Finds for every refused row the one that caused it: the refused row of the person or goal it names, or the first row
 * that was refused for the same missing name. What is left is what has to be corrected.
 */
export function refusalCauses(rows: readonly PreviewRow[]): Causes {
  const brought = { members: new Map<string, number>(), goals: new Map<string, number>() };
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'refused' || (row.sheetId !== 'members' && row.sheetId !== 'goals')) continue;
    for (const { text } of row.written.slice(0, KNOWN_BY)) {
      const known = brought[row.sheetId];
      if (text !== '' && !known.has(looseText(text))) known.set(looseText(text), index);
    }
  }
  const parents = new Map<number, number>();
  const firsts = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'refused') continue;
    const sheet = NAMED[row.code];
    const text = looseText(String(row.params['text'] ?? ''));
    if (sheet === undefined || text === '') continue;
    const key = `${row.code} ${text} ${row.params['value'] ?? ''}`;
    const cause = (sheet === null ? undefined : brought[sheet].get(text)) ?? firsts.get(key);
    if (cause !== undefined && cause !== index) parents.set(index, cause);
    else firsts.set(key, index);
  }
  return countRoots(parents);
}

function countRoots(parents: ReadonlyMap<number, number>): Causes {
  const following = new Set<number>();
  const hanging = new Map<number, number>();
  for (const index of parents.keys()) {
    const root = rootOf(index, parents);
    if (root === null) continue;
    following.add(index);
    hanging.set(root, (hanging.get(root) ?? 0) + 1);
  }
  return { following, hanging };
}

/** The last of a chain of causes; null where the chain bites its tail, so that every row of it is shown. */
function rootOf(index: number, parents: ReadonlyMap<number, number>): number | null {
  const passed = new Set<number>();
  let at = index;
  for (;;) {
    const next = parents.get(at);
    if (next === undefined) return at;
    if (passed.has(next)) return null;
    passed.add(next);
    at = next;
  }
}
