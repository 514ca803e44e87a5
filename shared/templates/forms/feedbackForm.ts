import type { FeedbackForm } from '../../domain/feedback';
import type { Indicator, Relation } from '../../domain/indicator';
import type { PlanData } from '../../domain/planData';
import type { Instant } from '../../domain/primitives';
import { indicatorFrom, indicatorLibrary } from '../../domain/seed/indicatorLibrary';
import type { ListValidation, SheetModel, WorkbookModel } from '../../workbook/model';
import { RELATIONS, YES_NO } from '../choices';
import { both, say, type Locale, type SheetDefinition } from '../definition';
import { FORMAT_VERSION, WAYMARK_SHEET } from '../render/waymark';
import { PROMISES, WORDS } from './feedbackWords';
import { dateCell, field, formBook, formSheet, speaker, textCell, type FormLine } from './grid';

/** 0–100, or 1–5 which counts as 20–100 (specification section 4). */
export type FormScale = 'hundred' | 'five';

export interface FeedbackFormOptions {
  readonly data: PlanData;
  readonly form: FeedbackForm;
  readonly locale: Locale;
  /** From the host's clock. */
  readonly exportedAt: Instant;
  /** Default `hundred`. */
  readonly scale?: FormScale | undefined;
}

const WIDTH = 5;
const SCORES: Readonly<Record<FormScale, readonly string[]>> = {
  hundred: Array.from({ length: 21 }, (_, at) => String(100 - 5 * at)),
  five: ['5', '4', '3', '2', '1'],
};

/**
 * The qualitative indicators of the assessee that this relation judges; the assessee judges all of them. None for reports
 * whose scores would not count: they are asked for words only.
 */
export function formIndicators(data: PlanData, form: Pick<FeedbackForm, 'assesseeId' | 'relation'>): Indicator[] {
  const { assesseeId, relation } = form;
  const goals = [...data.goals.values()]
    .filter(({ holder, weight }) => holder.kind === 'member' && holder.memberId === assesseeId && weight !== null)
    .sort((a, b) => a.order - b.order);
  const indicators = goals.flatMap(({ indicatorId }) => data.indicators.get(indicatorId) ?? []);
  return [...new Set(indicators)].filter(
    ({ kind, relations }) => kind === 'qualitative' && (relation === 'self' || Number(relations[relation] ?? 0) > 0),
  );
}

/** 360度反馈表 for one rater and one assessee. It holds nothing about anybody else. */
export function renderFeedbackForm(options: FeedbackFormOptions): WorkbookModel {
  const { data, form, locale, exportedAt, scale = 'hundred' } = options;
  const assessee = data.members.get(form.assesseeId)?.name ?? '';
  const sheet = drawForm({
    locale,
    scale,
    plan: data.plan.name,
    assessee,
    relation: form.relation,
    due: form.due,
    token: form.token,
    indicators: formIndicators(data, form),
    answers: form.state === 'returned' ? form : null,
  });
  const title = [say(WORDS.title, locale), assessee].filter((part) => part !== '').join(' · ');
  return formBook([sheet, markSheet(form.token, scale)], title, exportedAt);
}

interface Drawn {
  readonly locale: Locale;
  readonly scale: FormScale;
  readonly plan: string;
  readonly assessee: string;
  /** null = the blank form: written in by hand. */
  readonly relation: Relation | null;
  readonly due: string | null;
  readonly token: string;
  readonly indicators: readonly Indicator[];
  readonly answers: FeedbackForm | null;
}

function drawForm(form: Drawn): SheetModel {
  const t = speaker(form.locale);
  const head = form.relation === null ? 'input' : 'infoValue';
  const relation = RELATIONS.find(({ value }) => value === form.relation);
  const lines: FormLine[] = [
    {
      cells: [
        textCell(t(WORDS.assessee), 'infoLabel'),
        textCell(form.assessee, head),
        textCell(t(WORDS.relation), 'infoLabel'),
        textCell(relation ? t(relation.label) : '', head, 2),
      ],
    },
    {
      cells: [
        textCell(t(WORDS.plan), 'infoLabel'),
        textCell(form.plan, head),
        textCell(t(WORDS.due), 'infoLabel'),
        dateCell(form.due, head, 2),
      ],
    },
    { cells: [textCell(t(WORDS.token), 'infoLabel'), textCell(form.token, 'infoValue', WIDTH - 1)] },
    { cells: [textCell(t(promiseOf(form)), 'note', WIDTH)], height: 48 },
  ];
  if (form.indicators.length > 0) {
    const how = t(form.scale === 'five' ? WORDS.howFive : WORDS.howHundred);
    const columns = [WORDS.indicator, WORDS.description, WORDS.score, WORDS.notObserved, WORDS.comment];
    lines.push(
      { cells: [textCell(how, 'note', WIDTH)], height: 32 },
      { cells: columns.map((word) => textCell(t(word), 'header')) },
    );
  }
  const first = lines.length;
  const keys = new Map<number, string>();
  form.indicators.forEach((indicator, at) => {
    keys.set(first + at, indicator.id);
    lines.push(answerLine(indicator, form));
  });
  lines.push({ cells: [] });
  lines.push(field(t(WORDS.strengths), form.answers?.strengths ?? '', WIDTH));
  lines.push(field(t(WORDS.improvements), form.answers?.improvements ?? '', WIDTH));
  // Line 0 stands in row 2.
  const rows = (column: string): string => `${column}${first + 2}:${column}${first + 1 + form.indicators.length}`;
  const validations: ListValidation[] =
    form.indicators.length === 0
      ? []
      : [
          { range: rows('C'), list: SCORES[form.scale], strict: form.scale === 'five' },
          { range: rows('D'), list: YES_NO.map(({ label }) => t(label)), strict: true },
        ];
  const sheet = formSheet({
    name: t(WORDS.sheet),
    title: t(WORDS.title),
    widths: [16, 38, 17, 13, 40],
    lines,
    validations,
    keys,
  });
  // Lying, so that what is printed to be filled in by hand can be read without a glass.
  return { ...sheet, landscape: true };
}

function promiseOf({
  relation,
  indicators,
}: Pick<Drawn, 'relation' | 'indicators'>): (typeof PROMISES)[keyof typeof PROMISES] {
  if (relation === 'report' && indicators.length === 0) return PROMISES.wordsOnly;
  switch (relation) {
    case null:
      return PROMISES.unknown;
    case 'peer':
    case 'report':
      return PROMISES.anonymous;
    default:
      return PROMISES[relation];
  }
}

function answerLine(indicator: Indicator, { answers, locale, scale }: Drawn): FormLine {
  const answer = answers?.answers.find(({ indicatorId }) => indicatorId === indicator.id);
  const yes = YES_NO.find(({ value }) => value === 'yes');
  const score = answer?.score == null ? null : Number(answer.score) / (scale === 'five' ? 20 : 1);
  return {
    cells: [
      textCell(indicator.name, 'locked'),
      textCell(indicator.definition, 'locked'),
      { value: score === null ? null : { kind: 'number', value: score }, role: 'input', format: 'General' },
      textCell(answer?.notObserved && yes ? say(yes.label, locale) : '', 'input'),
      textCell(answer?.comment ?? '', 'input'),
    ],
    height: 40,
  };
}

/** Hidden sheet by which the form is known again: nothing but its token and scale. */
function markSheet(token: string, scale: FormScale): SheetModel {
  const lines = [
    ['formatVersion', String(FORMAT_VERSION)],
    ['template', 'feedbackForm'],
    ['token', token],
    ['scale', scale],
  ];
  return {
    ...formSheet({ name: WAYMARK_SHEET, title: '', widths: [20, 40], lines: [] }),
    state: 'veryHidden',
    rows: lines.map((line) => line.map((text) => textCell(text, 'plain'))),
    merges: [],
    rowHeights: {},
  };
}

/** The blank form of the template list: the shipped qualitative indicators, to be filled in by hand. */
export const feedbackFormSheet: SheetDefinition<never> = {
  id: 'feedbackForm',
  sheetName: WORDS.sheet,
  title: both('360度反馈表', '360-degree feedback form'),
  columns: [],
  instructions: [],
  signatures: [],
  rows: () => [],
  rowKey: () => '',
  draw: ({ data, locale }) =>
    drawForm({
      locale,
      scale: 'hundred',
      plan: data.plan.name,
      assessee: '',
      relation: null,
      due: null,
      token: '',
      indicators: judgedIndicators(data, locale),
      answers: null,
    }),
};

/** The plan's own qualitative indicators, else the shipped ones. */
function judgedIndicators(data: PlanData, locale: Locale): Indicator[] {
  const own = [...data.indicators.values()].filter(({ kind }) => kind === 'qualitative');
  if (own.length > 0) return own;
  return indicatorLibrary
    .map((entry) => indicatorFrom(entry, entry.key, locale))
    .filter(({ kind }) => kind === 'qualitative');
}
