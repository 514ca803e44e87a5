import { describe, expect, it } from 'vitest';
import { atLeast, lessThan, ONE } from '#shared/calc/fraction';
import { applyChanges, putRecord } from '#shared/domain/change';
import { recordIntervention } from '../../overview/intervention';
import { goalOf, idSource, resultOf, sampleOn } from './sample.fixture';
import { interventionLines, mentorProposals, warningLines } from './support';

const data = sampleOn();
const result = resultOf(data);
const nameOf = (memberId: string) => data.members.get(memberId)?.name;

describe('the list of warnings', () => {
  it('has open red ones first, the longer run before the shorter', () => {
    const open = warningLines(data, result).filter(({ kind }) => kind === 'open');
    const names = open.map(({ goal }) => (goal.holder.kind === 'member' ? nameOf(goal.holder.memberId) : ''));
    expect(names).toEqual(['郑凯', '赵一鸣']);
    expect(warningLines(data, result)[0]?.kind).toBe('open');
  });
  it('keeps an answered red warning in sight, below those to be watched', () => {
    const goal = goalOf(data, '赵一鸣', '销售额');
    const draft = { cause: '客户推迟', measure: '补 6 家拜访', support: '', ownerId: null, due: null };
    const answered = applyChanges(data, [recordIntervention(data, goal.id, 8, draft, '2026-08-24', idSource())]);
    const kinds = warningLines(answered, resultOf(answered)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'open')).toHaveLength(1);
    expect(kinds.indexOf('answered')).toBeGreaterThan(kinds.lastIndexOf('amber'));
    expect(interventionLines(answered, resultOf(answered)).map(({ note }) => note.measure)).toEqual(['补 6 家拜访']);
  });
  it('does not know an intervention that was recorded after the day it is seen as of', () => {
    expect(interventionLines(data, result)).toEqual([]);
    const later = sampleOn('2026-09-30');
    expect(interventionLines(later, resultOf(later)).length).toBeGreaterThan(0);
  });
});

describe('the effect of an intervention', () => {
  it('compares weeks before and after once there are weeks after it', () => {
    const later = sampleOn('2026-09-21');
    const line = interventionLines(later, resultOf(later)).find(({ note }) => note.slot === 8);
    expect(line?.effect.weeksBefore).toBe(3);
    expect(line?.effect.weeksAfter).toBe(3);
    expect(line?.effect.before && line.effect.after && lessThan(line.effect.before, line.effect.after)).toBe(true);
  });
});

describe('proposed pairs', () => {
  const bare = { ...data, coaching: new Map() };
  const proposals = mentorProposals(bare, resultOf(bare));
  it('pair somebody below the threshold with somebody who reached the target', () => {
    expect(proposals.length).toBeGreaterThan(0);
    for (const { learnerStanding, mentorStanding, learner, mentor } of proposals) {
      expect(atLeast(mentorStanding, ONE)).toBe(true);
      expect(lessThan(learnerStanding, ONE)).toBe(true);
      expect(learner.id).not.toBe(mentor.id);
    }
  });
  it('propose everybody once and nobody as mentor more than twice', () => {
    const learners = proposals.map(({ learner }) => learner.id);
    expect(new Set(learners).size).toBe(learners.length);
    const mentors = new Map<string, number>();
    for (const { mentor } of proposals) mentors.set(mentor.id, (mentors.get(mentor.id) ?? 0) + 1);
    expect(Math.max(...mentors.values())).toBeLessThanOrEqual(2);
  });
  it('give the lead to the senior of the two, who is not led himself and stands in no red warning', () => {
    const { goals } = resultOf(bare);
    const red = new Set(
      [...bare.goals.values()].flatMap(({ id, holder }) =>
        holder.kind === 'member' && goals.get(id)?.warning.level === 'red' ? [holder.memberId] : [],
      ),
    );
    expect(red.size).toBeGreaterThan(0);
    for (const { learner, mentor } of proposals) {
      expect((mentor.joinedOn ?? '') <= (learner.joinedOn ?? '')).toBe(true);
      expect(mentor.mentorId).toBeNull();
      expect(red.has(mentor.id)).toBe(false);
    }
  });
  it('leave out whoever has a mentor already', () => {
    const [first] = proposals;
    if (!first) throw new Error('no proposal');
    const coaching = {
      id: 'c',
      kind: 'mentor' as const,
      memberId: first.learner.id,
      goalId: null,
      topic: '',
      mentorId: first.mentor.id,
      on: null,
      due: null,
      state: 'open' as const,
      effect: '',
    };
    const helped = applyChanges(bare, [putRecord(bare, 'coaching', coaching)]);
    expect(mentorProposals(helped, resultOf(helped)).map(({ learner }) => learner.id)).not.toContain(first.learner.id);
  });
});
