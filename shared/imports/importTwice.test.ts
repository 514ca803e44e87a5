import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, fromDecimal, ZERO } from '../calc/fraction';
import { toDecimal } from '../calc/quantity';
import { makeFacts, makeGoal, makeIndicator, makeMember, makePlan, makePlanData } from '../domain/builders';
import type { PlanData } from '../domain/planData';
import type { RawCell, RawSheet } from '../workbook/model';
import { bestTable } from './findTable';
import { planResults } from './planResults';
import { readAllResults } from './readResults';
import { openParts, suggestMapping } from './suggest';
import type { ResultMapping } from './types';

const cell = (text: string): RawCell => ({ kind: 'text', text });
const sheet = (rows: readonly (readonly string[])[]): RawSheet => ({
  name: '业绩',
  hidden: false,
  rows: rows.map((row) => row.map((text) => (text === '' ? null : cell(text)))),
  merges: [],
  truncated: false,
});

const NAMES = ['李婷', '吴浩然', '陈立群'] as const;
const plan = makePlan({ id: 'p', start: '2026-07-01', end: '2026-09-30' });

function planData(facts: readonly ReturnType<typeof makeFacts>[] = []): PlanData {
  return makePlanData(plan, {
    indicators: [makeIndicator({ id: 'sales', name: '销售额', unit: '万元', precision: 1 })],
    members: NAMES.map((name, index) => makeMember({ id: `m${index}`, name, employeeNo: `E0${index}` })),
    goals: NAMES.map((_, index) =>
      makeGoal({
        id: `g${index}`,
        holder: { kind: 'member', memberId: `m${index}` },
        indicatorId: 'sales',
        target: '300',
      }),
    ),
    facts,
  });
}

const HEAD = ['成交日期', '负责人', '金额(元)', '销售阶段'];
type Deal = readonly [date: string, name: string, amount: string, stage: string];

function bring(data: PlanData, deals: readonly Deal[], part: Partial<ResultMapping> = {}) {
  const { table } = bestTable(sheet([HEAD, ...deals]));
  const suggested = suggestMapping(table, data);
  // A file without any won deal suggests no filter; the manager's choice of the first time is remembered.
  const mapping = { ...suggested, filters: [{ column: 3, values: ['赢单'] }], ...part };
  const reading = readAllResults(table, mapping, data);
  return { ...planResults(table, mapping, reading, data), reading, mapping };
}

const sumOf = (data: PlanData): string =>
  toDecimal(
    [...data.facts.values()]
      .flatMap(({ values }) => values)
      .reduce((sum, value) => add(sum, fromDecimal(value ?? '0')), ZERO),
  );

const deal = fc.tuple(
  fc.integer({ min: 1, max: 31 }).map((day) => `2026-07-${String(day).padStart(2, '0')}`),
  fc.constantFrom(...NAMES),
  fc.integer({ min: -500_000, max: 5_000_000 }).map(String),
  fc.constantFrom('赢单', '谈判', '输单'),
);

describe('importing an export of results', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 40 }), (deals) => {
        const once = bring(planData(), deals);
        const twice = bring(once.after, deals);
        expect(twice.changes).toEqual([]);
        expect(twice.rows).toEqual([]);
      }),
    );
  });

  it('stores the very sum of the won deals, 元 as 万元', () => {
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 40 }), (deals) => {
        const { after, reading } = bring(planData(), deals);
        const yuan = deals.reduce((sum, [, , amount, stage]) => (stage === '赢单' ? sum + Number(amount) : sum), 0);
        expect(Number(sumOf(after)) * 10_000).toBeCloseTo(yuan, 3);
        expect(sumOf(after)).toBe(toDecimal(reading.total));
      }),
    );
  });

  it('never doubles what overlapping exports both hold: the later one stands for its days', () => {
    fc.assert(
      fc.property(
        fc.array(deal, { minLength: 1, maxLength: 30 }),
        fc.array(deal, { minLength: 1, maxLength: 30 }),
        (a, b) => {
          const first = bring(planData(), a).after;
          const second = bring(first, b);
          const { from, to } = second.reading.covered ?? { from: '', to: '' };
          const outside = a.filter(([date]) => date < from || date > to);
          expect(sumOf(second.after)).toBe(sumOf(bring(planData(), [...outside, ...b]).after));
        },
      ),
    );
  });

  it('takes away a deal that was lost since', () => {
    const first = bring(planData(), [['2026-07-06', '李婷', '50000', '赢单']]).after;
    const second = bring(first, [['2026-07-06', '李婷', '50000', '输单']]);
    expect(sumOf(second.after)).toBe('0');
    expect(second.rows).toMatchObject([
      { kind: 'changed', name: '李婷 · 2026-07-06', fields: [{ before: '5', after: '' }] },
    ]);
  });

  it('lets figures typed for the same week give way, or adds to them, as chosen; other weeks stay', () => {
    const typed = planData([
      makeFacts('g0', [
        ['2026-07-05', '8'],
        ['2026-07-12', '9'],
      ]),
    ]);
    const deals: Deal[] = [['2026-07-08', '李婷', '50000', '赢单']];
    expect(sumOf(bring(typed, deals).after)).toBe('13');
    expect(sumOf(bring(typed, deals, { replaceOthers: false }).after)).toBe('22');
    const elsewhere = planData([makeFacts('g0', [['2026-07-10', '9']], 'CRM 导出_0710.xlsx')]);
    expect(sumOf(bring(elsewhere, deals).after)).toBe('5');
  });
});

describe('a table without days', () => {
  const WEEK_2 = { from: '2026-07-06', to: '2026-07-12' };
  const WEEK_3 = { from: '2026-07-13', to: '2026-07-19' };
  const bringWeek = (data: PlanData, amounts: readonly string[], period: typeof WEEK_2 | null) => {
    const { table } = bestTable(sheet([['姓名', '销售额(万元)'], ...amounts.map((text, n) => [NAMES[n] ?? '', text])]));
    const mapping: ResultMapping = { ...suggestMapping(table, data), period };
    const reading = readAllResults(table, mapping, data);
    return { ...planResults(table, mapping, reading, data), mapping, reading };
  };

  it('asks which week it is of, then dates all rows on the last day of that week', () => {
    const data = planData();
    const { table } = bestTable(
      sheet([
        ['姓名', '销售额(万元)'],
        [NAMES[0], '3'],
      ]),
    );
    expect(openParts(suggestMapping(table, data))).toEqual(['date']);
    const { after, mapping, reading } = bringWeek(data, ['3', '4.5'], WEEK_2);
    expect(openParts(mapping)).toEqual([]);
    expect(after.facts.get('g0')?.dates).toEqual(['2026-07-12']);
    expect(reading.covered).toEqual(WEEK_2);
    expect(sumOf(after)).toBe('7.5');
  });

  it('replaces its own week when it comes again, and leaves the other weeks alone', () => {
    const first = bringWeek(planData(), ['3', '4.5'], WEEK_2).after;
    expect(bringWeek(first, ['3', '4.5'], WEEK_2).changes).toEqual([]);
    const both = bringWeek(first, ['1', '2'], WEEK_3).after;
    expect(sumOf(both)).toBe('10.5');
    expect(sumOf(bringWeek(both, ['5', '4.5'], WEEK_2).after)).toBe('12.5');
  });

  it('takes nothing of a week outside the plan', () => {
    const { reading } = bringWeek(planData(), ['3'], { from: '2026-10-05', to: '2026-10-11' });
    expect(reading.facts).toEqual([]);
    expect(reading.counts.outside).toBe(1);
  });
});

describe('people of an export', () => {
  it('are found by number, and unknown ones are refused with their cell until somebody says who they are', () => {
    const deals: Deal[] = [
      ['2026-07-06', 'e01', '10000', '赢单'],
      ['2026-07-07', '小李', '20000', '赢单'],
    ];
    const asked = bring(planData(), deals);
    expect(asked.reading.unmatched).toMatchObject([{ text: '小李', n: 1 }]);
    expect(asked.rows.find(({ kind }) => kind === 'refused')).toMatchObject({
      place: { sheet: '业绩', cell: 'B3' },
      code: 'import.unknownPerson',
    });
    const told = bring(planData(), deals, { people: { 小李: 'm0' } });
    expect(told.after.members.get('m0')?.aliases).toEqual(['小李']);
    expect(sumOf(told.after)).toBe('3');
    // From now on the name is known without being told.
    expect(bring(told.after, deals).changes).toEqual([]);
    expect(bring(planData(), deals, { people: { 小李: '' } }).reading.counts.leftOut).toBe(1);
  });
});

describe('tables people make themselves', () => {
  it('people × months below a title and a two-level header, the total row left aside', () => {
    const rows = [
      ['三季度业绩', '', '', ''],
      ['姓名', '销售额(万元)', '', ''],
      ['', '7月', '8月', '9月'],
      ['李婷', '10', '20', ''],
      ['吴浩然', '1.5', '2', ''],
      ['合计', '11.5', '22', ''],
    ];
    const raw = {
      ...sheet(rows),
      merges: [
        { r1: 1, c1: 0, r2: 2, c2: 0 },
        { r1: 1, c1: 1, r2: 1, c2: 3 },
      ],
    };
    const { table } = bestTable(raw);
    const data = planData();
    const mapping = suggestMapping(table, data);
    expect(mapping).toMatchObject({
      who: { kind: 'column', column: 0 },
      measure: { kind: 'months', columns: [1, 2, 3] },
    });
    const { after } = planResults(table, mapping, readAllResults(table, mapping, data), data);
    expect(sumOf(after)).toBe('33.5');
    expect(after.facts.get('g0')?.dates).toEqual(['2026-07-31', '2026-08-31']);
  });
});
