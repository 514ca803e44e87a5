import { beforeEach, describe, expect, it, vi } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import { err, ok, type Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { renderWorkbook } from '#shared/templates/renderWorkbook';
import type { RawCell, RawWorkbook } from '#shared/workbook/model';
import { startFixture, type AppFixture } from '../../../tests/fixtures/appServices';
import { rawWorkbook } from '../../../tests/fixtures/rawWorkbook';
import { usePlanStore } from '../stores/plan';
import { carryOutImport, prepareImport, type PreparedImport } from './importWorkbook';
import { storeAndOpen } from './openPlan';
import { refusedRows, refusedWorkbook } from './refusedWorkbook';

let next: Result<RawWorkbook>;
vi.mock('./tables', () => ({ readTables: async () => next, writeTables: async () => ok(new Uint8Array()) }));

const TODAY = '2026-08-24';
const file = { name: '成员.xlsx', size: 3, modifiedAt: null, bytes: new Uint8Array([1, 2, 3]) };
let app: AppFixture;
let data: PlanData;

beforeEach(async () => {
  app = await startFixture(TODAY);
  await storeAndOpen(makeSamplePlan({ newId: app.services.newId, now: app.services.now() }));
  data = current();
});

function current(): PlanData {
  const open = usePlanStore().data;
  if (!open) throw new Error('no plan is open');
  return open;
}

/** The members as exported, with the cells of a text replaced. */
function exported(replace: Readonly<Record<string, string>> = {}): RawWorkbook {
  const options = {
    data,
    result: evaluatePlan(data, TODAY),
    locale: 'zh-CN',
    exportedAt: '2026-08-24T01:00:00Z',
  } as const;
  const raw = rawWorkbook(renderWorkbook('members', options), file.name);
  const change = (cell: RawCell | null): RawCell | null => {
    const to = cell === null ? undefined : replace[cell.text];
    return to === undefined ? cell : { kind: 'text', text: to };
  };
  return {
    ...raw,
    sheets: raw.sheets.map((sheet) =>
      sheet.hidden ? sheet : { ...sheet, rows: sheet.rows.map((row) => row.map(change)) },
    ),
  };
}

async function prepared(): Promise<PreparedImport> {
  const made = await prepareImport(file);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}
const storedPlan = async (): Promise<PlanData | null> => {
  const loaded = await app.services.plans.loadPlan(data.plan.id);
  return loaded.ok ? loaded.value : null;
};
const firstMember = (): { readonly id: string; readonly employeeNo: string } => {
  const member = [...data.members.values()].find((one) => one.employeeNo !== '');
  if (!member) throw new Error('the sample has numbered members');
  return member;
};

describe('importing a workbook', () => {
  it('that was exported and not touched changes nothing', async () => {
    next = ok(exported());
    const { plan } = await prepared();
    expect(plan.changes).toEqual([]);
    expect(plan.rows.filter((row) => row.kind !== 'removed')).toEqual([]);
  });

  it('does exactly what was shown, in the screen and in the database, and comes back whole on undo', async () => {
    const { id, employeeNo } = firstMember();
    next = ok(exported({ [employeeNo]: 'X-999' }));
    const ready = await prepared();
    expect(await carryOutImport(ready)).toEqual(ok(null));
    expect(current().members).toEqual(ready.plan.after.members);
    expect((await storedPlan())?.members.get(id)?.employeeNo).toBe('X-999');

    usePlanStore().undo();
    await usePlanStore().saved();
    expect((await storedPlan())?.members).toEqual(data.members);
    expect((await storedPlan())?.log).toEqual(data.log);
  });

  it('writes a backup first', async () => {
    next = ok(exported({ [firstMember().employeeNo]: 'X-999' }));
    await carryOutImport(await prepared());
    const backups = await app.services.host.listBackups();
    expect(backups.ok && backups.value.length).toBe(1);
  });

  it('twice changes nothing the second time', async () => {
    next = ok(exported({ [firstMember().employeeNo]: 'X-999' }));
    await carryOutImport(await prepared());
    expect((await prepared()).plan.changes).toEqual([]);
  });

  it('is not carried out when the plan was edited after the preview', async () => {
    next = ok(exported({ [firstMember().employeeNo]: 'X-999' }));
    const ready = await prepared();
    usePlanStore().setAsOf('2026-09-01');
    expect(await carryOutImport(ready)).toEqual(err({ code: 'intake.outdated' }));
    expect(current().members).toEqual(data.members);
  });

  it('leaves the plan as it was when the disk is full', async () => {
    next = ok(exported({ [firstMember().employeeNo]: 'X-999' }));
    const ready = await prepared();
    const full = vi.spyOn(app.services.plans, 'saveChanges').mockResolvedValue(err({ code: 'storage.full' }));
    expect(await carryOutImport(ready)).toEqual(err({ code: 'intake.notStored' }));
    full.mockRestore();
    expect(current().members).toEqual(data.members);
    await usePlanStore().retrySave();
    expect((await storedPlan())?.members).toEqual(data.members);
  });

  it('says what is wrong with an empty file, an unreadable one and one without our tables', async () => {
    const empty = await prepareImport({ ...file, bytes: new Uint8Array() });
    expect(!empty.ok && empty.error.code).toBe('intake.emptyFile');
    next = err({ code: 'spreadsheet.notAWorkbook' });
    expect(await prepareImport(file)).toEqual(next);
    next = ok({ fileName: 'x', format: 'xlsx', encoding: null, sheets: [] });
    const strange = await prepareImport(file);
    expect(!strange.ok && strange.error.code).toBe('import.nothingRecognised');
  });
});

describe('refused rows', () => {
  it('go into a workbook that is understood when it is imported again', async () => {
    const joined = [...data.members.values()].find((one) => one.joinedOn !== null)?.joinedOn ?? '';
    next = ok(exported({ [joined]: '不知道' }));
    const { plan } = await prepared();
    expect(refusedRows(plan).length).toBeGreaterThan(0);
    const options = { title: '', reasonHeader: '拒绝原因', reason: () => '不是日期', createdAt: '' };
    const saved = rawWorkbook(refusedWorkbook(plan, options), 'refused.xlsx');
    const corrected = saved.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map((one) => (one?.text === '不知道' ? { ...one, text: '2025-02-03' } : one))),
    }));
    next = ok({ ...saved, sheets: corrected });
    const again = (await prepared()).plan;
    expect(refusedRows(again)).toEqual([]);
    expect(again.changes.length).toBe(refusedRows(plan).length);
  });
});
