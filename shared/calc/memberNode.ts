import type { Adjustment, NoDataDecision } from '../domain/evaluation';
import type { Goal } from '../domain/goal';
import type { Indicator } from '../domain/indicator';
import type { Issue } from '../domain/issue';
import type { Member } from '../domain/organisation';
import type { Policy } from '../domain/policy';
import { gradeOf } from './bands';
import { equal, fromDecimal, fromDecimalOrNull, HUNDRED, isZero, ONE, sum, ZERO } from './fraction';
import { MIN_ANSWERS } from './confidentiality';
import { payoutBasis, payoutOf } from './payout';
import type { Fraction, GoalResult, MemberResult, QualitativeResult } from './result';
import { qualitativeRows, quantitativeScore, totalScore } from './score';
import { toDecimal } from './quantity';

/** A member's weighted goal with what is known about it. */
export interface WeightedGoal {
  readonly goal: Goal;
  readonly indicator: Indicator;
  readonly result: GoalResult;
  readonly decision: NoDataDecision | undefined;
}

export interface MemberInput {
  readonly member: Member;
  readonly quantitative: readonly WeightedGoal[];
  readonly qualitativeGoals: readonly Goal[];
  /** Names of the qualitative indicators, for messages. */
  readonly indicatorNames: ReadonlyMap<string, string>;
  readonly qualitative: QualitativeResult;
  readonly adjustments: readonly Adjustment[];
  readonly policy: Policy;
  readonly presence: Fraction;
  /** Some node this member depends on failed: its figures cannot be final. */
  readonly failed: boolean;
}

/** A member before the ranking: without rank and star. */
export type UnrankedMember = Omit<MemberResult, 'rank' | 'star'>;

const NOT_RATED: QualitativeResult = { score: null, indicators: [], unaccepted: [] };

/** Stands in for a member whose node failed: nothing is known, and nothing is paid. */
export function blankMember(member: Member, policy: Policy): UnrankedMember {
  const { bonusBase } = member;
  return {
    memberId: member.id,
    rows: [],
    quantitative: null,
    qualitative: NOT_RATED,
    total: null,
    overallCompletion: null,
    provisional: true,
    grade: null,
    payout: payoutOf({
      policy: { payoutBands: policy.payoutBands },
      basis: null,
      bonusBase,
      presence: ONE,
      adjustments: 0,
    }),
    issues: [],
  };
}

/** Score sheet, total, grade and payout of one member (specification sections 3, 4, 5 and 9). */
export function memberResult(input: MemberInput): UnrankedMember {
  const { member, policy, qualitative } = input;
  const quantitative = quantitativeScore(
    input.quantitative.map(({ goal, result, decision }) => ({
      goalId: goal.id,
      indicatorId: goal.indicatorId,
      weight: fromDecimalOrNull(goal.weight) ?? ZERO,
      target: result.target,
      actual: result.actual,
      completion: result.completion,
      decision: decision?.decision ?? null,
    })),
    policy.scoring,
  );
  const goalOf = new Map(input.qualitativeGoals.map((goal) => [goal.indicatorId, goal.id]));
  const rows = [...quantitative.rows, ...qualitativeRows(qualitative.indicators, goalOf)];
  const total = totalScore(policy, quantitative.score, qualitative.score);
  const asksNumbers = !isZero(fromDecimal(policy.quantitativeShare));
  const asksPeople = !isZero(fromDecimal(policy.qualitativeShare));
  const { overallCompletion } = quantitative;
  return {
    memberId: member.id,
    rows,
    quantitative: quantitative.score,
    qualitative,
    total,
    overallCompletion,
    provisional:
      input.failed ||
      total === null ||
      (asksNumbers && quantitative.undecided) ||
      (asksPeople && qualitative.unaccepted.length > 0),
    grade: total === null ? null : gradeOf(policy.grades, total),
    payout: payoutOf({
      policy,
      basis: payoutBasis(policy.payoutBasis, { overallCompletion, total, rows }),
      bonusBase: member.bonusBase,
      presence: input.presence,
      adjustments: input.adjustments.reduce((fen, { amount }) => fen + amount, 0),
    }),
    issues: [
      ...goalIssues(input),
      ...(asksNumbers
        ? partIssues(
            input,
            'quantitative',
            input.quantitative.map((item) => item.goal),
          )
        : []),
      ...(asksPeople ? [...partIssues(input, 'qualitative', input.qualitativeGoals), ...feedbackIssues(input)] : []),
    ],
  };
}

function goalIssues({ member, quantitative }: MemberInput): Issue[] {
  return quantitative.flatMap(({ goal, indicator, result, decision }): Issue[] => {
    const about = {
      subject: { collection: 'goals', id: goal.id },
      params: { member: member.name, goal: goal.code, indicator: indicator.name },
    };
    if (result.completion.state === 'notApplicable') return [{ code: 'calc.notApplicable', level: 'hint', ...about }];
    if (result.completion.state === 'ok') return [];
    if (result.target === null) return decision ? [] : [{ code: 'calc.noTarget', level: 'warning', ...about }];
    return decision
      ? [{ code: `calc.${decision.decision === 'zero' ? 'countedAsZero' : 'excluded'}`, level: 'hint', ...about }]
      : [{ code: 'calc.noData', level: 'warning', ...about }];
  });
}

/** Weights of one kind must add to 100 %, and there must be some (specification section 3). */
function partIssues({ member }: MemberInput, kind: Indicator['kind'], goals: readonly Goal[]): Issue[] {
  const subject = { collection: 'members', id: member.id };
  const params = { member: member.name };
  if (goals.length === 0) return [{ code: `calc.${kind}Missing`, level: 'warning', subject, params }];
  const weights = sum(goals.map((goal) => fromDecimalOrNull(goal.weight) ?? ZERO));
  if (equal(weights, HUNDRED)) return [];
  return [{ code: `calc.${kind}Weights`, level: 'warning', subject, params: { ...params, sum: toDecimal(weights) } }];
}

function feedbackIssues({ member, qualitative, qualitativeGoals, indicatorNames }: MemberInput): Issue[] {
  if (qualitativeGoals.length === 0) return [];
  const subject = { collection: 'members', id: member.id };
  const issues: Issue[] = [];
  if (qualitative.score === null)
    issues.push({ code: 'calc.notRated', level: 'warning', subject, params: { member: member.name } });
  for (const { indicatorId, relation } of qualitative.unaccepted) {
    const params = { member: member.name, indicator: indicatorNames.get(indicatorId) ?? '', indicatorId, relation };
    issues.push({ code: 'calc.relationMissing', level: 'warning', subject, params });
  }
  for (const item of qualitative.score === null ? [] : qualitative.indicators) {
    if (item.relations.some((relation) => relation.answers > 0)) continue;
    const params = { member: member.name, indicator: indicatorNames.get(item.indicatorId) ?? '' };
    issues.push({ code: 'calc.indicatorNotRated', level: 'warning', subject, params });
  }
  const few = new Set<string>();
  for (const item of qualitative.indicators) {
    for (const { relation, answers } of item.relations) {
      if ((relation === 'peer' || relation === 'report') && answers > 0 && answers < MIN_ANSWERS) few.add(relation);
    }
  }
  for (const relation of few) {
    issues.push({
      code: 'calc.fewAnswers',
      level: 'hint',
      subject,
      params: { member: member.name, relation, minimum: MIN_ANSWERS },
    });
  }
  return issues;
}
