import { describe, expect, it } from 'vitest';
import { rawOfModel } from '../../../tests/fixtures/rawOfModel';
import { evaluatePlan } from '../../calc/plan';
import { makeFeedbackForm } from '../../domain/builders';
import { makeSamplePlan } from '../../domain/seed/samplePlan';
import type { PlanData } from '../../domain/planData';
import type { Relation } from '../../domain/indicator';
import type { SheetModel, WorkbookModel } from '../../workbook/model';
import { renderBlank } from '../renderWorkbook';
import { renderConversationRecord } from './conversationRecord';
import { formIndicators, renderFeedbackForm } from './feedbackForm';
import { renderGoalLetter } from './goalLetter';
import { renderIncentiveStatement } from './incentiveStatement';
import { readFeedbackForm, returnedInto } from './readFeedbackForm';

const exportedAt = '2026-10-12T02:20:00.000Z';
let n = 0;
const data = makeSamplePlan({ newId: () => `id-${(n += 1)}`, now: exportedAt });
const result = evaluatePlan(data, '2026-10-12');
const idOf = (name: string): string => [...data.members.values()].find((member) => member.name === name)?.id ?? '';
const formFor = (relation: Relation) =>
  makeFeedbackForm({ id: 'f', token: 'T-4711', assesseeId: idOf('刘子涵'), relation, due: '2026-10-09' });

const texts = (book: WorkbookModel): string =>
  book.sheets
    .flatMap(({ rows }) => rows.flat())
    .map((cell) => (cell?.value?.kind === 'text' ? cell.value.text : ''))
    .join('\n');

/** The book with texts or numbers typed into input cells; typing anywhere else throws. */
function filledIn(book: WorkbookModel, answers: Readonly<Record<string, string | number>>): WorkbookModel {
  const [form, ...rest] = book.sheets;
  if (!form) throw new Error('no form');
  const rows = form.rows.map((row) => [...row]);
  for (const [at, answer] of Object.entries(answers)) {
    const column = at.charCodeAt(0) - 65;
    const row = rows[Number(at.slice(1)) - 1];
    const cell = row?.[column];
    if (!row || cell?.role !== 'input') throw new Error(`${at} is not open`);
    const value =
      typeof answer === 'number'
        ? ({ kind: 'number', value: answer } as const)
        : ({ kind: 'text', text: answer } as const);
    row[column] = { ...cell, value };
  }
  return { ...book, sheets: [{ ...form, rows }, ...rest] };
}

const open = ({ rows }: SheetModel): string[] =>
  rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell?.role === 'input' ? [`${String.fromCharCode(65 + c)}${r + 1}`] : [])),
  );

describe('the 360 form', () => {
  const form = formFor('superior');
  const book = renderFeedbackForm({ data, form, locale: 'zh-CN', exportedAt });
  const indicators = formIndicators(data, form);

  it('asks one row an indicator that the relation judges, with its description', () => {
    expect(indicators.length).toBeGreaterThan(1);
    for (const { name, definition } of indicators) {
      expect(texts(book)).toContain(name);
      expect(texts(book)).toContain(definition);
    }
  });

  it('has only its answer cells open', () => {
    const sheet = book.sheets[0];
    const first = 8;
    const answers = indicators.flatMap((_, at) => ['C', 'D', 'E'].map((column) => `${column}${first + at}`));
    const last = first + indicators.length + 1;
    const wide = [last, last + 1].flatMap((row) => ['B', 'C', 'D', 'E'].map((column) => `${column}${row}`));
    expect(sheet?.protect).toBe(true);
    expect(open(sheet as SheetModel)).toEqual([...answers, ...wide]);
  });

  it('comes back by its token with scores, what was not observed, examples and the two remarks', () => {
    const last = 8 + indicators.length + 1;
    const filled = filledIn(book, {
      C8: 92,
      E8: '带新人两次',
      D9: '是',
      E9: '没有一起做过',
      [`B${last}`]: '主动',
      [`B${last + 1}`]: '早点报风险',
    });
    const read = readFeedbackForm(rawOfModel(filled));
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.token).toBe('T-4711');
    expect(read.value.answers.slice(0, 2)).toEqual([
      {
        indicatorId: indicators[0]?.id,
        indicatorName: indicators[0]?.name,
        score: '92',
        notObserved: false,
        comment: '带新人两次',
      },
      {
        indicatorId: indicators[1]?.id,
        indicatorName: indicators[1]?.name,
        score: null,
        notObserved: true,
        comment: '没有一起做过',
      },
    ]);
    expect([read.value.strengths, read.value.improvements]).toEqual(['主动', '早点报风险']);
    const known: PlanData = { ...data, feedbackForms: new Map([['f', form]]) };
    const back = returnedInto(known, read.value, exportedAt);
    expect(back).toMatchObject({ ok: true, value: { replaces: false, form: { id: 'f', state: 'returned' } } });
    expect(returnedInto({ ...data, feedbackForms: new Map() }, read.value, exportedAt)).toMatchObject({
      ok: false,
      error: { code: 'feedback.unknownToken' },
    });
  });

  it('says that a form which came back before is replaced', () => {
    const read = readFeedbackForm(rawOfModel(filledIn(book, { C8: 70 })));
    if (!read.ok) throw new Error(read.error.code);
    const known: PlanData = { ...data, feedbackForms: new Map([['f', { ...form, state: 'returned' as const }]]) };
    expect(returnedInto(known, read.value, exportedAt)).toMatchObject({ ok: true, value: { replaces: true } });
  });

  it('maps 1–5 linearly to 20–100, and refuses what its scale does not have', () => {
    const five = renderFeedbackForm({ data, form, locale: 'en', exportedAt, scale: 'five' });
    const read = readFeedbackForm(rawOfModel(filledIn(five, { C8: 4, C9: 1 })));
    expect(read.ok && read.value.answers.slice(0, 2).map(({ score }) => score)).toEqual(['80', '20']);
    for (const wrong of [6, 0, 3.5]) {
      expect(readFeedbackForm(rawOfModel(filledIn(five, { C8: wrong })))).toMatchObject({
        ok: false,
        error: { code: 'feedback.badScore', params: { cell: 'C8' } },
      });
    }
    expect(readFeedbackForm(rawOfModel(filledIn(book, { C8: 101 })))).toMatchObject({ ok: false });
  });

  it('asks reports whose scores do not count for words only, and takes them back in', () => {
    const report = { ...formFor('report'), token: 'T-report' };
    const words = renderFeedbackForm({ data, form: report, locale: 'zh-CN', exportedAt });
    expect(texts(words)).not.toContain('不了解');
    const last =
      (words.sheets[0]?.rows ?? []).findIndex((row) =>
        row.some((cell) => cell?.value?.kind === 'text' && cell.value.text === '做得好的'),
      ) + 1;
    const read = readFeedbackForm(rawOfModel(filledIn(words, { [`B${last}`]: '愿意听' })));
    expect(read).toMatchObject({ ok: true, value: { token: 'T-report', answers: [], strengths: '愿意听' } });
    expect(readFeedbackForm(rawOfModel(words))).toMatchObject({
      ok: false,
      error: { code: 'feedback.nothingAnswered' },
    });
  });

  it('refuses a form nobody filled in, and a workbook that is none', () => {
    expect(readFeedbackForm(rawOfModel(book))).toMatchObject({
      ok: false,
      error: { code: 'feedback.nothingAnswered' },
    });
    const other = renderBlank('goals', { locale: 'zh-CN', exportedAt });
    expect(readFeedbackForm(rawOfModel(other))).toMatchObject({ ok: false, error: { code: 'feedback.notAForm' } });
    const blank = renderBlank('feedback', { locale: 'zh-CN', exportedAt });
    expect(readFeedbackForm(rawOfModel(blank))).toMatchObject({ ok: false, error: { code: 'feedback.noToken' } });
  });

  it('promises confidentiality to peers and reports, and to customers and superiors what is true', () => {
    expect(texts(renderFeedbackForm({ data, form: formFor('peer'), locale: 'zh-CN', exportedAt }))).toContain(
      '满 3 份才单独显示',
    );
    const reports = texts(renderFeedbackForm({ data, form: formFor('report'), locale: 'zh-CN', exportedAt }));
    expect(reports).toContain('您不必评分，只写文字。同一关系满 3 份才显示文字');
    for (const relation of ['superior', 'customer'] as const) {
      const known = texts(renderFeedbackForm({ data, form: formFor(relation), locale: 'zh-CN', exportedAt }));
      expect(known).toMatch(/辨认出来自您/);
      expect(known).not.toContain('满 3 份');
    }
  });

  it('names nobody but the assessee', () => {
    const all = texts(book);
    for (const { name } of data.members.values()) if (name !== '刘子涵') expect(all).not.toContain(name);
  });

  it('is handed out blank with the shipped qualitative indicators', () => {
    expect(texts(renderBlank('feedback', { locale: 'zh-CN', exportedAt }))).toContain('团队协作');
  });
});

describe('the forms of one person', () => {
  const options = { data, result, memberId: idOf('刘子涵'), locale: 'zh-CN', exportedAt } as const;

  it('record the conversation without the private notes', () => {
    const talk = data.conversations.get(options.memberId);
    const all = texts(renderConversationRecord(options));
    expect(all).toContain(talk?.achievements);
    expect(all).toContain(talk?.improvement[0]?.action);
    expect(talk?.privateNotes).not.toBe('');
    expect(all).not.toContain(talk?.privateNotes);
  });

  it('list in the letter the goals of that person, and no others', () => {
    const all = texts(renderGoalLetter(options));
    const goals = [...data.goals.values()];
    const own = goals.filter(({ holder }) => holder.kind === 'member' && holder.memberId === options.memberId);
    const others = goals.filter(({ holder }) => holder.kind === 'member' && holder.memberId !== options.memberId);
    expect(own.length).toBeGreaterThan(2);
    for (const { code } of own) expect(all.split('\n')).toContain(code);
    for (const { code } of others) expect(all.split('\n')).not.toContain(code);
  });

  it('state that person’s amounts, and nobody else’s', () => {
    const book = renderIncentiveStatement(options);
    const values = book.sheets
      .flatMap(({ rows }) => rows.flat())
      .flatMap((cell) => {
        if (cell?.value?.kind === 'formula') return [cell.value.cached];
        return cell?.value?.kind === 'number' ? [cell.value.value] : [];
      });
    const { payout } = result.members.get(options.memberId) ?? {};
    expect(values).toContain((payout?.bonus ?? NaN) / 100);
    expect(values).toContain((payout?.paid ?? NaN) / 100);
    for (const { name, id } of data.members.values()) {
      const superior = data.members.get(options.memberId)?.superiorId;
      if (id !== options.memberId && id !== superior) expect(texts(book)).not.toContain(name);
    }
  });
});
