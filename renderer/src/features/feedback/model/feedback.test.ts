import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import { makeFeedbackForm, makeMember, makePlan, makePlanData, makeUnit } from '#shared/domain/builders';
import { applyChanges } from '#shared/domain/change';
import type { FeedbackForm } from '#shared/domain/feedback';
import type { PlanData } from '#shared/domain/planData';
import { decodeArchive, encodeArchive } from '#shared/migrations/archive';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { answeredForm, draftOf, indicatorsAsked, isComplete, putForms, readScore } from './answers';
import { acceptMissing, calibrate, remarks, resultRows, widestGap } from './results';
import { previewReturned } from './returned';
import { askable, minimumChange, planForms, readCustomers, readMinimum, roundRows, suggestRaters } from './round';
import { parcels, sentForms } from './sending';

let counter = 0;
const newId = (): string => `id-${++counter}`;
const sample = makeSamplePlan({ newId, now: '2026-10-12T00:00:00.000Z' });
const result = evaluatePlan(sample, '2026-10-12');
const memberId = (name: string): string => [...sample.members.values()].find((one) => one.name === name)?.id ?? '';
const indicatorId = (name: string): string =>
  [...sample.indicators.values()].find((one) => one.name === name)?.id ?? '';
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

describe('messages', () => {
  it('go once to each rater, with all of their forms and the address in the member list', () => {
    const data = makePlanData(makePlan({ id: 'p' }), { members: [makeMember({ id: 'r', email: 'r@example.com' })] });
    const form = (id: string, part: Partial<FeedbackForm>): FeedbackForm =>
      makeFeedbackForm({ id, assesseeId: 'a', relation: 'peer', ...part });
    const found = parcels(data, [
      form('1', { raterId: 'r' }),
      form('2', { raterName: '客户' }),
      form('3', { raterId: 'r' }),
    ]);
    expect(found.map(({ email, forms }) => [email, forms.map(({ id }) => id)])).toEqual([
      ['r@example.com', ['1', '3']],
      ['', ['2']],
    ]);
  });
  it('leave returned forms as they are', () => {
    const forms = [
      makeFeedbackForm({ id: '1', assesseeId: 'a', relation: 'peer' }),
      ...[...sample.feedbackForms.values()].slice(0, 2),
    ];
    expect(sentForms(forms, '2026-10-01T00:00:00.000Z').map(({ id, state }) => [id, state])).toEqual([['1', 'sent']]);
  });
});

describe('answers typed on screen', () => {
  it('are 0–100 or nothing', () => {
    expect(['', ' 88 ', '８８．５', '100', '0'].map(readScore)).toEqual([null, '88', '88.5', '100', '0']);
    expect(['101', '-1', '好', '1e2'].map(readScore)).toEqual(['invalid', 'invalid', 'invalid', 'invalid']);
  });
  it('leave a score beside 不了解 out', () => {
    const form = makeFeedbackForm({ id: 'f', assesseeId: 'a', relation: 'customer' });
    const draft = {
      answers: [{ indicatorId: 'i', score: '90', notObserved: true, comment: ' 响应快 ' }],
      strengths: '',
      improvements: '',
    };
    expect(isComplete(draft)).toBe(true);
    expect(answeredForm(form, draft, '2026-10-01T00:00:00.000Z')).toMatchObject({
      state: 'returned',
      answers: [{ score: null, notObserved: true, comment: '响应快' }],
    });
  });
  it('ask a customer only about what customers judge', () => {
    const names = (relation: 'customer' | 'self'): string[] =>
      indicatorsAsked(sample, result, memberId('刘子涵'), relation).map((one) => one.name);
    expect(names('customer')).toEqual(['客户满意度']);
    expect(names('self')).toHaveLength(3);
  });
  it('of peers are never opened again', () => {
    const asked = indicatorsAsked(sample, result, memberId('刘子涵'), 'peer');
    for (const form of sample.feedbackForms.values()) {
      const shown = draftOf(form, asked, result).answers.some((answer) => answer.score !== '' || answer.comment !== '');
      if (form.relation === 'peer' || form.relation === 'report') expect(shown).toBe(false);
    }
    expect([...sample.feedbackForms.values()].some((form) => form.relation === 'peer')).toBe(true);
  });
});

describe('forms about somebody of whom something is kept back', () => {
  const one = memberId('刘子涵');
  const asked = indicatorsAsked(sample, result, one, 'superior');
  const about = (relation: string) =>
    [...sample.feedbackForms.values()].filter((form) => form.assesseeId === one && form.relation === relation);

  it('are not opened with their answers, whoever gave them: they would lead to the hidden ones', () => {
    const [superior] = about('superior');
    if (!superior) throw new Error('the sample has no superior');
    const seen = (now: PlanData): boolean =>
      draftOf(superior, asked, evaluatePlan(now, '2026-10-12')).answers.some((answer) => answer.score !== '');
    expect(seen(sample)).toBe(true);
    const [peer] = about('peer');
    expect(seen(without((form) => form === peer))).toBe(false);
    const open = applyChanges(
      sample,
      putForms(sample, [{ ...makeFeedbackForm({ id: 'late', assesseeId: one, relation: 'report' }), state: 'sent' }]),
    );
    // Reports do not count here: waiting for one keeps nothing back.
    expect(seen(open)).toBe(true);
    const self = about('self')[0];
    if (!self) throw new Error('the sample has no self-assessment');
    expect(
      draftOf(
        self,
        asked,
        evaluatePlan(
          without((form) => form === peer),
          '2026-10-12',
        ),
      ).answers.some((answer) => answer.score !== ''),
    ).toBe(true);
  });

  it('say what was written in an order that is not that of the raters', () => {
    const texts = (data: PlanData): string[] =>
      remarks(data, one).shown.map(({ relation, kind, text }) => `${relation} ${kind} ${text}`);
    const turned = { ...sample, feedbackForms: new Map([...sample.feedbackForms].reverse()) };
    expect(texts(sample).length).toBeGreaterThan(3);
    expect(texts(turned)).toEqual(texts(sample));
  });

  it('asks for words where scores would not count, and takes them for an answer', () => {
    expect(indicatorsAsked(sample, result, one, 'report')).toEqual([]);
    expect(isComplete({ answers: [], strengths: ' ', improvements: '' })).toBe(false);
    expect(isComplete({ answers: [], strengths: '愿意听', improvements: '' })).toBe(true);
  });
});

describe('returned files', () => {
  const form = [...sample.feedbackForms.values()][0];
  const planned = makeFeedbackForm({ id: 'new', token: 'T-new', assesseeId: memberId('刘子涵'), relation: 'customer' });
  const data = applyChanges(sample, putForms(sample, [planned]));
  const file = (fileName: string, token: string) => ({
    fileName,
    answer: { ok: true as const, value: { token, answers: [], strengths: fileName, improvements: '' } },
  });
  it('are new, asked about, or refused; the later of two copies stands', () => {
    const preview = previewReturned(
      data,
      [
        file('a', 'T-new'),
        file('b', 'T-new'),
        file('c', form?.token ?? ''),
        file('d', 'other'),
        { fileName: 'e', answer: { ok: false, error: { code: 'file.damaged' } } },
      ],
      '2026-10-12T00:00:00.000Z',
    );
    expect(preview.fresh.map(({ id, strengths }) => [id, strengths])).toEqual([['new', 'b']]);
    expect(preview.replacing.map(({ id }) => id)).toEqual([form?.id]);
    expect(preview.refused.map(({ fileName }) => fileName)).toEqual(['d', 'e']);
    expect(preview.repeated).toEqual(['a']);
  });
});

describe('results', () => {
  const one = memberId('刘子涵');
  it('show no mean and no remark of peers who are fewer than three, nor what would lead back to it', () => {
    const peers = [...sample.feedbackForms.values()].filter(
      (form) => form.assesseeId === one && form.relation === 'peer',
    );
    const fewer = without((form) => form.id === peers[2]?.id);
    for (const row of resultRows(fewer, evaluatePlan(fewer, '2026-10-12'), one)) {
      expect(row.cells.get('peer')).toEqual({ kind: 'hidden' });
      expect(row.cells.get('superior')).toEqual({ kind: 'hidden' });
    }
    const said = remarks(fewer, one);
    expect(said.shown.filter((remark) => remark.relation === 'peer')).toEqual([]);
    expect(said.hidden).toEqual(['peer']);
    expect(remarks(sample, one).shown.some((remark) => remark.relation === 'peer')).toBe(true);
  });
  it('keep the computed score beside a calibrated one, and take it back', () => {
    const id = indicatorId('团队协作');
    const change = { score: '60', reason: '两次没有到场', at: '2026-10-12T00:00:00.000Z' };
    const changed = applyChanges(sample, calibrate(sample, one, id, change));
    const row = resultRows(changed, evaluatePlan(changed, '2026-10-12'), one).find(
      (other) => other.feedback.indicatorId === id,
    );
    expect(row).toMatchObject({
      calibration: { reason: '两次没有到场' },
      feedback: { score: { n: 60n, d: 1n }, computed: { n: 90n, d: 1n } },
    });
    const back = applyChanges(changed, calibrate(changed, one, id, null));
    expect(resultRows(back, evaluatePlan(back, '2026-10-12'), one)).toEqual(resultRows(sample, result, one));
  });
  it('are complete again once a missing relation is accepted', () => {
    const id = indicatorId('客户满意度');
    const fewer = without((form) => form.assesseeId === one && form.relation === 'customer');
    const gap = { relation: 'customer' as const, indicatorId: id };
    const unaccepted = (data: PlanData): number =>
      evaluatePlan(data, '2026-10-12').members.get(one)?.qualitative.unaccepted.length ?? -1;
    expect(unaccepted(fewer)).toBe(1);
    const accepted = applyChanges(fewer, acceptMissing(fewer, one, gap, true));
    expect(unaccepted(accepted)).toBe(0);
    expect(unaccepted(applyChanges(accepted, acceptMissing(accepted, one, gap, false)))).toBe(1);
  });
  it('name the widest gap between self and others', () => {
    expect(widestGap(resultRows(sample, result, one))?.name).toBe('团队协作');
  });
  it('never give a hidden mean, whoever is missing', () => {
    const about = [...sample.feedbackForms.values()].filter((form) => form.assesseeId === one);
    fc.assert(
      fc.property(fc.subarray(about), (gone) => {
        const data = without((form) => gone.includes(form));
        const peers = [...data.feedbackForms.values()].filter(
          (form) => form.assesseeId === one && form.relation === 'peer',
        );
        const few = peers.length < 3;
        for (const row of resultRows(data, evaluatePlan(data, '2026-10-12'), one)) {
          if (few) expect(row.cells.get('peer')?.kind).not.toBe('mean');
        }
      }),
      { numRuns: 30 },
    );
  });
});
