import type { FeedbackAnswer, FeedbackForm } from '../../domain/feedback';
import type { Relation } from '../../domain/indicator';
import { makeFeedbackForm } from '../../domain/builders';
import { RELATIONS, YES_NO } from '../choices';
import { looseText } from '../codec/text';
import { both, type ImportRow, type ImportTarget, type RowOutcome, type SheetDefinition } from '../definition';
import { indicatorFor } from '../import/goals';
import { memberNamed, person } from '../import/people';

interface AnswerRow {
  readonly form: FeedbackForm;
  readonly answer: FeedbackAnswer;
}

/** Sheet 360反馈: the answers collected so far, one row an answer (templates.md). Only in the file for 全部. */
export const feedbackSheet: SheetDefinition<AnswerRow> = {
  id: 'feedback',
  sheetName: both('360反馈', 'Feedback 360'),
  title: both('360度反馈', '360-degree feedback'),
  synonyms: ['360度反馈', '360反馈记录', '360', 'Feedback'],
  signatures: [],
  instructions: [
    both('评分 0–100；没有接触请在不了解写是。', 'Scores are 0–100; say Yes under Not observed otherwise.'),
  ],
  audiences: ['all'],
  columns: [
    {
      key: 'assessee',
      label: both('被评人', 'Assessee'),
      synonyms: ['被评价人', '被考核人'],
      required: true,
      kind: 'text',
      suggest: { sheetId: 'members', key: 'name' },
      note: both('被评价的成员', 'Who is judged'),
      width: 12,
      get: ({ form }, ctx) => ctx.data.members.get(form.assesseeId)?.name ?? '',
    },
    {
      key: 'relation',
      label: both('评价关系', 'Relation'),
      synonyms: ['关系'],
      required: true,
      kind: 'choice',
      choices: RELATIONS,
      note: both('评价人与被评人的关系', 'What the rater is to the assessee'),
      width: 10,
      get: ({ form }) => form.relation,
    },
    {
      key: 'rater',
      label: both('评价人', 'Rater'),
      kind: 'text',
      note: both('评价人的姓名', 'Who judges'),
      width: 12,
      get: ({ form }, ctx) => ctx.data.members.get(form.raterId ?? '')?.name ?? form.raterName,
    },
    {
      key: 'indicator',
      label: both('指标名称', 'Indicator'),
      synonyms: ['指标', '评价指标'],
      required: true,
      kind: 'text',
      note: both('定性指标', 'What is judged'),
      width: 16,
      get: ({ answer }, ctx) => ctx.data.indicators.get(answer.indicatorId)?.name ?? '',
    },
    {
      key: 'score',
      label: both('评分', 'Score'),
      synonyms: ['得分', '分数'],
      kind: 'decimal',
      note: both('0–100', '0–100'),
      width: 9,
      get: ({ answer }) => answer.score,
    },
    {
      key: 'notObserved',
      label: both('不了解', 'Not observed'),
      kind: 'choice',
      choices: YES_NO,
      note: both('不了解则写是', 'Yes when not observed'),
      width: 9,
      get: ({ answer }) => (answer.notObserved ? 'yes' : null),
    },
    {
      key: 'comment',
      label: both('具体事例/建议', 'Example or suggestion'),
      synonyms: ['具体事例', '建议', '评语', 'Comment'],
      kind: 'text',
      note: both('具体事例或建议', 'An example, or a suggestion'),
      width: 36,
      get: ({ answer }) => answer.comment,
    },
  ],
  rows: (ctx) =>
    [...ctx.data.feedbackForms.values()]
      .filter(({ assesseeId }) => ctx.sees.member(assesseeId))
      .flatMap((form) => form.answers.map((answer) => ({ form, answer }))),
  rowKey: ({ form, answer }) => `${form.id}#${answer.indicatorId}`,
  importRow,
};

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const byKey = target.data.feedbackForms.get((row.key ?? '').split('#')[0] ?? '');
  const stored = target.data.members.get(byKey?.assesseeId ?? '');
  const assessee = stored?.name === row.text('assessee') ? stored : memberNamed(target, row.text('assessee'));
  if (!assessee)
    return { refused: { code: 'import.unknownPerson', column: 'assessee', params: { text: row.text('assessee') } } };
  const score = row.value('score');
  if (score !== null && (score.startsWith('-') || Number(score) > 100)) {
    return { refused: { code: 'import.scoreRange', column: 'score', params: { text: score } } };
  }
  const relation = row.text('relation') as Relation;
  const rater = person(target, row.text('rater'), byKey?.raterId ?? null, byKey?.raterName ?? '');
  const sameForm = byKey?.assesseeId === assessee.id && byKey.relation === relation ? byKey : undefined;
  const indicator = indicatorFor(target, row.text('indicator'), 'qualitative');
  const known =
    sameForm ??
    [...target.data.feedbackForms.values()].find(
      (form) =>
        form.assesseeId === assessee.id &&
        form.relation === relation &&
        form.raterId === rater.id &&
        looseText(form.raterName) === looseText(rater.name) &&
        // Several raters without a name: each further answer on an indicator is another rater's.
        !(
          row.text('rater') === '' &&
          target.isNew('feedbackForms', form.id) &&
          form.answers.some(({ indicatorId }) => indicatorId === indicator.id)
        ),
    );
  const old = known ?? makeFeedbackForm({ id: target.newId(), assesseeId: assessee.id, relation });
  const answer: FeedbackAnswer = {
    indicatorId: indicator.id,
    score: row.text('notObserved') === 'yes' ? null : score,
    notObserved: row.text('notObserved') === 'yes',
    comment: row.text('comment'),
  };
  const at = old.answers.findIndex(({ indicatorId }) => indicatorId === indicator.id);
  const answers = at < 0 ? [...old.answers, answer] : old.answers.with(at, answer);
  // An answer that is here has come back, whatever was known of the form before.
  const returned = known?.state === 'returned' ? {} : { state: 'returned' as const, returnedAt: target.now };
  target.put('feedbackForms', {
    ...old,
    ...(known ? {} : { raterId: rater.id, raterName: rater.name }),
    ...returned,
    answers,
  });
  return { key: `${old.id}#${indicator.id}` };
}
