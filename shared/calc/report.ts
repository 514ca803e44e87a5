import type { Issue } from '../domain/issue';
import type { PlanData } from '../domain/planData';
import type { IsoDate } from '../domain/primitives';
import { fenToYuan, toFixed } from './quantity';
import type { Fraction, MemberResult, PlanResult, WarningLevel } from './result';

/** Points and ratios with 6 places (1 = 100 %), 元 with 2; unknown is null. */
type Figure = string | null;

export interface MemberReport {
  readonly name: string;
  readonly employeeNo: string;
  readonly quantitative: Figure;
  readonly qualitative: Figure;
  readonly total: Figure;
  readonly rank: number | null;
  readonly overallCompletion: Figure;
  readonly payoutRatio: Figure;
  readonly bonus: Figure;
  readonly paid: Figure;
  readonly provisional: boolean;
}

export interface WarningReport {
  readonly goal: string;
  readonly member: string;
  readonly indicator: string;
  readonly level: WarningLevel;
  readonly run: number;
}

export interface IssueReport {
  readonly code: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
}

/** What `waymark evaluate --json` prints, and what a finalisation keeps as the result. */
export interface EvaluationReport {
  readonly plan: string;
  readonly asOf: IsoDate;
  readonly members: readonly MemberReport[];
  readonly stars: readonly string[];
  readonly warnings: readonly WarningReport[];
  readonly issues: readonly IssueReport[];
}

const figure = (value: Fraction | null): Figure => (value === null ? null : toFixed(value, 6));
const yuan = (fen: number): string => toFixed(fenToYuan(fen), 2);

/**
 * The evaluation as plain data, members by rank. `message` gives an issue its words, which shared code does not have; without
 * it the code stands for them.
 */
export function evaluationReport(
  data: PlanData,
  result: PlanResult,
  message: (issue: Issue) => string = (issue) => issue.code,
): EvaluationReport {
  const nameOf = (id: string): string => data.members.get(id)?.name ?? '';
  return {
    plan: data.plan.name,
    asOf: result.timeline.asOf,
    members: result.ranking.flatMap((id) => {
      const member = result.members.get(id);
      return member ? [memberReport(data, member)] : [];
    }),
    stars: result.stars.map(nameOf),
    warnings: warningReports(data, result),
    issues: result.issues.map((issue) => ({
      code: issue.code,
      sheet: issue.place?.sheet ?? null,
      cell: issue.place?.cell ?? null,
      message: message(issue),
    })),
  };
}

function memberReport(data: PlanData, result: MemberResult): MemberReport {
  const member = data.members.get(result.memberId);
  const { payout } = result;
  // Without a basis there is no band yet, and so no amount that could be promised.
  const open = payout.basis === null;
  return {
    name: member?.name ?? '',
    employeeNo: member?.employeeNo ?? '',
    quantitative: figure(result.quantitative),
    qualitative: figure(result.qualitative.score),
    total: figure(result.total),
    rank: result.rank,
    overallCompletion: figure(result.overallCompletion),
    payoutRatio: open ? null : figure(payout.ratio),
    bonus: open ? null : yuan(payout.bonus),
    paid: open ? null : yuan(payout.paid),
    provisional: result.provisional,
  };
}

function warningReports(data: PlanData, result: PlanResult): WarningReport[] {
  const reports: WarningReport[] = [];
  for (const goal of data.goals.values()) {
    const warning = result.goals.get(goal.id)?.warning;
    if (!warning || warning.level === 'green') continue;
    const { holder } = goal;
    reports.push({
      goal: goal.code,
      member:
        holder.kind === 'member'
          ? (data.members.get(holder.memberId)?.name ?? '')
          : (data.units.get(holder.unitId)?.name ?? ''),
      indicator: data.indicators.get(goal.indicatorId)?.name ?? '',
      level: warning.level,
      run: warning.run,
    });
  }
  return reports;
}
