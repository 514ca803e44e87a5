import type { FactSeries } from '../domain/facts';
import type { Goal } from '../domain/goal';
import type { GoalId, MemberId } from '../domain/ids';
import type { Indicator } from '../domain/indicator';
import type { Issue } from '../domain/issue';
import type { PlanData } from '../domain/planData';
import type { Policy } from '../domain/policy';
import type { TrackingNote } from '../domain/tracking';
import { ONE } from './fraction';
import type { Frame } from './frame';
import { blankGoal, goalResult } from './goalNode';
import { notesByGoal, type GoalTree } from './groups';
import { dependent, fine, guarded, NodeStore, type NodeOutput } from './nodes';
import type { Fraction, GoalResult } from './result';
import { rollUp, tallyFacts, type Tally } from './tally';
import { goalTarget, type GoalTarget } from './target';

/** Presence factor of a member; the same object as long as it does not change. */
export type Presence = (memberId: MemberId) => Fraction;

/** All goals of a plan, children before parents, each computed again only when something of it changed. */
export interface GoalGraph {
  run(data: PlanData, frame: Frame, tree: GoalTree, presence: Presence): Map<GoalId, NodeOutput<GoalResult>>;
}

/** A goal without children as it was computed last: most goals are such, and most edits leave them alone. */
interface Leaf {
  readonly goal: Goal;
  readonly indicator: Indicator;
  readonly facts: FactSeries | undefined;
  readonly interventions: readonly TrackingNote[];
  readonly present: Fraction;
  readonly target: NodeOutput<GoalTarget>;
  readonly tally: NodeOutput<Tally>;
  readonly result: NodeOutput<GoalResult>;
}

const isSameLeaf = (
  leaf: Leaf,
  goal: Goal,
  indicator: Indicator,
  facts: FactSeries | undefined,
  interventions: readonly TrackingNote[],
  present: Fraction,
): boolean =>
  leaf.goal === goal &&
  leaf.indicator === indicator &&
  leaf.facts === facts &&
  leaf.interventions === interventions &&
  leaf.present === present;

const NO_TARGET: GoalTarget = { total: null, monthlyAverage: null, spans: null };
const NONE: readonly never[] = [];
/** One shared object, so that it is the same input every time. */
export const PRESENT: Fraction = ONE;

/** A graph of goals with nothing computed yet. */
export function createGoalGraph(): GoalGraph {
  const notesOf = new NodeStore<Map<GoalId, TrackingNote[]>>();
  const targets = new NodeStore<NodeOutput<GoalTarget>>();
  const ownTallies = new NodeStore<NodeOutput<Tally>>();
  const tallies = new NodeStore<NodeOutput<Tally>>();
  const goalNodes = new NodeStore<NodeOutput<GoalResult>>();
  const leaves = new Map<GoalId, Leaf>();
  let lastFrame: Frame | null = null;
  let lastPolicy: Policy | null = null;

  function run(data: PlanData, frame: Frame, tree: GoalTree, presence: Presence): Map<GoalId, NodeOutput<GoalResult>> {
    const { policy } = data.plan;
    const notes = notesOf.get('notes', [data.trackingNotes], () => notesByGoal(data.trackingNotes));
    if (lastFrame !== frame || lastPolicy !== policy) leaves.clear();
    lastFrame = frame;
    lastPolicy = policy;
    const results = new Map<GoalId, NodeOutput<GoalResult>>();
    const tallyOf = new Map<GoalId, NodeOutput<Tally>>();
    const targetOf = new Map<GoalId, NodeOutput<GoalTarget>>();
    for (const goal of tree.bottomUp) {
      const { id } = goal;
      const subject = { collection: 'goals', id };
      const indicator = data.indicators.get(goal.indicatorId);
      if (!indicator) {
        results.set(
          id,
          goalNodes.get(id, [goal, null], () => unknownIndicator(goal)),
        );
        continue;
      }
      const { aggregation, precision } = indicator;
      const present = goal.holder.kind === 'member' ? presence(goal.holder.memberId) : PRESENT;
      const facts = data.facts.get(id);
      const interventions = notes.get(id) ?? NONE;
      const children = tree.rolling.get(id) ?? NONE;
      const leaf = children.length === 0 ? leaves.get(id) : undefined;
      if (leaf && isSameLeaf(leaf, goal, indicator, facts, interventions, present)) {
        targetOf.set(id, leaf.target);
        tallyOf.set(id, leaf.tally);
        results.set(id, leaf.result);
        continue;
      }
      const target = targets.get(
        id,
        [goal.target, goal.targetBasis, aggregation, precision, frame, policy.monthWeights, present],
        () =>
          guarded(
            subject,
            () => NO_TARGET,
            () => fine(goalTarget(goal, indicator, frame, policy.monthWeights, present)),
          ),
      );
      targetOf.set(id, target);
      const own = ownTallies.get(id, [facts, aggregation, frame], () =>
        guarded(
          subject,
          () => tallyFacts(undefined, aggregation, frame),
          () => fine(tallyFacts(facts, aggregation, frame)),
        ),
      );
      const parts = children.flatMap((child) => tallyOf.get(child.id) ?? []);
      const tally = tallies.get(id, [own, parts], () => combine(own, parts));
      tallyOf.set(id, tally);
      const childTargets = children.map((child) => targetOf.get(child.id));
      const result = goalNodes.get(
        id,
        [
          id,
          indicator,
          target,
          tally,
          children.map((child) => child.id),
          childTargets,
          interventions,
          frame,
          policy.scoring,
          policy.warningThreshold,
          policy.warningRun,
        ],
        () =>
          dependent([target, tally], () =>
            guarded(
              subject,
              () => blankGoal(goal),
              () =>
                fine(
                  goalResult({
                    goal,
                    indicator,
                    target: target.value,
                    tally: tally.value,
                    children: children.map((child, i) => ({
                      id: child.id,
                      target: childTargets[i]?.value.total ?? null,
                    })),
                    interventions,
                    frame,
                    policy,
                  }),
                ),
            ),
          ),
      );
      results.set(id, result);
      if (children.length === 0)
        leaves.set(id, { goal, indicator, facts, interventions, present, target, tally, result });
    }
    for (const store of [targets, ownTallies, tallies, goalNodes]) store.sweep(data.goals.size);
    if (leaves.size > data.goals.size) for (const id of leaves.keys()) if (!data.goals.has(id)) leaves.delete(id);
    return results;
  }

  return { run };
}

/** A parent cannot be right where a child failed, but the child alone says why. */
function combine(own: NodeOutput<Tally>, parts: readonly NodeOutput<Tally>[]): NodeOutput<Tally> {
  return {
    value: rollUp(
      own.value,
      parts.map((part) => part.value),
    ),
    issues: own.issues,
    failed: own.failed || parts.some((part) => part.failed),
  };
}

function unknownIndicator(goal: Goal): NodeOutput<GoalResult> {
  const subject = { collection: 'goals', id: goal.id };
  const issue: Issue = { code: 'calc.unknownIndicator', level: 'error', subject, params: { goal: goal.code } };
  return { value: blankGoal(goal), issues: [issue], failed: true };
}
