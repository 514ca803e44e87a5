import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../shared/calc/plan';
import type { PlanData } from '../../shared/domain/planData';
import type { Policy } from '../../shared/domain/policy';
import { makeSamplePlan } from '../../shared/domain/seed/samplePlan';
import { renderIncentiveStatement } from '../../shared/templates/forms/incentiveStatement';
import { TEMPLATE_KINDS, type TemplateKind } from '../../shared/templates/registry';
import { renderBlank, renderWorkbook } from '../../shared/templates/renderWorkbook';
import type { WorkbookModel } from '../../shared/workbook/model';
import { randomTeam } from '../fixtures/randomTeam';
import { differences, libreOfficeIsThere, recalculated, withoutLibreOffice } from '../support/libreoffice';

const today = '2026-10-12';
const exportedAt = '2026-10-12T02:20:00.000Z';
let n = 0;
const sample = makeSamplePlan({ newId: () => `id-${(n += 1)}`, now: exportedAt });

/** The same teams on every run, so that a failure can be looked at again. */
const randomTeams = (count: number): PlanData[] => fc.sample(randomTeam, { numRuns: count, seed: 20_260_701 });

const render = (kind: TemplateKind, data: PlanData, result = evaluatePlan(data, today)): WorkbookModel =>
  renderWorkbook(kind, { data, result, locale: 'zh-CN', exportedAt });

/** The book with other numbers typed into 规则: by the label of the rule and how manieth of that name it is. */
function typedIntoRules(
  model: WorkbookModel,
  changes: readonly { rule: string; nth: number; column: 1 | 2; to: number }[],
): WorkbookModel {
  return {
    ...model,
    sheets: model.sheets.map((sheet) => {
      if (sheet.name !== '规则') return sheet;
      const seen = new Map<string, number>();
      const rows = sheet.rows.map((row) => {
        const label = row[0]?.value?.kind === 'text' ? row[0].value.text : '';
        const nth = seen.get(label) ?? 0;
        seen.set(label, nth + 1);
        const change = changes.find((one) => one.rule === label && one.nth === nth);
        const cell = row[change?.column ?? 0];
        if (!change || !cell) return row;
        return row.with(change.column, { ...cell, value: { kind: 'number', value: change.to } });
      });
      return { ...sheet, rows };
    }),
  };
}

describe.skipIf(!libreOfficeIsThere)(`formulas of the exported books${withoutLibreOffice}`, () => {
  it('come to the app’s own values when LibreOffice recalculates the sample plan', async () => {
    const result = evaluatePlan(sample, today);
    const models = (['zh-CN', 'en'] as const).map((locale) =>
      renderWorkbook('plan', { data: sample, result, locale, exportedAt }),
    );
    const raws = await recalculated(...models);
    for (const [at, model] of models.entries()) {
      const { checked, wrong } = differences(model, raws[at]);
      expect(wrong).toEqual([]);
      expect(checked).toBeGreaterThan(500);
    }
  }, 300_000);

  it('come to the app’s own values in the books of every template and of a part of the plan', async () => {
    const result = evaluatePlan(sample, today);
    const unitId = [...sample.members.values()].find((member) => member.unitId !== null)?.unitId ?? '';
    const models = [
      ...(['tracking', 'evaluation', 'incentives'] as const).map((kind) => render(kind, sample, result)),
      renderWorkbook('plan', { data: sample, result, locale: 'zh-CN', exportedAt, scope: { kind: 'unit', unitId } }),
      renderWorkbook('plan', { data: sample, result, locale: 'zh-CN', exportedAt, audience: 'superior' }),
    ];
    const raws = await recalculated(...models);
    expect(models.map((model, at) => differences(model, raws[at]).wrong)).toEqual(models.map(() => []));
  }, 300_000);

  it('show nothing, and no error, on blank forms and in the statement of one person', async () => {
    const blanks = TEMPLATE_KINDS.map((kind) => renderBlank(kind, { locale: 'zh-CN', exportedAt }));
    const result = evaluatePlan(sample, today);
    const statements = [...sample.members.keys()].map((memberId) =>
      renderIncentiveStatement({ data: sample, result, memberId, locale: 'zh-CN', exportedAt }),
    );
    const models = [...blanks, ...statements];
    const raws = await recalculated(...models);
    const checks = models.map((model, at) => differences(model, raws[at]));
    expect(checks.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(checks.reduce((sum, { checked }) => sum + checked, 0)).toBeGreaterThan(1000);
  }, 300_000);

  it('work on blank forms filled in by hand', async () => {
    const type = (model: WorkbookModel, cells: readonly [sheet: string, at: string, value: string | number][]) => ({
      ...model,
      sheets: model.sheets.map((sheet) => {
        const rows = sheet.rows.map((row) => [...row]);
        for (const [name, at, value] of cells) {
          const row = rows[Number(at.slice(1)) - 1];
          const cell = row?.[at.charCodeAt(0) - 65];
          if (name !== sheet.name || !row || !cell) continue;
          expect([at, cell.role]).toEqual([at, 'input']);
          const typed =
            typeof value === 'number' ? ({ kind: 'number', value } as const) : ({ kind: 'text', text: value } as const);
          row[at.charCodeAt(0) - 65] = { ...cell, value: typed };
        }
        return { ...sheet, rows };
      }),
    });
    const blank = (kind: TemplateKind): WorkbookModel => renderBlank(kind, { locale: 'zh-CN', exportedAt });
    const score = (row: number, cells: readonly (string | number)[]) =>
      cells.map((value, at): [string, string, string | number] => [
        '评估明细',
        `${String.fromCharCode(65 + at)}${row}`,
        value,
      ]);
    const evaluation = type(blank('evaluation'), [
      ...score(6, ['张三', 'N1', '销售额', '量化', 60, 100, 99.96]),
      ...score(7, ['张三', 'N1', '新客户', '量化', 40, 3, 3]),
      ...score(8, ['张三', 'N1', '团队协作', '定性', 100]),
      ['评估明细', 'I8', 90],
      ...score(9, ['李四', 'N2', '销售额', '量化', 100, 100, 80]),
      ['绩效汇总', 'A6', '张三'],
      ['绩效汇总', 'A7', '李四'],
    ]);
    const incentives = type(blank('incentives'), [
      ['激励兑现', 'A6', '张三'],
      ['激励兑现', 'F6', 80],
      ['激励兑现', 'I6', 10_000.01],
      ['激励兑现', 'M6', -20_000],
      ['激励兑现', 'A7', '李四'],
      ['激励兑现', 'F7', 100],
      ['激励兑现', 'I7', 1000.05],
    ]);
    const [judged, paid] = await recalculated(evaluation, incentives);
    const line = (sheet: string, row: number, columns: string) =>
      [...columns].map((column) => {
        const cell = [judged, paid].flatMap((raw) => raw?.sheets ?? []).find(({ name }) => name === sheet)?.rows[
          row - 1
        ]?.[column.charCodeAt(0) - 65];
        return cell?.number === undefined ? (cell?.text ?? '') : Number(cell.number.toFixed(9));
      });
    expect(line('评估明细', 6, 'HIJ')).toEqual([99.96, 80, 48]);
    expect(line('绩效汇总', 6, 'DEFGHI')).toEqual([88, 90, 88.6, 1, '良好', 99.976]);
    // Not rated is not 0: there is no total yet.
    expect(line('绩效汇总', 7, 'DEFGHI')).toEqual([80, '', '', '', '', 80]);
    expect(line('激励兑现', 6, 'GHKLO')).toEqual([80, '≥80%', 100, 10_000.01, 0]);
    expect(line('激励兑现', 7, 'GHKLO')).toEqual([100, '≥100%', 120, 1200.06, 1200.06]);
  }, 300_000);

  it('judge 20 random teams as the engine does, with missing data, edges, ties and corrections', async () => {
    const models = randomTeams(20).map((team) => render('evaluation', team));
    const raws = await recalculated(...models);
    expect(models.flatMap((model, at) => differences(model, raws[at]).wrong)).toEqual([]);
  }, 300_000);

  it('pay the sample team and 200 random teams as the engine does, their totals to the 分', async () => {
    const teams = [sample, ...randomTeams(200)];
    const results = teams.map((team) => evaluatePlan(team, today));
    const models = teams.map((team, at) => render('incentives', team, results[at]));
    const raws = await recalculated(...models);
    expect(models.flatMap((model, at) => differences(model, raws[at]).wrong)).toEqual([]);
    // Totals once more as whole 分, without any tolerance.
    const found = raws.map((raw) => {
      const payout = raw.sheets.find(({ name }) => name === '激励兑现');
      const header = payout?.rows[4]?.map((cell) => cell?.text ?? '') ?? [];
      const total = payout?.rows.find((row) => row[0]?.text === '合计');
      const fen = (label: string): number => Math.round((total?.[header.indexOf(label)]?.number ?? NaN) * 100);
      return [fen('应发奖金(元)'), fen('调整金额(元)'), fen('实发奖金(元)')];
    });
    expect(found).toHaveLength(201);
    expect(found).toEqual(results.map(({ team }) => [team.bonusTotal, team.adjustmentTotal, team.paidTotal]));
    // Most teams do pay something: the totals compared are not all nothing.
    expect(results.filter(({ team }) => team.paidTotal > 0).length).toBeGreaterThan(100);
  }, 300_000);

  it('follow 规则: other edges, values and shares typed there give what the plan gives under that policy', async () => {
    const { policy } = sample.plan;
    const scoring = policy.scoring.kind === 'bands' ? policy.scoring.bands : [];
    const changed: Policy = {
      ...policy,
      quantitativeShare: '0.6',
      qualitativeShare: '0.4',
      scoring: { kind: 'bands', bands: scoring.with(1, { from: '0.9', value: '85' }) },
      grades: policy.grades.with(0, { from: '88', name: policy.grades[0]?.name ?? '' }),
      payoutBands: policy.payoutBands.with(1, { from: '0.93', value: '1.05' }),
      budget: 300_000_00,
    };
    const before = evaluatePlan(sample, today);
    const data = { ...sample, plan: { ...sample.plan, policy: changed } };
    const after = evaluatePlan(data, today);
    expect(after.team.paidTotal).not.toBe(before.team.paidTotal);
    expect(after.ranking).not.toEqual(before.ranking);
    const typed = typedIntoRules(render('plan', sample, before), [
      { rule: '量化占比(%)', nth: 0, column: 2, to: 60 },
      { rule: '定性占比(%)', nth: 0, column: 2, to: 40 },
      { rule: '评分档位', nth: 1, column: 1, to: 90 },
      { rule: '等级', nth: 0, column: 1, to: 88 },
      { rule: '奖金档位', nth: 1, column: 1, to: 93 },
      { rule: '奖金预算(元)', nth: 0, column: 2, to: 300_000 },
    ]);
    const both = typedIntoRules(typed, [
      { rule: '评分档位', nth: 1, column: 2, to: 85 },
      { rule: '奖金档位', nth: 1, column: 2, to: 105 },
    ]);
    const [raw] = await recalculated(both);
    // The rows stand where they stood; only their values follow the rules.
    const expected = render('plan', data, { ...after, ranking: before.ranking });
    expect(differences(expected, raw).wrong).toEqual([]);
  }, 300_000);
});
