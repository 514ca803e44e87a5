import type { Goal } from '../../domain/goal';
import type { Indicator } from '../../domain/indicator';
import type { TrackingNote } from '../../domain/tracking';
import type { PlanData } from '../../domain/planData';
import { fromDecimal } from '../../calc/fraction';
import type { Fraction, Slot, SlotFigure } from '../../calc/result';
import type { SheetContext } from '../definition';
import { planSlots, slotFact, type SlotFact } from './slotFacts';

/** One goal in one week. */
export interface TrackingRow {
  readonly goal: Goal;
  readonly indicator: Indicator;
  readonly slot: Slot;
  readonly fact: SlotFact;
  readonly figure: SlotFigure | null;
  readonly note: TrackingNote | null;
  /** Slots under the threshold in a row up to this one; a skipped slot carries it on. */
  readonly run: number;
  /** The engine's figures follow from the cells, so that formulas may stand for them. */
  readonly live: boolean;
  /** The slot is not over and something is reported: shown, but not yet judged. */
  readonly notJudged: boolean;
  /** A week below this share of its target is a warning (1 = 100 %). */
  readonly threshold: Fraction;
}

/** Goals followed week by week: the measured ones that have figures of their own to report. */
function trackedGoals(data: PlanData): Goal[] {
  const parents = new Set([...data.goals.values()].map((goal) => `${goal.parentId ?? ''} ${goal.indicatorId}`));
  return [...data.goals.values()]
    .filter((goal) => data.indicators.get(goal.indicatorId)?.kind === 'quantitative')
    .filter(
      (goal) => !parents.has(`${goal.id} ${goal.indicatorId}`) || (data.facts.get(goal.id)?.dates.length ?? 0) > 0,
    )
    .sort((a, b) => a.order - b.order);
}

/** All rows, by goal and then by week. */
export function trackingRows(ctx: SheetContext): TrackingRow[] {
  const { data, result } = ctx;
  const slots = planSlots(data.plan);
  const notes = new Map([...data.trackingNotes.values()].map((note) => [`${note.goalId}#${note.slot}`, note]));
  return trackedGoals(data)
    .filter(({ id }) => ctx.sees.goal(id))
    .flatMap((goal) => {
      const indicator = data.indicators.get(goal.indicatorId);
      if (!indicator) return [];
      const figures = result.goals.get(goal.id)?.slots ?? [];
      const threshold = fromDecimal(indicator.warning?.threshold ?? data.plan.policy.warningThreshold);
      const live = isLive(data, goal, indicator, slots, result.timeline.asOf);
      let run = 0;
      return slots.map((slot, index): TrackingRow => {
        const figure = figures[index] ?? null;
        const fact = slotFact(data.facts.get(goal.id), indicator.aggregation, slot);
        const under = figure?.under ?? null;
        if (under !== null) run = under ? run + 1 : 0;
        const reported = fact.value !== null || fact.numerator !== null;
        return {
          goal,
          indicator,
          slot,
          fact,
          figure,
          note: notes.get(`${goal.id}#${slot.n}`) ?? null,
          run,
          live,
          notJudged: reported && !(slot.end < result.timeline.asOf),
          threshold,
        };
      });
    });
}

/** Cells say less than facts where a fact lies after the as-of day or outside the period, or a week has several. */
function isLive(data: PlanData, goal: Goal, indicator: Indicator, slots: readonly Slot[], asOf: string): boolean {
  const rolledUp = [...data.goals.values()].some(
    (child) => child.parentId === goal.id && child.indicatorId === goal.indicatorId,
  );
  const dates = data.facts.get(goal.id)?.dates ?? [];
  if (rolledUp || dates.some((date) => date > asOf || date < data.plan.start || date > data.plan.end)) return false;
  if (indicator.aggregation !== 'average') return true;
  return slots.every(({ start, end }) => dates.filter((date) => date >= start && date <= end).length <= 1);
}
