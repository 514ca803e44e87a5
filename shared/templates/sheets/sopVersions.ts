import type { SopVersion } from '../../domain/evaluation';
import { lessonsInOrder } from '../../domain/lessons';
import { both, type ImportRow, type ImportTarget, type RowOutcome, type SheetDefinition } from '../definition';
import { lessonOfRow, topicColumn, type OfLesson } from './ofLesson';

/** Sheet SOP版本: the settled versions of each card's procedure (issue 6; a sheet after those of templates.md). */
export const sopVersionsSheet: SheetDefinition<OfLesson<SopVersion>> = {
  id: 'sopVersions',
  sheetName: both('SOP版本', 'SOP versions'),
  title: both('SOP 版本', 'Versions of the procedures'),
  signatures: [],
  instructions: [both('每版一行；旧版留着，不改。', 'A row a version; old ones stay as they are.')],
  spareRows: 0,
  columns: [
    topicColumn,
    {
      key: 'version',
      label: both('版本', 'Version'),
      required: true,
      kind: 'integer',
      note: both('从 1 起', 'From 1'),
      width: 8,
      get: ({ thing }) => String(thing.version),
    },
    {
      key: 'on',
      label: both('定稿日期', 'Settled on'),
      required: true,
      kind: 'date',
      note: both('这一版定稿的日期', 'The day this version was settled'),
      width: 12,
      get: ({ thing }) => thing.on,
    },
    {
      key: 'text',
      label: both('做法', 'Practice'),
      required: true,
      kind: 'text',
      note: both('这一版的全文', 'The full text of this version'),
      width: 60,
      get: ({ thing }) => thing.text,
    },
    {
      key: 'change',
      label: both('改了什么', 'What changed'),
      kind: 'text',
      note: both('与上一版的不同', 'Against the version before'),
      width: 30,
      get: ({ thing }) => thing.change,
    },
  ],
  rows: (ctx) =>
    lessonsInOrder(ctx.data).flatMap((lesson) =>
      (lesson.sopVersions ?? []).map((thing) => ({ lesson, thing, key: `${lesson.id}#${thing.version}` })),
    ),
  rowKey: ({ key }) => key,
  importRow,
};

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const lesson = lessonOfRow(row, target);
  if ('refused' in lesson) return lesson;
  const version = Number(row.text('version'));
  if (version < 1)
    return { refused: { code: 'import.negative', column: 'version', params: { text: String(version) } } };
  const others = (lesson.sopVersions ?? []).filter((one) => one.version !== version);
  const old = lesson.sopVersions?.find((one) => one.version === version);
  const change = row.has('change') ? row.text('change') : (old?.change ?? '');
  const own: SopVersion = { version, on: row.text('on'), text: row.text('text'), change };
  const sopVersions = [...others, own].sort((a, b) => a.version - b.version);
  target.put('lessons', { ...lesson, sopVersions });
  return { key: `${lesson.id}#${version}` };
}
