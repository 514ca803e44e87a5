import type { FactSeries } from '../domain/facts';
import type { Goal } from '../domain/goal';
import type { GoalId } from '../domain/ids';
import type { PlanData } from '../domain/planData';
import type { Policy } from '../domain/policy';
import type { Decimal, IsoDate } from '../domain/primitives';
import { earlier, later } from './dates';
import { isPercent } from './figures';
import { add, divide, fraction, fromDecimal, HUNDRED, isZero, multiply, ONE, subtract, sum, ZERO } from './fraction';
import { toDecimal } from './quantity';
import type { Fraction, PlanResult } from './result';

/** What would be otherwise (specification section 9). Values in the indicator's unit. */
export interface WhatIf {
  /** Actual of the period by goal. */
  readonly actuals?: ReadonlyMap<GoalId, Decimal>;
  /** Target by goal, in the goal's own basis. */
  readonly targets?: ReadonlyMap<GoalId, Decimal>;
  readonly policy?: Partial<Policy>;
}

interface Context {
  readonly supposed: WhatIf;
  readonly result: PlanResult;
}

/** Key of the one fact a supposed actual is made of. */
export const WHAT_IF_SOURCE = 'whatIf';

/**
 * The plan as it would be. A new aggregate that shares all that is not supposed; the stored one is not altered. For a goal
 * with children the supposed actual is what the whole of it amounts to, for which `result` (of the plan as it is)
 * says what the children bring.
 */
export function whatIfPlan(data: PlanData, supposed: WhatIf, result: PlanResult): PlanData {
  const goals = supposed.targets ? new Map(data.goals) : data.goals;
  for (const [id, target] of supposed.targets ?? []) {
    const goal = data.goals.get(id);
    if (goal) (goals as Map<GoalId, Goal>).set(id, { ...goal, target });
  }
  const facts = supposed.actuals ? new Map(data.facts) : data.facts;
  // The day on which figures are seen, so that the supposed fact counts and lies in the period.
  const day = later(data.plan.start, earlier(result.timeline.asOf, data.plan.end));
  for (const [id, actual] of supposed.actuals ?? []) {
    const goal = data.goals.get(id);
    if (goal) (facts as Map<GoalId, FactSeries>).set(id, supposedFacts(data, goal, actual, day, { supposed, result }));
  }
  const plan = supposed.policy ? { ...data.plan, policy: { ...data.plan.policy, ...supposed.policy } } : data.plan;
  return { ...data, plan, goals, facts };
}

function supposedFacts(data: PlanData, goal: Goal, actual: Decimal, day: IsoDate, context: Context): FactSeries {
  const indicator = data.indicators.get(goal.indicatorId);
  const head = { id: goal.id, dates: [day], sources: [WHAT_IF_SOURCE] };
  const wanted = fromDecimal(actual);
  const children = rollingChildren(data, goal);
  if (indicator?.aggregation === 'ratio') {
    const [numerator, denominator] = ratioSides(wanted, isPercent(indicator) ? HUNDRED : ONE, goal, children, context);
    return { ...head, values: [null], numerators: [toDecimal(numerator)], denominators: [toDecimal(denominator)] };
  }
  const value =
    indicator?.aggregation === 'average'
      ? averageValue(data, wanted, children, day, context)
      : subtract(wanted, sum(children.map((child) => actualOf(child, context) ?? ZERO)));
  return { ...head, values: [toDecimal(value)], numerators: [null], denominators: [null] };
}

const rollingChildren = (data: PlanData, goal: Goal): Goal[] =>
  [...data.goals.values()].filter((child) => child.parentId === goal.id && child.indicatorId === goal.indicatorId);

function actualOf(goal: Goal, { supposed, result }: Context): Fraction | null {
  const own = supposed.actuals?.get(goal.id);
  return own === undefined ? (result.goals.get(goal.id)?.actual ?? null) : fromDecimal(own);
}

/** Sides of the own fact that make the rate of the whole the wanted one; `base` is what a rate of 1 is written as. */
function ratioSides(
  wanted: Fraction,
  base: Fraction,
  goal: Goal,
  children: readonly Goal[],
  { result }: Context,
): readonly [Fraction, Fraction] {
  const parts = children.flatMap((child) => result.goals.get(child.id) ?? []);
  const denominators = sum(parts.map((part) => part.denominator ?? ZERO));
  if (isZero(denominators)) return [wanted, base];
  const whole = result.goals.get(goal.id)?.denominator ?? denominators;
  const numerators = sum(parts.map((part) => part.numerator ?? ZERO));
  return [subtract(divide(multiply(wanted, whole), base), numerators), subtract(whole, denominators)];
}

/** The one value that, with all values reported below, has the wanted mean. */
function averageValue(
  data: PlanData,
  wanted: Fraction,
  children: readonly Goal[],
  day: IsoDate,
  context: Context,
): Fraction {
  let count = 0;
  let total = ZERO;
  const below = [...children];
  const seen = new Set<GoalId>();
  for (let goal = below.pop(); goal; goal = below.pop()) {
    if (seen.has(goal.id)) continue;
    seen.add(goal.id);
    const facts = data.facts.get(goal.id);
    for (const [row, date] of (facts?.dates ?? []).entries()) {
      const value = facts?.values[row] ?? null;
      if (value === null || date < data.plan.start || date > earlier(day, context.result.timeline.asOf)) continue;
      count += 1;
      total = add(total, fromDecimal(value));
    }
    below.push(...rollingChildren(data, goal));
  }
  return subtract(multiply(wanted, fraction(BigInt(count + 1))), total);
}
