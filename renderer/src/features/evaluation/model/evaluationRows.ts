import type { MemberResult, PlanResult } from '#shared/calc/result';
import type { Member } from '#shared/domain/organisation';
import type { PlanData } from '#shared/domain/planData';

/** One line of the evaluation table (绩效汇总). */
export interface EvaluationRow {
  readonly member: Member;
  readonly unitName: string;
  readonly result: MemberResult;
}

/** The ranked members in the order of the ranking. */
export function evaluationRows(data: PlanData, result: PlanResult): EvaluationRow[] {
  return result.ranking.flatMap((id) => {
    const member = data.members.get(id);
    const own = result.members.get(id);
    if (!member || !own) return [];
    const unitName = member.unitId === null ? '' : (data.units.get(member.unitId)?.name ?? '');
    return [{ member, unitName, result: own }];
  });
}

/** How many people have each grade, best first; grades nobody has are counted 0. */
export function gradeCounts(
  data: PlanData,
  rows: readonly EvaluationRow[],
): { name: string; from: string; count: number }[] {
  return data.plan.policy.grades.map((grade) => ({
    name: grade.name,
    from: grade.from,
    count: rows.filter((row) => !row.result.provisional && row.result.grade === grade.name).length,
  }));
}
