import { describe, expect, it } from 'vitest';
import { makeFeedbackForm, makeMember, makePlan, makePlanData } from '#shared/domain/builders';
import { applyChanges, invertChanges } from '#shared/domain/change';
import type { FeedbackForm } from '#shared/domain/feedback';
import type { PlanData } from '#shared/domain/planData';
import { decodeArchive, encodeArchive } from '#shared/migrations/archive';
import { putForms } from './answers';
import { formsToRemind, nextReminder, readDays, remindedForms, rhythmChange, rhythmOf } from './reminders';
import { heldIn, takenBack } from './takeBack';

const dayOf = (at: string): string => at.slice(0, 10);
const out = (id: string, part: Partial<FeedbackForm> = {}): FeedbackForm => ({
  ...makeFeedbackForm({ id, token: id, assesseeId: 'm', relation: 'customer', due: '2026-10-10' }),
  state: 'sent',
  sentAt: '2026-10-01T02:00:00.000Z',
  ...part,
});
const planOf = (...forms: FeedbackForm[]): PlanData =>
  makePlanData(makePlan({ id: 'p' }), { members: [makeMember({ id: 'm' })], feedbackForms: forms });
const due = (data: PlanData, today: string): string[] => formsToRemind(data, today, dayOf).map(({ id }) => id);

describe('the reminder rhythm of a round', () => {
  it('is two days before and the day after, until the manager sets another', () => {
    const data = planOf(out('f'));
    expect(rhythmOf(data.plan)).toEqual([-2, 1]);
    const changed = applyChanges(data, rhythmChange(data, [3, -7, 0]));
    expect(rhythmOf(changed.plan)).toEqual([-7, 0, 3]);
    expect(applyChanges(changed, invertChanges(rhythmChange(data, [3, -7, 0]))).plan).toEqual(data.plan);
  });

  it('is due from its day on until the rater has heard again, each day of it once', () => {
    const data = planOf(out('f'));
    expect(['2026-10-07', '2026-10-08', '2026-10-10', '2026-10-11', '2026-12-01'].map((day) => due(data, day))).toEqual(
      [[], ['f'], ['f'], ['f'], ['f']],
    );
    const reminded = applyChanges(
      data,
      putForms(data, remindedForms([...data.feedbackForms.values()], '2026-10-09T02:00:00.000Z')),
    );
    expect(['2026-10-09', '2026-10-10', '2026-10-11'].map((day) => due(reminded, day))).toEqual([[], [], ['f']]);
    expect([
      nextReminder(data, '2026-10-01'),
      nextReminder(data, '2026-10-08'),
      nextReminder(data, '2026-10-11'),
    ]).toEqual(['2026-10-08', '2026-10-11', null]);
  });

  it('reminds nobody who has answered, was never sent a form, has no due date, or got the form only after that day', () => {
    const data = planOf(
      out('answered', { state: 'returned' }),
      out('planned', { state: 'planned', sentAt: null }),
      out('no date', { due: null }),
      out('late', { sentAt: '2026-10-11T02:00:00.000Z' }),
    );
    expect(due(data, '2026-10-12')).toEqual([]);
    const never = applyChanges(planOf(out('f')), rhythmChange(planOf(out('f')), []));
    expect([due(never, '2026-12-01'), nextReminder(never, '2026-10-01')]).toEqual([[], null]);
  });

  it('keeps who was reminded when, and comes back whole from an archive', () => {
    const data = planOf(out('f'), out('g', { state: 'returned' }));
    const first = remindedForms([...data.feedbackForms.values()], '2026-10-08T02:00:00.000Z');
    const [twice] = remindedForms(first, '2026-10-11T02:00:00.000Z');
    expect(first.map(({ id }) => id)).toEqual(['f']);
    expect(twice?.remindedAt).toEqual(['2026-10-08T02:00:00.000Z', '2026-10-11T02:00:00.000Z']);
    const kept = applyChanges(data, [...putForms(data, twice ? [twice] : []), ...rhythmChange(data, [-1, 2])]);
    const archive = encodeArchive([kept], '2026-10-12T00:00:00.000Z');
    const back = decodeArchive(archive);
    expect(back.ok && back.value[0]).toEqual(kept);
    const broken = decodeArchive(archive.replace('"2026-10-11T02:00:00.000Z"', '"yesterday"'));
    expect(broken.ok).toBe(false);
  });

  it('reads days as they are typed and refuses what are none', () => {
    expect(['7, 2', '7、2 2', '', ' １０ ', '60'].map(readDays)).toEqual([[7, 2], [7, 2], [], [10], [60]]);
    expect(['0', '61', '-1', '两天', '1.5', '999'].map(readDays)).toEqual([null, null, null, null, null, null]);
  });
});

describe('an answered form taken back', () => {
  const answered = out('f', {
    state: 'returned',
    returnedAt: '2026-10-09T00:00:00.000Z',
    strengths: '主动',
    answers: [
      { indicatorId: 'i', score: '80', notObserved: false, comment: '' },
      { indicatorId: 'j', score: null, notObserved: true, comment: '没有一起做过' },
    ],
  });
  it('holds nothing any more and is out again, or to be sent where it never was', () => {
    const empty = { answers: [], strengths: '', improvements: '', returnedAt: null };
    expect(takenBack([answered, { ...answered, id: 'typed', sentAt: null }, out('open')])).toMatchObject([
      { id: 'f', token: 'f', state: 'sent', ...empty },
      { id: 'typed', state: 'planned', ...empty },
    ]);
  });
  it('says how much is lost, not what', () => {
    expect(heldIn([answered])).toEqual({ scores: 2, remarks: 2 });
    expect(heldIn([out('open')])).toEqual({ scores: 0, remarks: 0 });
  });
});
