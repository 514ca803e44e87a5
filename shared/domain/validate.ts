import type { Issue } from './issue';
import type { PlanData } from './planData';
import { validateGoals } from './validateGoals';
import { validateHead } from './validateHead';
import { validateIndicators } from './validateIndicators';
import { validateMembers, validateUnits } from './validateOrganisation';
import { validateClosing, validateFacts, validateMilestones, validateReferences } from './validateRecords';
import { validateWeights } from './validateWeights';

/**
 * Everything that can be said against a plan without calculating it: what contradicts itself (`error`, blocks finalising),
 * what is missing (`warning`), what could be better (`hint`). Never throws on data that passed the archive's guards.
 */
export function validatePlan(data: PlanData): Issue[] {
  return [
    ...validateHead(data.plan),
    ...validateUnits(data),
    ...validateMembers(data),
    ...validateIndicators(data),
    ...validateGoals(data),
    ...validateWeights(data),
    ...validateMilestones(data),
    ...validateFacts(data),
    ...validateReferences(data),
    ...validateClosing(data),
  ];
}
