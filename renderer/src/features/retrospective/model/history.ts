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
  /** Unit and fraction digits of an actual; empty and 0 for other measures. */
  readonly unit: string;
  readonly precision: number;
  readonly values: readonly (Fraction | null)[];
}

interface Found extends Omit<HistoryRow, 'values'> {
  readonly value: Fraction | null;
}

const byOrder = (a: { readonly order: number }, b: { readonly order: number }): number => a.order - b.order;

/** People by employee number, where they have one, since every plan gives them new ids; otherwise by name. */
function people({ data, result }: PlanFigures, measure: Measure): Found[] {
  return [...data.members.values()].sort(byOrder).flatMap((member) => {
    const figures = result.members.get(member.id);
    if (!figures) return [];
    const value =
      measure === 'paid'
        ? { n: BigInt(figures.payout.paid), d: 1n }
        : measure === 'total'
          ? figures.total
          : figures.overallCompletion;
    return [{ key: member.employeeNo || member.name, name: member.name, unit: '', precision: 0, value }];
  });
}

/** Goals of units by the names of unit and indicator, which stay from plan to plan. */
function goals({ data, result }: PlanFigures, measure: Measure, dimension: Dimension): Found[] {
  return [...data.goals.values()].sort(byOrder).flatMap((goal) => {
    const indicator = data.indicators.get(goal.indicatorId);
    const figures = result.goals.get(goal.id);
    if (!indicator || !figures || indicator.kind !== 'quantitative' || goal.holder.kind !== 'unit') return [];
    const parent = goal.parentId === null ? undefined : data.goals.get(goal.parentId);
    const isTop = parent?.indicatorId !== goal.indicatorId;
    if (dimension === 'indicator' && !isTop) return [];
    const holder = holderName(data, goal);
    const name = dimension === 'indicator' ? `${indicator.name} · ${holder}` : `${holder} · ${indicator.name}`;
    const value = measure === 'actual' ? figures.actual : figures.completion.value;
    return [{ key: name, name, unit: indicator.unit, precision: indicator.precision, value }];
  });
}

/** The rows of a comparison, with one value per plan in the order of the plans; new rows follow those of earlier plans. */
export function historyRows(plans: readonly PlanFigures[], dimension: Dimension, measure: Measure): HistoryRow[] {
  const rows = new Map<string, { row: Omit<HistoryRow, 'values'>; values: (Fraction | null)[] }>();
  for (const [at, plan] of plans.entries()) {
    const found = dimension === 'member' ? people(plan, measure) : goals(plan, measure, dimension);
    for (const { value, ...row } of found) {
      const known = rows.get(row.key) ?? { row, values: plans.map(() => null) };
      known.values[at] = value;
      rows.set(row.key, known);
    }
  }
  return [...rows.values()].map(({ row, values }) => ({ ...row, values }));
}

/** Lines a chart can hold apart. */
export const MOST_LINES = 6;

/** The chosen rows after one is turned on or off; the oldest choice makes room where there are too many. */
export const toggled = (chosen: readonly string[], key: string): string[] =>
  chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key].slice(-MOST_LINES);
