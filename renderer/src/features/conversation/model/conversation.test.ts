import { describe, expect, it } from 'vitest';
import { makeMember, makePlan, makePlanData } from '#shared/domain/builders';
import { applyChanges } from '#shared/domain/change';
import { confirmChanges, conversationOf, isClosed, talkChanges } from './conversation';
import { neighbour } from './steps';

const AT = '2026-10-12T06:00:00.000Z';
const data = makePlanData(makePlan({ id: 'p' }), { members: [makeMember({ id: 'a' })] });

describe('a performance conversation', () => {
  it('is held on the day both sides have confirmed, not before', () => {
    const one = applyChanges(data, confirmChanges(data, 'a', 'manager', AT, '2026-10-12'));
    expect(conversationOf(one, 'a')).toMatchObject({ heldOn: null, managerConfirmedAt: AT });
    const both = applyChanges(one, confirmChanges(one, 'a', 'member', AT, '2026-10-12'));
    expect(conversationOf(both, 'a').heldOn).toBe('2026-10-12');
    expect(isClosed(conversationOf(both, 'a'))).toBe(true);
  });

  it('can no longer be changed once both have confirmed', () => {
    let plan = applyChanges(data, confirmChanges(data, 'a', 'manager', AT, '2026-10-12'));
    plan = applyChanges(plan, confirmChanges(plan, 'a', 'member', AT, '2026-10-12'));
    expect(talkChanges(plan, 'a', { gaps: '改写' })).toEqual([]);
  });

  it('asks the side that had confirmed again when something it confirmed was changed', () => {
    const one = applyChanges(data, confirmChanges(data, 'a', 'manager', AT, '2026-10-12'));
    const noted = applyChanges(one, talkChanges(one, 'a', { privateNotes: '只给自己', scheduledOn: '2026-10-11' }));
    expect(conversationOf(noted, 'a').managerConfirmedAt).toBe(AT);
    const same = applyChanges(noted, talkChanges(noted, 'a', { gaps: '' }));
    expect(conversationOf(same, 'a').managerConfirmedAt).toBe(AT);
    const objected = applyChanges(same, talkChanges(same, 'a', { objection: true }));
    expect(conversationOf(objected, 'a')).toMatchObject({ objection: true, managerConfirmedAt: null });
  });

  it('goes through its steps in order and stops at both ends', () => {
    expect(neighbour('achievements', -1)).toBeNull();
    expect(neighbour('plan', 1)).toBe('incentive');
    expect(neighbour('confirm', 1)).toBeNull();
  });
});
