import type { BackupEntry, BackupInput } from '#shared/host/api';
import { ok, type Result } from '#shared/domain/issue';
import { localDay } from '../shell/model/localTime';
import { usePlanStore } from '../stores/plan';
import { useSaveStateStore } from '../stores/saveState';
import { services } from '../stores/services';
import { useToastStore } from '../stores/toasts';
import { encodeBytes } from './archive/bytes';
import { collectArchive } from './archive/collectArchive';

/** Quiet after the last edit before a backup is written, and the longest an edit waits for one, ms. */
export const QUIET = 20_000;
export const LONGEST_WAIT = 180_000;

let schedule: (() => void) | null = null;

/** Something outside the editing of the open plan was stored: a new plan, a merge. */
export function backUpSoon(): void {
  schedule?.();
}

let writing: Promise<Result<BackupEntry | null>> | null = null;

/** All plans as they are stored now, as a verified backup. null: there is nothing to back up. */
export async function writeBackup(kind: BackupInput['kind']): Promise<Result<BackupEntry | null>> {
  while (writing) await writing;
  writing = write(kind).finally(() => {
    writing = null;
  });
  return writing;
}

async function write(kind: BackupInput['kind']): Promise<Result<BackupEntry | null>> {
  await usePlanStore().saved();
  const collected = await collectArchive(services());
  if (!collected.ok) return collected;
  const { text, plans, records } = collected.value;
  if (plans === 0) return ok(null);
  const written = await services().host.writeBackup({ kind, bytes: encodeBytes(text), plans, records });
  if (!written.ok) return written;
  if (written.value.verified) useSaveStateStore().lastBackup = written.value.at;
  return written;
}

/** The last verified backup, null when there is none. */
export function lastVerified(entries: readonly BackupEntry[]): BackupEntry | null {
  const verified = entries.filter((entry) => entry.verified);
  return verified.reduce<BackupEntry | null>((last, entry) => (last && last.at >= entry.at ? last : entry), null);
}

/**
 * Backs up by itself: the first time each day as a daily backup, then some quiet seconds after edits, and before the
 * window closes. A backup that fails is said once and tried again with the next edit. Returns how to stop.
 */
export async function startBackups(): Promise<() => void> {
  const { host } = services();
  const entries = await host.listBackups();
  const last = entries.ok ? lastVerified(entries.value) : null;
  useSaveStateStore().lastBackup = last?.at ?? null;
  let daily = entries.ok ? lastVerified(entries.value.filter((entry) => entry.kind === 'daily')) : null;
  let since: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let complained = false;

  async function backUp(): Promise<void> {
    clearTimeout(timer);
    since = null;
    const kind = daily && localDay(new Date(daily.at)) === services().today() ? 'recent' : 'daily';
    const written = await writeBackup(kind);
    if (!written.ok) {
      since ??= Date.now();
      if (!complained) useToastStore().showError(written.error);
      complained = true;
      return;
    }
    complained = false;
    if (kind === 'daily' && written.value) daily = written.value;
  }

  function edited(): void {
    since ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => void backUp(), Math.max(0, Math.min(QUIET, since + LONGEST_WAIT - Date.now())));
  }

  schedule = edited;
  const stopEdits = usePlanStore().onEdit(edited);
  const stopClose = host.onBeforeClose(async () => {
    await usePlanStore().saved();
    if (since !== null) await backUp();
  });
  return () => {
    clearTimeout(timer);
    schedule = null;
    stopEdits();
    stopClose();
  };
}
