import { describe, expect, it } from 'vitest';
import { rawOfModel } from '../../tests/fixtures/rawOfModel';
import { evaluatePlan } from '../calc/plan';
import { makeSamplePlan } from '../domain/seed/samplePlan';
import type { PlanData } from '../domain/planData';
import type { RawCell, RawWorkbook } from '../workbook/model';
import { planImport } from './planImport';
import { renderWorkbook } from './renderWorkbook';
import type { TemplateKind } from './registry';

const now = '2026-10-12T02:20:00.000Z';
const today = '2026-10-12';
let n = 0;
const newId = (): string => `id-${(n += 1)}`;
const sample = makeSamplePlan({ newId, now });
const memberId = [...sample.members.values()].find(({ name }) => name === '林晓雯')?.id ?? '';

function exported(kind: TemplateKind): RawWorkbook {
  const result = evaluatePlan(sample, today);
  return rawOfModel(renderWorkbook(kind, { data: sample, result, locale: 'zh-CN', exportedAt: now }));
}

/** The workbook with other cells in the row that has a given text in one of its cells. */
function typed(raw: RawWorkbook, sheetName: string, row: string, cells: Readonly<Record<string, string | number>>) {
  const cellOf = (value: string | number): RawCell =>
    typeof value === 'number' ? { kind: 'number', text: String(value), number: value } : { kind: 'text', text: value };
  const sheets = raw.sheets.map((sheet) => {
    if (sheet.name !== sheetName) return sheet;
    const header = sheet.rows[4] ?? [];
    const rows = sheet.rows.map((line) => {
      if (!line.some((cell) => cell?.text === row)) return line;
      const next = [...line];
      for (const [label, value] of Object.entries(cells)) {
        const at = header.findIndex((cell) => cell?.text.replace('*', '') === label);
        if (at < 0) throw new Error(`no column ${label}`);
        next[at] = cellOf(value);
      }
      return next;
    });
    return { ...sheet, rows };
  });
  return { ...raw, sheets };
}

const imported = (raw: RawWorkbook, data: PlanData = sample) =>
  planImport(raw, { data, newId, now, today, locale: 'zh-CN' });
const adjustmentsOf = ({ adjustments }: PlanData) =>
  [...adjustments.values()].filter((adjustment) => adjustment.memberId === memberId);

const finalised = (data: PlanData): PlanData => {
  const record = { id: 'f', at: now, inputs: '', result: '', reopenedAt: null, reopenReason: '' };
  return { ...data, finalisations: new Map([['f', record]]) };
};
const refusals = (plan: ReturnType<typeof imported>) =>
  plan.rows.flatMap((row) => (row.kind === 'refused' ? [`${row.code} ${row.label?.zh ?? ''}`] : []));

describe('what comes back from the books of evaluation and payout', () => {
  it('is nothing where nobody typed anything', () => {
    for (const kind of ['evaluation', 'incentives', 'tracking', 'retrospective'] as const) {
      const plan = imported(exported(kind));
      expect({ kind, rows: plan.rows, changes: plan.changes, issues: plan.issues }).toEqual({
        kind,
        rows: [],
        changes: [],
        issues: [],
      });
    }
  });

  it('is a new, dated adjustment over the difference when the amount was changed', () => {
    const raw = typed(exported('incentives'), '激励兑现', '林晓雯', { '调整金额(元)': 2000.5, 调整原因: '补发差旅' });
    const [first, second, ...more] = adjustmentsOf(imported(raw).after);
    expect([first?.amount, second?.amount, more.length]).toEqual([1500_00, 500_50, 0]);
    expect(second).toMatchObject({ reason: '补发差旅', at: now });
  });

  it('refuses an adjustment without a reason of its own', () => {
    for (const reason of ['', adjustmentsOf(sample)[0]?.reason ?? '']) {
      const plan = imported(
        typed(exported('incentives'), '激励兑现', '林晓雯', { '调整金额(元)': 1, 调整原因: reason }),
      );
      expect(plan.rows.map((row) => row.kind)).toEqual(['refused']);
      expect(adjustmentsOf(plan.after)).toEqual(adjustmentsOf(sample));
    }
  });

  it('puts the reason of a single adjustment right', () => {
    const { after } = imported(typed(exported('incentives'), '激励兑现', '林晓雯', { 调整原因: '带教奖励' }));
    expect(adjustmentsOf(after)).toMatchObject([{ amount: 1500_00, reason: '带教奖励' }]);
  });

  it('keeps what stands beside the amounts, and reads no computed figure', () => {
    const raw = typed(exported('incentives'), '激励兑现', '林晓雯', {
      '实发奖金(元)': 1,
      非物质激励: '晋升',
      兑现日期: '2026/10/20',
      状态: '已批准',
    });
    const { after } = imported(raw, finalised(sample));
    expect(after.payouts.get(memberId)).toMatchObject({ nonMaterial: '晋升', paidOn: '2026-10-20', state: 'approved' });
    expect(evaluatePlan(after, today).members.get(memberId)?.payout).toEqual(
      evaluatePlan(sample, today).members.get(memberId)?.payout,
    );
  });

  it('approves nothing while the evaluation is open', () => {
    const plan = imported(typed(exported('incentives'), '激励兑现', '林晓雯', { 状态: '已批准' }));
    expect(refusals(plan)).toEqual(['import.notFinal 状态']);
    expect(plan.changes).toEqual([]);
  });

  it.each([
    [{ '调整金额(元)': 2000, 调整原因: '补发差旅' }, '调整金额(元)'],
    [{ 调整原因: '带教奖励' }, '调整原因'],
    [{ 非物质激励: '晋升' }, '非物质激励'],
    [{ 状态: '待审批' }, '状态'],
  ])('changes nothing of what was approved: %o', (cells, column) => {
    const record = sample.payouts.get(memberId);
    if (!record) throw new Error('no payout');
    const approved = finalised({
      ...sample,
      payouts: new Map([...sample.payouts, [memberId, { ...record, state: 'approved' as const }]]),
    });
    const plan = imported(typed(exported('incentives'), '激励兑现', '林晓雯', { 状态: '已批准', ...cells }), approved);
    expect(refusals(plan)).toEqual([`import.payoutApproved ${column}`]);
    expect(plan.changes).toEqual([]);
  });

  it('says how and when an approved payout was paid', () => {
    const record = sample.payouts.get(memberId);
    if (!record) throw new Error('no payout');
    const approved = finalised({
      ...sample,
      payouts: new Map([...sample.payouts, [memberId, { ...record, state: 'approved' as const }]]),
    });
    const cells = { 状态: '已兑现', 兑现日期: '2026-10-20', 兑现方式: '转账' };
    const { after } = imported(typed(exported('incentives'), '激励兑现', '林晓雯', cells), approved);
    expect(after.payouts.get(memberId)).toMatchObject({ state: 'paid', paidOn: '2026-10-20', method: '转账' });
  });

  it.each([
    [{ '预算(元)': 99_000 }, '预算(元)'],
    [{ 激励内容: '出国游' }, '激励内容'],
    [{ 状态: '待审批' }, '状态'],
  ])('changes nothing of a team reward that was approved: %o', (cells, column) => {
    const reward = [...sample.teamRewards.values()][0];
    if (!reward) throw new Error('no team reward');
    const stored = { ...reward, state: 'approved' as const };
    const approved = finalised({ ...sample, teamRewards: new Map([...sample.teamRewards, [reward.id, stored]]) });
    const raw = typed(exported('incentives'), '团队激励', reward.content, { 状态: '已批准', ...cells });
    const plan = imported(raw, approved);
    expect(refusals(plan)).toEqual([`import.rewardApproved ${column}`]);
    expect(plan.changes).toEqual([]);
    const paid = imported(typed(exported('incentives'), '团队激励', reward.content, { 状态: '已兑现' }), approved);
    expect(paid.after.teamRewards.get(reward.id)?.state).toBe('paid');
  });

  it('approves no team reward while the evaluation is open', () => {
    const content = [...sample.teamRewards.values()][0]?.content ?? '';
    const plan = imported(typed(exported('incentives'), '团队激励', content, { 状态: '已批准' }));
    expect(refusals(plan)).toEqual(['import.notFinal 状态']);
  });

  it('reads the texts of 绩效汇总 into the conversation and keeps its private notes', () => {
    const improvement = '带组 | 每周陪访 | 林晓雯 | 2026-12-31 | | 助理\n读书';
    const raw = typed(exported('evaluation'), '绩效汇总', '林晓雯', { 主要成绩: '超额', 改进计划: improvement });
    // A talk both sides have confirmed keeps its record; this one is still open.
    const talk = sample.conversations.get(memberId);
    if (!talk) throw new Error('no talk');
    const open = { ...talk, managerConfirmedAt: null, memberConfirmedAt: null };
    const data = { ...sample, conversations: new Map([...sample.conversations, [memberId, open]]) };
    expect(imported(raw, data).after.conversations.get(memberId)).toMatchObject({
      achievements: '超额',
      privateNotes: sample.conversations.get(memberId)?.privateNotes,
      improvement: [
        { item: '带组', action: '每周陪访', owner: '林晓雯', due: '2026-12-31', measure: '', support: '助理' },
        { item: '读书', action: '', owner: '', due: null, measure: '', support: '' },
      ],
    });
  });

  it('makes a monthly review where somebody wrote about a month, and only there', () => {
    const raw = exported('tracking');
    const reviews = raw.sheets.find(({ name }) => name === '月度复盘');
    const code = [...sample.goals.values()].find(
      (goal) => goal.holder.kind === 'member' && goal.holder.memberId === memberId,
    )?.code;
    const silent = reviews?.rows.findIndex((row) => row[1]?.text === code && (row[6]?.text ?? '') === '') ?? -1;
    expect(silent).toBeGreaterThan(0);
    const rows = (reviews?.rows ?? []).map((row, at) =>
      at === silent ? row.with(6, { kind: 'text', text: '客户推迟' } as RawCell) : row,
    );
    const sheets = raw.sheets.map((sheet) => (sheet === reviews ? { ...sheet, rows } : sheet));
    const { after, changes } = imported({ ...raw, sheets });
    expect(changes.length).toBe(1);
    expect(after.monthlyReviews.size).toBe(sample.monthlyReviews.size + 1);
  });

  it('leaves out of the file for a superior what is paid', () => {
    const result = evaluatePlan(sample, today);
    const book = renderWorkbook('plan', {
      data: sample,
      result,
      locale: 'zh-CN',
      exportedAt: now,
      audience: 'superior',
    });
    expect(book.sheets.map(({ name }) => name)).not.toContain('激励兑现');
    const labels = book.sheets.flatMap(({ rows }) => rows).map((row) => row[0]?.value);
    expect(labels).not.toContainEqual({ kind: 'text', text: '奖金预算(元)' });
  });
});
