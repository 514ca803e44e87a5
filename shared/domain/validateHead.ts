import { add, compare, equal, fromDecimal, HUNDRED, isNegative, isZero, multiply, ONE } from '../calc/fraction';
import { toDecimal } from '../calc/quantity';
import type { Issue } from './issue';
import { LONGEST_PERIOD, periodProblem } from './period';
import type { Plan } from './plan';
import type { Band, GradeBand, Policy } from './policy';
import { issueAbout } from './validateSupport';

/** Name and period of a plan. */
export function validateHead(plan: Plan): Issue[] {
  const issues: Issue[] = [];
  const about = (code: string, level: Issue['level'], params?: Issue['params']): void => {
    issues.push(issueAbout('plan', plan.id, code, level, params));
  };
  if (plan.name.trim() === '') about('plan.noName', 'warning');
  if (plan.end < plan.start) about('plan.datesReversed', 'error', { start: plan.start, end: plan.end });
  if (periodProblem(plan.start, plan.end) === 'long')
    about('plan.periodTooLong', 'error', { start: plan.start, end: plan.end, days: LONGEST_PERIOD });
  if (plan.asOf !== null && plan.asOf < plan.start)
    about('plan.asOfBeforeStart', 'hint', { asOf: plan.asOf, start: plan.start });
  return [...issues, ...validatePolicy(plan.id, plan.policy)];
}

/** The rules a plan is judged by (specification sections 3, 5, 7 and 9). */
export function validatePolicy(planId: string, policy: Policy): Issue[] {
  const issues: Issue[] = [];
  const about = (code: string, params?: Issue['params']): void => {
    issues.push(issueAbout('plan', planId, code, 'error', params));
  };
  const shares = [policy.quantitativeShare, policy.qualitativeShare].map(fromDecimal);
  if (shares.some(isNegative) || !equal(shares.reduce(add), ONE)) {
    about('policy.shares', {
      quantitative: percent(policy.quantitativeShare),
      qualitative: percent(policy.qualitativeShare),
    });
  }
  if (policy.scoring.kind === 'bands') checkBands('policy.scoringBands', policy.scoring.bands, about);
  else if (!isPositive(policy.scoring.maximum)) about('policy.maximum', { value: policy.scoring.maximum });
  checkBands('policy.payoutBands', policy.payoutBands, about);
  checkBands('policy.grades', policy.grades, about);
  const star = fromDecimal(policy.starShare);
  if (isNegative(star) || compare(star, ONE) > 0) about('policy.starShare', { value: percent(policy.starShare) });
  if (!isPositive(policy.warningThreshold))
    about('policy.warningThreshold', { value: percent(policy.warningThreshold) });
  if (policy.warningRun < 1) about('policy.warningRun', { value: policy.warningRun });
  if (policy.budget !== null && policy.budget < 0) about('policy.budgetNegative');
  const weights = Object.entries(policy.monthWeights);
  const negative = weights.find(([, weight]) => isNegative(fromDecimal(weight)));
  if (negative) about('policy.monthWeight', { month: negative[0] });
  if (weights.length > 0 && weights.every(([, weight]) => isZero(fromDecimal(weight))))
    about('policy.monthWeightsZero');
  return issues;
}

/** Edges strictly descending, the last edge 0, no value below 0. */
function checkBands(
  code: string,
  bands: readonly (Band | GradeBand)[],
  about: (code: string, params?: Issue['params']) => void,
): void {
  const last = bands.at(-1);
  if (!last) {
    about(`${code}Empty`);
    return;
  }
  const edges = bands.map((band) => fromDecimal(band.from));
  const wrong = edges.findIndex((edge, index) => {
    const before = edges[index - 1];
    return before !== undefined && compare(before, edge) <= 0;
  });
  if (wrong > 0) about(`${code}Order`, { row: wrong + 1 });
  if (!isZero(fromDecimal(last.from))) about(`${code}Last`, { edge: last.from });
  const negative = bands.findIndex((band) => 'value' in band && isNegative(fromDecimal(band.value)));
  if (negative >= 0) about(`${code}Negative`, { row: negative + 1 });
}

const isPositive = (value: string): boolean => {
  const exact = fromDecimal(value);
  return !isNegative(exact) && !isZero(exact);
};

/** A ratio as a percentage for a message, e.g. `0.7` → `70`. */
const percent = (ratio: string): string => toDecimal(multiply(fromDecimal(ratio), HUNDRED));
