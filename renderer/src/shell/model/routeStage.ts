import type { PlanResult } from '#shared/calc/result';
import type { PlanData } from '#shared/domain/planData';

/** The seven stages of the management cycle, in order. */
export const STAGES = [
  'goals',
  'tracking',
  'feedback',
  'evaluation',
  'conversation',
  'incentives',
  'retrospective',
] as const;

export type Stage = (typeof STAGES)[number];

/** Where the plan is on the route, and what the rail says beside it (a key under `shell.meta`). */
export interface RoutePosition {
  readonly stage: Stage;
  readonly meta: { readonly key: string; readonly params: Readonly<Record<string, number>> } | null;
}

/**
 * The stage the plan is in: before the period goals, within it tracking; after it the first of
 * feedback, evaluation, talks, payout that is not finished; then the retrospective.
 */
export function routePosition(data: PlanData, result: PlanResult): RoutePosition {
  const { plan } = data;
  const { asOf } = result.timeline;
  if (plan.stage === 'closed' || plan.stage === 'paid') return at('retrospective');
  if (plan.stage !== 'final') {
    if (asOf < plan.start) return planning(result);
    if (asOf <= plan.end) return at('tracking', 'week', currentSlot(result));
    const after = beforeFinal(data, result);
    if (after) return after;
  }
  const talks = [...result.members.keys()].filter((id) => !data.conversations.get(id)?.heldOn);
  if (talks.length > 0 && data.payouts.size === 0) return at('conversation', 'talks', talks.length);
  return payout(data);
}

function at(stage: Stage, key?: string, n?: number): RoutePosition {
  return { stage, meta: key === undefined ? null : { key, params: n === undefined ? {} : { n } } };
}

function planning(result: PlanResult): RoutePosition {
  const unsplit = [...result.goals.values()].some((goal) => goal.cascade?.gap != null && goal.cascade.gap.n !== 0n);
  return at('goals', unsplit ? 'splitting' : 'agreeing');
}

function currentSlot(result: PlanResult): number {
  return result.timeline.slots.find((slot) => slot.current)?.n ?? result.timeline.slots.length;
}

function beforeFinal(data: PlanData, result: PlanResult): RoutePosition | null {
  const forms = [...data.feedbackForms.values()];
  if (forms.some((form) => form.state !== 'returned')) return at('feedback', 'collecting');
  if ([...result.members.values()].some((member) => member.provisional)) return at('evaluation', 'evaluating');
  return null;
}

function payout(data: PlanData): RoutePosition {
  const states = [...data.payouts.values()].map((record) => record.state);
  if (states.length === 0 || states.includes('draft')) return at('incentives', 'draft');
  if (states.includes('submitted')) return at('incentives', 'submitted');
  if (states.includes('approved')) return at('incentives', 'approved');
  return at('retrospective');
}
