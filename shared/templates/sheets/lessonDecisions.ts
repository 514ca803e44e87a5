import type { LessonDecision } from '../../domain/evaluation';
import { lessonsInOrder } from '../../domain/lessons';
import { looseText } from '../codec/text';
import { both, type ImportRow, type ImportTarget, type RowOutcome, type SheetDefinition } from '../definition';
import { lessonOfRow, topicColumn, type OfLesson } from './ofLesson';

/** Sheet 复盘会决定: what the retrospective meeting decided about each card (a sheet after those of templates.md). */
export const lessonDecisionsSheet: SheetDefinition<OfLesson<LessonDecision>> = {
  id: 'lessonDecisions',
  sheetName: both('复盘会决定', 'Decisions'),
  title: both('复盘会决定', 'Decisions of the retrospective meeting'),
  signatures: [both('主持人', 'Chaired by')],
  instructions: [both('每个决定一行。', 'A row a decision.')],
  columns: [
    topicColumn,
    {
      key: 'on',
      label: both('日期', 'Date'),
      required: true,
      kind: 'date',
      note: both('决定的日期', 'The day of the decision'),
      width: 12,
      get: ({ thing }) => thing.on,
    },
    {
      key: 'text',
      label: both('决定', 'Decision'),
      required: true,
      kind: 'text',
      note: both('定了什么', 'What was decided'),
      width: 60,
      get: ({ thing }) => thing.text,
    },
    {
      key: 'owner',
      label: both('责任人', 'Owner'),
      kind: 'text',
      suggest: { sheetId: 'members', key: 'name' },
      note: both('谁来落实', 'Who sees to it'),
      width: 12,
      get: ({ thing }) => thing.owner,
    },
  ],
  rows: (ctx) =>
    lessonsInOrder(ctx.data).flatMap((lesson) =>
      (lesson.decisions ?? []).map((thing, at) => ({ lesson, thing, key: `${lesson.id}#${at}` })),
    ),
  rowKey: ({ key }) => key,
  importRow,
};

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const lesson = lessonOfRow(row, target);
  if ('refused' in lesson) return lesson;
  const decisions = [...(lesson.decisions ?? [])];
  const [keyedLesson, place] = row.key?.split('#') ?? [];
  const keyed = keyedLesson === lesson.id && decisions[Number(place)] !== undefined ? Number(place) : -1;
  const same = decisions.findIndex(
    (one) => one.on === row.text('on') && looseText(one.text) === looseText(row.text('text')),
  );
  const at = keyed >= 0 ? keyed : same >= 0 ? same : decisions.length;
  const owner = row.has('owner') ? row.text('owner') : (decisions[at]?.owner ?? '');
  decisions[at] = { on: row.text('on'), text: row.text('text'), owner };
  target.put('lessons', { ...lesson, decisions });
  return { key: `${lesson.id}#${at}` };
}
