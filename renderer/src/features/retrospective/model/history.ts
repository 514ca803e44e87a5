import { standingFinalisation, frozenResult } from '#shared/calc/frozen';
import { evaluatePlan } from '#shared/calc/plan';
import type { Fraction, PlanResult } from '#shared/calc/result';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import { decodeArchive } from '#shared/migrations/archive';
import { publishedPlan } from '../../../stores/publishedPlan';
import { holderName } from './evidence';

/** A plan with its figures: the published ones once it is frozen, otherwise those of today. */
export interface PlanFigures {
  readonly data: PlanData;
  readonly result: PlanResult;
}

export function figuresOf(data: PlanData, today: IsoDate): PlanFigures {
  const standing = standingFinalisation(data);
  const frozen = standing ? frozenResult(standing, decodeArchive) : null;
  if (!frozen?.ok) return { data, result: evaluatePlan(data, today) };
  const { data: inputs, result } = frozen.value;
  const adjusted = { ...inputs, adjustments: data.adjustments };
  return { data: publishedPlan(data, inputs), result: evaluatePlan(adjusted, result.timeline.asOf) };
}

/** What plans are compared by, and the figures there are for each. */
export const MEASURES = {
  member: ['total', 'overallCompletion', 'paid'],
  unit: ['completion', 'actual'],
  indicator: ['completion', 'actual'],
} as const;
export type Dimension = keyof typeof MEASURES;
export type Measure = (typeof MEASURES)[Dimension][number];

/** One person, one group's goal or one indicator, with a value a plan; null = not in that plan, or no figure yet. */
export interface HistoryRow {
  readonly key: string;
  readonly name: string;
  /** The person's group in the latest plan; '' for goals, whose name says it. */
  readonly group: string;
  /** Unit and fraction digits of an actual; empty and 0 for other measures. */
  readonly unit: string;
  readonly precision: number;
  readonly values: readonly (Fraction | null)[];
}

interface Found extends Omit<HistoryRow, 'values'> {
  readonly value: Fraction | null;
  /** Where the row stands: compared part by part. */
  readonly place: readonly number[];
}

const LEVELS = ['company', 'department', 'group'] as const;

/** Place of a unit: from the top down, then in its order; those without a unit come last. */
function unitPlace(data: PlanData, unitId: string | null): readonly number[] {
  const unit = unitId === null ? undefined : data.units.get(unitId);
  return unit ? [LEVELS.indexOf(unit.level), unit.order] : [LEVELS.length, 0];
}

/** People by employee number, where they have one, since every plan gives them new ids; otherwise by name. */
function people({ data, result }: PlanFigures, measure: Measure): Found[] {
  return [...data.members.values()].flatMap((member) => {
    const figures = result.members.get(member.id);
    if (!figures) return [];
    const value =
      measure === 'paid'
        ? { n: BigInt(figures.payout.paid), d: 1n }
        : measure === 'total'
          ? figures.total
          : figures.overallCompletion;
    const group = member.unitId === null ? '' : (data.units.get(member.unitId)?.name ?? '');
    const place = [...unitPlace(data, member.unitId), member.order];
    const key = member.employeeNo || member.name;
    return [{ key, name: member.name, group, unit: '', precision: 0, value, place }];
  });
}

/** Goals of units by the names of unit and indicator, which stay from plan to plan. */
function goals({ data, result }: PlanFigures, measure: Measure, dimension: Dimension): Found[] {
  const units = [...new Set([...data.indicators.values()].map(({ unit }) => unit))];
  const all = [...data.goals.values()].filter(({ holder }) => holder.kind === 'unit');
  return all.flatMap((goal) => {
    const indicator = data.indicators.get(goal.indicatorId);
    const figures = result.goals.get(goal.id);
    if (!indicator || !figures || indicator.kind !== 'quantitative' || goal.holder.kind !== 'unit') return [];
    const parent = goal.parentId === null ? undefined : data.goals.get(goal.parentId);
    const isTop = parent?.indicatorId !== goal.indicatorId;
    if (dimension === 'indicator' && !isTop) return [];
    const holder = holderName(data, goal);
    const names = dimension === 'indicator' ? [indicator.name, holder] : [holder, indicator.name];
    const alike = all.filter((one) => one.indicatorId === goal.indicatorId && holderName(data, one) === holder);
    // Goals of one holder and indicator are told apart by what they are split by.
    const name = (alike.length > 1 ? [...names, goal.dimensionValue] : names).filter((part) => part !== '').join(' · ');
    const value = measure === 'actual' ? figures.actual : figures.completion.value;
    // Only figures of one unit of measure can be drawn together, so they stand together.
    const measured = measure === 'actual' ? units.indexOf(indicator.unit) : 0;
    const place = [measured, ...unitPlace(data, goal.holder.unitId), goal.order];
    const { unit, precision } = indicator;
    return [{ key: name, name, group: '', unit, precision, value, place }];
  });
}

function byPlace(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/**
 * The rows of a comparison, with one value per plan in the order of the plans. Rows stand by unit (of measure where actuals
 * are compared, then of the organisation) as in the latest plan that has them.
 */
export function historyRows(plans: readonly PlanFigures[], dimension: Dimension, measure: Measure): HistoryRow[] {
  const rows = new Map<string, { row: Omit<Found, 'value'>; values: (Fraction | null)[] }>();
  for (const [at, plan] of plans.entries()) {
    const found = dimension === 'member' ? people(plan, measure) : goals(plan, measure, dimension);
    for (const { value, ...row } of found) {
      const known = rows.get(row.key) ?? { row, values: plans.map(() => null) };
      known.values[at] = value;
      rows.set(row.key, { row, values: known.values });
    }
  }
  return [...rows.values()]
    .sort((a, b) => byPlace(a.row.place, b.row.place))
    .map(({ row: { place: _, ...row }, values }) => ({ ...row, values }));
}

/** Lines a chart can hold apart. */
export const MOST_LINES = 6;

/** The chosen rows after one is turned on or off; the oldest choice makes room where there are too many. */
export const toggled = (chosen: readonly string[], key: string): string[] =>
  chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key].slice(-MOST_LINES);
