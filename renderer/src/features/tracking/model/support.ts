import { atLeast, compare, fromDecimal, lessThan, ONE } from '#shared/calc/fraction';
import type { Fraction, GoalResult, PlanResult } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import type { Indicator } from '#shared/domain/indicator';
import type { Member } from '#shared/domain/organisation';
import type { PlanData } from '#shared/domain/planData';
import type { Coaching, TrackingNote } from '#shared/domain/tracking';
import { thresholdOf } from '../../overview/needText';
import { effectOf, peoplesGoals, standingOf, type Effect } from './standing';

/** A goal that is under its threshold or was not reported, as of the plan's day. */
export interface WarningLine {
  readonly goal: Goal;
  readonly indicator: Indicator;
  readonly figures: GoalResult;
  readonly kind: 'open' | 'answered' | 'amber' | 'unreported';
  /** Weeks of the run, or the unreported ones. */
  readonly slots: readonly number[];
}

const URGENCY = { open: 0, answered: 2, amber: 1, unreported: 3 } as const;

/** Open red first, then amber, red that is answered, and unreported weeks; longer runs first. */
export function warningLines(data: PlanData, result: PlanResult): WarningLine[] {
  const lines = peoplesGoals(data).flatMap(({ goal, indicator }): WarningLine[] => {
    const figures = result.goals.get(goal.id);
    if (!figures) return [];
    const { level, open, slots, unreported } = figures.warning;
    const line = { goal, indicator, figures };
    const own: WarningLine[] =
      level === 'green' ? [] : [{ ...line, kind: level === 'amber' ? 'amber' : open ? 'open' : 'answered', slots }];
    return unreported.length > 0 ? [...own, { ...line, kind: 'unreported', slots: unreported }] : own;
  });
  return lines.sort((a, b) => URGENCY[a.kind] - URGENCY[b.kind] || b.slots.length - a.slots.length);
}

/** An intervention with what it brought. */
export interface InterventionLine {
  readonly note: TrackingNote;
  readonly goal: Goal;
  readonly indicator: Indicator;
  readonly effect: Effect;
}

/** Interventions recorded by the plan's day, those still running first, then the latest. */
export function interventionLines(data: PlanData, result: PlanResult): InterventionLine[] {
  return [...data.trackingNotes.values()]
    .filter((note) => note.intervention && (note.recordedOn === null || note.recordedOn <= result.timeline.asOf))
    .flatMap((note) => {
      const goal = data.goals.get(note.goalId);
      const indicator = goal ? data.indicators.get(goal.indicatorId) : undefined;
      const figures = result.goals.get(note.goalId);
      return goal && indicator && figures
        ? [{ note, goal, indicator, effect: effectOf(figures, indicator, note.slot) }]
        : [];
    })
    .sort((a, b) => Number(a.note.state === 'done') - Number(b.note.state === 'done') || b.note.slot - a.note.slot);
}

/** Coaching with what it brought on its goal, or on the member's first goal where it names none. */
export interface CoachingLine {
  readonly coaching: Coaching;
  readonly goal: Goal | null;
  readonly effect: Effect | null;
}

export function coachingLines(data: PlanData, result: PlanResult): CoachingLine[] {
  const goals = peoplesGoals(data);
  return [...data.coaching.values()]
    .map((coaching): CoachingLine => {
      const found = goals.find(({ goal }) =>
        coaching.goalId === null
          ? goal.holder.kind === 'member' && goal.holder.memberId === coaching.memberId
          : goal.id === coaching.goalId,
      );
      const figures = found ? result.goals.get(found.goal.id) : undefined;
      const day = coaching.on;
      const slot =
        day === null ? undefined : result.timeline.slots.find(({ start, end }) => start <= day && day <= end);
      const begun = slot !== undefined && day !== null && day <= result.timeline.asOf;
      return {
        coaching,
        goal: found?.goal ?? null,
        effect: found && figures && begun ? effectOf(figures, found.indicator, slot.n) : null,
      };
    })
    .sort(
      (a, b) =>
        Number(a.coaching.state === 'done') - Number(b.coaching.state === 'done') ||
        ((a.coaching.due ?? a.coaching.on ?? '') < (b.coaching.due ?? b.coaching.on ?? '') ? -1 : 1),
    );
}

/** A pair proposed from results: who is far behind, and who does best on the same indicator. */
export interface MentorProposal {
  readonly learner: Member;
  readonly mentor: Member;
  readonly goal: Goal;
  readonly indicator: Indicator;
  readonly learnerStanding: Fraction;
  readonly mentorStanding: Fraction;
}

/** Whether somebody joined later; a day that is not known says nothing. */
const isJunior = (one: Member, other: Member): boolean =>
  one.joinedOn !== null && other.joinedOn !== null && one.joinedOn > other.joinedOn;

/** Most learners proposed to one mentor. */
const PER_MENTOR = 2;

/**
 * Pairs the weak with the strong: whoever stands under the warning threshold on an indicator gets the best colleague who
 * reached it, of the own group first; nobody who already has a mentor in this plan, nobody more than twice. A mentor is
 * the senior of the two, is not being led himself, and stands in no red warning.
 */
export function mentorProposals(data: PlanData, result: PlanResult): MentorProposal[] {
  const standings = peoplesGoals(data).flatMap(({ goal, indicator }) => {
    const figures = result.goals.get(goal.id);
    const standing = figures ? standingOf(figures) : null;
    const member = goal.holder.kind === 'member' ? data.members.get(goal.holder.memberId) : undefined;
    return standing && member ? [{ goal, indicator, member, standing }] : [];
  });
  const helped = new Set(
    [...data.coaching.values()].filter(({ kind }) => kind === 'mentor').map(({ memberId }) => memberId),
  );
  const led = new Set([
    ...helped,
    ...[...data.members.values()].flatMap((one) => (one.mentorId === null ? [] : one.id)),
  ]);
  const red = new Set(
    peoplesGoals(data).flatMap(({ goal }) =>
      goal.holder.kind === 'member' && result.goals.get(goal.id)?.warning.level === 'red' ? goal.holder.memberId : [],
    ),
  );
  const mayLead = (mentor: Member, learner: Member): boolean =>
    mentor.id !== learner.id && !led.has(mentor.id) && !red.has(mentor.id) && !isJunior(mentor, learner);
  const busy = new Map<string, number>();
  const proposals: MentorProposal[] = [];
  const weak = standings
    .filter(({ goal, standing }) => lessThan(standing, fromDecimal(thresholdOf(data, goal))))
    .sort((a, b) => compare(a.standing, b.standing));
  for (const { goal, indicator, member, standing } of weak) {
    if (helped.has(member.id)) continue;
    const mentor = standings
      .filter((other) => other.indicator.id === indicator.id && mayLead(other.member, member))
      .filter((other) => atLeast(other.standing, ONE) && (busy.get(other.member.id) ?? 0) < PER_MENTOR)
      .sort(
        (a, b) =>
          Number(b.member.unitId === member.unitId) - Number(a.member.unitId === member.unitId) ||
          compare(b.standing, a.standing),
      )[0];
    if (!mentor) continue;
    helped.add(member.id);
    busy.set(mentor.member.id, (busy.get(mentor.member.id) ?? 0) + 1);
    proposals.push({
      learner: member,
      mentor: mentor.member,
      goal,
      indicator,
      learnerStanding: standing,
      mentorStanding: mentor.standing,
    });
  }
  return proposals;
}
