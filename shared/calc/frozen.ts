import type { Finalisation } from '../domain/evaluation';
import { err, ok, type Result } from '../domain/issue';
import type { PlanData } from '../domain/planData';
import { evaluatePlan } from './plan';
import { evaluationReport, type EvaluationReport } from './report';
import type { PlanResult } from './result';

/** The finalisation that stands: the latest that was not re-opened; null = the plan is not frozen (specification section 10). */
export function standingFinalisation(data: Pick<PlanData, 'finalisations'>): Finalisation | null {
  let standing: Finalisation | null = null;
  for (const record of data.finalisations.values()) {
    if (record.reopenedAt === null && (standing === null || record.at > standing.at)) standing = record;
  }
  return standing;
}

/** A plan as it was finalised. */
export interface FrozenPlan {
  readonly data: PlanData;
  readonly result: PlanResult;
  /** The calculation, run again over the frozen inputs, still gives what the record says. */
  readonly agrees: boolean;
}

/**
 * Figures of a finalised plan, read from the inputs and the policy its record holds, not from the plan's present data.
 * `decode` reads the archive form of the inputs (migrations' `decodeArchive`); its error is passed on. Errors:
 * `calc.frozenUnreadable` when the record holds no plan.
 */
export function frozenResult(
  finalisation: Finalisation,
  decode: (archive: string) => Result<readonly PlanData[]>,
): Result<FrozenPlan> {
  const decoded = decode(finalisation.inputs);
  if (!decoded.ok) return decoded;
  const held = decoded.value[0];
  if (held === undefined) return err({ code: 'calc.frozenUnreadable' });
  const data = { ...held, feedbackForms: answeredOnly(held.feedbackForms) };
  const result = evaluatePlan(data, finalisation.at.slice(0, 10));
  return ok({ data, result, agrees: agree(finalisation.result, evaluationReport(data, result)) });
}

/** No answer comes in any more, so that no score has to wait for one (`concealFeedback`). */
const answeredOnly = (forms: PlanData['feedbackForms']): PlanData['feedbackForms'] =>
  new Map([...forms].filter(([, form]) => form.state === 'returned'));

/** Compared by member, star and plan; messages of issues depend on the language and do not count. */
function agree(kept: string, report: EvaluationReport): boolean {
  try {
    const { members, stars, asOf } = JSON.parse(kept) as EvaluationReport;
    const figures = (part: Pick<EvaluationReport, 'members' | 'stars' | 'asOf'>): string =>
      JSON.stringify([part.asOf, part.members, part.stars]);
    return figures({ members, stars, asOf }) === figures(report);
  } catch {
    return false;
  }
}
