import { isZero, subtract } from '#shared/calc/fraction';
import type { Fraction, MonthFigure, PlanResult } from '#shared/calc/result';
import { putRecord, removeRecord, type Change } from '#shared/domain/change';
import type { Goal } from '#shared/domain/goal';
import type { IndicatorId, NewId } from '#shared/domain/ids';
import type { Indicator } from '#shared/domain/indicator';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import type { MonthlyReview } from '#shared/domain/tracking';
import { goalsInOrder } from '../../overview/model/lookups';
import { goalName } from './standing';

/** One goal in one month, with what was said about it. */
export interface MonthRow {
  readonly goal: Goal;
  readonly indicator: Indicator;
  readonly name: string;
  readonly figure: MonthFigure;
  /** actual − target; null while either is missing, and for a goal others carry most of: what they lack is not ours. */
  readonly deviation: Fraction | null;
  readonly review: MonthlyReview | null;
  /** What was decided a month before. */
  readonly last: MonthlyReview | null;
}

const reviewOf = (data: PlanData, goalId: string, month: string): MonthlyReview | null =>
  [...data.monthlyReviews.values()].find((review) => review.goalId === goalId && review.month === month) ?? null;

/** Goals on one indicator, every parent before its children. */
function cascade(data: PlanData, indicatorId: IndicatorId): Goal[] {
  const goals = goalsInOrder(data).filter((goal) => goal.indicatorId === indicatorId);
  const ids = new Set(goals.map(({ id }) => id));
  const under = (parentId: string | null): Goal[] =>
    goals
      .filter((goal) => (goal.parentId !== null && ids.has(goal.parentId) ? goal.parentId : null) === parentId)
      .flatMap((goal) => [goal, ...under(goal.id)]);
  return under(null);
}

/** All goals on one indicator in one month (`yyyy-mm`), in the order of the cascade. */
export function monthRows(data: PlanData, result: PlanResult, indicatorId: IndicatorId, month: string): MonthRow[] {
  const at = result.timeline.months.findIndex((span) => span.month === month);
  const before = result.timeline.months[at - 1]?.month ?? '';
  const indicator = data.indicators.get(indicatorId);
  if (!indicator || at < 0) return [];
  return cascade(data, indicatorId).flatMap((goal) => {
    const figure = result.goals.get(goal.id)?.months[at];
    if (!figure) return [];
    return [
      {
        goal,
        indicator,
        name: goalName(data, goal),
        figure,
        deviation:
          figure.actual === null || figure.target === null || goal.partOfLarger
            ? null
            : subtract(figure.actual, figure.target),
        review: reviewOf(data, goal.id, month),
        last: reviewOf(data, goal.id, before),
      },
    ];
  });
}

export type ReviewPart = Partial<Pick<MonthlyReview, 'cause' | 'measure' | 'ownerId' | 'ownerName' | 'due'>>;

const isBlank = ({ cause, measure, ownerId, ownerName, due }: MonthlyReview): boolean =>
  cause === '' && measure === '' && ownerId === null && ownerName === '' && due === null;

/** The changes that write a part of a month's review; one left with nothing in it keeps no record. */
export function writeReview(data: PlanData, goalId: string, month: string, part: ReviewPart, newId: NewId): Change[] {
  const before = reviewOf(data, goalId, month);
  const after: MonthlyReview = {
    ...(before ?? { id: newId(), month, goalId, cause: '', measure: '', ownerId: null, ownerName: '', due: null }),
    ...part,
  };
  if (isBlank(after)) return before ? removeRecord(data, 'monthlyReviews', before.id) : [];
  return [putRecord(data, 'monthlyReviews', after)];
}

/** An owner as written: a member by name or alias, else the name itself. */
export function ownerPart(data: PlanData, text: string): Pick<MonthlyReview, 'ownerId' | 'ownerName'> {
  const member = [...data.members.values()].find(({ name, aliases }) => name === text || aliases.includes(text));
  return { ownerId: member?.id ?? null, ownerName: member?.name ?? text };
}

/** Measures of the month before that go on: those not yet due when the month begins, where this month says nothing. */
export function carryMeasures(
  data: PlanData,
  rows: readonly MonthRow[],
  month: string,
  monthStart: IsoDate,
  newId: NewId,
): Change[] {
  return rows.flatMap(({ goal, review, last }) => {
    if (!last || last.measure === '' || (review && review.measure !== '')) return [];
    if (last.due !== null && last.due < monthStart) return [];
    const { measure, ownerId, ownerName, due } = last;
    return writeReview(data, goal.id, month, { measure, ownerId, ownerName, due }, newId);
  });
}

/** Away from its target in the wrong direction. */
export const fellShort = ({ deviation, indicator }: MonthRow): boolean =>
  deviation !== null && !isZero(deviation) && deviation.n < 0n === (indicator.direction === 'higher');
