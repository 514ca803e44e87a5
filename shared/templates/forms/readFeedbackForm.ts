import type { FeedbackAnswer, FeedbackForm } from '../../domain/feedback';
import { err, ok, type Result } from '../../domain/issue';
import type { PlanData } from '../../domain/planData';
import type { Decimal, Instant } from '../../domain/primitives';
import type { RawCell, RawSheet, RawWorkbook } from '../../workbook/model';
import { parseWrittenNumber, scale as scaled } from '../codec/numberText';
import { cleanText, looseText } from '../codec/text';
import type { Bilingual } from '../definition';
import { address } from '../render/address';
import { WAYMARK_SHEET } from '../render/waymark';
import { YES_NO } from '../choices';
import { WORDS } from './feedbackWords';

/** A form as it came back. */
export interface ReturnedForm {
  readonly token: string;
  readonly answers: readonly ReturnedAnswer[];
  readonly strengths: string;
  readonly improvements: string;
}

export interface ReturnedAnswer extends Omit<FeedbackAnswer, 'indicatorId'> {
  /** By the hidden key of the row; null in a form that was retyped. */
  readonly indicatorId: string | null;
  readonly indicatorName: string;
}

const textOf = (cell: RawCell | null | undefined): string => cleanText(cell?.text ?? '');
const is = (text: string, word: Bilingual): boolean =>
  [word.zh, word.en].some((one) => looseText(one) === looseText(text));

/**
 * Reads a returned 360 form (templates.md, Forms). Scores of a 1–5 form become 20–100. Codes: `feedback.notAForm`,
 * `feedback.noToken`, `feedback.badScore` (with sheet, cell and text), `feedback.nothingAnswered`.
 */
export function readFeedbackForm(raw: RawWorkbook): Result<ReturnedForm> {
  const marks = new Map(
    raw.sheets
      .find(({ name }) => name === WAYMARK_SHEET)
      ?.rows.map((row): [string, string] => [textOf(row[0]), textOf(row[1])]),
  );
  for (const sheet of raw.sheets) {
    const header = sheet.rows.findIndex((row) => row.some((cell) => is(textOf(cell), WORDS.notObserved)));
    if (sheet.name === WAYMARK_SHEET) continue;
    // A form that asks for words only has no table of scores.
    const wordsOnly = header < 0 && hasLabel(sheet, WORDS.token) && hasLabel(sheet, WORDS.strengths);
    if (header < 0 && !wordsOnly) continue;
    const columns = columnsOf(sheet, header);
    if (!wordsOnly && (columns.indicator < 0 || columns.score < 0)) continue;
    const token = besides(sheet, WORDS.token) || (marks.get('token') ?? '');
    if (token === '') return err({ code: 'feedback.noToken' });
    const answers = wordsOnly
      ? ok<ReturnedAnswer[]>([])
      : answersOf(sheet, header, columns, marks.get('scale') === 'five' || saysFive(sheet));
    if (!answers.ok) return answers;
    const [strengths, improvements] = [besides(sheet, WORDS.strengths), besides(sheet, WORDS.improvements)];
    const said = answers.value.some(
      ({ score, notObserved, comment }) => score !== null || notObserved || comment !== '',
    );
    if (!said && strengths === '' && improvements === '') return err({ code: 'feedback.nothingAnswered' });
    return ok({ token, answers: answers.value, strengths, improvements });
  }
  return err({ code: 'feedback.notAForm' });
}

/**
 * The form record of the plan with the answers that came back. `replaces` = it had come back before: a form counts once,
 * so ask first. Codes: `feedback.unknownToken`, `feedback.unknownIndicator`.
 */
export function returnedInto(
  data: PlanData,
  returned: ReturnedForm,
  now: Instant,
): Result<{ readonly form: FeedbackForm; readonly replaces: boolean }> {
  const form = [...data.feedbackForms.values()].find(({ token }) => token === returned.token);
  if (!form) return err({ code: 'feedback.unknownToken', params: { text: returned.token } });
  const answers: FeedbackAnswer[] = [];
  for (const { indicatorId, indicatorName, ...answer } of returned.answers) {
    const indicator =
      data.indicators.get(indicatorId ?? '') ??
      [...data.indicators.values()].find(({ name }) => looseText(name) === looseText(indicatorName));
    if (!indicator) return err({ code: 'feedback.unknownIndicator', params: { text: indicatorName } });
    answers.push({ ...answer, indicatorId: indicator.id });
  }
  const { strengths, improvements } = returned;
  return ok({
    form: { ...form, answers, strengths, improvements, state: 'returned', returnedAt: now },
    replaces: form.state === 'returned',
  });
}

interface Columns {
  readonly indicator: number;
  readonly score: number;
  readonly notObserved: number;
  readonly comment: number;
  readonly key: number;
}

function columnsOf(sheet: RawSheet, header: number): Columns {
  const row = sheet.rows[header] ?? [];
  const at = (word: Bilingual): number => row.findIndex((cell) => is(textOf(cell), word));
  const comment = at(WORDS.comment);
  return {
    indicator: at(WORDS.indicator),
    score: at(WORDS.score),
    notObserved: at(WORDS.notObserved),
    comment,
    // The hidden key stands right of the last column of the form.
    key: comment < 0 ? -1 : comment + 1,
  };
}

const hasLabel = (sheet: RawSheet, word: Bilingual): boolean =>
  sheet.rows.some((row) => row.some((cell) => is(textOf(cell), word)));

/** The text right of a label. */
function besides(sheet: RawSheet, word: Bilingual): string {
  for (const row of sheet.rows) {
    const at = row.findIndex((cell) => is(textOf(cell), word));
    if (at >= 0) return textOf(row[at + 1]);
  }
  return '';
}

const saysFive = (sheet: RawSheet): boolean =>
  sheet.rows.some((row) => row.some((cell) => is(textOf(cell), WORDS.howFive)));

function answersOf(sheet: RawSheet, header: number, columns: Columns, five: boolean): Result<ReturnedAnswer[]> {
  const answers: ReturnedAnswer[] = [];
  for (let r = header + 1; r < sheet.rows.length; r += 1) {
    const row = sheet.rows[r] ?? [];
    const name = textOf(row[columns.indicator]);
    if (is(name, WORDS.strengths) || is(name, WORDS.improvements)) break;
    if (name === '') continue;
    const notObserved = isYes(textOf(row[columns.notObserved]));
    const written = textOf(row[columns.score]);
    const score = notObserved || written === '' ? null : scoreOf(written, five);
    if (score === undefined) {
      const cell = address(columns.score, r + 1);
      return err({
        code: 'feedback.badScore',
        params: { text: written, indicator: name, sheet: sheet.name, cell, max: five ? 5 : 100 },
      });
    }
    answers.push({
      indicatorId: textOf(row[columns.key]) || null,
      indicatorName: name,
      score,
      notObserved,
      comment: textOf(row[columns.comment]),
    });
  }
  return ok(answers);
}

function isYes(text: string): boolean {
  const yes = YES_NO.find(({ value }) => value === 'yes');
  const names = yes ? [yes.label.zh, yes.label.en, ...(yes.synonyms ?? [])] : [];
  return text !== '' && names.some((name) => looseText(name) === looseText(text));
}

/** Canonical score 0–100; undefined when it is no score of the form's scale. */
function scoreOf(text: string, five: boolean): Decimal | undefined {
  const number = parseWrittenNumber(text.replace(/分$/, ''));
  if (!number.ok || number.value.unit !== '') return undefined;
  const value = Number(number.value.value);
  if (five) {
    return Number.isInteger(value) && value >= 1 && value <= 5
      ? (scaled(number.value.value, 20n) ?? undefined)
      : undefined;
  }
  return value >= 0 && value <= 100 ? number.value.value : undefined;
}
