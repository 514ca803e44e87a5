import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { planImport, type PreviewRow } from '#shared/templates/planImport';
import { renderWorkbook } from '#shared/templates/renderWorkbook';
import { rawOfModel } from '../../../../../tests/fixtures/rawOfModel';
import { refusalCauses } from './importCauses';
import { importCounts, importLines } from './importLines';

function refused(sheetId: string, code: string, text: string, written: readonly string[], row = 2): PreviewRow {
  return {
    kind: 'refused',
    sheetId,
    name: written[0] ?? '',
    place: { sheet: sheetId, cell: `A${row}` },
    code,
    label: null,
    params: { text },
    written: written.map((value, n) => ({ header: `h${n}`, text: value })),
  };
}
const member = refused('members', 'number.notANumber', '八千', ['李婷', 'E01', '八千']);
const goal = refused('goals', 'import.unknownPerson', '李婷', ['G-07', '销售额', '李婷']);
const weeks = Array.from({ length: 9 }, (_, n) => refused('tracking', 'import.unknownGoal', 'G-07', ['G-07', `${n}`]));

const planOf = (rows: readonly PreviewRow[]) =>
  ({ rows, sheets: [], changes: [], questions: [], issues: [], after: null }) as unknown as Parameters<
    typeof importLines
  >[0];

/** The sample's own plan workbook read into a new plan, after somebody spoiled one person's bonus base. */
function spoiledWorkbook() {
  let n = 0;
  const clock = { newId: () => `i${(n += 1)}`, now: '2026-08-24T00:00:00.000Z' };
  const data = makeSamplePlan({ newId: clock.newId, now: clock.now });
  const result = evaluatePlan(data, '2026-08-24');
  const raw = rawOfModel(renderWorkbook('plan', { data, result, locale: 'zh-CN', exportedAt: clock.now }));
  const sheets = raw.sheets.map((sheet) =>
    sheet.name !== '成员'
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((row) =>
            row[0]?.text === '李婷'
              ? row.map((cell) => (cell?.kind === 'number' ? { ...cell, kind: 'text' as const, text: '八千' } : cell))
              : row,
          ),
        },
  );
  const plan = planImport({ ...raw, sheets }, { ...clock, today: '2026-08-24', locale: 'zh-CN', data: null });
  if (!('rows' in plan)) throw new Error('not read');
  return plan;
}

describe('refused rows that follow from another', () => {
  it('are told by the row that caused them: a member, her goal, the weeks of that goal', () => {
    const { following, hanging } = refusalCauses([...weeks, goal, member]);
    expect(following.size).toBe(10);
    expect([...hanging]).toEqual([[10, 10]]);
  });

  it('of a whole workbook with one bad row of a member are told in one line', () => {
    const plan = spoiledWorkbook();
    const all = plan.rows.filter(({ kind }) => kind === 'refused');
    expect(all.length).toBeGreaterThan(20);
    const lines = importLines(plan, 'zh-CN').filter(({ kind }) => kind === 'refused');
    expect(lines.map(({ sheet, name, hanging }) => ({ sheet, name, hanging }))).toEqual([
      { sheet: '成员', name: '李婷', hanging: all.length - 1 },
    ]);
  });

  it('without a row to blame, the first stands for all that miss the same name', () => {
    const rows = [
      refused('results', 'import.unknownPerson', '小李', ['a']),
      refused('results', 'import.unknownPerson', '小王', ['b']),
      refused('results', 'import.unknownPerson', ' 小李', ['c']),
    ];
    expect(refusalCauses(rows)).toEqual({ following: new Set([2]), hanging: new Map([[0, 1]]) });
  });

  it('that blame each other are all shown', () => {
    const rows = [
      refused('goals', 'import.unknownGoal', 'B', ['A']),
      refused('goals', 'import.unknownGoal', 'A', ['B']),
      refused('tracking', 'number.notANumber', 'x', ['A']),
    ];
    expect(refusalCauses(rows).following.size).toBe(0);
  });

  it('leave one line in the preview with their number, and are all counted as refused', () => {
    const plan = planOf([...weeks, goal, member]);
    const lines = importLines(plan, 'zh-CN');
    expect(lines.map(({ name, hanging }) => [name, hanging])).toEqual([['李婷', 10]]);
    expect(importCounts(plan, lines).refused).toBe(11);
  });
});
