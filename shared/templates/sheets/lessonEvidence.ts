import { fromDecimalOrNull, subtract } from '../../calc/fraction';
import type { EvidencePoint, LessonEvidence } from '../../domain/evaluation';
import { lessonsInOrder } from '../../domain/lessons';
import { both, type ImportRow, type ImportTarget, type RowOutcome, type SheetDefinition } from '../definition';
import { lessonOfRow, topicColumn, type OfLesson } from './ofLesson';

export interface Week {
  readonly chart: LessonEvidence;
  readonly point: EvidencePoint;
}

/** Sheet 复盘数据: the figures behind the charts that are attached to the cards, a row a week (after those of templates.md). */
export const lessonEvidenceSheet: SheetDefinition<OfLesson<Week>> = {
  id: 'lessonEvidence',
  sheetName: both('复盘数据', 'Evidence'),
  title: both('复盘卡所附的数据', 'Figures attached to the cards'),
  signatures: [],
  instructions: [
    both(
      '附上那天的数字，累计到每周末；以后不随方案改变。',
      'As they were on that day, added up to the end of each week; they do not follow the plan.',
    ),
  ],
  spareRows: 0,
  columns: [
    topicColumn,
    {
      key: 'holder',
      label: both('责任主体', 'Holder'),
      required: true,
      kind: 'text',
      note: both('谁的目标', 'Whose goal'),
      width: 14,
      get: ({ thing }) => thing.chart.holder,
    },
    {
      key: 'indicator',
      label: both('指标名称', 'Indicator'),
      required: true,
      kind: 'text',
      note: both('哪个指标', 'Which indicator'),
      width: 14,
      get: ({ thing }) => thing.chart.indicator,
    },
    {
      key: 'unit',
      label: both('单位', 'Unit'),
      kind: 'text',
      note: both('数字的单位', 'Unit of the figures'),
      width: 8,
      get: ({ thing }) => thing.chart.unit,
    },
    {
      key: 'on',
      label: both('截至日期', 'As of'),
      required: true,
      kind: 'date',
      note: both('附上的日期', 'The day it was attached'),
      width: 12,
      get: ({ thing }) => thing.chart.on,
    },
    {
      key: 'start',
      label: both('开始日期', 'Start'),
      required: true,
      kind: 'date',
      note: both('周期的第一天', 'First day of the period'),
      width: 12,
      get: ({ thing }) => thing.chart.start,
    },
    {
      key: 'end',
      label: both('周末日期', 'Week ends'),
      required: true,
      kind: 'date',
      note: both('这一周的最后一天', 'Last day of the week'),
      width: 12,
      get: ({ thing }) => thing.point.end,
    },
    {
      key: 'target',
      label: both('累计目标', 'Target so far'),
      kind: 'decimal',
      note: both('到这天的目标', 'Target up to that day'),
      width: 12,
      get: ({ thing }) => thing.point.target,
    },
    {
      key: 'actual',
      label: both('累计实际', 'Actual so far'),
      kind: 'decimal',
      note: both('到这天的实际', 'Actual up to that day'),
      width: 12,
      get: ({ thing }) => thing.point.actual,
    },
    {
      key: 'gap',
      label: both('差额', 'Gap'),
      kind: 'decimal',
      computed: true,
      note: both('累计实际 − 累计目标', 'Actual minus target'),
      width: 12,
      get: ({ thing: { point } }) => {
        const [actual, target] = [fromDecimalOrNull(point.actual), fromDecimalOrNull(point.target)];
        return actual && target ? subtract(actual, target) : null;
      },
      formula: (row, site) => {
        const [actual, target] = [site.cell('actual'), site.cell('target')];
        return row ? `IF(OR(${actual}="",${target}=""),"",${actual}-${target})` : null;
      },
    },
  ],
  rows: (ctx) =>
    lessonsInOrder(ctx.data).flatMap((lesson) =>
      (lesson.evidence ?? []).flatMap((chart) =>
        chart.points.map((point) => ({ lesson, thing: { chart, point }, key: keyOf(lesson.id, chart, point.end) })),
      ),
    ),
  rowKey: ({ key }) => key,
  importRow,
};

const keyOf = (lessonId: string, chart: Pick<LessonEvidence, 'holder' | 'indicator' | 'on'>, end: string): string =>
  [lessonId, chart.holder, chart.indicator, chart.on, end].join('#');

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const lesson = lessonOfRow(row, target);
  if ('refused' in lesson) return lesson;
  const head = { holder: row.text('holder'), indicator: row.text('indicator'), on: row.text('on') };
  const charts = [...(lesson.evidence ?? [])];
  const known = charts.findIndex(
    (one) => one.holder === head.holder && one.indicator === head.indicator && one.on === head.on,
  );
  const old: LessonEvidence = charts[known] ?? { ...head, unit: '', start: row.text('start'), points: [] };
  const point: EvidencePoint = { end: row.text('end'), target: row.value('target'), actual: row.value('actual') };
  const points = [...old.points.filter(({ end }) => end !== point.end), point].sort((a, b) => (a.end < b.end ? -1 : 1));
  const unit = row.has('unit') ? row.text('unit') : old.unit;
  charts[known < 0 ? charts.length : known] = { ...old, unit, start: row.text('start'), points };
  target.put('lessons', { ...lesson, evidence: charts });
  return { key: keyOf(lesson.id, head, point.end) };
}
