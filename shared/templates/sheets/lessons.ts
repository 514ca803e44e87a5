import type { Lesson, LessonKind } from '../../domain/evaluation';
import { lessonsInOrder, nextLessonOrder } from '../../domain/lessons';
import { LESSON_KINDS } from '../choices';
import { looseText } from '../codec/text';
import { both, say, type ImportRow, type ImportTarget, type RowOutcome, type SheetDefinition } from '../definition';
import { FRAME } from '../render/labels';

/** Sheet 复盘与SOP: the cards of the retrospective. */
export const lessonsSheet: SheetDefinition<Lesson> = {
  id: 'lessons',
  sheetName: both('复盘与SOP', 'Retrospective and SOP'),
  title: both('复盘与SOP', 'Retrospective and SOP'),
  synonyms: ['复盘', '复盘总结', 'Retrospective', 'Lessons'],
  signatures: [both('复盘人', 'Reviewed by'), both('负责人', 'In charge')],
  instructions: [
    both(
      '每条经验或问题一行；可复用的做法写成 SOP，并给下周期一个建议。',
      'A row an insight; make an SOP of what can be used again, and suggest something for the next period.',
    ),
  ],
  frozenColumns: 3,
  columns: [
    {
      key: 'period',
      label: both('周期', 'Period'),
      kind: 'text',
      computed: true,
      openWhenBlank: true,
      note: both('方案的周期', 'Period of the plan'),
      width: 13,
      get: (_row, ctx) => `${ctx.data.plan.start}${say(FRAME.to, ctx.locale)}${ctx.data.plan.end}`,
    },
    {
      key: 'kind',
      label: both('类型', 'Kind'),
      required: true,
      kind: 'choice',
      choices: LESSON_KINDS,
      note: both('成功经验或问题根因', 'What worked, or a root cause'),
      width: 10,
      get: (row) => row.kind,
    },
    {
      key: 'title',
      label: both('主题', 'Topic'),
      required: true,
      kind: 'text',
      note: both('一句话说清', 'In one line'),
      width: 20,
      get: (row) => row.title,
    },
    {
      key: 'facts',
      label: both('事实与数据', 'Facts and figures'),
      synonyms: ['事实'],
      kind: 'text',
      note: both('发生了什么，数据是多少', 'What happened, in numbers'),
      width: 30,
      get: (row) => row.facts,
    },
    {
      key: 'cause',
      label: both('原因', 'Cause'),
      kind: 'text',
      note: both('为什么', 'Why'),
      width: 24,
      get: (row) => row.cause,
    },
    {
      key: 'practice',
      label: both('可复用做法/改进', 'Practice or improvement'),
      synonyms: ['可复用做法', '改进', '改进措施'],
      kind: 'text',
      note: both('以后怎么做', 'What to do from now on'),
      width: 30,
      get: (row) => row.practice,
    },
    {
      key: 'sopName',
      label: both('SOP 名称', 'SOP'),
      synonyms: ['SOP'],
      kind: 'text',
      note: both('写成的 SOP', 'The procedure it became'),
      width: 16,
      get: (row) => row.sopName,
    },
    {
      key: 'owner',
      label: both('责任人', 'Owner'),
      kind: 'text',
      suggest: { sheetId: 'members', key: 'name' },
      note: both('谁来落实', 'Who sees to it'),
      width: 9,
      get: (row) => row.owner,
    },
    {
      key: 'suggestion',
      label: both('下周期建议', 'For the next period'),
      kind: 'text',
      note: both('对下周期方案的建议', 'A suggestion for the next plan'),
      width: 24,
      get: (row) => row.suggestion,
    },
    {
      key: 'tags',
      label: both('标签', 'Tags'),
      kind: 'people',
      note: both('便于查找的词，用、分开', 'Words to find it by, separated by commas'),
      width: 12,
      get: (row) => row.tags,
    },
    {
      key: 'usedIn',
      label: both('用于方案', 'Used in'),
      kind: 'people',
      note: both('还在哪些方案里用到', 'Other plans it is used in'),
      width: 14,
      get: (row) => row.usedIn ?? [],
    },
  ],
  rows: (ctx) => lessonsInOrder(ctx.data),
  rowKey: (row) => row.id,
  importRow,
};

/** The card of that title in the plan under import. */
export const lessonTitled = ({ data }: Pick<ImportTarget, 'data'>, title: string): Lesson | undefined =>
  [...data.lessons.values()].find((lesson) => looseText(lesson.title) === looseText(title));

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const title = row.text('title');
  const known = target.data.lessons.get(row.key ?? '') ?? lessonTitled(target, title);
  const old: Lesson = known ?? { ...emptyLesson(target.newId()), order: nextLessonOrder(target.data) };
  const text = (column: 'facts' | 'cause' | 'practice' | 'sopName' | 'owner' | 'suggestion'): string =>
    row.has(column) ? row.text(column) : old[column];
  const { usedIn: before = [], ...kept } = old;
  const usedIn = row.has('usedIn') ? row.list('usedIn') : before;
  target.put('lessons', {
    ...kept,
    kind: row.text('kind') as LessonKind,
    title,
    facts: text('facts'),
    cause: text('cause'),
    practice: text('practice'),
    sopName: text('sopName'),
    owner: text('owner'),
    suggestion: text('suggestion'),
    tags: row.has('tags') ? row.list('tags') : old.tags,
    ...(usedIn.length > 0 ? { usedIn } : {}),
  });
  return { key: old.id };
}

const emptyLesson = (id: string): Lesson => ({
  id,
  kind: 'success',
  title: '',
  facts: '',
  cause: '',
  practice: '',
  sopName: '',
  owner: '',
  suggestion: '',
  tags: [],
});
