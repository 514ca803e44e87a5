import type { Goal } from '../../domain/goal';
import type { Indicator } from '../../domain/indicator';
import type { MonthlyReview } from '../../domain/tracking';
import { HUNDRED, multiply, subtract } from '../../calc/fraction';
import type { Fraction, MonthFigure } from '../../calc/result';
import {
  both,
  type ImportRow,
  type ImportTarget,
  type RowOutcome,
  type SheetContext,
  type SheetDefinition,
} from '../definition';
import { goalCoded } from '../import/goals';
import { person } from '../import/people';
import { completionText } from './evaluation/formulaParts';
import { completionEdges, percentFormat } from './evaluation/shownFormat';
import { actualShape, computedShape } from './figureFormat';

/** One goal in one month. */
export interface ReviewRow {
  readonly goal: Goal;
  readonly indicator: Indicator | null;
  readonly month: string;
  readonly figure: MonthFigure | null;
  readonly review: MonthlyReview | null;
  readonly edges: readonly Fraction[];
}

/** Sheet 月度复盘 of template 2: the measured goals month by month, with what was said about them. */
export const monthlyReviewSheet: SheetDefinition<ReviewRow> = {
  id: 'monthlyReview',
  sheetName: both('月度复盘', 'Monthly review'),
  title: both('月度复盘', 'Monthly review'),
  synonyms: ['月度复盘表', '月复盘'],
  signatures: [both('汇报人', 'Reported by'), both('负责人', 'In charge')],
  instructions: [
    both(
      '目标、实际、完成率、偏差自动计算；填写原因、调整措施、责任人和期限。',
      'Figures are computed; fill in cause, measure, owner and due day.',
    ),
  ],
  frozenColumns: 2,
  columns: [
    {
      key: 'month',
      label: both('月份', 'Month'),
      required: true,
      kind: 'text',
      note: both('如 2026-07', 'E.g. 2026-07'),
      width: 10,
      get: (row) => row.month,
    },
    {
      key: 'goal',
      label: both('目标编号', 'Goal no.'),
      required: true,
      kind: 'text',
      suggest: { sheetId: 'goals', key: 'code' },
      note: both('目标的编号', 'Number of the goal'),
      width: 12,
      get: (row) => row.goal.code,
    },
    {
      key: 'target',
      label: both('目标', 'Target'),
      kind: 'decimal',
      computed: true,
      openWhenBlank: true,
      note: both('当月目标', 'Target of the month'),
      width: 12,
      get: (row) => row.figure?.target ?? null,
      variant: ({ indicator }) => computedShape(indicator),
    },
    {
      key: 'actual',
      label: both('实际', 'Actual'),
      kind: 'decimal',
      computed: true,
      openWhenBlank: true,
      note: both('当月实际', 'Actual of the month'),
      width: 12,
      get: (row) => row.figure?.actual ?? null,
      variant: ({ indicator }) => actualShape(indicator, ['ratio', 'average']),
    },
    {
      key: 'completion',
      label: both('完成率(%)', 'Completion (%)'),
      kind: 'percent',
      computed: true,
      format: '[>=100]0.0;[>=99.95]0.0########;0.0',
      note: both('实际 ÷ 目标', 'Actual ÷ target'),
      width: 11,
      get: (row) => (row.figure?.completion ? multiply(row.figure.completion, HUNDRED) : null),
      variant: (row) => ({ kind: 'percent', format: percentFormat(row.figure?.completion ?? null, row.edges) }),
      formula: (row, site) => completionText(row?.indicator ?? null, site.cell('target'), site.cell('actual'), false),
    },
    {
      key: 'gap',
      label: both('偏差', 'Gap'),
      kind: 'decimal',
      computed: true,
      note: both('实际 − 目标', 'Actual − target'),
      width: 12,
      get: ({ figure }) => (figure?.actual && figure.target ? subtract(figure.actual, figure.target) : null),
      variant: ({ indicator }) => computedShape(indicator),
      formula: (_row, site) => {
        const [target, actual] = [site.cell('target'), site.cell('actual')];
        return `IF(OR(${target}="",${actual}=""),"",ROUND(${actual}-${target},9))`;
      },
    },
    {
      key: 'cause',
      label: both('原因', 'Cause'),
      synonyms: ['偏差原因'],
      kind: 'text',
      note: both('偏差的原因', 'Why there is a gap'),
      width: 28,
      get: ({ review }) => review?.cause ?? '',
    },
    {
      key: 'measure',
      label: both('调整措施', 'Measure'),
      kind: 'text',
      note: both('怎么调整', 'What is done about it'),
      width: 28,
      get: ({ review }) => review?.measure ?? '',
    },
    {
      key: 'owner',
      label: both('责任人', 'Owner'),
      kind: 'text',
      suggest: { sheetId: 'members', key: 'name' },
      note: both('措施的责任人', 'Who sees to it'),
      width: 12,
      get: ({ review }, ctx) => ctx.data.members.get(review?.ownerId ?? '')?.name ?? review?.ownerName ?? '',
    },
    {
      key: 'due',
      label: both('期限', 'Due'),
      kind: 'date',
      note: both('到哪一天', 'By which day'),
      width: 12,
      get: ({ review }) => review?.due ?? null,
    },
  ],
  rows: reviewRows,
  rowKey: ({ goal, month }) => `${goal.id}#${month}`,
  importRow,
};

/** Months up to the as-of day of every measured goal, and those somebody has written about. */
function reviewRows(ctx: SheetContext): ReviewRow[] {
  const { data, result } = ctx;
  const edges = completionEdges(data.plan.policy);
  const reviews = new Map([...data.monthlyReviews.values()].map((one) => [`${one.goalId}#${one.month}`, one]));
  const asOfMonth = result.timeline.asOf.slice(0, 7);
  return [...data.goals.values()]
    .filter(({ id }) => ctx.sees.goal(id))
    .sort((a, b) => a.order - b.order)
    .flatMap((goal): ReviewRow[] => {
      const indicator = data.indicators.get(goal.indicatorId) ?? null;
      const figures = result.goals.get(goal.id)?.months ?? [];
      const months = new Set(
        [...reviews.values()].filter(({ goalId }) => goalId === goal.id).map(({ month }) => month),
      );
      if (indicator?.kind === 'quantitative' && goal.target !== null) {
        for (const { month } of figures) if (month <= asOfMonth) months.add(month);
      }
      return [...months].sort().map((month) => ({
        goal,
        indicator,
        month,
        figure: figures.find((figure) => figure.month === month) ?? null,
        review: reviews.get(`${goal.id}#${month}`) ?? null,
        edges,
      }));
    });
}

/** `2026-07` of `2026-7`, `2026年7月`, `2026/7/1`; null for anything else. */
function monthOf(text: string): string | null {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\D.*)?$/.exec(text.trim());
  const month = Number(match?.[2] ?? 0);
  return match && month >= 1 && month <= 12 ? `${match[1]}-${String(month).padStart(2, '0')}` : null;
}

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const byKey = target.data.goals.get((row.key ?? '').split('#')[0] ?? '');
  const goal = byKey?.code === row.text('goal') ? byKey : goalCoded(target, row.text('goal'));
  if (!goal) return { refused: { code: 'import.unknownGoal', column: 'goal', params: { text: row.text('goal') } } };
  const month = monthOf(row.text('month'));
  const { start, end } = target.data.plan;
  if (month === null || month < start.slice(0, 7) || month > end.slice(0, 7)) {
    return { refused: { code: 'import.unknownMonth', column: 'month', params: { text: row.text('month') } } };
  }
  const key = `${goal.id}#${month}`;
  const known = [...target.data.monthlyReviews.values()].find((one) => one.goalId === goal.id && one.month === month);
  const kept = <T>(column: string, stored: T, read: () => T): T => (row.has(column) ? read() : stored);
  const owner = person(target, row.text('owner'), known?.ownerId ?? null, known?.ownerName ?? '');
  const review = {
    cause: kept('cause', known?.cause ?? '', () => row.text('cause')),
    measure: kept('measure', known?.measure ?? '', () => row.text('measure')),
    ownerId: kept('owner', known?.ownerId ?? null, () => owner.id),
    ownerName: kept('owner', known?.ownerName ?? '', () => owner.name),
    due: kept('due', known?.due ?? null, () => row.value('due')),
  };
  // A month nobody says anything about needs no record.
  const empty = Object.values(review).every((value) => value === '' || value === null);
  if (empty) {
    if (known) target.remove('monthlyReviews', known.id);
    return { key };
  }
  target.put('monthlyReviews', { id: known?.id ?? target.newId(), month, goalId: goal.id, ...review });
  return { key };
}
