import { compare, divide, equal, fraction, fromDecimal, ONE, sum } from '../../calc/fraction';
import { toDecimal } from '../../calc/quantity';
import { makeFacts, makePlan, makePlanData } from '../builders';
import type { ActionState } from '../tracking';
import type { FactSeries } from '../facts';
import type { Goal } from '../goal';
import type { GoalId, NewId } from '../ids';
import type { Indicator } from '../indicator';
import type { PlanData } from '../planData';
import type { Decimal, Instant, IsoDate } from '../primitives';

export interface CarryOverRequest {
  readonly newId: NewId;
  readonly now: Instant;
  /** Both days of the next period, inclusive. */
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly name: string;
}

/**
 * The next period's plan out of one that ends (step 5 of the scheme): units, people, indicators, rules and the cascade stay;
 * actuals become baselines; coaching that is not finished goes on; improvements agreed in the talks become open actions; the lessons come along, so that their suggestions are there.
 * Targets of volumes are left to be set; a target that was missed stays as a proposal. Agreement starts anew.
 * Everything gets fresh ids. The old plan is not altered.
 */
export function carryOver(previous: PlanData, request: CarryOverRequest): PlanData {
  const { newId, now, start, end, name } = request;
  const ids = new Map<string, string>();
  const fresh = (id: string): string => {
    const known = ids.get(id) ?? newId();
    ids.set(id, known);
    return known;
  };
  const freshOrNull = (id: string | null): string | null => (id === null ? null : fresh(id));
  // The rules go along as they are; how they came about belongs to the period that ends.
  const { policyHistory: _, ...plan } = previous.plan;
  // Who has left before the new period begins is not part of it; nor are that person's goals.
  const stays = [...previous.members.values()].filter((member) => member.leftOn === null || member.leftOn >= start);
  const staying = new Set(stays.map((member) => member.id));
  const present = (id: string | null): string | null => (id !== null && staying.has(id) ? fresh(id) : null);
  const keeps = ({ holder }: Goal): boolean => holder.kind === 'unit' || staying.has(holder.memberId);
  const carryGoal = (goal: Goal): Goal => ({
    ...goal,
    id: fresh(goal.id),
    parentId: parentOf(goal),
    holder:
      goal.holder.kind === 'unit'
        ? { kind: 'unit', unitId: fresh(goal.holder.unitId) }
        : { kind: 'member', memberId: fresh(goal.holder.memberId) },
    indicatorId: fresh(goal.indicatorId),
    accountableId: present(goal.accountableId),
    responsibleIds: goal.responsibleIds.flatMap((id) => present(id) ?? []),
    supportingIds: goal.supportingIds.flatMap((id) => present(id) ?? []),
    ...nextFigures(goal, previous),
    due: end,
    agreement: { state: 'open', on: null, comments: [] },
  });
  function parentOf(goal: Goal): string | null {
    const parent = goal.parentId === null ? undefined : previous.goals.get(goal.parentId);
    return parent && keeps(parent) ? fresh(parent.id) : null;
  }
  return makePlanData(
    makePlan({
      ...plan,
      id: newId(),
      name,
      start,
      end,
      asOf: null,
      stage: 'planning',
      // Months and days of the old period mean nothing in the new one.
      policy: { ...plan.policy, version: 1, monthWeights: {}, ownHolidays: [], ownWorkdays: [] },
      teamGoalId: freshOrNull(plan.teamGoalId),
      createdAt: now,
      updatedAt: now,
    }),
    {
      units: [...previous.units.values()].map((unit) => ({
        ...unit,
        id: fresh(unit.id),
        parentId: freshOrNull(unit.parentId),
      })),
      members: stays.map((member) => ({
        ...member,
        id: fresh(member.id),
        unitId: freshOrNull(member.unitId),
        superiorId: present(member.superiorId),
        mentorId: present(member.mentorId),
      })),
      indicators: [...previous.indicators.values()].map((indicator) => ({ ...indicator, id: fresh(indicator.id) })),
      goals: [...previous.goals.values()].filter(keeps).map(carryGoal),
      coaching: [...previous.coaching.values()]
        .filter(({ state, memberId }) => isUnfinished(state) && staying.has(memberId))
        .map((entry) => ({
          ...entry,
          id: fresh(entry.id),
          memberId: fresh(entry.memberId),
          goalId: goalThatStays(entry.goalId),
          mentorId: present(entry.mentorId),
        })),
      meetings: promises(previous, staying).map((promise) => ({
        ...promise,
        id: newId(),
        date: plan.end,
        memberId: fresh(promise.memberId),
      })),
      lessons: [...previous.lessons.values()].map((lesson) => ({ ...lesson, id: fresh(lesson.id) })),
    },
  );
  function goalThatStays(id: GoalId | null): string | null {
    const goal = id === null ? undefined : previous.goals.get(id);
    return goal && keeps(goal) ? fresh(goal.id) : null;
  }
}

/** What was agreed in the talks, as open actions of the person it was agreed with: they are on top of the first meeting. */
function promises(previous: PlanData, staying: ReadonlySet<string>) {
  return [...previous.conversations.values()]
    .filter(({ id }) => staying.has(id))
    .flatMap(({ id, improvement }) =>
      improvement
        .filter(({ item, action }) => item !== '' || action !== '')
        .map(({ item, action, owner, due, measure, support }) => ({
          memberId: id,
          attendees: '',
          progress: '',
          difficulty: '',
          support,
          keyIssue: measure,
          action: [item, action].filter((part) => part !== '').join('：'),
          ownerId: null,
          ownerName: owner,
          due,
          state: 'open' as const,
        })),
    );
}

const isUnfinished = (state: ActionState): boolean => state !== 'done';

/** Baseline and target of the next period. A rate, score or end value keeps its target; a volume only when it was missed. */
function nextFigures(goal: Goal, previous: PlanData): Pick<Goal, 'baseline' | 'target' | 'targetBasis'> {
  const indicator = previous.indicators.get(goal.indicatorId);
  const { baseline, target, targetBasis } = goal;
  if (!indicator || indicator.kind === 'qualitative') return { baseline, target, targetBasis };
  // Most of it is carried outside this plan, so what was reported here is not its actual.
  if (goal.partOfLarger) return { baseline: null, target: null, targetBasis: goal.targetBasis };
  const actual = reported(goal.id, indicator, previous);
  const keepsTarget = indicator.aggregation !== 'sum' || actual === null || isMissed(goal, actual, indicator);
  return { baseline: actual ?? goal.baseline, target: keepsTarget ? goal.target : null, targetBasis: goal.targetBasis };
}

/** A monthly average says nothing about the total without its months, so it counts as unfinished. */
function isMissed(goal: Goal, actual: Decimal, indicator: Indicator): boolean {
  if (goal.target === null || goal.targetBasis === 'perMonth') return true;
  const difference = compare(fromDecimal(actual), fromDecimal(goal.target));
  return indicator.direction === 'higher' ? difference < 0 : difference > 0;
}

/** What was reported for a goal and the goals below it over the whole period; null when nothing was. */
function reported(goalId: GoalId, indicator: Indicator, data: PlanData): Decimal | null {
  const series = familyOf(goalId, data).map((id) => inPeriod(data.facts.get(id) ?? makeFacts(id, []), data));
  const values = series.map((facts) => facts.values.flatMap((value) => (value === null ? [] : [fromDecimal(value)])));
  const all = values.flat();
  if (indicator.aggregation === 'ratio') {
    const numerator = sum(
      series.flatMap((facts) => facts.numerators.flatMap((value) => (value === null ? [] : [fromDecimal(value)]))),
    );
    const denominator = sum(
      series.flatMap((facts) => facts.denominators.flatMap((value) => (value === null ? [] : [fromDecimal(value)]))),
    );
    if (denominator.n === 0n) return null;
    return toDecimal(divide(numerator, divide(denominator, fraction(100n))), indicator.precision);
  }
  if (all.length === 0) return null;
  const total = (parts: typeof all): string => toDecimal(sum(parts), 6);
  if (indicator.aggregation === 'sum') return total(all);
  if (indicator.aggregation === 'last') return total(values.flatMap((column) => column.at(-1) ?? []));
  const count = fraction(BigInt(all.length));
  return equal(count, ONE) ? total(all) : toDecimal(divide(sum(all), count), indicator.precision);
}

function inPeriod(facts: FactSeries, { plan }: PlanData): FactSeries {
  const inside = facts.dates.map((date) => date >= plan.start && date <= plan.end);
  const keep = <T>(column: readonly T[]): T[] => column.filter((_, index) => inside[index]);
  return {
    id: facts.id,
    dates: keep(facts.dates),
    values: keep(facts.values),
    numerators: keep(facts.numerators),
    denominators: keep(facts.denominators),
    sources: keep(facts.sources),
  };
}

/** A goal and all goals below it on the same indicator; a broken cascade that runs in a circle is walked once. */
function familyOf(goalId: GoalId, data: PlanData): GoalId[] {
  const indicatorId = data.goals.get(goalId)?.indicatorId;
  const found = new Set<GoalId>([goalId]);
  for (const id of found) {
    for (const goal of data.goals.values()) {
      if (goal.parentId === id && goal.indicatorId === indicatorId) found.add(goal.id);
    }
  }
  return [...found];
}
