import type { Adjustment } from '../domain/evaluation';
import type { FeedbackForm } from '../domain/feedback';
import type { Goal } from '../domain/goal';
import type { GoalId, MemberId } from '../domain/ids';
import type { Indicator } from '../domain/indicator';
import type { PlanData } from '../domain/planData';
import type { TrackingNote } from '../domain/tracking';

/** Records of a map by a key of theirs, in the order of the map. */
function groupBy<T>(records: Iterable<T>, keyOf: (record: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

const byOrder = (a: Goal, b: Goal): number => a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The goals as a forest. */
export interface GoalTree {
  /** Children on the same indicator as their parent, which roll up into it. */
  readonly rolling: ReadonlyMap<GoalId, readonly Goal[]>;
  /** Every goal after its children. */
  readonly bottomUp: readonly Goal[];
  /** Goals that are their own ancestors; they are treated as roots. */
  readonly cyclic: ReadonlySet<GoalId>;
}

/** Orders goals so that children come before parents, and cuts cycles (specification section 8). */
export function goalTree(goals: PlanData['goals'], indicators: ReadonlyMap<string, Indicator>): GoalTree {
  const cyclic = findCycles(goals);
  const rolling = new Map<GoalId, Goal[]>();
  const children = groupBy([...goals.values()].sort(byOrder), (goal) => (cyclic.has(goal.id) ? null : goal.parentId));
  for (const [parentId, list] of children) {
    const parent = goals.get(parentId);
    if (!parent || !indicators.has(parent.indicatorId)) continue;
    const same = list.filter((goal) => goal.indicatorId === parent.indicatorId);
    if (same.length > 0) rolling.set(parentId, same);
  }
  const bottomUp: Goal[] = [];
  const roots = [...goals.values()].filter(
    (goal) => goal.parentId === null || cyclic.has(goal.id) || !goals.has(goal.parentId),
  );
  const stack = [...roots];
  for (let goal = stack.pop(); goal; goal = stack.pop()) {
    bottomUp.push(goal);
    stack.push(...(children.get(goal.id) ?? []));
  }
  return { rolling, bottomUp: bottomUp.reverse(), cyclic };
}

function findCycles(goals: PlanData['goals']): Set<GoalId> {
  const cyclic = new Set<GoalId>();
  const settled = new Set<GoalId>();
  for (const start of goals.values()) {
    const path: GoalId[] = [];
    const onPath = new Set<GoalId>();
    let goal: Goal | undefined = start;
    while (goal && !settled.has(goal.id)) {
      if (onPath.has(goal.id)) {
        for (const id of path.slice(path.indexOf(goal.id))) cyclic.add(id);
        break;
      }
      path.push(goal.id);
      onPath.add(goal.id);
      goal = goal.parentId === null ? undefined : goals.get(goal.parentId);
    }
    for (const id of path) settled.add(id);
  }
  return cyclic;
}

/** Goals held by a member, in order. */
export const goalsByMember = (goals: PlanData['goals']): Map<MemberId, Goal[]> =>
  groupBy([...goals.values()].sort(byOrder), ({ holder }) => (holder.kind === 'member' ? holder.memberId : null));

export const notesByGoal = (notes: PlanData['trackingNotes']): Map<GoalId, TrackingNote[]> =>
  groupBy(
    [...notes.values()].filter((note) => note.intervention),
    (note) => note.goalId,
  );

export const formsByMember = (forms: PlanData['feedbackForms']): Map<MemberId, FeedbackForm[]> =>
  groupBy(forms.values(), (form) => form.assesseeId);

export const adjustmentsByMember = (adjustments: PlanData['adjustments']): Map<MemberId, Adjustment[]> =>
  groupBy(adjustments.values(), (adjustment) => adjustment.memberId);
