import type { GoalResult, PlanResult, SlotFigure } from '#shared/calc/result';
import type { MemberId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import { talkEvents } from './talkFacts';

/** Something of the period that the manager may want to come back to; more than the shared screen shows. */
export interface PrepareEvent {
  /** Null where only the month is known, see `when`. */
  readonly on: IsoDate | null;
  /** As it is shown: a day `mm-dd`, or a month `yyyy-mm`. */
  readonly when: string;
  readonly kind: 'red' | 'warning' | 'measure' | 'coaching' | 'meeting' | 'review' | 'reached' | 'missed';
  /** The indicator it is about, where it is about one. */
  readonly indicator: string;
  readonly text: string;
  /** Weeks of a red run, first and last. */
  readonly weeks: readonly [number, number] | null;
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' → ');
const day = (on: IsoDate | null): string => on?.slice(5) ?? '';

/** Runs of weeks under the threshold that became red, skipped weeks inside a run included: first and last slot of each. */
export function redRuns(slots: readonly SlotFigure[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  let first: number | null = null;
  let open: [number, number] | null = null;
  for (const { n, level, under } of slots) {
    if (under === false) [first, open] = [null, null];
    if (under !== true) continue;
    first ??= n;
    if (open) open[1] = n;
    else if (level === 'red') runs.push((open = [first, n]));
  }
  return runs;
}

function warningsOf(
  figures: GoalResult | undefined,
  indicator: string,
  ends: ReadonlyMap<number, IsoDate>,
): PrepareEvent[] {
  return redRuns(figures?.slots ?? []).map((weeks): PrepareEvent => {
    const on = ends.get(weeks[1]) ?? null;
    return { on, when: day(on), kind: 'red', indicator, text: '', weeks };
  });
}

/**
 * What the period holds about a person, oldest first: red warnings, interventions and measures, coaching, what was said in the
 * weekly meetings and monthly reviews, milestones reached or missed. Nothing of anybody else.
 */
export function preparation(data: PlanData, result: PlanResult, id: MemberId): PrepareEvent[] {
  const mine = [...data.goals.values()].filter(({ holder }) => holder.kind === 'member' && holder.memberId === id);
  const nameOf = new Map(mine.map((goal) => [goal.id, data.indicators.get(goal.indicatorId)?.name ?? '']));
  const ends = new Map(result.timeline.slots.map((slot) => [slot.n, slot.end]));
  const plain = { weeks: null, indicator: '' };
  const events: PrepareEvent[] = [
    ...mine.flatMap((goal) => warningsOf(result.goals.get(goal.id), nameOf.get(goal.id) ?? '', ends)),
    ...talkEvents(data, id).map((event): PrepareEvent => ({ ...plain, ...event, when: day(event.on) })),
    ...[...data.meetings.values()]
      .filter((entry) => entry.memberId === id)
      .map((entry): PrepareEvent => {
        const said = joined(entry.progress, entry.difficulty, entry.keyIssue, entry.action);
        return { ...plain, on: entry.date, when: day(entry.date), kind: 'meeting', text: said };
      }),
    ...[...data.monthlyReviews.values()].flatMap((review): PrepareEvent[] => {
      const indicator = nameOf.get(review.goalId);
      if (indicator === undefined) return [];
      const { month } = review;
      return [
        {
          weeks: null,
          indicator,
          on: `${month}-31`,
          when: month,
          kind: 'review',
          text: joined(review.cause, review.measure),
        },
      ];
    }),
    ...[...data.milestones.values()].flatMap((milestone): PrepareEvent[] => {
      const indicator = nameOf.get(milestone.goalId);
      if (indicator === undefined || milestone.state === 'open') return [];
      const on = milestone.doneOn ?? milestone.date;
      const kind = milestone.state === 'done' ? 'reached' : 'missed';
      return [{ weeks: null, indicator, on, when: day(on), kind, text: milestone.title }];
    }),
  ];
  return events
    .filter((event) => event.text !== '' || event.weeks !== null)
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0));
}
