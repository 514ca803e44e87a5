import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import { makeMember, makePlan, makePlanData, makeUnit } from '#shared/domain/builders';
import { applyChanges } from '#shared/domain/change';
import type { FeedbackForm } from '#shared/domain/feedback';
import type { PlanData } from '#shared/domain/planData';
import { decodeArchive, encodeArchive } from '#shared/migrations/archive';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { putForms } from './answers';
import { askable, minimumChange, planForms, readCustomers, readMinimum, roundRows, suggestRaters } from './round';

let counter = 0;
const newId = (): string => `id-${++counter}`;
const sample = makeSamplePlan({ newId, now: '2026-10-12T00:00:00.000Z' });
const memberId = (name: string): string => [...sample.members.values()].find((one) => one.name === name)?.id ?? '';
const without = (drop: (form: FeedbackForm) => boolean): PlanData => ({
  ...sample,
  feedbackForms: new Map([...sample.feedbackForms].filter(([, form]) => !drop(form))),
});

describe('raters suggested from the organisation', () => {
  const data = makePlanData(makePlan({ id: 'p' }), {
    units: [
      makeUnit({ id: 'u', level: 'department' }),
      makeUnit({ id: 'a', parentId: 'u' }),
      makeUnit({ id: 'b', parentId: 'u' }),
    ],
    members: [
      makeMember({ id: 'boss', unitId: 'u', order: 0 }),
      makeMember({ id: 'lead', unitId: 'a', superiorId: 'boss', order: 1 }),
      makeMember({ id: 'one', unitId: 'a', superiorId: 'lead', email: 'one@example.com', order: 2 }),
      makeMember({ id: 'two', unitId: 'a', superiorId: 'lead', order: 3 }),
      makeMember({ id: 'gone', unitId: 'a', superiorId: 'lead', leftOn: '2026-08-01', order: 4 }),
      makeMember({ id: 'far1', unitId: 'b', order: 5 }),
      makeMember({ id: 'far2', unitId: 'b', order: 6 }),
      makeMember({ id: 'helper', unitId: 'a', external: true, order: 7 }),
    ],
  });
  const of = (id: string, relation: string): (string | null)[] =>
    suggestRaters(data, id, '2026-10-01').flatMap((rater) => (rater.relation === relation ? [rater.raterId] : []));

  it('are the direct superior, the unit, those who report, and the person', () => {
    expect(of('lead', 'superior')).toEqual(['boss']);
    expect(of('lead', 'report')).toEqual(['one', 'two']);
    expect(of('lead', 'self')).toEqual(['lead']);
  });
  it('reach into neighbouring units until there are three colleagues, and never name the superior or who has left', () => {
    expect(of('one', 'peer')).toEqual(['two', 'far1', 'far2']);
  });
  it('are the other leaders first for somebody who leads', () => {
    const peers = suggestRaters(sample, memberId('陈立群'), '2026-10-01').filter((rater) => rater.relation === 'peer');
    expect(peers.slice(0, 2).map((rater) => rater.name)).toEqual(['林晓雯', '张明轩']);
  });
  it('name a superior who is only written', () => {
    const written = applyChanges(data, [
      { collection: 'members', id: 'boss', after: makeMember({ id: 'boss', superiorName: '周敏' }) },
    ]);
    expect(suggestRaters(written, 'boss', '2026-10-01')[0]).toMatchObject({ raterId: null, name: '周敏' });
  });
  it('are asked once, however often one asks', () => {
    const raters = suggestRaters(data, 'one', '2026-10-01');
    const first = planForms(data, 'one', [...raters, ...raters], { newId, due: '2026-10-08' });
    expect(first).toHaveLength(raters.length);
    expect(new Set(first.map((form) => form.token)).size).toBe(first.length);
    expect(first.every((form) => form.state === 'planned' && form.due === '2026-10-08')).toBe(true);
    expect(planForms(applyChanges(data, putForms(data, first)), 'one', raters, { newId, due: null })).toEqual([]);
  });
});

describe('members who may be asked', () => {
  it('are the person for 自评 alone, and others once, whatever the relation', () => {
    const one = memberId('刘子涵');
    const names = (relation: 'peer' | 'superior' | 'self'): string[] =>
      askable(sample, one, relation).map(({ name }) => name);
    expect(names('self')).toEqual([]);
    expect(names('peer')).not.toContain('刘子涵');
    // 陈立群 judges as superior, 王思远 as colleague.
    for (const asked of ['陈立群', '王思远']) expect([...names('peer'), ...names('superior')]).not.toContain(asked);
    expect(names('peer')).toContain('郑凯');
    const fewer = without((form) => form.assesseeId === one && form.relation === 'self');
    expect(askable(fewer, one, 'self').map(({ name }) => name)).toEqual(['刘子涵']);
  });
});

describe('customers as pasted', () => {
  it('are read with or without an address, however it is set apart', () => {
    expect(
      readCustomers(
        '恒远机电，buyer@example.com\n新达材料\tcg@example.com\n"李工" <li@example.com>\n\n东成 实业\nx@example.com',
      ),
    ).toMatchObject([
      { name: '恒远机电', email: 'buyer@example.com' },
      { name: '新达材料', email: 'cg@example.com' },
      { name: '李工', email: 'li@example.com' },
      { name: '东成 实业', email: '' },
      { name: 'x@example.com', email: 'x@example.com' },
    ]);
  });
});

describe('the round at a glance', () => {
  it('counts asked and answered by relation, and marks who is asked too few', () => {
    const one = memberId('刘子涵');
    const fewer = without((form) => form.assesseeId === one && form.relation === 'customer');
    const row = roundRows(fewer, evaluatePlan(fewer, '2026-10-12')).find(({ member }) => member.id === one);
    const cell = (relation: string) => row?.cells.find((other) => other.relation === relation);
    expect(cell('peer')).toMatchObject({ asked: 3, answered: 3, short: false });
    expect(cell('customer')).toMatchObject({ asked: 0, short: true });
    expect(cell('report')).toMatchObject({ asked: 0, counts: false, short: false });
  });
});

describe('the minimum of raters', () => {
  it('marks who is asked too few, and is what suggestions aim at', () => {
    const one = memberId('刘子涵');
    const five = applyChanges(sample, minimumChange(sample, { superior: 1, peer: 5, customer: 0, report: 3, self: 1 }));
    const row = roundRows(five, evaluatePlan(five, '2026-10-12')).find(({ member }) => member.id === one);
    expect(row?.cells.map(({ relation, short }) => [relation, short])).toEqual([
      ['superior', false],
      ['peer', true],
      ['customer', false],
      ['report', false],
      ['self', false],
    ]);
    const peers = (data: PlanData): number =>
      suggestRaters(data, one, '2026-10-01').filter(({ relation }) => relation === 'peer').length;
    expect([peers(sample), peers(five)]).toEqual([3, 5]);
    const back = decodeArchive(encodeArchive([five], '2026-10-12T00:00:00.000Z'));
    expect(back.ok && back.value[0]?.plan.feedbackMinimum).toEqual(five.plan.feedbackMinimum);
  });
  it('is a whole number that a round can have', () => {
    expect(['0', ' 3 ', '２０', '21', '-1', '1.5', '', 'x'].map(readMinimum)).toEqual([
      0,
      3,
      20,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
