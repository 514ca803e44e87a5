import type { AgreementComment, AgreementState, Goal, GoalHolder } from '#shared/domain/goal';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import { goalIndicators, goalRows, holderName } from './goalRows';

/** All goals of one holder, agreed in one talk; every holder's indicators in the same order. */
export interface AgreementLine {
  readonly key: string;
  readonly name: string;
  readonly holder: GoalHolder;
  readonly goals: readonly Goal[];
  /** The least advanced of the goals. */
  readonly state: AgreementState;
  /** Latest day among the goals. */
  readonly on: IsoDate | null;
  readonly comments: readonly AgreementComment[];
}

const STEPS: readonly AgreementState[] = ['open', 'proposed', 'agreed'];

/** One line a holder, in the order of the plan. */
export function agreementLines(data: PlanData): AgreementLine[] {
  const byHolder = new Map<string, Goal[]>();
  const ranks = new Map(goalIndicators(data).map((id, rank) => [id, rank]));
  const rank = ({ indicatorId, order }: Goal): number => ranks.get(indicatorId) ?? ranks.size + order;
  const ordered = goalRows(data, '').flatMap((row) => [...row.goals.values()]);
  for (const goal of ordered) {
    const key = goal.holder.kind === 'unit' ? `u:${goal.holder.unitId}` : `m:${goal.holder.memberId}`;
    byHolder.set(key, [...(byHolder.get(key) ?? []), goal]);
  }
  return [...byHolder].flatMap(([key, goals]) => {
    const first = goals[0];
    if (!first) return [];
    const days = goals.flatMap((goal) => goal.agreement.on ?? []).sort();
    return [
      {
        key,
        name: holderName(data, first.holder),
        holder: first.holder,
        goals: [...goals].sort((a, b) => rank(a) - rank(b)),
        state: STEPS.find((step) => goals.some((goal) => goal.agreement.state === step)) ?? 'open',
        on: days.at(-1) ?? null,
        comments: commentsOf(goals),
      },
    ];
  });
}

/** Comments of all goals, each once, in order of time. */
function commentsOf(goals: readonly Goal[]): AgreementComment[] {
  const all = new Map<string, AgreementComment>();
  for (const comment of goals.flatMap((goal) => goal.agreement.comments)) {
    all.set([comment.at, comment.by, comment.text].join('\u0000'), comment);
  }
  return [...all.values()].sort((a, b) => a.at.localeCompare(b.at));
}
