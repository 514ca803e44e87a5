import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { makeGoal, makeIndicator, makeMember, makePlan, makePlanData } from '../domain/builders';
import { findResultTable } from './findTable';
import { openParts, suggestMapping, unfilteredStage } from './suggest';
import type { ResultTable } from './types';

const FILE = resolve(import.meta.dirname, '../../../shared/data/crm/HEADERS.csv');
const present = existsSync(FILE);
if (!present) it.skip('the list of CRM headers is not here, so it is not walked', () => undefined);

/** What each column of a line is for, by its header; every other column is not used. `open`: what has to be asked. */
interface Expected {
  readonly date?: string;
  readonly who?: string;
  readonly amount: string;
  readonly filter?: string;
  readonly open: readonly string[];
}

/** By system, kind and number of columns, as the file lists them. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  'Salesforce|data-loader CSV (API names)|6': {
    date: 'closedate',
    amount: 'amount',
    filter: 'StageName',
    open: ['who'],
  },
  'Salesforce|report-style CSV (labels)|6': { date: 'Close Date', amount: 'Amount', filter: 'Stage', open: ['who'] },
  'Salesforce|report-style CSV (labels), custom org|12': {
    date: 'Close Date',
    who: 'Opportunity Owner',
    amount: 'Total Amount',
    filter: 'Stage',
    open: [],
  },
  'HubSpot|real "all deals" export, HEADER ONLY (rows hold customer data and were not taken)|4': {
    amount: 'Amount',
    open: ['date', 'who'],
  },
  'HubSpot|dummy deals CSV|12': {
    date: 'Close Date',
    who: 'Deal Owner',
    amount: 'Amount',
    filter: 'Deal Stage',
    open: [],
  },
  'Zoho CRM|Potentials CSV (Zoho demo data)|20': {
    date: 'Closing Date',
    who: 'Potential Owner',
    amount: 'Amount',
    filter: 'Stage',
    open: [],
  },
  'Odoo|crm.lead export, HEADER ONLY (rows hold contacts)|33': {
    date: 'date_deadline',
    who: 'user_id/id',
    amount: 'planned_revenue',
    filter: 'probability',
    open: [],
  },
  'Frappe CRM|CRM Deal field labels (Data Import/Export uses labels; from doctype JSON)|49': {
    date: 'Closed Date',
    who: 'Deal Owner',
    amount: 'Deal Value',
    filter: 'Status',
    open: [],
  },
  '悟空CRM 9.0|商机 default fields (init SQL)|5': { date: '预计成交日期', amount: '商机金额', open: ['who'] },
  '悟空CRM 9.0|合同 default fields (init SQL)|11': {
    date: '下单时间',
    who: '公司签约人',
    amount: '合同金额',
    open: [],
  },
  '悟空CRM 9.0|回款 default fields (init SQL)|8': { date: '回款日期', amount: '回款金额', open: ['who'] },
  '销售易 NeoCRM|商机(opportunity) field labels|23': {
    date: '结单日期',
    amount: '销售金额',
    filter: '销售阶段',
    open: ['who'],
  },
  '纷享销客|商机 NewOpportunityObj fields|11': {
    date: '预计结单日期',
    amount: '商机金额',
    filter: '销售阶段',
    open: ['who'],
  },
};

interface Line {
  readonly key: string;
  readonly headers: readonly string[];
}

function lines(): Line[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(FILE, 'utf8').trim(), { header: true });
  return data.map((line) => ({
    key: `${line['system']}|${line['kind']}|${line['n_columns']}`,
    headers: (line['columns_pipe_separated'] ?? '').split('|'),
  }));
}

/** A plausible cell: every column that could be a date, an amount or a stage holds one, so that the choice is a real one. */
function cellText(header: string, row: number): string {
  if (/负责人|所有人|签约人|owner|^user_id/i.test(header)) return ['李婷', '吴浩然'][row % 2] ?? '';
  if (/probability|赢率/i.test(header)) return ['100', '40'][row % 2] ?? '';
  if (/(^|\W|_)(type|name|tier)$|名称/i.test(header)) return `客户${row}`;
  if (/date|日期|时间|created|creation| by$| on$/i.test(header)) return `2026-07-${10 + row}`;
  if (/amount|金额|revenue|total|value|费|预算|折扣|期数|age in|involved|rate|no\. of/i.test(header))
    return `${row + 1}0000`;
  if (/stage|阶段|status|状态/i.test(header)) return ['赢单', '谈判'][row % 2] ?? '';
  return `x${row}`;
}

const data = makePlanData(makePlan({ id: 'p', start: '2026-07-01', end: '2026-09-30' }), {
  indicators: [
    makeIndicator({ id: 'sales', name: '销售额', unit: '万元' }),
    makeIndicator({ id: 'clients', name: '新客户', unit: '家' }),
  ],
  members: ['李婷', '吴浩然'].map((name, n) => makeMember({ id: `m${n}`, name })),
  goals: ['sales', 'clients'].flatMap((indicatorId) =>
    ['m0', 'm1'].map((memberId) =>
      makeGoal({ id: `${indicatorId}-${memberId}`, holder: { kind: 'member', memberId }, indicatorId, target: '300' }),
    ),
  ),
});

function tableOf(headers: readonly string[]): ResultTable {
  const rows = [headers, ...Array.from({ length: 6 }, (_, row) => headers.map((header) => cellText(header, row)))];
  const cells = rows.map((row) => row.map((text) => ({ kind: 'text' as const, text })));
  const sheets = [{ name: 's', hidden: false, merges: [], truncated: false, rows: cells }];
  const found = findResultTable({ fileName: 's.csv', format: 'csv', encoding: null, sheets });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

/** The role each column has been given, by header. */
function roles(table: ResultTable): Readonly<Record<string, string>> {
  const mapping = suggestMapping(table, data);
  const { measure, who } = mapping;
  return Object.fromEntries(
    table.headers.map((header, column) => [
      header,
      [
        mapping.date === column ? 'date' : '',
        who?.kind === 'column' && who.column === column ? 'who' : '',
        measure?.kind === 'value' && measure.column === column ? 'amount' : '',
        mapping.filters.some((filter) => filter.column === column) ? 'filter' : '',
        mapping.dimension === column ? 'dimension' : '',
      ]
        .filter((role) => role !== '')
        .join('+') || 'not used',
    ]),
  );
}

describe.runIf(present)('the column headers of the usual CRM systems', () => {
  const all = present ? lines() : [];

  it('are all listed here with what is expected of them', () => {
    expect(all.map(({ key }) => key).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(all)('$key: date, person, amount and stage are found, and nothing else is used', ({ key, headers }) => {
    const expected = EXPECTED[key];
    const table = tableOf(headers);
    expect(table.headerRow).toBe(0);
    const wanted = Object.fromEntries(headers.map((header) => [header, 'not used']));
    for (const role of ['date', 'who', 'amount', 'filter'] as const) {
      const header = expected?.[role];
      if (header !== undefined) {
        expect(headers).toContain(header);
        wanted[header] = role;
      }
    }
    expect(roles(table)).toEqual(wanted);
    const mapping = suggestMapping(table, data);
    expect(openParts(mapping)).toEqual(expected?.open);
    expect(mapping.indicatorId).toBe('sales');
    expect(mapping.filters.map(({ values }) => values)).toEqual(
      expected?.filter === undefined ? [] : [[expected.filter === 'probability' ? '100' : '赢单']],
    );
  });

  it('销售易: the columns the system adds are used for the person, and the day of creation is not a result’s day', () => {
    const line = all.find(({ key }) => key.startsWith('销售易'));
    const found = roles(tableOf([...(line?.headers ?? []), '客户名称', '销售机会所有人', '所属部门', '创建日期']));
    expect(found).toMatchObject({ 销售机会所有人: 'who', 结单日期: 'date', 客户名称: 'not used' });
    expect(found).toMatchObject({ 所属部门: 'not used', 创建日期: 'not used' });
  });

  it('纷享销客: where only the status knows a won deal, the status filters', () => {
    const table = tableOf(['商机名称', '销售阶段', '商机状态', '商机金额', '预计结单日期']);
    const rows = table.rows.map((row, n) =>
      row.map((cell, column) => (column === 1 && n > 0 ? { kind: 'text' as const, text: '方案报价' } : cell)),
    );
    expect(suggestMapping({ ...table, rows }, data).filters).toEqual([{ column: 2, values: ['赢单'] }]);
  });

  it('an export without a won deal suggests no filter, and says that its stage filters nothing', () => {
    const table = tableOf(['Deal Name', 'Deal Stage', 'Amount', 'Close Date']);
    const rows = table.rows.map((row, n) =>
      row.map((cell, column) => (column === 1 && n > 0 ? { kind: 'text' as const, text: 'Proposal' } : cell)),
    );
    const open = { ...table, rows };
    const mapping = suggestMapping(open, data);
    expect(mapping.filters).toEqual([]);
    expect(unfilteredStage(open, mapping)).toBe(1);
    expect(unfilteredStage(open, { ...mapping, filters: [{ column: 1, values: ['Proposal'] }] })).toBeNull();
  });
});
