import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawOfModel } from '../../tests/fixtures/rawOfModel';
import { evaluatePlan } from '../calc/plan';
import { applyChanges } from '../domain/change';
import { makeFacts, makeGoal, makeIndicator, makeMember, makePlan, makePlanData } from '../domain/builders';
import type { PlanData } from '../domain/planData';
import type { RawWorkbook } from '../workbook/model';
import { planImport } from './planImport';
import { readPlan } from './readPlan';
import { renderBlank } from './renderWorkbook';
import { book, cell, clock, edited, exported, now, sheet, small } from '../../tests/fixtures/smallPlan';

describe('importing a workbook', () => {
  it('finds rows again by their keys though they were renamed and sorted', () => {
    const raw = edited(exported('members'), '成员', (rows) => {
      const [first, second] = [rows[5], rows[6]];
      if (!first || !second) throw new Error('no rows');
      first[0] = cell('张三丰');
      return [...rows.slice(0, 5), second, first, ...rows.slice(7)];
    });
    const plan = planImport(raw, { ...clock(), data: small });
    expect(plan.rows).toMatchObject([
      { kind: 'changed', key: 'm1', fields: [{ column: 'name', before: '张三', after: '张三丰' }] },
    ]);
    expect(applyChanges(small, plan.changes)).toEqual(plan.after);
  });

  it('leaves a talk that both sides have confirmed as it is, and takes confirmations back where one side had', () => {
    const talk = (id: string, memberConfirmedAt: string | null) => ({
      id,
      scheduledOn: null,
      heldOn: null,
      achievements: '新客户超目标',
      gaps: '',
      memberOpinion: '同意',
      improvement: [{ item: '回款', action: '提醒', owner: '张三', due: null, measure: '', support: '' }],
      privateNotes: '',
      managerConfirmedAt: now,
      memberConfirmedAt,
    });
    const data = applyChanges(small, [
      { collection: 'conversations', id: 'm1', after: talk('m1', now) },
      { collection: 'conversations', id: 'm2', after: talk('m2', null) },
    ]);
    const raw = exported('evaluation', data);
    expect(planImport(raw, { ...clock(), data }).changes).toEqual([]);
    const rewritten = edited(raw, '绩效汇总', (rows) =>
      rows.map((row) => row.map((one) => (one?.text === '同意' ? cell('改写过') : one))),
    );
    const plan = planImport(rewritten, { ...clock(), data });
    expect(plan.rows.filter(({ kind }) => kind === 'refused')).toMatchObject([{ code: 'import.talkConfirmed' }]);
    expect(plan.after.conversations.get('m1')).toEqual(data.conversations.get('m1'));
    expect(plan.after.conversations.get('m2')).toMatchObject({ memberOpinion: '改写过', managerConfirmedAt: null });
  });

  it('reads a foreign sheet under a title, in any column order, with synonyms, and reports unknown columns', () => {
    const raw = book(
      sheet('花名册', [
        ['2026 年人员名单'],
        [],
        ['绩效奖金基数（万元）', '职务', '员工姓名', '星座', '团队'],
        ['2.5', '主管', '王五', '狮子', '三组'],
        ['合计', null, null, null, null],
        [null, null, '签字：____'],
      ]),
    );
    const plan = planImport(raw, { ...clock(), data: small });
    expect(plan.sheets).toMatchObject([{ sheetId: 'members', headerRow: 3, rowCount: 1, unknownColumns: ['星座'] }]);
    expect([...plan.after.members.values()].at(-1)).toMatchObject({
      name: '王五',
      position: '主管',
      bonusBase: 2_500_000,
    });
    expect([...plan.after.units.values()].at(-1)).toMatchObject({ name: '三组' });
  });

  it('refuses a bad row with its cell and reason, and lets the good ones through', () => {
    const raw = book(
      sheet('成员', [
        ['姓名', '工号', '奖金基数(元)'],
        ['王五', '7', '两万'],
        ['赵六', '8', '20,000'],
      ]),
    );
    const plan = planImport(raw, { ...clock(), data: small });
    expect(plan.rows).toMatchObject([
      { kind: 'refused', place: { sheet: '成员', cell: 'C2' }, code: 'number.notANumber' },
      { kind: 'added', name: '赵六' },
    ]);
    expect([...plan.after.members.values()].map(({ name }) => name)).toEqual(['张三', '李四', '赵六']);
  });

  it('asks about a column that differs from what is stored by exactly 10,000, and follows the answer', () => {
    const raw = book(
      sheet('成员', [
        ['姓名', '奖金基数'],
        ['张三', 2],
        ['李四', 1.5],
      ]),
    );
    const asked = planImport(raw, { ...clock(), data: small });
    expect(asked.questions).toMatchObject([{ code: 'import.tenThousand', chosen: 'asWritten', answered: false }]);
    const id = asked.questions[0]?.id ?? '';
    expect(planImport(raw, { ...clock(), data: small, answers: { [id]: 'times' } }).changes).toEqual([]);
  });

  it('reports a row that vanished from a full export, but not from a part', () => {
    const without = (raw: RawWorkbook): RawWorkbook =>
      edited(raw, '成员', (rows) => [...rows.slice(0, 5), ...rows.slice(6)]);
    const full = planImport(without(exported('members')), { ...clock(), data: small });
    expect(full.rows).toMatchObject([{ kind: 'removed', key: 'm1' }]);
    expect(full.changes).toEqual([]);
    const part = exported('members', small, { scope: { kind: 'unit', unitId: 'u1' } });
    expect(planImport(without(part), { ...clock(), data: small }).rows).toEqual([]);
  });

  it('takes nothing from a file it does not know', () => {
    expect(planImport(book(sheet('x', [['a'], ['b']])), { ...clock(), data: small })).toMatchObject({
      changes: [],
      issues: [{ code: 'import.nothingRecognised' }],
    });
  });

  it('reads back a blank form that nobody filled in as nothing at all', () => {
    const raw = rawOfModel(renderBlank('goals', { locale: 'zh-CN', exportedAt: now }));
    expect(planImport(raw, { ...clock(), data: small })).toMatchObject({ changes: [], rows: [] });
  });
});

describe('what the recipient may not see', () => {
  it('is nowhere in the file of one person, hidden sheets and metadata included', () => {
    const text = JSON.stringify(
      exported('plan', small, { audience: 'self', scope: { kind: 'member', memberId: 'm1' } }),
    );
    expect(text).toContain('张三');
    for (const secret of ['李四', 'A-2', '"m2"', 'g2', '15000']) expect(text).not.toContain(secret);
  });

  it('leaves bonus bases and 360 answers out of the file for a superior', () => {
    const names = exported('plan', small, { audience: 'superior' }).sheets.map(({ name }) => name);
    expect(names).not.toContain('360反馈');
    expect(JSON.stringify(exported('plan', small, { audience: 'superior' }))).not.toMatch(/奖金基数\(元\)|20000|15000/);
  });
});

describe('any plan', () => {
  const word = fc.constantFrom(
    '=SUM(A1)',
    '+86',
    '-',
    '@x',
    '合计项',
    '客户签字：___',
    '多\n行',
    '销售 A',
    '"引号"',
    '007',
    '1,500',
  );
  const quantity = fc.tuple(fc.nat(10 ** 9), fc.nat(999_999)).map(([whole, rest]) => {
    const digits = String(rest).padStart(6, '0').replace(/0+$/, '');
    return digits === '' ? String(whole) : `${whole}.${digits}`;
  });
  const plans = fc
    .array(
      fc.record({
        name: word,
        note: word,
        target: quantity,
        facts: fc.array(fc.option(quantity, { nil: null }), { maxLength: 6 }),
      }),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((people) =>
      makePlanData(makePlan({ id: 'p', name: '任意', asOf: '2026-08-12' }), {
        indicators: [makeIndicator({ id: 'k', name: '量', precision: 2 })],
        members: people.map(({ name }, i) =>
          makeMember({ id: `m${i}`, name: `${name}${i}`, employeeNo: `00${i}`, bonusBase: i * 12_345, order: i }),
        ),
        goals: people.map(({ target, note }, i) =>
          makeGoal({
            id: `g${i}`,
            code: `G-${i}`,
            note,
            holder: { kind: 'member', memberId: `m${i}` },
            indicatorId: 'k',
            target,
            weight: '100',
            order: i,
          }),
        ),
        facts: people.map(({ facts }, i) =>
          makeFacts(
            `g${i}`,
            facts.flatMap((value, week) =>
              value === null ? [] : [[`2026-07-${String(5 + 7 * Math.min(week, 3)).padStart(2, '0')}`, value] as const],
            ),
          ),
        ),
      }),
    );

  it('comes back from its workbook without a change, and with the same figures as a new plan', () => {
    fc.assert(
      fc.property(plans, (data) => {
        const raw = exported('plan', data);
        const plan = planImport(raw, { ...clock(), data });
        expect(plan.rows).toEqual([]);
        expect(plan.changes).toEqual([]);
        const read = readPlan(raw, clock());
        if (!read.ok) throw new Error(read.error.code);
        const completions = (of: PlanData) =>
          [...evaluatePlan(of, '2026-08-12').members.values()].map((member) => [
            member.overallCompletion,
            member.total,
            member.payout.bonus,
          ]);
        expect(completions(read.value.data)).toEqual(completions(data));
      }),
      { numRuns: 12 },
    );
  }, 240_000);
});
