import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeMember, makePlan, makePlanData } from '#shared/domain/builders';
import { putRecord } from '#shared/domain/change';
import { ok } from '#shared/domain/issue';
import { startFixture, type AppFixture } from '../../../tests/fixtures/appServices';
import { usePlanStore } from '../stores/plan';
import { useSaveStateStore } from '../stores/saveState';
import { useToastStore } from '../stores/toasts';
import { QUIET, startBackups, writeBackup } from './backups';
import { storeAndOpen } from './openPlan';
import { restoreBackup } from './restoreBackup';

let app: AppFixture;
let stop: () => void = () => undefined;
const plan = makePlanData(makePlan({ id: 'p', name: '第三季度' }), {
  members: [makeMember({ id: 'm', name: '赵一鸣' })],
});

beforeEach(async () => {
  app = await startFixture();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function addMember(id: string): void {
  const store = usePlanStore();
  if (store.data) store.edit('x', [putRecord(store.data, 'members', makeMember({ id }))]);
}
const kinds = async (): Promise<string[]> => {
  const listed = await app.services.host.listBackups();
  return listed.ok ? listed.value.map((entry) => entry.kind) : [];
};

describe('automatic backups', () => {
  it('are written some quiet seconds after the edits: the first of the day daily, then recent', async () => {
    await storeAndOpen(plan);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.parse('2026-08-24T02:00:00Z') });
    stop = await startBackups();
    addMember('m2');
    addMember('m3');
    await vi.advanceTimersByTimeAsync(QUIET);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await kinds()).toEqual(['daily']));
    await vi.waitFor(() => expect(useSaveStateStore().lastBackup).not.toBeNull());
    addMember('m4');
    await app.closeWindow();
    expect((await kinds()).sort()).toEqual(['daily', 'recent']);
  });

  it('are not written on closing when nothing was changed', async () => {
    await storeAndOpen(plan);
    stop = await startBackups();
    await app.closeWindow();
    expect(await kinds()).toEqual([]);
  });

  it('that fail are said once, and tried again', async () => {
    await storeAndOpen(plan);
    const write = vi
      .spyOn(app.services.host, 'writeBackup')
      .mockResolvedValue({ ok: false, error: { code: 'host.noSpace' } });
    stop = await startBackups();
    addMember('m2');
    await app.closeWindow();
    await app.closeWindow();
    expect(useToastStore().toasts.map((toast) => toast.messageKey)).toEqual(['issue.host.noSpace']);
    expect(useSaveStateStore().lastBackup).toBeNull();
    write.mockRestore();
    await app.closeWindow();
    expect(await kinds()).toEqual(['daily']);
  });

  it('are shown only when they were read back with the same content', async () => {
    await storeAndOpen(plan);
    vi.spyOn(app.services.host, 'writeBackup').mockResolvedValue(
      ok({ id: 'x', kind: 'manual', at: '2026-08-24T02:00:00Z', size: 1, plans: 1, verified: false }),
    );
    await writeBackup('manual');
    expect(useSaveStateStore().lastBackup).toBeNull();
  });

  it('of no plans are not written', async () => {
    expect(await writeBackup('manual')).toEqual(ok(null));
  });
});

describe('restoring a backup', () => {
  it('brings back what was there, keeps other plans, and can itself be taken back', async () => {
    await storeAndOpen(plan);
    const backup = await writeBackup('manual');
    addMember('later');
    await storeAndOpen(makePlanData(makePlan({ id: 'other' })));
    const entry = backup.ok ? backup.value : null;
    expect(entry && (await restoreBackup(entry))).toEqual(ok(null));
    const members = async (): Promise<string[]> => {
      const loaded = await app.services.plans.loadPlan('p');
      return loaded.ok ? [...loaded.value.members.keys()] : [];
    };
    expect(await members()).toEqual(['m']);
    expect(
      usePlanStore()
        .plans.map((head) => head.id)
        .sort(),
    ).toEqual(['other', 'p']);
    expect(await kinds()).toEqual(['manual', 'manual']);

    useToastStore().toasts.at(-1)?.action?.run();
    await vi.waitFor(async () => expect(await members()).toEqual(['later', 'm']));
  });

  it('brings back a deleted plan, and takes it away again on undo', async () => {
    await storeAndOpen(plan);
    const backup = await writeBackup('manual');
    await app.services.plans.deletePlan('p');
    usePlanStore().show(null);
    if (backup.ok && backup.value) await restoreBackup(backup.value);
    expect(usePlanStore().plan?.name).toBe('第三季度');
    useToastStore().toasts.at(-1)?.action?.run();
    await vi.waitFor(() => expect(usePlanStore().plan).toBeNull());
    expect(usePlanStore().plans).toEqual([]);
  });

  it('changes nothing when the backup is damaged', async () => {
    await storeAndOpen(plan);
    const backup = await writeBackup('manual');
    addMember('later');
    for (const [name, bytes] of app.folder) app.folder.set(name, bytes.slice(0, 40));
    const entry = backup.ok ? backup.value : null;
    const restored = entry && (await restoreBackup(entry));
    expect(restored?.ok).toBe(false);
    expect(usePlanStore().data?.members.has('later')).toBe(true);
  });
});
