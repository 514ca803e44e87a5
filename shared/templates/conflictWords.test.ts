import { describe, expect, it } from 'vitest';
import type { PlanData } from '../domain/planData';
import { makeSamplePlan } from '../domain/seed/samplePlan';
import { mergePlan } from '../migrations/mergePlan';
import { conflictWords } from './conflictWords';

let ids = 0;
const here = makeSamplePlan({ newId: () => `id-${(ids += 1)}`, now: '2026-10-12T00:00:00.000Z' });
const clock = { locale: 'zh-CN' as const, now: '2026-10-12T00:00:00.000Z', today: '2026-10-12' };
const wordsOf = (there: PlanData) => conflictWords(mergePlan(here, there).conflicts, here, there, clock);
const member = [...here.members.values()].find(({ name }) => name === '刘子涵');
const goal = [...here.goals.values()].find(({ holder }) => holder.kind === 'member' && holder.memberId === member?.id);
if (!member || !goal) throw new Error('not the sample');

describe('what differs between two copies of a plan', () => {
  it('is said of goals and members in the words and units of the templates', () => {
    const there = {
      ...here,
      members: new Map([...here.members, [member.id, { ...member, bonusBase: 2_100_000 }]]),
      goals: new Map([...here.goals, [goal.id, { ...goal, target: '140', weight: '60' }]]),
    };
    const fields = wordsOf(there).flat();
    expect(fields).toContainEqual({ label: '奖金基数(元)', raw: false, mine: '20000', theirs: '21000' });
    expect(fields).toContainEqual({ label: '目标值', raw: false, mine: '120', theirs: '140' });
    expect(fields).toContainEqual({ label: '权重(%)', raw: false, mine: '50', theirs: '60' });
  });

  it('names the days on which reported figures contradict each other', () => {
    const facts = here.facts.get(goal.id);
    const [day] = facts?.dates ?? [];
    if (!facts || day === undefined) throw new Error('no facts');
    const values = facts.values.map((value, at) => (at === 0 ? '99' : value));
    const there = { ...here, facts: new Map([...here.facts, [goal.id, { ...facts, values }]]) };
    expect(wordsOf(there)).toEqual([[{ label: day, raw: false, mine: facts.values[0], theirs: '99' }]]);
  });

  it('shows of the plan its settings and its stage, and of records no template shows their plain fields', () => {
    const [unit] = [...here.units.values()];
    if (!unit) throw new Error('no unit');
    const there: PlanData = {
      ...here,
      plan: { ...here.plan, name: '三季度', stage: 'closed' },
      units: new Map([...here.units, [unit.id, { ...unit, name: '总部' }]]),
    };
    expect(wordsOf(there)).toEqual([
      [
        { label: '方案名称', raw: false, mine: here.plan.name, theirs: '三季度' },
        { label: 'stage', raw: true, mine: 'running', theirs: 'closed' },
      ],
      [{ label: 'name', raw: true, mine: unit.name, theirs: '总部' }],
    ]);
  });

  it('asks before it takes a locked evaluation', () => {
    const record = { id: 'f', at: clock.now, inputs: '', result: '', reopenedAt: null, reopenReason: '' };
    const merge = mergePlan(here, { ...here, finalisations: new Map([['f', record]]) });
    expect(merge).toMatchObject({ additions: [], conflicts: [{ collection: 'finalisations', id: 'f' }] });
  });
});
