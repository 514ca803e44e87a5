import type { Issue } from '../domain/issue';
import type { GoalId, MemberId } from '../domain/ids';
import type { Goal } from '../domain/goal';
import type { PlanData } from '../domain/planData';
import type { IsoDate } from '../domain/primitives';
import { feedbackResult } from './feedback';
import { add, equal, fromDecimal, fromDecimalOrNull, ONE, ZERO } from './fraction';
import { planFrame, type Frame } from './frame';
import { blankGoal, goalResult } from './goalNode';
import { adjustmentsByMember, formsByMember, goalsByMember, goalTree, notesByGoal, type GoalTree } from './groups';
import { blankMember, memberResult, type UnrankedMember, type WeightedGoal } from './memberNode';
import { guarded, NodeStore, type NodeOutput } from './nodes';
import { presenceOf } from './presence';
import { rankMembers } from './ranking';
import type { Fraction, GoalResult, MemberResult, PlanResult, QualitativeResult } from './result';
import { FEW_MEMBERS, starsOf } from './stars';
import { rollUp, tallyFacts, type Tally } from './tally';
import { goalTarget, type GoalTarget } from './target';
import { teamGoal, teamResult } from './team';

/** Computes a plan again and again, each time only what an edit touched (architecture rule 13). */
export interface PlanGraph {
  /** `today` is the host's day; the plan's own as-of day comes before it. Never throws. */
  run(data: PlanData, today: IsoDate): PlanResult;
}

const NO_TARGET: GoalTarget = { total: null, monthlyAverage: null, spans: null };
const NONE: readonly never[] = [];
/** One shared object, so that it is the same input every time. */
const PRESENT: Fraction = ONE;

/** A graph with nothing computed yet. Keep one per open plan. */
export function createPlanGraph(): PlanGraph {
  const shared = new NodeStore<unknown>();
  const presences = new NodeStore<Fraction>();
  const targets = new NodeStore<NodeOutput<GoalTarget>>();
  const ownTallies = new NodeStore<NodeOutput<Tally>>();
  const tallies = new NodeStore<NodeOutput<Tally>>();
  const goalNodes = new NodeStore<NodeOutput<GoalResult>>();
  const feedbackNodes = new NodeStore<NodeOutput<QualitativeResult>>();
  const memberNodes = new NodeStore<NodeOutput<UnrankedMember>>();
  const ranked = new NodeStore<MemberResult>();

  const group = <T>(key: string, inputs: readonly unknown[], compute: () => T): T =>
    shared.get(key, inputs, compute) as T;

  function presence(data: PlanData, memberId: MemberId, frame: Frame): Fraction {
    const member = data.members.get(memberId);
    if (!member || !data.plan.policy.prorate) return PRESENT;
    return presences.get(memberId, [member.joinedOn, member.leftOn, frame], () => presenceOf(member, frame));
  }

  function runGoals(data: PlanData, frame: Frame, tree: GoalTree): Map<GoalId, NodeOutput<GoalResult>> {
    const { policy } = data.plan;
    const notes = group('notes', [data.trackingNotes], () => notesByGoal(data.trackingNotes));
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
      const present = goal.holder.kind === 'member' ? presence(data, goal.holder.memberId, frame) : PRESENT;
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
      const facts = data.facts.get(id);
      const own = ownTallies.get(id, [facts, aggregation, frame], () =>
        guarded(
          subject,
          () => tallyFacts(undefined, aggregation, frame),
          () => fine(tallyFacts(facts, aggregation, frame)),
        ),
      );
      const children = tree.rolling.get(id) ?? NONE;
      const parts = children.flatMap((child) => tallyOf.get(child.id) ?? []);
      const tally = tallies.get(id, [own, parts], () => combine(own, parts));
      tallyOf.set(id, tally);
      const childTargets = children.map((child) => targetOf.get(child.id));
      const interventions = notes.get(id) ?? NONE;
      results.set(
        id,
        goalNodes.get(
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
        ),
      );
    }
    return results;
  }

  function runMembers(
    data: PlanData,
    frame: Frame,
    goals: ReadonlyMap<GoalId, NodeOutput<GoalResult>>,
  ): NodeOutput<UnrankedMember>[] {
    const { policy } = data.plan;
    const held = group('held', [data.goals], () => goalsByMember(data.goals));
    const forms = group('forms', [data.feedbackForms], () => formsByMember(data.feedbackForms));
    const adjustments = group('adjustments', [data.adjustments], () => adjustmentsByMember(data.adjustments));
    const members = group('members', [data.members], () =>
      [...data.members.values()]
        .filter((member) => !member.external)
        .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
    );
    return members.map((member) => {
      const { id } = member;
      const subject = { collection: 'members', id };
      const weighted: WeightedGoal[] = [];
      const people: Goal[] = [];
      const inputs: unknown[] = [];
      const parts: NodeOutput<unknown>[] = [];
      for (const goal of held.get(id) ?? NONE) {
        const indicator = data.indicators.get(goal.indicatorId);
        const node = goals.get(goal.id);
        if (goal.weight === null || !node) continue;
        parts.push(node);
        if (!indicator) continue;
        const decision = data.noDataDecisions.get(goal.id);
        if (indicator.kind === 'qualitative') people.push(goal);
        else weighted.push({ goal, indicator, result: node.value, decision });
        inputs.push(goal, indicator, node, decision);
      }
      const own = forms.get(id) ?? NONE;
      const decision = data.feedbackDecisions.get(id);
      const judged = people.map((goal) => data.indicators.get(goal.indicatorId));
      const feedback = feedbackNodes.get(id, [own, decision, people, judged], () =>
        guarded(
          subject,
          (): QualitativeResult => ({ score: null, indicators: [], unaccepted: [] }),
          () =>
            fine(
              feedbackResult(
                people.flatMap((goal, i) => {
                  const indicator = judged[i];
                  return indicator ? [{ indicator, weight: fromDecimalOrNull(goal.weight) ?? ZERO }] : [];
                }),
                own,
                decision,
              ),
            ),
        ),
      );
      const money = adjustments.get(id) ?? NONE;
      const present = presence(data, id, frame);
      return memberNodes.get(id, [member, inputs, feedback, money, policy, present, parts], () => {
        const failed = feedback.failed || parts.some((part) => part.failed);
        return dependent([feedback], () =>
          guarded(
            subject,
            () => blankMember(member, policy),
            () =>
              fine(
                memberResult({
                  member,
                  quantitative: weighted,
                  qualitativeGoals: people,
                  indicatorNames: new Map(judged.flatMap((item) => (item ? [[item.id, item.name] as const] : []))),
                  qualitative: feedback.value,
                  adjustments: money,
                  policy,
                  presence: present,
                  failed,
                }),
              ),
          ),
        );
      });
    });
  }

  function run(data: PlanData, today: IsoDate): PlanResult {
    const { plan } = data;
    const { policy } = plan;
    const asOf = plan.asOf ?? today;
    const planSubject = { collection: 'plan', id: plan.id };
    const frameNode = group('frame', [plan.start, plan.end, asOf, policy.ownHolidays, policy.ownWorkdays], () =>
      guarded(
        planSubject,
        () => planFrame('1970-01-01', '1970-01-01', '1970-01-01', [], []),
        () => fine(planFrame(plan.start, plan.end, asOf, policy.ownHolidays, policy.ownWorkdays)),
      ),
    );
    const frame = frameNode.value;
    const tree = group('tree', [data.goals, data.indicators], () => goalTree(data.goals, data.indicators));
    const goalNodesById = runGoals(data, frame, tree);
    const memberOutputs = runMembers(data, frame, goalNodesById);
    const contenders = memberOutputs.map(({ value }) => value);
    const { ranking, stars } = group('ranking', [contenders, policy.starShare, policy.starRounding], () => {
      const order = rankMembers(
        contenders.map(({ memberId, total, provisional }) => ({ id: memberId, total, provisional })),
      );
      const fallback = (): MemberId[] => [];
      return { ranking: order, stars: guarded(planSubject, fallback, () => fine(starsOf(order, policy))) };
    });
    const starring = new Set(stars.value);
    const members = new Map<MemberId, MemberResult>();
    for (const base of contenders) {
      const rank = ranking.ranks.get(base.memberId) ?? null;
      const star = starring.has(base.memberId);
      members.set(
        base.memberId,
        ranked.get(base.memberId, [base, rank, star], () => ({ ...base, rank, star })),
      );
    }
    const goals = new Map<GoalId, GoalResult>();
    for (const goal of data.goals.values()) goals.set(goal.id, goalNodesById.get(goal.id)?.value ?? blankGoal(goal));
    const teamGoalId = group('team', [plan, data.goals, data.units, data.indicators], () =>
      guarded<GoalId | null>(
        planSubject,
        () => null,
        () => fine(teamGoal(data)),
      ),
    );
    const issues: Issue[] = [...frameNode.issues, ...teamGoalId.issues, ...stars.issues];
    issues.push(...planIssues(data, frame, ranking.complete, tree));
    for (const node of goalNodesById.values()) if (node.issues.length > 0) issues.push(...node.issues);
    for (const node of memberOutputs) issues.push(...node.issues, ...node.value.issues);
    presences.sweep(data.members.size);
    for (const store of [targets, ownTallies, tallies, goalNodes]) store.sweep(data.goals.size);
    for (const store of [feedbackNodes, memberNodes, ranked]) store.sweep(members.size);
    return {
      timeline: frame.timeline,
      goals,
      members,
      ranking: ranking.order,
      stars: stars.value,
      team: teamResult(
        teamGoalId.value,
        teamGoalId.value === null ? undefined : goals.get(teamGoalId.value),
        members.values(),
        policy.budget,
      ),
      issues,
    };
  }

  return { run };
}

/** Everything that follows from a plan, computed once. Never throws. */
export const evaluatePlan = (data: PlanData, today: IsoDate): PlanResult => createPlanGraph().run(data, today);

const fine = <T>(value: T): NodeOutput<T> => ({ value, issues: NONE, failed: false });

/** A node with the issues and the failure of what it depends on. */
function dependent<T>(on: readonly NodeOutput<unknown>[], compute: () => NodeOutput<T>): NodeOutput<T> {
  const node = compute();
  const issues = on.flatMap((part) => part.issues);
  const failed = node.failed || on.some((part) => part.failed);
  return issues.length === 0 && failed === node.failed
    ? node
    : { value: node.value, issues: [...issues, ...node.issues], failed };
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

function planIssues(data: PlanData, frame: Frame, complete: number, tree: GoalTree): Issue[] {
  const { plan, goals } = data;
  const subject = { collection: 'plan', id: plan.id };
  const issues: Issue[] = frame.timeline.missingCalendarYears.map((year) => ({
    code: 'calc.calendarMissing',
    level: 'warning',
    subject,
    params: { year },
  }));
  for (const id of tree.cyclic) {
    const params = { goal: goals.get(id)?.code ?? id };
    issues.push({ code: 'calc.cycle', level: 'error', subject: { collection: 'goals', id }, params });
  }
  if (!sharesAddUp(plan.policy)) issues.push({ code: 'calc.shares', level: 'error', subject });
  if (complete > 0 && complete < FEW_MEMBERS) {
    issues.push({ code: 'calc.fewMembers', level: 'hint', subject, params: { count: complete } });
  }
  return issues;
}

function sharesAddUp(policy: PlanData['plan']['policy']): boolean {
  try {
    return equal(add(fromDecimal(policy.quantitativeShare), fromDecimal(policy.qualitativeShare)), ONE);
  } catch {
    return false;
  }
}
