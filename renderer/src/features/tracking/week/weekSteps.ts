import { fromDecimal } from '#shared/calc/fraction';
import type { GoalResult } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import { formatPercentSign, formatQuantity } from '../../../format/number';
import type { DerivationStep } from '../../../ui/derivationStep';
import { percentText } from '../../derivation/bands';
import type { DerivationContext } from '../../derivation/context';
import { thresholdOf } from '../../overview/needText';

/** How one week's figure is judged, and where the goal stands after it (specification sections 6 and 7). */
export function weekSteps(goal: Goal, figures: GoalResult, n: number, context: DerivationContext): DerivationStep[] {
  const { data, t } = context;
  const slot = figures.slots[n - 1];
  const indicator = data.indicators.get(goal.indicatorId);
  if (!slot || !indicator) return [];
  const { precision, unit } = indicator;
  const threshold = thresholdOf(data, goal);
  const edges = [fromDecimal(threshold)];
  const ratio =
    slot.numerator !== null && slot.denominator !== null
      ? [
          {
            label: `${indicator.numeratorName || t('tracking.panel.numerator')} ÷ ${indicator.denominatorName || t('tracking.panel.denominator')}`,
            value: `${formatQuantity(slot.numerator, precision)} ÷ ${formatQuantity(slot.denominator, precision)}`,
          },
        ]
      : [];
  return [
    ...ratio,
    {
      label: t('overview.warning.formula'),
      value: `${formatQuantity(slot.actual, precision)} ÷ ${formatQuantity(slot.target, precision)}`,
      source: t(indicator.aggregation === 'sum' ? 'overview.warning.formulaSource' : 'tracking.panel.sameTarget', {
        target: formatQuantity(figures.target, precision),
        unit,
      }),
    },
    {
      label: t('overview.warning.completion'),
      value: formatPercentSign(slot.completion, edges),
      source:
        slot.under === null
          ? t('tracking.panel.notJudged')
          : t(slot.under ? 'overview.warning.below' : 'tracking.panel.above', { threshold: percentText(threshold) }),
    },
    {
      label: t('tracking.panel.pace'),
      value: formatPercentSign(slot.cumulativeCompletion, edges),
      source: `${formatQuantity(slot.cumulativeActual, precision)} ÷ ${formatQuantity(slot.cumulativeTarget, precision)}`,
    },
    {
      label: t('tracking.panel.projection'),
      value: formatQuantity(figures.projection, precision),
      unit,
      source: t('tracking.panel.projectionSource'),
      result: true,
    },
  ];
}
