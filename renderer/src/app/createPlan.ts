import { makeMember, makePlan, makePlanData, makeUnit } from '#shared/domain/builders';
import type { PlanId } from '#shared/domain/ids';
import { ok, type Result } from '#shared/domain/issue';
import type { MoneyUnit, Scenario } from '#shared/domain/plan';
import type { PlanData } from '#shared/domain/planData';
import type { PayoutBasis, Policy } from '#shared/domain/policy';
import type { IsoDate } from '#shared/domain/primitives';
import { carryOver } from '#shared/domain/seed/carryOver';
import { startPlan } from '#shared/domain/seed/scenarioStarters';
import { usePlanStore } from '../stores/plan';
import { services } from '../stores/services';
import { useSessionStore, type Locale } from '../stores/session';
import { useToastStore } from '../stores/toasts';
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
  /** People to begin with, not for `carry`. */
  readonly members: readonly TeamMember[];
}

/** A person of the team; no group = directly in the team. */
export interface TeamMember {
  readonly name: string;
  readonly group: string;
}

/** Whole percent as a canonical ratio: 70 → 0.7. */
function ratio(percent: number): string {
  const digits = `${Math.floor(percent / 100)}.${String(percent % 100).padStart(2, '0')}`;
  return digits.replace(/\.?0+$/, '') || '0';
}

/** The rules as they are, with what the assistant asked about. */
function withChoices(data: PlanData, input: NewPlan): PlanData {
  const policy: Policy = {
    ...data.plan.policy,
    quantitativeShare: ratio(input.quantitative),
    qualitativeShare: ratio(100 - input.quantitative),
    payoutBasis: input.payoutBasis,
  };
  return { ...data, plan: { ...data.plan, moneyUnit: input.moneyUnit, policy } };
}

/** A plan that holds its team and people, and nothing else. */
function emptyPlan(input: NewPlan): PlanData {
  const { newId, now } = services();
  const { name, teamName, start, end, scenario } = input;
  const plan = makePlan({ id: newId(), name, teamName, start, end, scenario, createdAt: now(), updatedAt: now() });
  const team = makeUnit({ id: newId(), name: teamName, level: 'department' });
  const names = [...new Set(input.members.map((member) => member.group).filter((group) => group !== ''))];
  const groups = names.map((group, order) => makeUnit({ id: newId(), name: group, parentId: team.id, order }));
  const members = input.members.map((member, order) => {
    const unitId = groups.find((group) => group.name === member.group)?.id ?? team.id;
    return makeMember({ id: newId(), name: member.name, unitId, order });
  });
  return makePlanData(plan, { units: [team, ...groups], members });
}

async function build(input: NewPlan, locale: Locale): Promise<Result<PlanData>> {
  const { newId, now, plans } = services();
  const { name, start, end, scenario } = input;
  if (input.origin === 'carry' && input.earlierId !== null) {
    const earlier = await plans.loadPlan(input.earlierId);
    if (!earlier.ok) return earlier;
    const next = carryOver(earlier.value, { newId, now: now(), start, end, name });
    return ok({ ...next, plan: { ...next.plan, scenario, teamName: input.teamName } });
  }
  if (input.origin === 'empty') return ok(withChoices(emptyPlan(input), input));
  const team = { name: input.teamName, members: input.members };
  const started = startPlan({ scenario, period: { start, end }, team, name, locale, newId, now: now() });
  return ok(withChoices(started, input));
}

/** Makes, stores and opens the plan the assistant describes. False after saying what went wrong. */
export async function createPlan(input: NewPlan): Promise<boolean> {
  await usePlanStore().saved();
  const made = await build(input, useSessionStore().locale);
  if (made.ok) return storeAndOpen(made.value);
  useToastStore().showError(made.error);
  return false;
}
