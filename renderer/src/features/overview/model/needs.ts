import type { Fraction, PlanResult } from '#shared/calc/result';
import type { Goal, Milestone } from '#shared/domain/goal';
import type { FeedbackForm } from '#shared/domain/feedback';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import type { Coaching } from '#shared/domain/tracking';
import { dayAfter } from '../../../format/date';
import { formsToRemind, type DayOf } from '../../feedback/model/reminders';
import { parcels } from '../../feedback/model/sending';
import { goalsInOrder, parentIds } from './lookups';
import { milestoneStanding, type MilestoneStanding } from './milestoneStanding';
import { phaseOf } from './pacing';

/** How many days ahead a milestone or a talk is called due. */
export const DUE_DAYS = 7;

/** Something that waits for the manager. */
export type Need =
  | {
      readonly kind: 'warning';
      readonly id: string;
      readonly goal: Goal;
      readonly slots: readonly number[];
      readonly completions: readonly (Fraction | null)[];
    }
  | { readonly kind: 'unreported'; readonly id: string; readonly goal: Goal; readonly slots: readonly number[] }
  | {
      readonly kind: 'milestone';
      readonly id: string;
      readonly goal: Goal;
      readonly milestone: Milestone;
      readonly standing: MilestoneStanding;
    }
  /** All goals of one holder in one state: they are talked about together. */
  | { readonly kind: 'agreement'; readonly id: string; readonly goal: Goal; readonly count: number }
  | { readonly kind: 'coaching'; readonly id: string; readonly coaching: Coaching }
  /** Raters of the 360 round to be reminded today, all of them in one line. */
  | {
      readonly kind: 'feedback';
      readonly id: 'feedback';
      readonly raters: number;
      readonly forms: readonly FeedbackForm[];
      /** The earliest due date among them. */
      readonly due: IsoDate;
    }
  | { readonly kind: 'talk'; readonly id: string; readonly memberId: string; readonly scheduledOn: IsoDate | null };

/** Groups in the order they are shown; coaching talks and performance talks stand together. */
export const NEED_GROUPS = ['warning', 'unreported', 'milestone', 'agreement', 'feedback', 'talk'] as const;
export type NeedGroup = (typeof NEED_GROUPS)[number];

export const groupOf = (need: Need): NeedGroup => (need.kind === 'coaching' ? 'talk' : need.kind);

/** Open red warnings of goals that nobody below answers for, the longest run first. */
export function openWarnings(data: PlanData, result: PlanResult): Need[] {
  const parents = parentIds(data);
  return goalsInOrder(data)
    .flatMap((goal) => {
      const figures = result.goals.get(goal.id);
      if (!figures?.warning.open || parents.has(goal.id)) return [];
      const { slots } = figures.warning;
      const completions = slots.map((n) => figures.slots.find((slot) => slot.n === n)?.completion ?? null);
      return [{ kind: 'warning' as const, id: goal.id, goal, slots, completions }];
    })
    .sort((a, b) => b.slots.length - a.slots.length);
}

/** Closed weeks nobody reported, a line a goal. */
export function unreported(data: PlanData, result: PlanResult): Need[] {
  const parents = parentIds(data);
  return goalsInOrder(data).flatMap((goal) => {
    const slots = result.goals.get(goal.id)?.warning.unreported ?? [];
    return slots.length === 0 || parents.has(goal.id)
      ? []
      : [{ kind: 'unreported' as const, id: goal.id, goal, slots }];
  });
}

/** Milestones of the next days (today and the last day included) that are not reached, by date. */
export function dueMilestones(data: PlanData, result: PlanResult): Need[] {
  const { asOf } = result.timeline;
  const until = dayAfter(asOf, DUE_DAYS);
  return [...data.milestones.values()]
    .filter((milestone) => milestone.state === 'open' && milestone.date >= asOf && milestone.date <= until)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap((milestone) => {
      const goal = data.goals.get(milestone.goalId);
      const standing = milestoneStanding(milestone, result.goals.get(milestone.goalId));
      return goal && !standing.reached
        ? [{ kind: 'milestone' as const, id: milestone.id, goal, milestone, standing }]
        : [];
    });
}

const holderId = (goal: Goal): string => (goal.holder.kind === 'member' ? goal.holder.memberId : goal.holder.unitId);

/** Goals that are not agreed yet, a line for each holder and state; `goal` is the first of them. */
export function notAgreed(data: PlanData): Need[] {
  const lines = new Map<string, { goal: Goal; count: number }>();
  for (const goal of goalsInOrder(data)) {
    if (goal.agreement.state === 'agreed') continue;
    const key = `${goal.holder.kind}:${holderId(goal)}:${goal.agreement.state}`;
    const line = lines.get(key);
    if (line) line.count += 1;
    else lines.set(key, { goal, count: 1 });
  }
  return [...lines.values()].map(({ goal, count }) => ({ kind: 'agreement', id: goal.id, goal, count }));
}

/**
 * Coaching talks and fixed performance talks of the next days that are not held, late ones too; after the period,
 * everybody's. Who looks back on a day before `today` sees the coaching talks that lay ahead then, held since or not.
 */
export function talksToHold(data: PlanData, result: PlanResult, today: IsoDate): Need[] {
  const { asOf } = result.timeline;
  const until = dayAfter(asOf, DUE_DAYS);
  const held = ({ state, on }: Coaching): boolean => state === 'done' && !(asOf < today && on !== null && on > asOf);
  const coaching = [...data.coaching.values()]
    .filter((item) => item.kind === 'talk' && !held(item) && item.on !== null && item.on <= until)
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))
    .map((item): Need => ({ kind: 'coaching', id: item.id, coaching: item }));
  const over = phaseOf(result.timeline) === 'after';
  const talks = result.ranking.flatMap((memberId): Need[] => {
    const talk = data.conversations.get(memberId);
    const scheduledOn = talk?.scheduledOn ?? null;
    if (talk?.heldOn || (!over && (scheduledOn === null || scheduledOn > until))) return [];
    return [{ kind: 'talk', id: memberId, memberId, scheduledOn }];
  });
  return [...coaching, ...talks];
}

/** Waits also once the period is frozen: of its weeks, milestones and agreements nothing can be changed any more. */
export const outlivesPeriod = ({ kind }: Need): boolean => kind === 'coaching' || kind === 'talk';

/** Raters whose reminder has come by the rhythm of the round; messages are written today, whatever day is looked at. */
export function feedbackToRemind(data: PlanData, today: IsoDate, dayOf: DayOf): Need[] {
  if (data.plan.stage !== 'planning' && data.plan.stage !== 'running') return [];
  const forms = formsToRemind(data, today, dayOf);
  const due = forms.flatMap((form) => form.due ?? []).sort()[0];
  return due === undefined
    ? []
    : [{ kind: 'feedback', id: 'feedback', raters: parcels(data, forms).length, forms, due }];
}

/**
 * Everything that waits on the plan's as-of day, in the order of the groups; `today` is the real day, `dayOf` the day an instant
 * falls on where the user sits.
 */
export function collectNeeds(data: PlanData, result: PlanResult, today: IsoDate, dayOf: DayOf): Need[] {
  return [
    ...openWarnings(data, result),
    ...unreported(data, result),
    ...dueMilestones(data, result),
    ...notAgreed(data),
    ...feedbackToRemind(data, today, dayOf),
    ...talksToHold(data, result, today),
  ];
}
