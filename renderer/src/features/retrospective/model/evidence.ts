import type { GoalResult } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import type { PlanData } from '#shared/domain/planData';
import { formatPercentSign, formatQuantity } from '../../../format/number';
import { fromDecimal } from '#shared/calc/fraction';

/** A goal as it is named in a list. */
export interface GoalChoice {
  readonly id: string;
  readonly label: string;
}

export function holderName(data: PlanData, goal: Goal): string {
  return goal.holder.kind === 'unit'
    ? (data.units.get(goal.holder.unitId)?.name ?? '')
    : (data.members.get(goal.holder.memberId)?.name ?? '');
}

/** Goals with figures that can be attached, by holder and indicator. */
export function goalChoices(data: PlanData): GoalChoice[] {
  return [...data.goals.values()]
    .filter((goal) => data.indicators.get(goal.indicatorId)?.kind === 'quantitative')
    .sort((a, b) => a.order - b.order)
    .map((goal) => ({
      id: goal.id,
      label: `${holderName(data, goal)} ${data.indicators.get(goal.indicatorId)?.name ?? ''}`,
    }));
}

/** What the sentence of the evidence is filled with: the figures as they are now. */
export function evidenceParams(
  data: PlanData,
  goal: Goal,
  result: GoalResult,
  asOf: string,
): Record<'holder' | 'indicator' | 'target' | 'actual' | 'unit' | 'completion' | 'date', string> {
  const indicator = data.indicators.get(goal.indicatorId);
  const places = indicator?.precision ?? 0;
  const edges = data.plan.policy.payoutBands.map((band) => fromDecimal(band.from));
  return {
    holder: holderName(data, goal),
    indicator: indicator?.name ?? '',
    target: formatQuantity(result.target, places),
    actual: formatQuantity(result.actual, places),
    unit: indicator?.unit ?? '',
    completion: formatPercentSign(result.completion.value, edges),
    date: asOf,
  };
}

/** The facts with a line of evidence below; the same line is not added twice. */
export function withEvidenceLine(facts: string, line: string): string {
  const lines = facts.split('\n').filter((one) => one !== '');
  return lines.includes(line) ? facts : [...lines, line].join('\n');
}
