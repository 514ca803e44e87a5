import type { Indicator } from '../../../domain/indicator';
import type { Member } from '../../../domain/organisation';
import type { Fraction, IndicatorFeedback, ScoreRow } from '../../../calc/result';
import type { SheetContext } from '../../definition';
import { evaluatedMembers, nameIsUnique } from './formulaParts';
import { completionEdges } from './shownFormat';

/** One line of 评估明细. */
export interface ScoreLine {
  readonly member: Member;
  readonly indicator: Indicator | null;
  readonly score: ScoreRow;
  readonly feedback: IndicatorFeedback | null;
  /** No data, and left out by the manager's decision. */
  readonly excluded: boolean;
  /** Points follow from the cells of the row. */
  readonly pointsLive: boolean;
  /** Weighted points follow from the rows of the member. */
  readonly weightLive: boolean;
  /** Edges a shown completion may not seem to cross. */
  readonly edges: readonly Fraction[];
}

/** All lines, by rank and then in the order of the score sheet. */
export function scoreLines(ctx: SheetContext): ScoreLine[] {
  const edges = completionEdges(ctx.data.plan.policy);
  return evaluatedMembers(ctx).flatMap((member) => {
    const result = ctx.result.members.get(member.id);
    const unique = nameIsUnique(ctx.data, member);
    const rows = result?.rows ?? [];
    // A score kept back for confidentiality leaves the others with a share that the cells do not explain.
    const concealed = rows.some((row) => row.kind === 'qualitative' && row.points === null && row.effectiveShare);
    return rows.map((score): ScoreLine => {
      const { state } = score.completion;
      const excluded = state === 'noData' && ctx.data.noDataDecisions.get(score.goalId ?? '')?.decision === 'exclude';
      const counts = state === 'ok' || (state === 'noData' && !excluded);
      const quantitative = score.kind === 'quantitative';
      const pointsLive = quantitative && counts === (score.points !== null);
      return {
        member,
        indicator: ctx.data.indicators.get(score.indicatorId) ?? null,
        score,
        feedback: result?.qualitative.indicators.find((item) => item.indicatorId === score.indicatorId) ?? null,
        excluded,
        pointsLive,
        weightLive: unique && (quantitative ? pointsLive : !concealed),
        edges,
      };
    });
  });
}
