import { describe, expect, it } from 'vitest';
import { makePlan, makePlanData } from '../domain/builders';
import { policyVersions } from '../domain/policyHistory';
import { planImport } from './planImport';
import { policyChanges, policyTexts } from './policyWords';

const plan = makePlan({ id: 'p', start: '2026-07-01', end: '2026-09-30' });
const { policy } = plan;

describe('the rules in words', () => {
  it('are those of sheet 方案, without the head of the plan', () => {
    const texts = new Map(policyTexts(policy, plan, 'zh-CN').map(({ label, text }) => [label, text]));
    expect(texts.get('奖金档位')).toBe('100%:120%; 80%:100%; 60%:80%; 0%:0%');
    expect(texts.get('奖金依据')).toBe('综合完成率');
    expect(texts.has('方案名称')).toBe(false);
  });

  it('say what is another in a later version, before and after, in either language', () => {
    const after = { ...policy, payoutBasis: 'totalScore' as const, budget: 28_000_000 };
    expect(policyChanges(policy, after, plan, 'zh-CN').map(({ before, text }) => [before, text])).toEqual([
      ['综合完成率', '综合得分'],
      ['', '280000'],
    ]);
    expect(policyChanges(policy, after, plan, 'en')[0]?.text).toBe('Total score');
    expect(policyChanges(policy, policy, plan, 'en')).toEqual([]);
  });
});

describe('a workbook with other rules', () => {
  const sheet = (rows: readonly (readonly string[])[]) => ({
    sheets: [
      {
        name: '方案',
        hidden: false,
        truncated: false,
        rows: rows.map((row) => row.map((text) => ({ kind: 'text' as const, text }))),
      },
    ],
  });
  const run = (value: string) => {
    let ids = 0;
    const clock = {
      newId: () => `id-${++ids}`,
      now: '2026-08-03T02:00:00.000Z',
      today: '2026-08-03',
      locale: 'zh-CN' as const,
    };
    const rows = [
      ['项目', '值'],
      ['方案名称', plan.name],
      ['明星比例(%)', value],
    ];
    return planImport(sheet(rows) as unknown as Parameters<typeof planImport>[0], {
      ...clock,
      data: makePlanData(plan),
    });
  };

  it('makes the next version of the rules, and the same rules make none', () => {
    expect(policyVersions(run('10').after.plan).map(({ policy: one, at }) => [one.version, one.starShare, at])).toEqual(
      [
        [1, '0.2', plan.createdAt],
        [2, '0.1', '2026-08-03T02:00:00.000Z'],
      ],
    );
    expect(run('20').changes).toEqual([]);
  });
});
