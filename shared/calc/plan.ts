import type { Issue } from '../domain/issue';
import type { GoalId, MemberId } from '../domain/ids';
import type { PlanData } from '../domain/planData';
import type { IsoDate } from '../domain/primitives';
import { add, equal, fromDecimal, ONE } from './fraction';
import { planFrame, type Frame } from './frame';
import { createGoalGraph, PRESENT, type Presence } from './goalGraph';
import { blankGoal } from './goalNode';
import { goalTree, type GoalTree } from './groups';
import { createMemberGraph } from './memberGraph';
import { fine, guarded, NodeStore } from './nodes';
import { presenceOf } from './presence';
import { rankMembers } from './ranking';
import type { Fraction, GoalResult, MemberResult, PlanResult } from './result';
import { FEW_MEMBERS, starsOf } from './stars';
import { teamGoal, teamResult } from './team';

/** Computes a plan again and again, each time only what an edit touched (architecture rule 13). */
export interface PlanGraph {
  /** `today` is the host's day; the plan's own as-of day comes before it. Never throws. */
  run(data: PlanData, today: IsoDate): PlanResult;
}

/** A graph with nothing computed yet. Keep one per open plan. */
export function createPlanGraph(): PlanGraph {
  const shared = new NodeStore<unknown>();
  const presences = new NodeStore<Fraction>();
  const goalGraph = createGoalGraph();
  const memberGraph = createMemberGraph();
  const ranked = new NodeStore<MemberResult>();

  const group = <T>(key: string, inputs: readonly unknown[], compute: () => T): T =>
    shared.get(key, inputs, compute) as T;

  function presence(data: PlanData, memberId: MemberId, frame: Frame): Fraction {
    const member = data.members.get(memberId);
    if (!member || !data.plan.policy.prorate) return PRESENT;
    return presences.get(memberId, [member.joinedOn, member.leftOn, frame], () => presenceOf(member, frame));
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
    const present: Presence = (id) => presence(data, id, frame);
    const goalNodesById = goalGraph.run(data, frame, tree, present);
    const memberOutputs = memberGraph.run(data, goalNodesById, present);
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
    ranked.sweep(members.size);
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
