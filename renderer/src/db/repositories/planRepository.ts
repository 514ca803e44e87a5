import type { Change } from '#shared/domain/change';
import type { PlanId } from '#shared/domain/ids';
import type { Result } from '#shared/domain/issue';
import type { Plan } from '#shared/domain/plan';
import type { PlanData } from '#shared/domain/planData';

/** Stores plans. Every method is one transaction and answers with an error value, never an exception. */
export interface PlanRepository {
  /** Heads of all plans, the one changed last first. */
  listPlans(): Promise<Result<Plan[]>>;
  /** The whole aggregate; `storage.planMissing` when there is none. */
  loadPlan(id: PlanId): Promise<Result<PlanData>>;
  /** Writes an edit; counts as saved only when the transaction is complete. */
  saveChanges(id: PlanId, changes: readonly Change[]): Promise<Result<null>>;
  /** Puts a whole plan in the place of whatever has its id. */
  replacePlan(data: PlanData): Promise<Result<null>>;
  /** Puts several whole plans, all or none. */
  replacePlans(plans: readonly PlanData[]): Promise<Result<null>>;
  deletePlan(id: PlanId): Promise<Result<null>>;
}
