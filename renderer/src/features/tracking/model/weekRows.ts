import { add, divide, isZero, ZERO } from '#shared/calc/fraction';
import type { Fraction, GoalResult, PlanResult, SpanFigure, WarningLevel } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import type { IndicatorId, MemberId, UnitId } from '#shared/domain/ids';
import type { Indicator } from '#shared/domain/indicator';
import type { PlanData } from '#shared/domain/planData';
import type { Status } from '../../../ui/status';
import { headGoals } from '../../overview/model/headGoals';
import { goalsInOrder, parentIds } from '../../overview/model/lookups';
import { goalName } from './standing';

/** One cell of the week grid. */
export type WeekCell = Pick<
  SpanFigure,
  'target' | 'actual' | 'numerator' | 'denominator' | 'completion' | 'cumulativeActual' | 'cumulativeCompletion'
> & {
  readonly level: WarningLevel;
  /** Under the threshold: the cell carries the mark of its run's level. */
  readonly marked: boolean;
};

/** One line of the week grid: a group's subtotal, a person, one of a person's indicators, or the total. */
export interface WeekRow {
  readonly key: string;
  readonly kind: 'group' | 'person' | 'indicator' | 'total';
  readonly name: string;
  readonly indicator: Indicator;
  /** The goal whose facts the line shows; null where the line only adds up others. */
  readonly goal: Goal | null;
  readonly cells: readonly WeekCell[];
  readonly actual: Fraction | null;
  readonly pace: Fraction | null;
  /** Where the pace leads by the period's end; null before the second closed slot. */
  readonly projection: Fraction | null;
  readonly status: Status | null;
}

/** Quantitative indicators that people carry, the ones the team is watched by first. */
export function trackedIndicators(data: PlanData, result: PlanResult): Indicator[] {
  const goals = goalsInOrder(data).filter((goal) => goal.holder.kind === 'member');
  const ids = new Set<IndicatorId>();
  const carried = new Set(goals.map((goal) => goal.indicatorId));
  for (const head of headGoals(data, result)) if (carried.has(head.indicatorId)) ids.add(head.indicatorId);
  for (const id of carried) ids.add(id);
  return [...ids].flatMap((id) => {
    const indicator = data.indicators.get(id);
    return indicator?.kind === 'quantitative' ? [indicator] : [];
  });
}

/**
 * Where a goal stands as one mark: a run under the threshold before weeks that are not reported; null while no week was
 * judged, for a goal nobody could yet miss is not on track either.
 */
export function statusOf(figures: GoalResult): Status | null {
  if (figures.warning.level !== 'green') return figures.warning.level;
  if (figures.warning.unreported.length > 0) return 'unreported';
  return figures.slots.some(({ under }) => under !== null) ? 'green' : null;
}

/** Subtotals carry no marks: their people do. */
const cellsOf = (kind: WeekRow['kind'], figures: GoalResult): WeekCell[] =>
  figures.slots.map((slot) => ({
    ...slot,
    marked: slot.under === true && (kind === 'person' || kind === 'indicator'),
  }));

function rowOf(kind: WeekRow['kind'], name: string, indicator: Indicator, goal: Goal, figures: GoalResult): WeekRow {
  return {
    key: `${kind}:${goal.id}`,
    kind,
    name,
    indicator,
    goal,
    cells: cellsOf(kind, figures),
    actual: figures.actual,
    pace: figures.pace,
    projection: figures.projection,
    status: kind === 'person' || kind === 'indicator' ? statusOf(figures) : null,
  };
}

const plus = (a: Fraction | null, b: Fraction | null): Fraction | null => (a === null ? b : b === null ? a : add(a, b));

/** Sum of lines where no goal of their own says it; only sums can be added, everything else stays empty. */
function addedUp(
  kind: 'group' | 'total',
  key: string,
  name: string,
  indicator: Indicator,
  rows: readonly WeekRow[],
): WeekRow {
  const adds = indicator.aggregation === 'sum';
  const width = rows[0]?.cells.length ?? 0;
  const cells = Array.from({ length: width }, (_, i): WeekCell => {
    const pick = (field: 'target' | 'actual' | 'cumulativeActual'): Fraction | null =>
      adds ? rows.reduce<Fraction | null>((total, row) => plus(total, row.cells[i]?.[field] ?? null), null) : null;
    const target = pick('target');
    const actual = pick('actual');
    return {
      target,
      actual,
      numerator: null,
      denominator: null,
      completion: target === null || actual === null || isZero(target) ? null : divide(actual, target),
      cumulativeActual: pick('cumulativeActual'),
      cumulativeCompletion: null,
      level: 'green',
      marked: false,
    };
  });
  const actual = adds ? rows.reduce<Fraction | null>((total, row) => plus(total, row.actual), null) : null;
  return {
    key: `${kind}:${key}`,
    kind,
    name,
    indicator,
    goal: null,
    cells,
    actual,
    pace: null,
    projection: null,
    status: null,
  };
}

/** People by group for one indicator: each group's subtotal above its people, the total last. */
export function peopleRows(
  data: PlanData,
  result: PlanResult,
  indicator: Indicator,
  words: { readonly total: string; readonly noGroup: string },
): WeekRow[] {
  const parents = parentIds(data);
  const goals = goalsInOrder(data).filter((goal) => goal.indicatorId === indicator.id);
  const byUnit = new Map<UnitId | null, { row: WeekRow; order: number }[]>();
  for (const goal of goals) {
    const figures = result.goals.get(goal.id);
    if (goal.holder.kind !== 'member' || parents.has(goal.id) || !figures) continue;
    const member = data.members.get(goal.holder.memberId);
    const name = goalName(data, goal);
    const line = { row: rowOf('person', name, indicator, goal, figures), order: member?.order ?? 0 };
    const unitId = member?.unitId ?? null;
    byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), line]);
  }
  const unitOrder = (id: UnitId | null): number => (id === null ? Infinity : (data.units.get(id)?.order ?? 0));
  const groups = [...byUnit.entries()].sort(([a], [b]) => unitOrder(a) - unitOrder(b));
  const ofUnit = (unitId: UnitId | null): Goal[] =>
    goals.filter(({ holder }) => holder.kind === 'unit' && holder.unitId === unitId);
  const rows = groups.flatMap(([unitId, lines]) => {
    const people = [...lines].sort((a, b) => a.order - b.order).map(({ row }) => row);
    const name = unitId === null ? words.noGroup : (data.units.get(unitId)?.name ?? '');
    const own = ofUnit(unitId);
    const figures = own.length === 1 && own[0] ? result.goals.get(own[0].id) : undefined;
    const head =
      figures && own[0]
        ? rowOf('group', name, indicator, own[0], figures)
        : addedUp('group', unitId ?? '', name, indicator, people);
    return groups.length > 1 ? [head, ...people] : people;
  });
  if (rows.length === 0) return [];
  const head = headGoals(data, result).find((goal) => goal.indicatorId === indicator.id);
  const figures = head ? result.goals.get(head.id) : undefined;
  const people = rows.filter((row) => row.kind === 'person');
  return [
    ...rows,
    head && figures
      ? rowOf('total', words.total, indicator, head, figures)
      : addedUp('total', '', words.total, indicator, people),
  ];
}

/** All quantitative goals of one person, a line an indicator. */
export function memberRows(data: PlanData, result: PlanResult, memberId: MemberId): WeekRow[] {
  return goalsInOrder(data).flatMap((goal) => {
    const indicator = data.indicators.get(goal.indicatorId);
    const figures = result.goals.get(goal.id);
    if (goal.holder.kind !== 'member' || goal.holder.memberId !== memberId) return [];
    if (indicator?.kind !== 'quantitative' || !figures) return [];
    const name = [indicator.name, goal.dimensionValue].filter((part) => part !== '').join(' · ');
    return [rowOf('indicator', name, indicator, goal, figures)];
  });
}

/** Targets and actuals of reported cells, added up: what a selection brought against what it should have. */
export function selectionFigures(cells: readonly WeekCell[]): { target: Fraction; completion: Fraction | null } | null {
  const reported = cells.filter((cell) => cell.actual !== null && cell.target !== null);
  if (reported.length === 0) return null;
  const target = reported.reduce((total, cell) => add(total, cell.target ?? ZERO), ZERO);
  const actual = reported.reduce((total, cell) => add(total, cell.actual ?? ZERO), ZERO);
  return { target, completion: isZero(target) ? null : divide(actual, target) };
}
