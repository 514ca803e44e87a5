import { divide, fromDecimal, isZero, multiply, ONE, sum } from '../calc/fraction';
import { toDecimal } from '../calc/quantity';
import { splitExactly } from '../calc/split';
import { putRecord, type Change } from './change';
import type { Goal } from './goal';
import type { IndicatorKind } from './indicator';
import type { Issue } from './issue';
import type { PlanData } from './planData';
import { weightedGoals } from './validateWeights';

/**
 * A repair for an issue of `validatePlan` or `smartCheck`, as changes that can be previewed and undone; null where only a
 * person can know what is right. Pure: the given data are not altered.
 */
export function fixFor(issue: Issue, data: PlanData): Change[] | null {
  const { collection, id } = issue.subject ?? {};
  if (collection === 'plan') return fixPlan(issue.code, data);
  if (id === undefined) return null;
  if (collection === 'members') return fixMember(issue.code, id, data);
  if (collection === 'units') return fixUnit(issue.code, id, data);
  const goal = collection === 'goals' ? data.goals.get(id) : undefined;
  return goal ? fixGoal(issue.code, goal, data) : null;
}

function fixPlan(code: string, data: PlanData): Change[] | null {
  const { plan } = data;
  const put = (part: Partial<typeof plan>): Change[] => [
    { collection: 'plan', id: plan.id, before: plan, after: { ...plan, ...part } },
  ];
  if (code === 'plan.datesReversed') return put({ start: plan.end, end: plan.start });
  if (code === 'plan.noTeamGoal') return put({ teamGoalId: null });
  if (code !== 'policy.shares') return null;
  const share = fromDecimal(plan.policy.quantitativeShare);
  if (share.n < 0n || share.n > share.d) return null;
  const qualitativeShare = toDecimal({ n: share.d - share.n, d: share.d });
  return put({ policy: { ...plan.policy, qualitativeShare } });
}

function fixMember(code: string, id: string, data: PlanData): Change[] | null {
  const member = data.members.get(id);
  if (!member) return null;
  if (code === 'member.quantitativeWeights') return fixWeights(id, 'quantitative', data);
  if (code === 'member.qualitativeWeights') return fixWeights(id, 'qualitative', data);
  if (code === 'member.noUnit') return [putRecord(data, 'members', { ...member, unitId: null })];
  if (code === 'member.noSuperior' || code === 'member.superiorCycle') {
    return [putRecord(data, 'members', { ...member, superiorId: null })];
  }
  if (code === 'member.noMentor' || code === 'member.ownMentor') {
    return [putRecord(data, 'members', { ...member, mentorId: null })];
  }
  return null;
}

function fixUnit(code: string, id: string, data: PlanData): Change[] | null {
  const unit = data.units.get(id);
  if (!unit || (code !== 'unit.cycle' && code !== 'unit.noParent')) return null;
  return [putRecord(data, 'units', { ...unit, parentId: null })];
}

/** Keeps the proportions of the weights and makes them add to 100 exactly; equal parts where none is set. */
function fixWeights(memberId: string, kind: IndicatorKind, data: PlanData): Change[] | null {
  const goals = weightedGoals(data, memberId, kind);
  const given = goals.map((goal) => fromDecimal(goal.weight ?? '0'));
  if (goals.length === 0 || given.some((weight) => weight.n < 0n)) return null;
  const weights = isZero(sum(given)) ? goals.map(() => ONE) : given;
  const parts = splitExactly(fromDecimal('100'), weights, 0);
  return goals.map((goal, index) => putRecord(data, 'goals', { ...goal, weight: toDecimal(parts[index] ?? ONE) }));
}

function fixGoal(code: string, goal: Goal, data: PlanData): Change[] | null {
  const put = (part: Partial<Goal>): Change[] => [putRecord(data, 'goals', { ...goal, ...part })];
  const { start, end } = data.plan;
  switch (code) {
    case 'goal.noDue':
    case 'smart.noDate':
      return put({ due: end });
    case 'goal.dueOutside':
    case 'smart.dateOutside':
      return put({ due: goal.due !== null && goal.due < start ? start : end });
    case 'goal.noOwner':
    case 'smart.noOwner':
      return fixOwner(goal, data);
    case 'smart.noNumber':
    case 'goal.noTarget': {
      const target = targetFromParent(goal, data);
      return target === null ? null : put({ target });
    }
    case 'goal.noCode':
    case 'goal.duplicateCode':
      return put({ code: freeCode(goal, data) });
    case 'goal.noParent':
    case 'goal.cycle':
      return put({ parentId: null });
    case 'goal.levelMismatch':
      return put({
        level: goal.holder.kind === 'member' ? 'person' : (data.units.get(goal.holder.unitId)?.level ?? 'group'),
      });
    case 'goal.unknownPeople':
      return put({
        responsibleIds: goal.responsibleIds.filter((id) => data.members.has(id)),
        supportingIds: goal.supportingIds.filter((id) => data.members.has(id)),
        accountableId: goal.accountableId !== null && data.members.has(goal.accountableId) ? goal.accountableId : null,
      });
    case 'smart.noParent': {
      const parent = parentAbove(goal, data);
      return parent === null ? null : put({ parentId: parent.id });
    }
    default:
      return null;
  }
}

/** The person whose goal it is; for a unit's goal the only one who does it, or who answers for the goal above. */
function fixOwner(goal: Goal, data: PlanData): Change[] | null {
  const put = (part: Partial<Goal>): Change[] => [putRecord(data, 'goals', { ...goal, ...part })];
  if (goal.holder.kind === 'member') return put({ accountableId: goal.holder.memberId });
  const [only, second] = goal.responsibleIds;
  if (only !== undefined && second === undefined) return put({ accountableId: only });
  const parent = goal.parentId === null ? undefined : data.goals.get(goal.parentId);
  if (!parent || (parent.accountableId === null && parent.accountableName === '')) return null;
  return put({ accountableId: parent.accountableId, accountableName: parent.accountableName });
}

/** The baseline grown as the goal above grows, or the rate of the goal above; null when neither is known. */
function targetFromParent(goal: Goal, data: PlanData): string | null {
  const parent = goal.parentId === null ? undefined : data.goals.get(goal.parentId);
  const indicator = data.indicators.get(goal.indicatorId);
  if (!indicator || parent?.target === null || parent?.target === undefined || parent.indicatorId !== goal.indicatorId)
    return null;
  if (indicator.aggregation === 'ratio' || indicator.aggregation === 'average') return parent.target;
  if (goal.baseline === null || parent.baseline === null || isZero(fromDecimal(parent.baseline))) return null;
  const growth = divide(fromDecimal(parent.target), fromDecimal(parent.baseline));
  return toDecimal(multiply(fromDecimal(goal.baseline), growth), indicator.precision);
}

/** The code itself or `goal`, with the first number that makes it unique. */
function freeCode(goal: Goal, data: PlanData): string {
  const used = new Set(
    [...data.goals.values()].filter((other) => other.id !== goal.id).map((other) => other.code.trim()),
  );
  const stem = goal.code.trim() === '' ? 'G' : goal.code.trim();
  let number = 2;
  while (used.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** The goal on the same indicator one would expect above: of the holder's unit, else the nearest unit above it. */
function parentAbove(goal: Goal, data: PlanData): Goal | null {
  const { holder } = goal;
  let unitId =
    holder.kind === 'member'
      ? (data.members.get(holder.memberId)?.unitId ?? null)
      : (data.units.get(holder.unitId)?.parentId ?? null);
  const visited = new Set<string>();
  while (unitId !== null && !visited.has(unitId)) {
    visited.add(unitId);
    const here = unitId;
    const found = [...data.goals.values()].find(
      (other) => other.indicatorId === goal.indicatorId && other.holder.kind === 'unit' && other.holder.unitId === here,
    );
    if (found && found.id !== goal.id) return found;
    unitId = data.units.get(here)?.parentId ?? null;
  }
  return null;
}
