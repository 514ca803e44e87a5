import { describe, expect, it } from 'vitest';
import { applyChanges } from '#shared/domain/change';
import {
  addAction,
  clockText,
  entriesOn,
  entryOf,
  meetingPeople,
  minutesText,
  openActions,
  personCard,
  removeAction,
  secondsEach,
  setActionState,
  writeEntry,
} from './meeting';
import { idSource, resultOf, sampleOn } from './sample.fixture';

const date = '2026-08-31';
const data = sampleOn(date);
const [first] = meetingPeople(data);
if (!first) throw new Error('nobody in the sample');
const at = { date, memberId: first.id, attendees: '全体' };

describe('the time of a meeting', () => {
  it('is fifteen minutes split evenly', () => {
    expect(secondsEach(12)).toBe(75);
    expect(secondsEach(0)).toBe(900);
  });
  it('is shown in minutes and seconds, with a minus when it is over', () => {
    expect([clockText(900), clockText(65.9), clockText(-61), clockText(-0.4)]).toEqual([
      '15:00',
      '1:05',
      '−1:01',
      '0:00',
    ]);
  });
});

describe('what is noted in a meeting', () => {
  const newId = idSource();
  const noted = applyChanges(data, [writeEntry(data, at, { progress: '签了两单' }, newId)]);

  it('goes into one entry a person', () => {
    const twice = applyChanges(noted, [writeEntry(noted, at, { difficulty: '交期' }, newId)]);
    const own = entriesOn(twice, date).filter(({ memberId }) => memberId === first.id);
    expect(own.map(({ progress, difficulty }) => [progress, difficulty])).toEqual([['签了两单', '交期']]);
  });
  it('keeps every further action as a line of its own', () => {
    const one = applyChanges(noted, [
      addAction(noted, at, { text: '拜访 3 家', ownerId: first.id, due: '2026-09-04' }, newId),
    ]);
    const two = applyChanges(one, [addAction(one, at, { text: '出方案', ownerId: null, due: null }, newId)]);
    const own = entriesOn(two, date).filter(({ memberId }) => memberId === first.id);
    expect(own.map(({ action }) => action)).toEqual(['拜访 3 家', '出方案']);
    const text = minutesText(two, date, {
      progress: '进展',
      difficulty: '困难',
      support: '支持',
      keyIssue: '问题',
      action: '行动',
    });
    expect(text).toContain('签了两单');
    expect(text).toContain(`拜访 3 家 (${first.name}, 2026-09-04)`);
  });
  it('is taken back without what else was said, and leaves no empty entry', () => {
    const action = { text: '拜访 3 家', ownerId: first.id, due: '2026-09-04' };
    const one = applyChanges(noted, [addAction(noted, at, action, newId)]);
    const two = applyChanges(one, [addAction(one, at, { ...action, text: '出方案' }, newId)]);
    const [said, other] = entriesOn(two, date).filter(({ memberId }) => memberId === first.id);
    if (!said || !other) throw new Error('no entries');
    const without = applyChanges(two, removeAction(two, said));
    expect(entryOf(without, date, first.id)).toMatchObject({
      progress: '签了两单',
      action: '',
      due: null,
      ownerId: null,
    });
    expect(applyChanges(without, removeAction(without, other)).meetings.has(other.id)).toBe(false);
  });
  it('comes back the week after as an open action until it is done', () => {
    const one = applyChanges(noted, [
      addAction(noted, at, { text: '拜访 3 家', ownerId: first.id, due: '2026-09-04' }, newId),
    ]);
    const next = openActions(one, first.id, '2026-09-07');
    const mine = next.find(({ text }) => text === '拜访 3 家');
    if (!mine) throw new Error('action is gone');
    expect(openActions(one, first.id, date).some(({ text }) => text === '拜访 3 家')).toBe(false);
    const done = applyChanges(one, setActionState(one, mine, 'done'));
    expect(openActions(done, first.id, '2026-09-07').some(({ text }) => text === '拜访 3 家')).toBe(false);
  });
});

describe('the card of a person', () => {
  it('shows every indicator the person carries', () => {
    const card = personCard(data, resultOf(data), first, date);
    expect(card.goals.map(({ indicator }) => indicator.name)).toEqual(['销售额', '新客户', '回款率']);
  });
});
