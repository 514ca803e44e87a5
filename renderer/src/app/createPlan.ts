import { defaultPolicy, makePlan, makePlanData, makeUnit } from '#shared/domain/builders';
import type { PlanId } from '#shared/domain/ids';
import type { MoneyUnit, Plan, Scenario } from '#shared/domain/plan';
import type { PlanData } from '#shared/domain/planData';
import type { PayoutBasis, Policy } from '#shared/domain/policy';
import type { IsoDate } from '#shared/domain/primitives';
import { services } from '../stores/services';
import { storeAndOpen } from './openPlan';

/** What the assistant decided. */
export interface NewPlan {
  readonly scenario: Scenario;
  readonly name: string;
  readonly teamName: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly moneyUnit: MoneyUnit;
  /** Quantitative share in percent, a whole number from 0 to 100. */
  readonly quantitative: number;
  readonly payoutBasis: PayoutBasis;
  readonly origin: 'starter' | 'carry' | 'empty';
  readonly earlierId: PlanId | null;
}

/** Whole percent as a canonical ratio: 70 → 0.7. */
function ratio(percent: number): string {
  const digits = `${Math.floor(percent / 100)}.${String(percent % 100).padStart(2, '0')}`;
  return digits.replace(/\.?0+$/, '') || '0';
}

function policyOf(input: NewPlan): Policy {
  return {
    ...defaultPolicy(),
    quantitativeShare: ratio(input.quantitative),
    qualitativeShare: ratio(100 - input.quantitative),
    payoutBasis: input.payoutBasis,
  };
}

/** A plan that holds its team and nothing else. */
function emptyPlan(input: NewPlan): PlanData {
  const { newId, now } = services();
  const { name, teamName, start, end, moneyUnit, scenario } = input;
  const plan: Plan = makePlan({
    id: newId(),
    name,
    teamName,
    start,
    end,
    moneyUnit,
    scenario,
    policy: policyOf(input),
    createdAt: now(),
    updatedAt: now(),
  });
  return makePlanData(plan, { units: [makeUnit({ id: newId(), name: teamName, level: 'department' })] });
}

/** Makes, stores and opens the plan the assistant describes. False after saying what went wrong. */
export async function createPlan(input: NewPlan): Promise<boolean> {
  return storeAndOpen(emptyPlan(input));
}
