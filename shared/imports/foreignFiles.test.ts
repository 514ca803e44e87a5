import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toDecimal } from '../calc/quantity';
import { makeGoal, makeIndicator, makeMember, makePlan, makePlanData } from '../domain/builders';
import { readWorkbook } from '../spreadsheet/readWorkbook';
import { findResultTable } from './findTable';
import { planResults } from './planResults';
import { readAllResults } from './readResults';
import { suggestMapping, openParts, columnValues } from './suggest';
import type { ResultMapping, ResultTable } from './types';

const DATA = resolve(import.meta.dirname, '../../../shared/data');
const present = existsSync(DATA);
if (!present) it.skip('the folder of foreign exports is not here, so they are not read', () => undefined);

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(resolve(DATA, path)));

async function tableOf(path: string): Promise<ReturnType<typeof findResultTable>> {
  const raw = await readWorkbook(bytesOf(path), path.split('/').at(-1) ?? path);
  if (!raw.ok) throw new Error(raw.error.code);
  return findResultTable(raw.value);
}

async function found(path: string): Promise<ResultTable> {
  const table = await tableOf(path);
  if (!table.ok) throw new Error(table.error.code);
  return table.value;
}

/** A plan over many years in which everybody named has a goal in 元. */
function planFor(names: readonly string[]) {
  const plan = makePlan({ id: 'p', start: '2016-01-01', end: '2030-12-31' });
  return makePlanData(plan, {
    indicators: [makeIndicator({ id: 'sales', name: '销售额', unit: '元' })],
    members: names.map((name, index) => makeMember({ id: `m${index}`, name })),
    units: [{ id: 'u', name: '团队', level: 'group', parentId: null, note: '', order: 0 }],
    goals: [
      makeGoal({ id: 'team', holder: { kind: 'unit', unitId: 'u' }, indicatorId: 'sales' }),
      ...names.map((_, index) =>
        makeGoal({ id: `g${index}`, holder: { kind: 'member', memberId: `m${index}` }, indicatorId: 'sales' }),
      ),
    ],
  });
}

/** Lines of a csv without a library: fields quoted or not, no line breaks inside those we read. */
function csv(path: string): string[][] {
  return readFileSync(resolve(DATA, path), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? ''));
}

const cents = (text: string): bigint => {
  const [whole = '0', rest = ''] = text.split('.');
  return BigInt(whole) * 100n + BigInt(rest.padEnd(2, '0').slice(0, 2));
};
const yuan = (sum: bigint): string => `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`.replace(/\.?0+$/, '');

describe.runIf(present)('exports of sales systems', () => {
  it('HubSpot: won deals by owner and close date, as an independent sum has them', async () => {
    const table = await found('crm/hubspot_deals_dummy.csv');
    const [, ...lines] = csv('crm/hubspot_deals_dummy.csv');
    const won = lines.filter((line) => line[2] === 'Closed Won' && line[4] !== '');
    const data = planFor([...new Set(lines.map((line) => line[7] ?? ''))].filter((name) => name !== ''));
    const mapping = suggestMapping(table, data);
    expect(mapping).toMatchObject({
      date: 5,
      who: { kind: 'column', column: 7 },
      measure: { kind: 'value', column: 4 },
      filters: [{ column: 2, values: ['Closed Won'] }],
    });
    expect(openParts(mapping)).toEqual([]);
    const reading = readAllResults(table, mapping, data);
    expect(reading.refused).toEqual([]);
    expect(won.length).toBeGreaterThan(20);
    expect(toDecimal(reading.total)).toBe(yuan(won.reduce((sum, line) => sum + cents(line[4] ?? ''), 0n)));
    const owner = won[0]?.[7] ?? '';
    const goal = [...data.members.values()].find(({ name }) => name === owner)?.id.replace('m', 'g') ?? '';
    const stored = planResults(table, mapping, reading, data).after.facts.get(goal);
    const own = won.filter((line) => line[7] === owner).reduce((sum, line) => sum + cents(line[4] ?? ''), 0n);
    expect(yuan((stored?.values ?? []).reduce((sum, value) => sum + cents(value ?? '0'), 0n))).toBe(yuan(own));
  });

  it.each([
    ['crm/salesforce_report_opportunities.csv', 4, 3, 2],
    ['crm/salesforce_dataloader_opportunities.csv', 1, 0, 4],
  ])('%s names no owner: one goal is asked for, and the sum is the file’s', async (path, date, amount, stage) => {
    const table = await found(path);
    const data = planFor([]);
    const suggested = suggestMapping(table, data);
    expect(suggested).toMatchObject({ date, measure: { kind: 'value', column: amount } });
    expect(openParts(suggested)).toEqual(['who']);
    const values = columnValues(table, stage).map(({ text }) => text);
    const mapping: ResultMapping = {
      ...suggested,
      who: { kind: 'goal', goalId: 'team' },
      filters: [{ column: stage, values }],
    };
    const reading = readAllResults(table, mapping, data);
    expect(reading.refused).toEqual([]);
    const [, ...lines] = csv(path);
    const taken = lines.filter((line) => (line[amount] ?? '') !== '');
    expect(toDecimal(reading.total)).toBe(yuan(taken.reduce((sum, line) => sum + cents(line[amount] ?? ''), 0n)));
  });
});

/** Which of them hold results; the others are appraisal forms without a day, and are refused for it. */
const OUTCOMES: Readonly<Record<string, string>> = { '05': 'read', '06': 'read', '11': 'read' };

describe.runIf(present)('workbooks of other people', () => {
  const names = present ? readdirSync(resolve(DATA, 'foreign-workbooks')) : [];
  it.each(names)('%s is read as results, or refused with a reason', async (name) => {
    const table = await tableOf(`foreign-workbooks/${name}`);
    if (!table.ok) expect(table.error.code).toMatch(/^results\.(noTable|noDates)$/);
    else expect(table.value.headers.filter((header) => header !== '').length).toBeGreaterThan(2);
    expect(table.ok ? 'read' : table.error.code).toBe(OUTCOMES[name.slice(0, 2)] ?? 'results.noDates');
  });

  it('people × months: every month of every person, 6 decimals and more only when rounding is chosen', async () => {
    const table = await found('foreign-workbooks/11_Targets_salesperson_by_month_wide.xlsx');
    const people = table.rows.slice(1).flatMap((row) => (row[0] ? [row[0].text] : []));
    const data = planFor(people);
    const mapping: ResultMapping = { ...suggestMapping(table, data), unit: 'asWritten', round: true };
    expect(mapping).toMatchObject({ who: { kind: 'column', column: 0 }, measure: { kind: 'months' } });
    const reading = readAllResults(table, mapping, data);
    expect(reading.refused).toEqual([]);
    const numbers = table.rows.slice(1).flatMap((row) => row.slice(1, -1).map((cell) => cell?.number ?? 0));
    expect(Number(toDecimal(reading.total))).toBeCloseTo(
      numbers.reduce((sum, one) => sum + one, 0),
      2,
    );
    const strict = readAllResults(table, { ...mapping, round: false }, data);
    expect(new Set(strict.refused.map(({ error }) => error.code))).toEqual(new Set(['number.tooManyDigits']));
  });

  it('cities × months: the row of totals is not added again', async () => {
    const table = await found('foreign-workbooks/06_合伙人订单金额排名_省市月度.xlsx');
    const data = planFor([]);
    const mapping: ResultMapping = {
      ...suggestMapping(table, data),
      who: { kind: 'goal', goalId: 'team' },
      unit: 'asWritten',
      round: true,
    };
    const reading = readAllResults(table, mapping, data);
    const rows = table.rows.slice(2).filter((row) => row[1] !== null && row[1] !== undefined);
    const numbers = rows.flatMap((row) => row.slice(3, 9).map((cell) => cell?.number ?? 0));
    expect(Number(toDecimal(reading.total))).toBeCloseTo(
      numbers.reduce((sum, one) => sum + one, 0),
      2,
    );
    expect(reading.counts.totals).toBeGreaterThan(0);
  });
});
