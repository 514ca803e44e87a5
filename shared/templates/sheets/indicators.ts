import type { Indicator } from '../../domain/indicator';
import { makeIndicator } from '../../domain/builders';
import { AGGREGATIONS, DIRECTIONS, INDICATOR_KINDS, LOWER_FORMULAS } from '../choices';
import { scale } from '../codec/numberText';
import {
  both,
  type ColumnDefinition,
  type ImportRow,
  type ImportTarget,
  type RowOutcome,
  type SheetDefinition,
} from '../definition';
import { indicatorNamed } from '../import/goals';

const points = (ratio: string | null): string | null => (ratio === null ? null : scale(ratio, 100n));
const RELATIONS = ['superior', 'peer', 'customer', 'report'] as const;
const RELATION_LABELS = {
  superior: both('上级权重', 'Superior weight'),
  peer: both('同事权重', 'Peer weight'),
  customer: both('客户权重', 'Customer weight'),
  report: both('下级权重', 'Report weight'),
} as const;

const relationColumns = RELATIONS.map((relation): ColumnDefinition<Indicator> => ({
  key: relation,
  label: RELATION_LABELS[relation],
  kind: 'decimal',
  note: both('定性指标：该评价关系的权重，留空为不评价', 'Weight of the relation; empty = it does not judge'),
  width: 10,
  get: (row) => row.relations[relation] ?? null,
}));

/** Sheet 指标: how each indicator is computed, so that a plan comes back with the very same rules. May be absent. */
export const indicatorsSheet: SheetDefinition<Indicator> = {
  id: 'indicators',
  sheetName: both('指标', 'Indicators'),
  title: both('指标定义', 'Indicators'),
  synonyms: ['指标库', '指标定义'],
  signatures: [],
  instructions: [],
  columns: [
    {
      key: 'name',
      label: both('指标名称', 'Indicator'),
      synonyms: ['指标'],
      required: true,
      kind: 'text',
      note: both('指标的名称', 'Its name'),
      width: 18,
      get: (row) => row.name,
    },
    {
      key: 'kind',
      label: both('指标类型', 'Kind'),
      required: true,
      kind: 'choice',
      choices: INDICATOR_KINDS,
      note: both('量化或定性', 'By numbers or by people'),
      width: 10,
      get: (row) => row.kind,
    },
    {
      key: 'aggregation',
      label: both('汇总方式', 'Aggregation'),
      kind: 'choice',
      choices: AGGREGATIONS,
      note: both('实绩怎样汇总', 'How figures add up'),
      width: 10,
      get: (row) => row.aggregation,
    },
    {
      key: 'direction',
      label: both('方向', 'Direction'),
      kind: 'choice',
      choices: DIRECTIONS,
      note: both('正向越高越好', 'Which way is better'),
      width: 8,
      get: (row) => row.direction,
    },
    {
      key: 'lowerFormula',
      label: both('逆向算法', 'Lower formula'),
      required: true,
      mayBeBlank: true,
      kind: 'choice',
      choices: LOWER_FORMULAS,
      note: both('逆向指标的完成率算法', 'Completion of a lower indicator'),
      width: 10,
      get: (row) => row.lowerFormula,
    },
    {
      key: 'cap',
      label: both('封顶(%)', 'Cap (%)'),
      kind: 'percent',
      note: both('完成率上限，留空为不封顶', 'Most that counts; empty = none'),
      width: 9,
      get: (row) => points(row.cap),
    },
    {
      key: 'unit',
      label: both('单位', 'Unit'),
      kind: 'text',
      note: both('数量的单位', 'Unit of its quantities'),
      width: 8,
      get: (row) => row.unit,
    },
    {
      key: 'precision',
      label: both('小数位', 'Decimals'),
      kind: 'integer',
      note: both('0 至 6', '0 to 6'),
      width: 8,
      get: (row) => String(row.precision),
    },
    {
      key: 'definition',
      label: both('定义', 'Definition'),
      kind: 'text',
      note: both('指标的含义', 'What it means'),
      width: 30,
      get: (row) => row.definition,
    },
    {
      key: 'source',
      label: both('数据来源', 'Data source'),
      kind: 'text',
      note: both('数据从哪里来', 'Where its numbers come from'),
      width: 18,
      get: (row) => row.source,
    },
    {
      key: 'numeratorName',
      label: both('分子名称', 'Numerator name'),
      kind: 'text',
      note: both('比率指标的分子', 'For ratios'),
      width: 12,
      get: (row) => row.numeratorName,
    },
    {
      key: 'denominatorName',
      label: both('分母名称', 'Denominator name'),
      kind: 'text',
      note: both('比率指标的分母', 'For ratios'),
      width: 12,
      get: (row) => row.denominatorName,
    },
    ...relationColumns,
    {
      key: 'threshold',
      label: both('预警阈值(%)', 'Warning threshold (%)'),
      kind: 'percent',
      note: both('留空用方案的阈值', "Empty = the plan's"),
      width: 12,
      get: (row) => points(row.warning?.threshold ?? null),
    },
    {
      key: 'run',
      label: both('连续周数', 'Weeks in a row'),
      kind: 'integer',
      note: both('留空用方案的周数', "Empty = the plan's"),
      width: 10,
      get: (row) => (row.warning === null ? null : String(row.warning.run)),
    },
  ],
  rows: (ctx) => {
    const seen = new Set(
      [...ctx.data.goals.values()].filter(({ id }) => ctx.sees.goal(id)).map((goal) => goal.indicatorId),
    );
    return [...ctx.data.indicators.values()].filter(({ id }) => ctx.scope.kind === 'all' || seen.has(id));
  },
  rowKey: (row) => row.id,
  importRow,
};

function importRow(row: ImportRow, target: ImportTarget): RowOutcome {
  const name = row.text('name');
  const kind = row.text('kind') as Indicator['kind'];
  const known = target.data.indicators.get(row.key ?? '') ?? indicatorNamed(target, name);
  const old = known ?? makeIndicator({ id: target.newId(), name, kind });
  const kept = <T>(column: string, stored: T, read: () => T): T => (row.has(column) ? read() : stored);
  const precision = Number(row.value('precision') ?? old.precision);
  if (!(precision >= 0 && precision <= 6)) return { refused: { code: 'import.badPrecision', column: 'precision' } };
  const run = Number(row.value('run') ?? target.data.plan.policy.warningRun);
  if (run < 1) return { refused: { code: 'import.negative', column: 'run', params: { text: row.text('run') } } };
  const share = (column: string): string | null => {
    const value = row.value(column);
    return value === null ? null : scale(value, 1n, 100n);
  };
  const hasWarning = row.value('threshold') !== null || row.value('run') !== null;
  const relations = Object.fromEntries(
    RELATIONS.flatMap((relation) => {
      const weight = row.has(relation) ? row.value(relation) : (old.relations[relation] ?? null);
      return weight === null ? [] : [[relation, weight]];
    }),
  );
  const indicator: Indicator = {
    ...old,
    name,
    kind,
    aggregation: (row.value('aggregation') ?? old.aggregation) as Indicator['aggregation'],
    direction: (row.value('direction') ?? old.direction) as Indicator['direction'],
    lowerFormula: (row.value('lowerFormula') ?? old.lowerFormula) as Indicator['lowerFormula'],
    cap: kept('cap', old.cap, () => share('cap')),
    unit: kept('unit', old.unit, () => row.text('unit')),
    precision,
    definition: kept('definition', old.definition, () => row.text('definition')),
    source: kept('source', old.source, () => row.text('source')),
    numeratorName: kept('numeratorName', old.numeratorName, () => row.text('numeratorName')),
    denominatorName: kept('denominatorName', old.denominatorName, () => row.text('denominatorName')),
    relations,
    warning: kept('threshold', old.warning, () =>
      hasWarning ? { threshold: share('threshold') ?? target.data.plan.policy.warningThreshold, run } : null,
    ),
  };
  target.put('indicators', indicator);
  return { key: indicator.id };
}
