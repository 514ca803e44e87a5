import type { Issue } from './issue';
import type { PlanData } from './planData';
import { validateGoals } from './validateGoals';
import { validateHead } from './validateHead';
import { validateIndicators } from './validateIndicators';
import { validateMembers, validateUnits } from './validateOrganisation';
import { validateClosing, validateFacts, validateMilestones, validateReferences } from './validateRecords';
import { validateWeights } from './validateWeights';

/** The parts of `validatePlan`, in order, for callers that must not do all at once. */
export const planValidators: readonly ((data: PlanData) => Issue[])[] = [
  (data) => validateHead(data.plan),
  validateUnits,
  validateMembers,
  validateIndicators,
  validateGoals,
  validateWeights,
  validateMilestones,
  validateFacts,
  validateReferences,
  validateClosing,
];

/**
 * Everything that can be said against a plan without calculating it: what contradicts itself (`error`, blocks finalising),
 * what is missing (`warning`), what could be better (`hint`). Never throws on data that passed the archive's guards.
 */
export function validatePlan(data: PlanData): Issue[] {
  return planValidators.flatMap((validate) => validate(data));
}
