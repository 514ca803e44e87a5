import { describe, expect, it } from 'vitest';
import { encodeArchive } from '../../migrations/archive';
import { validatePlan } from '../validate';
import { carryOver } from './carryOver';
import { makeSamplePlan } from './samplePlan';

const NOW = '2026-10-12T01:00:00.000Z';

function carried() {
  let count = 0;
  const newId = () => `id-${(count += 1)}`;
  const previous = makeSamplePlan({ newId, now: NOW });
  const before = encodeArchive([previous], NOW);
  const next = carryOver(previous, { newId, now: NOW, start: '2026-10-01', end: '2026-12-31', name: 'Q4' });
  const of = (holderName: string, indicatorName: string) =>
    [...next.goals.values()].find(({ holder, indicatorId }) => {
      const name =
        holder.kind === 'unit' ? next.units.get(holder.unitId)?.name : next.members.get(holder.memberId)?.name;
      return name === holderName && next.indicators.get(indicatorId)?.name === indicatorName;
    });
  return { previous, before, next, of, newId };
}

describe('carryOver', () => {
  it('keeps structure and people under fresh ids, and leaves the old plan alone', () => {
    const { previous, before, next } = carried();
    expect(next.units.size).toBe(previous.units.size);
    expect([...next.members.values()].map(({ name }) => name)).toEqual(
      [...previous.members.values()].map(({ name }) => name),
    );
    expect(
      [...next.goals.keys(), ...next.members.keys()].filter((id) => previous.goals.has(id) || previous.members.has(id)),
    ).toEqual([]);
    expect(encodeArchive([previous], NOW)).toBe(before);
  });

  it('makes last period’s actuals the baselines, rolled up to groups and region', () => {
    const { of } = carried();
    expect(of('陈立群', '销售额')?.baseline).toBe('151.6');
    expect(of('华东大区', '销售额')?.baseline).toBe('1431.2');
    expect(of('华东大区', '新客户')?.baseline).toBe('80');
    expect(of('刘子涵', '回款率')?.baseline).toBe('85.5');
  });

  it('makes open actions of what was agreed in the talks, for the person it was agreed with', () => {
    const { next, previous } = carried();
    const person = [...next.members.values()].find(({ name }) => name === '刘子涵');
    const actions = [...next.meetings.values()].filter(({ memberId }) => memberId === person?.id);
    expect(actions.map(({ action, state }) => [action.split('：')[0], state])).toEqual([
      ['大单推进', 'open'],
      ['回款节奏', 'open'],
      ['流程规范', 'open'],
    ]);
    expect(actions.every(({ date }) => date === previous.plan.end)).toBe(true);
  });

  it('keeps the target that was missed, and leaves the one that was reached to be set anew', () => {
    const { of } = carried();
    expect(of('赵一鸣', '销售额')?.target).toBe('120');
    expect(of('陈立群', '销售额')?.target).toBeNull();
    expect(of('公司', '销售额')).toMatchObject({ baseline: null, target: null });
  });

  it('starts agreement, figures and evaluation anew', () => {
    const { next } = carried();
    expect([...next.goals.values()].every((goal) => goal.agreement.state === 'open' && goal.due === '2026-12-31')).toBe(
      true,
    );
    expect([next.facts.size, next.feedbackForms.size, next.adjustments.size, next.conversations.size]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(next.plan).toMatchObject({ name: 'Q4', stage: 'planning', asOf: null });
  });

  it('brings the suggestions of the lessons and the help that is still under way', () => {
    const { previous, next } = carried();
    expect([...next.lessons.values()].map(({ suggestion }) => suggestion)).toEqual(
      [...previous.lessons.values()].map(({ suggestion }) => suggestion),
    );
    expect([...next.coaching.values()].map(({ topic }) => topic)).toEqual(['谈判技巧培训']);
  });

  it('lacks nothing but targets afterwards', () => {
    const codes = new Set(validatePlan(carried().next).map(({ code }) => code));
    expect([...codes]).toEqual(['goal.noTarget']);
  });

  it('leaves out who has gone, and nothing points to them', () => {
    const { previous, newId } = carried();
    const leaver = [...previous.members.values()].find(({ name }) => name === '陈立群');
    const left = leaver && {
      ...previous,
      members: new Map(previous.members).set(leaver.id, { ...leaver, leftOn: '2026-09-30' }),
    };
    const next = carryOver(left ?? previous, { newId, now: NOW, start: '2026-10-01', end: '2026-12-31', name: 'Q4' });
    expect(next.members.size).toBe(11);
    const broken = validatePlan(next).filter(({ level }) => level === 'error');
    expect(broken).toEqual([]);
  });
});
