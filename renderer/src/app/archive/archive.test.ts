import { beforeEach, describe, expect, it } from 'vitest';
import { makeMember, makePlan, makePlanData } from '#shared/domain/builders';
import { putRecord } from '#shared/domain/change';
import { ok } from '#shared/domain/issue';
import { startFixture, type AppFixture } from '../../../../tests/fixtures/appServices';
import { usePlanStore } from '../../stores/plan';
import { storeAndOpen } from '../openPlan';
import { exportArchive } from './exportArchive';
import { additionsOf, mergePlans, previewMerge } from './mergeArchive';
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
  it('says what each plan adds and where both sides differ, and changes nothing yet', async () => {
    const store = usePlanStore();
    const there = [
      {
        ...plan,
        members: new Map([
          ['m', makeMember({ id: 'm', name: '改名' })],
          ['t', makeMember({ id: 't' })],
        ]),
      },
      makePlanData(makePlan({ id: 'q' })),
    ];
    if (store.data) store.edit('x', [putRecord(store.data, 'members', makeMember({ id: 'new' }))]);
    await store.saved();
    const preview = await previewMerge(there);
    expect(preview.ok && preview.value.map((item) => [item.state, additionsOf(item), item.merge.onlyHere])).toEqual([
      ['merged', 1, 1],
      ['added', 0, 0],
    ]);
    expect(preview.ok && preview.value[0]?.conflicts[0]?.fields).toEqual([
      { label: '姓名', raw: false, mine: 'm', theirs: '改名' },
    ]);
    expect(store.plans.map((head) => head.id)).toEqual(['p']);
    const same = await previewMerge([plan]);
    expect(same.ok && same.value.map((item) => item.state)).toEqual(['same']);
  });

  it('keeps what is here, adds what is there, and takes of the conflicts those that were chosen', async () => {
    const there = {
      ...plan,
      plan: { ...plan.plan, name: '三季度' },
      members: new Map([
        ['m', makeMember({ id: 'm', name: '改名' })],
        ['t', makeMember({ id: 't' })],
      ]),
    };
    const store = usePlanStore();
    if (store.data) store.edit('x', [putRecord(store.data, 'members', makeMember({ id: 'new' }))]);
    await store.saved();
    const preview = await previewMerge([there]);
    if (!preview.ok) throw new Error(preview.error.code);
    const chosen = preview.value[0]?.conflicts.filter(({ change }) => change.collection === 'members') ?? [];
    const accepted = new Map([['p', chosen.map(({ change }) => change)]]);
    expect(await mergePlans(preview.value, accepted)).toEqual(ok(null));
    expect(store.plan?.name).toBe('第三季度');
    expect([...(store.data?.members.values() ?? [])].map(({ id, name }) => [id, name]).sort()).toEqual([
      ['m', '改名'],
      ['new', 'new'],
      ['t', 't'],
    ]);
  });

  it('is refused when the plan was edited after it was shown', async () => {
    const preview = await previewMerge([{ ...plan, members: new Map([['t', makeMember({ id: 't' })]]) }]);
    const store = usePlanStore();
    if (store.data) store.edit('x', [putRecord(store.data, 'members', makeMember({ id: 'later' }))]);
    const merged = preview.ok && (await mergePlans(preview.value));
    expect(merged).toMatchObject({ ok: false, error: { code: 'intake.outdated' } });
    expect(store.data?.members.has('later')).toBe(true);
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
