import type { Issue } from '../domain/issue';
import type { PlanData } from '../domain/planData';
import type { PlanResult } from './result';

/** What is only said while planning, but must be settled before a result is frozen (specification sections 2, 3 and 4). */
const SETTLE_FIRST: ReadonlySet<string> = new Set([
  'calc.noData',
  'calc.noTarget',
  'calc.quantitativeWeights',
  'calc.qualitativeWeights',
  'calc.quantitativeMissing',
  'calc.qualitativeMissing',
  'calc.relationMissing',
  'calc.notRated',
]);

/**
 * What stands in the way of finalising, all as errors: missing data nobody decided on, weights that do not add to 100 %,
 * relations whose silence nobody accepted, unrated members, anything that failed, and a period that is not over.
 * Empty = may be finalised.
 */
export function finalisingBlockers(data: PlanData, result: PlanResult): Issue[] {
  const blockers = result.issues
    .filter((issue) => issue.level === 'error' || SETTLE_FIRST.has(issue.code))
    .map((issue): Issue => ({ ...issue, level: 'error' }));
  const subject = { collection: 'plan', id: data.plan.id };
  if (result.members.size === 0) blockers.push({ code: 'calc.noMembers', level: 'error', subject });
  if (result.timeline.asOf < data.plan.end) {
    blockers.push({ code: 'calc.periodOpen', level: 'error', subject, params: { end: data.plan.end } });
  }
  return blockers;
}
