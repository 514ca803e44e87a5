import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeFacts, makeGoal, makeIndicator, makeMember, makePlan, makePlanData } from '#shared/domain/builders';
import { applyChanges, putRecord, removeRecord, type Change } from '#shared/domain/change';
import type { PlanData } from '#shared/domain/planData';
import { deleteDatabase, openDatabase } from './open';
import { createPlanRepository } from './repositories/dexiePlanRepository';
import { createSettingsRepository } from './repositories/dexieSettingsRepository';
import type { Database } from './schema';

let clock = 0;
const now = (): string => new Date(Date.UTC(2026, 6, 1) + 1000 * clock++).toISOString();
let name = '';
let counter = 0;
beforeEach(() => {
  name = `test-${counter++}`;
});

async function open(): Promise<Database> {
  const opened = await openDatabase({ name });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

function sample(id: string): PlanData {
  return makePlanData(makePlan({ id, name: `方案 ${id}` }), {
    members: [makeMember({ id: 'm1', name: '赵一鸣' }), makeMember({ id: 'm2', name: '郑凯' })],
    indicators: [makeIndicator({ id: 'i', name: '销售额' })],
    goals: [makeGoal({ id: 'g', holder: { kind: 'member', memberId: 'm1' }, indicatorId: 'i' })],
    facts: [makeFacts('g', [['2026-07-05', '8.4']])],
  });
}

/** A plan without the instant of its last edit, which the store dates itself. */
function undated(data: PlanData): PlanData {
  return { ...data, plan: { ...data.plan, updatedAt: '' } };
}

describe('stored plans', () => {
  it('are the same after the database was closed and opened again', async () => {
    const first = await open();
    await createPlanRepository(first, now).replacePlan(sample('p'));
    first.close();
    const loaded = await createPlanRepository(await open(), now).loadPlan('p');
    expect(loaded.ok && undated(loaded.value)).toEqual(undated(sample('p')));
  });

  it('keep edits: puts, removals and the head, the last change of a record winning', async () => {
    const plans = createPlanRepository(await open(), now);
    const data = sample('p');
    await plans.replacePlan(data);
    const member = makeMember({ id: 'm1', name: '赵一鸣', position: '主管' });
    const changes: Change[] = [
      putRecord(data, 'members', { ...member, position: '代表' }),
      putRecord(data, 'members', member),
      ...removeRecord(data, 'members', 'm2'),
      { collection: 'plan', id: 'p', before: data.plan, after: { ...data.plan, stage: 'running' } },
    ];
    expect(await plans.saveChanges('p', changes)).toEqual({ ok: true, value: null });
    const loaded = await plans.loadPlan('p');
    expect(loaded.ok && undated(loaded.value)).toEqual(undated(applyChanges(data, changes)));
  });

  it('do not touch one another', async () => {
    const plans = createPlanRepository(await open(), now);
    await plans.replacePlans([sample('a'), sample('ab')]);
    await plans.deletePlan('a');
    const other = await plans.loadPlan('ab');
    expect(other.ok && undated(other.value)).toEqual(undated(sample('ab')));
    expect(await plans.loadPlan('a')).toEqual({ ok: false, error: { code: 'storage.planMissing' } });
  });

  it('are listed with the one edited last first', async () => {
    const plans = createPlanRepository(await open(), now);
    const data = sample('a');
    await plans.replacePlans([data, sample('b')]);
    await plans.saveChanges('a', removeRecord(data, 'members', 'm2'));
    const listed = await plans.listPlans();
    expect(listed.ok && listed.value.map((plan) => plan.id)).toEqual(['a', 'b']);
  });

  it('lose what a replacement does not hold', async () => {
    const plans = createPlanRepository(await open(), now);
    await plans.replacePlan(sample('p'));
    await plans.replacePlan(makePlanData(makePlan({ id: 'p' })));
    const loaded = await plans.loadPlan('p');
    expect(loaded.ok && loaded.value.members.size + loaded.value.facts.size).toBe(0);
  });

  it('refuse an edit of a plan that is gone instead of leaving records without a head', async () => {
    const database = await open();
    const plans = createPlanRepository(database, now);
    const saved = await plans.saveChanges('gone', [putRecord(sample('gone'), 'members', makeMember({ id: 'm' }))]);
    expect(saved).toEqual({ ok: false, error: { code: 'storage.planMissing' } });
    expect(await database.table('members').count()).toBe(0);
  });
});

describe('a transaction that fails', () => {
  it('changes nothing, not even what it had already written', async () => {
    const database = await open();
    const plans = createPlanRepository(database, now);
    await plans.replacePlan(sample('p'));
    const broken = { ...sample('q'), log: new Map([['x', { id: 'x', odd: () => 0 }]]) } as unknown as PlanData;
    const stored = await plans.replacePlans([makePlanData(makePlan({ id: 'p' })), broken]);
    expect(stored.ok).toBe(false);
    const loaded = await plans.loadPlan('p');
    expect(loaded.ok && undated(loaded.value)).toEqual(undated(sample('p')));
    expect(await database.table('plans').count()).toBe(1);
  });

  it('says that the disk is full when it is, and keeps what was stored', async () => {
    const database = await open();
    const plans = createPlanRepository(database, now);
    const data = sample('p');
    await plans.replacePlan(data);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const saved = await plans.saveChanges('p', [putRecord(data, 'members', makeMember({ id: 'm3' }))]);
    full.mockRestore();
    expect(saved).toEqual({ ok: false, error: { code: 'storage.full' } });
    const loaded = await plans.loadPlan('p');
    expect(loaded.ok && [...loaded.value.members.keys()]).toEqual(['m1', 'm2']);
  });
});

describe('opening', () => {
  it('leaves a database of a later version alone', async () => {
    const later = new Dexie(name);
    later.version(7).stores({ plans: 'id', extra: 'id' });
    await later.open();
    later.close();
    expect(await openDatabase({ name })).toEqual({ ok: false, error: { code: 'storage.newer' } });
    const [after] = (await indexedDB.databases()).filter((one) => one.name === name);
    expect(after?.version).toBe(70);
  });

  it('lets go when another window asks for a newer version, and says so', async () => {
    const closed = vi.fn();
    await openDatabase({ name, onClosed: closed });
    const later = new Dexie(name);
    later.version(2).stores({ plans: 'id', settings: 'key' });
    await later.open();
    expect(closed).toHaveBeenCalledOnce();
    later.close();
  });

  it('answers with an error value when the browser forbids storage', async () => {
    const denied = {
      databases: () => Promise.reject(new DOMException('no', 'SecurityError')),
    } as unknown as IDBFactory;
    expect(await openDatabase({ name, indexedDB: denied })).toEqual({
      ok: false,
      error: { code: 'storage.unavailable' },
    });
  });

  it('says that files are damaged when the browser cannot read them', async () => {
    const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const opened = await openDatabase({ name });
    opening.mockRestore();
    expect(opened).toEqual({ ok: false, error: { code: 'storage.corrupt' } });
  });

  it('starts empty after the database was deleted', async () => {
    const first = await open();
    await createPlanRepository(first, now).replacePlan(sample('p'));
    first.close();
    expect(await deleteDatabase(name)).toEqual({ ok: true, value: null });
    const listed = await createPlanRepository(await open(), now).listPlans();
    expect(listed).toEqual({ ok: true, value: [] });
  });
});

describe('settings', () => {
  it('are read back, and null when never written', async () => {
    const settings = createSettingsRepository(await open());
    expect(await settings.read('theme')).toEqual({ ok: true, value: null });
    await settings.write('theme', { dark: true });
    expect(await settings.read('theme')).toEqual({ ok: true, value: { dark: true } });
  });
});
