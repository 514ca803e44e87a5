import type { BackupName } from './backupName';

/** A backup there is, as far as pruning needs to know it. */
export interface KeptBackup extends BackupName {
  readonly id: string;
  /** Its bytes match its checksum. */
  readonly verified: boolean;
}

/** How many of each are kept. Manual ones are a person's decision, so there is more room for them. */
export const KEEP = { recent: 12, daily: 21, manual: 40, nearEmpty: 3, damaged: 5 } as const;

/** A backup with less than a tenth of the records of the richest good one is near-empty beside it. */
export const isNearEmpty = (records: number, richest: number): boolean => records * 10 < richest;

const newestFirst = (a: KeptBackup, b: KeptBackup): number => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

/** All but the newest of each day; `entries` newest first. */
function earlierOfTheDay(entries: readonly KeptBackup[], dayOf: (instant: string) => string): KeptBackup[] {
  const days = new Set<string>();
  return entries.filter((entry) => {
    const day = dayOf(entry.at);
    if (days.has(day)) return true;
    days.add(day);
    return false;
  });
}

/**
 * The ids of the backups that may go, the new one already among the entries (architecture rule 12).
 *
 * Rich, near-empty and damaged backups have places of their own: a near-empty one written after a loss pushes out no
 * rich one, and a damaged one pushes out no good one. Of the daily ones the newest of each day stays.
 * @param dayOf the calendar day of an instant where the user sits
 */
export function backupsToDrop(entries: readonly KeptBackup[], dayOf: (instant: string) => string): string[] {
  const good = entries.filter((entry) => entry.verified).sort(newestFirst);
  const richest = Math.max(0, ...good.map((entry) => entry.records));
  const drop = (['recent', 'daily', 'manual'] as const).flatMap((kind) => {
    const ofKind = good.filter((entry) => entry.kind === kind);
    const rich = ofKind.filter((entry) => !isNearEmpty(entry.records, richest));
    const poor = ofKind.filter((entry) => isNearEmpty(entry.records, richest));
    const repeated = kind === 'daily' ? earlierOfTheDay(rich, dayOf) : [];
    return [
      ...repeated,
      ...rich.filter((entry) => !repeated.includes(entry)).slice(KEEP[kind]),
      ...poor.slice(KEEP.nearEmpty),
    ];
  });
  const damaged = entries.filter((entry) => !entry.verified).sort(newestFirst);
  return [...drop, ...damaged.slice(KEEP.damaged)].map((entry) => entry.id);
}
