import { beforeEach, describe, expect, it } from 'vitest';
import { makeMember, makePlan, makePlanData } from '#shared/domain/builders';
import { putRecord } from '#shared/domain/change';
import { ok } from '#shared/domain/issue';
import { startFixture, type AppFixture } from '../../../../tests/fixtures/appServices';
import { usePlanStore } from '../../stores/plan';
import { storeAndOpen } from '../openPlan';
import { exportArchive } from './exportArchive';
import { mergePlans, previewMerge } from './mergeArchive';
import { readArchiveBytes } from './readArchive';

let app: AppFixture;
const plan = makePlanData(makePlan({ id: 'p', name: '第三季度' }), { members: [makeMember({ id: 'm' })] });

beforeEach(async () => {
  app = await startFixture();
  await storeAndOpen(plan);
});

async function exported(password: string | null): Promise<Uint8Array> {
  await exportArchive(['p'], password);
  return app.saved.at(-1)?.bytes ?? new Uint8Array();
}

describe('an archive file', () => {
  it('goes out and comes in the same, sealed or not', async () => {
    for (const password of [null, '一个长密码123']) {
      const read = await readArchiveBytes(await exported(password), password);
      expect(read.ok && read.value[0]?.members).toEqual(plan.members);
    }
    expect(app.saved[0]?.name).toBe('第三季度_2026-08-24.waymark');
  });

  it('asks for its password, and for a long enough one', async () => {
    const read = await readArchiveBytes(await exported('一个长密码123'), null);
    expect(!read.ok && read.error.code).toBe('archive.passwordNeeded');
    const short = await exportArchive(['p'], '1234567');
    expect(!short.ok && short.error.code).toBe('archive.passwordShort');
  });

  it('that is empty, no text or something else is refused in words', async () => {
    const code = async (bytes: Uint8Array): Promise<unknown> => {
      const read = await readArchiveBytes(bytes, null);
      return read.ok || read.error.code;
    };
    expect(await code(new Uint8Array())).toBe('archive.empty');
    expect(await code(new Uint8Array([0xff, 0xfe, 0x00]))).toBe('archive.damaged');
    expect(await code(new TextEncoder().encode('{"plans":[]}'))).toBe('archive.unreadable');
  });
});

describe('merging an archive', () => {
  it('says which plans are the same, replaced and added, and changes nothing yet', async () => {
    const store = usePlanStore();
    const there = [plan, makePlanData(makePlan({ id: 'q' }))];
    const before = await previewMerge(there);
    expect(before.ok && before.value.map((item) => item.state)).toEqual(['same', 'added']);
    if (store.data) store.edit('x', [putRecord(store.data, 'members', makeMember({ id: 'new' }))]);
    await store.saved();
    const after = await previewMerge(there);
    expect(after.ok && after.value.map((item) => [item.state, item.differences])).toEqual([
      ['replaced', 1],
      ['added', 0],
    ]);
    expect(store.plans.map((head) => head.id)).toEqual(['p']);
  });

  it('takes over the chosen plans at once, after a backup', async () => {
    const preview = await previewMerge([makePlanData(makePlan({ id: 'q', name: '第四季度' }))]);
    expect(preview.ok && (await mergePlans(preview.value))).toEqual(ok(null));
    expect(
      usePlanStore()
        .plans.map((head) => head.id)
        .sort(),
    ).toEqual(['p', 'q']);
    const backups = await app.services.host.listBackups();
    expect(backups.ok && backups.value.length).toBe(1);
  });
});
