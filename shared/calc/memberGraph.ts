import type { Goal } from '../domain/goal';
import type { GoalId } from '../domain/ids';
import type { PlanData } from '../domain/planData';
import { feedbackResult } from './feedback';
import { fromDecimalOrNull, ZERO } from './fraction';
import type { Presence } from './goalGraph';
import { adjustmentsByMember, formsByMember, goalsByMember } from './groups';
import { blankMember, memberResult, type UnrankedMember, type WeightedGoal } from './memberNode';
import { dependent, fine, guarded, NodeStore, type NodeOutput } from './nodes';
import type { GoalResult, QualitativeResult } from './result';

/** The ranked members of a plan in its order, each computed again only when something of it changed. */
export interface MemberGraph {
  run(
    data: PlanData,
    goals: ReadonlyMap<GoalId, NodeOutput<GoalResult>>,
    presence: Presence,
  ): NodeOutput<UnrankedMember>[];
}

const NONE: readonly never[] = [];

/** A graph of members with nothing computed yet. */
export function createMemberGraph(): MemberGraph {
  const shared = new NodeStore<unknown>();
  const feedbackNodes = new NodeStore<NodeOutput<QualitativeResult>>();
  const memberNodes = new NodeStore<NodeOutput<UnrankedMember>>();
  const group = <T>(key: string, inputs: readonly unknown[], compute: () => T): T =>
    shared.get(key, inputs, compute) as T;

  function run(
    data: PlanData,
    goals: ReadonlyMap<GoalId, NodeOutput<GoalResult>>,
    presence: Presence,
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
    const outputs = members.map((member) => {
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
      const present = presence(id);
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
    for (const store of [feedbackNodes, memberNodes]) store.sweep(outputs.length);
    return outputs;
  }

  return { run };
}
