import type { BackupEntry } from './api';

/** What the name of a backup says: everything about it, so that no index can be lost or disagree. */
export interface BackupName {
  readonly kind: BackupEntry['kind'];
  /** ISO instant with milliseconds, UTC. */
  readonly at: string;
  readonly plans: number;
  readonly records: number;
  /** First 32 hexadecimal digits of the SHA-256 of its bytes. */
  readonly checksum: string;
}

export const BACKUP_EXTENSION = '.waymark-backup';
export const CHECKSUM_DIGITS = 32;

const PATTERN = /^(recent|daily|manual)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(\d+)p-(\d+)r-([0-9a-f]{32})$/;

/** `daily-20260930T011200123Z-2p-418r-<checksum>`: sorts by time within a kind. */
export const backupId = (name: BackupName): string =>
  `${name.kind}-${name.at.replace(/[-:.]/g, '')}-${name.plans}p-${name.records}r-${name.checksum}`;

/** The reverse of `backupId`; null for any other text. */
export function parseBackupId(id: string): BackupName | null {
  const match = PATTERN.exec(id);
  if (!match) return null;
  const [, kind, year, month, day, hour, minute, second, milli, plans, records, checksum = ''] = match;
  return {
    kind: kind as BackupName['kind'],
    at: `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`,
    plans: Number(plans),
    records: Number(records),
    checksum,
  };
}
