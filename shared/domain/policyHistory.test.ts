import { describe, expect, it } from 'vitest';
import { decodeArchive, encodeArchive } from '../migrations/archive';
import { makePlan, makePlanData } from './builders';
import { enactPolicy, policyVersions } from './policyHistory';

const AT = '2026-08-03T02:00:00.000Z';
const LATER = '2026-08-10T02:00:00.000Z';
const plan = makePlan({ id: 'p' });
const stricter = enactPolicy(plan, { ...plan.policy, starShare: '0.1' }, { at: AT, note: '名额收紧' });

describe('the rules of a plan', () => {
  it('have the first version before anything is changed', () => {
    expect(policyVersions(plan).map(({ policy, at }) => [policy.version, at])).toEqual([[1, plan.createdAt]]);
  });

  it('keep the version before when they are changed, with day, reason and whose pay it changed', () => {
    const effects = [{ name: '赵一鸣', before: 1_800_000, after: 1_600_000 }];
    const next = enactPolicy(stricter, { ...stricter.policy, prorate: true }, { at: LATER, note: '', effects });
    expect(policyVersions(next).map(({ policy }) => [policy.version, policy.starShare, policy.prorate])).toEqual([
      [1, '0.2', false],
      [2, '0.1', false],
      [3, '0.1', true],
    ]);
    expect(policyVersions(next)[1]).toMatchObject({ at: AT, note: '名额收紧' });
    expect(policyVersions(next)[2]?.effects).toEqual(effects);
  });

  it('go back as a new version, so that nothing that was in force is forgotten', () => {
    const back = enactPolicy(stricter, policyVersions(stricter)[0]?.policy ?? plan.policy, { at: LATER, note: '' });
    expect(back.policy).toEqual({ ...plan.policy, version: 3 });
    expect(policyVersions(back)).toHaveLength(3);
  });

  it('make no version when nothing is changed', () => {
    expect(enactPolicy(stricter, { ...stricter.policy }, { at: LATER, note: '' })).toBe(stricter);
  });

  it('go through an archive with all their versions', () => {
    const data = makePlanData(stricter);
    expect(decodeArchive(encodeArchive([data], LATER))).toEqual({ ok: true, value: [data] });
    const broken = encodeArchive([data], LATER).replace('"note":"名额收紧"', '"note":7');
    expect(decodeArchive(broken)).toMatchObject({
      error: { code: 'archive.unreadable', params: { at: 'plans[0].plan.policyHistory[1].note' } },
    });
  });
});
