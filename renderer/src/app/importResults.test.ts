import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, type Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { openParts } from '#shared/imports/suggest';
import type { RawWorkbook } from '#shared/workbook/model';
import { startFixture, type AppFixture } from '../../../tests/fixtures/appServices';
import { usePlanStore } from '../stores/plan';
import { planDraft, prepareAny, readDraft, type ResultsDraft } from './importResults';
import { carryOutImport } from './importWorkbook';
import { storeAndOpen } from './openPlan';

let next: Result<RawWorkbook>;
vi.mock('./tables', () => ({ readTables: async () => next, writeTables: async () => ok(new Uint8Array()) }));

const file = { name: '商机.csv', size: 3, modifiedAt: null, bytes: new Uint8Array([1]) };
let app: AppFixture;

function current(): PlanData {
  const open = usePlanStore().data;
  if (!open) throw new Error('no plan is open');
  return open;
}

beforeEach(async () => {
  app = await startFixture('2026-08-24');
  await storeAndOpen(makeSamplePlan({ newId: app.services.newId, now: app.services.now() }));
});

/** The next file: a table of texts. */
function holds(rows: readonly (readonly string[])[]): void {
  const cells = rows.map((row) => row.map((text) => ({ kind: 'text' as const, text })));
  next = ok({
    fileName: file.name,
    format: 'csv',
    encoding: 'utf-8',
    sheets: [{ name: '商机', hidden: false, merges: [], truncated: false, rows: cells }],
  });
}

async function draft(): Promise<ResultsDraft> {
  const made = await prepareAny(file, current());
  if (!made.ok) throw new Error(made.error.code);
  if (made.value.kind !== 'results') throw new Error('taken for a template');
  return made.value.value;
}

async function preview(of: ResultsDraft) {
  const reading = await readDraft(of, current(), new AbortController().signal, () => undefined);
  if (!reading) throw new Error('stopped');
  const made = await planDraft(of, reading, current());
  if (!made) throw new Error('stopped');
  return made;
}

describe('an export of results', () => {
  const member = (): string => [...current().members.values()].find(({ external }) => !external)?.name ?? '';
  const deals = (): string[][] => [
    ['商机名称', '商机金额(元)', '结单日期', '负责人', '销售阶段'],
    ['甲', '50,000', '2026-08-20', member(), '赢单'],
    ['乙', '30,000', '2026-08-20', member(), '谈判'],
  ];

  it('is written as one undoable step, and again changes nothing', async () => {
    holds(deals());
    const before = current();
    const made = await preview(await draft());
    // The week's figure of an earlier export gives way to the deals of the file.
    expect(made.plan.rows.map(({ kind }) => kind)).toEqual(['added', 'changed']);
    expect((await carryOutImport(made)).ok).toBe(true);
    expect(
      [...current().facts.values()].some(({ values, dates }) =>
        values.some((value, i) => value === '5' && dates[i] === '2026-08-20'),
      ),
    ).toBe(true);
    expect((await preview(await draft())).plan.changes).toEqual([]);
    usePlanStore().undo();
    expect(current().facts).toEqual(before.facts);
  });

  it('is read the next time as it was mapped the last time', async () => {
    holds(deals());
    const first = await draft();
    expect(first.remembered).toBe(false);
    await preview({ ...first, mapping: { ...first.mapping, filters: [] } });
    const second = await draft();
    expect(second.remembered).toBe(true);
    expect(second.mapping.filters).toEqual([]);
  });

  it('without days is asked for its week, which is not remembered for the next file', async () => {
    holds([
      ['姓名', '销售额(万元)'],
      [member(), '3'],
    ]);
    const first = await draft();
    expect(openParts(first.mapping)).toEqual(['date']);
    const week = { from: '2026-08-17', to: '2026-08-23' };
    const made = await preview({ ...first, mapping: { ...first.mapping, period: week } });
    expect(made.plan.rows.map(({ name }) => name)).toContain(`${member()} · 2026-08-23`);
    const second = await draft();
    expect(second.remembered).toBe(true);
    expect(openParts(second.mapping)).toEqual(['date']);
  });

  it('is refused with a reason when nothing says when', async () => {
    holds([
      ['姓名', '代码质量', '备注'],
      ['甲', '0.9', '好'],
    ]);
    expect(await prepareAny(file, current())).toMatchObject({ ok: false, error: { code: 'results.noDates' } });
  });

  it('stops reading when asked to', async () => {
    holds(deals());
    const stop = new AbortController();
    stop.abort();
    expect(await readDraft(await draft(), current(), stop.signal, () => undefined)).toBeNull();
  });

  it('stops working out the changes when asked to', async () => {
    holds(deals());
    const of = await draft();
    const reading = await readDraft(of, current(), new AbortController().signal, () => undefined);
    if (!reading) throw new Error('stopped');
    const before = current();
    const stop = new AbortController();
    const planning = planDraft(of, reading, before, stop.signal);
    stop.abort();
    expect(await planning).toBeNull();
    expect(current()).toBe(before);
  });
});
