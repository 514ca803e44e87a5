import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import { makeFeedbackForm, makeMember, makePlan, makePlanData } from '#shared/domain/builders';
import { applyChanges } from '#shared/domain/change';
import type { FeedbackForm } from '#shared/domain/feedback';
import type { PlanData } from '#shared/domain/planData';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { answeredForm, draftOf, indicatorsAsked, isComplete, putForms, readScore } from './answers';
import { acceptMissing, calibrate, remarks, resultRows, widestGap } from './results';
import { previewReturned } from './returned';
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
