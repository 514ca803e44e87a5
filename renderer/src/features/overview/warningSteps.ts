import { fromDecimal, isZero, toNumber } from '#shared/calc/fraction';
import type { GoalResult, SlotFigure } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import type { DerivationStep } from '../../ui/derivationStep';
import { formatPercentSign, formatQuantity } from '../../format/number';
import { percentText } from '../derivation/bands';
import type { DerivationContext } from '../derivation/context';
import { thresholdOf } from './needText';

/** The steps from a week's actual and target to the run that makes a red warning (specification section 7). */
export function warningSteps(goal: Goal, figures: GoalResult, context: DerivationContext): DerivationStep[] {
  const { data, t } = context;
  const indicator = data.indicators.get(goal.indicatorId);
  const threshold = thresholdOf(data, goal);
  const edges = [fromDecimal(threshold)];
  const percent = percentText(threshold);
  const precision = indicator?.precision ?? 0;
  const run = figures.warning.slots.flatMap((n) => figures.slots.find((slot) => slot.n === n) ?? []);
  const last = run.at(-1);
  const needed = indicator?.warning?.run ?? data.plan.policy.warningRun;
  if (!last) return [];
  return [
    {
      label: t('overview.warning.formula'),
      value: `${formatQuantity(last.actual, precision)} ÷ ${formatQuantity(last.target, precision)}`,
      source: t('overview.warning.formulaSource', {
        target: formatQuantity(figures.target, precision),
        unit: indicator?.unit ?? '',
      }),
    },
    {
      label: t('overview.warning.completion'),
      value: formatPercentSign(last.completion, edges),
      source: t('overview.warning.below', { threshold: percent }),
    },
    {
      label: t('overview.warning.run', { threshold: percent }),
      value: t('overview.warning.weeks', { n: figures.warning.run }),
      source: run
        .map((slot) => t('overview.warning.runItem', { n: slot.n, rate: formatPercentSign(slot.completion, edges) }))
        .join(t('overview.listComma')),
    },
    {
      label: t('overview.warning.reached', { n: needed }),
      value: t('overview.warning.red'),
      mark: 'alert',
      result: true,
    },
  ];
}

/** One column of the small chart of weeks, heights in px of a field of 64. */
export interface WeekColumn {
  readonly n: number;
  readonly height: number;
  readonly targetAt: number;
  readonly tone: '' | 'lo' | 'lo cur';
}

const FIELD = 58;
const FOOT = 20;

/** The last eight weeks with figures: actual as a bar, target as a line, the run in colour. */
export function weekColumns(figures: GoalResult): WeekColumn[] {
  const slots: readonly SlotFigure[] = figures.slots.filter((slot) => slot.actual !== null).slice(-8);
  const value = (amount: SlotFigure['target']): number => (amount === null || isZero(amount) ? 0 : toNumber(amount));
  const top = Math.max(1e-9, ...slots.flatMap((slot) => [value(slot.actual), value(slot.target)]));
  const end = figures.warning.slots.at(-1);
  return slots.map((slot) => ({
    n: slot.n,
    height: Math.max(0, (value(slot.actual) / top) * FIELD),
    targetAt: FOOT + (value(slot.target) / top) * FIELD,
    tone: slot.n === end ? 'lo cur' : figures.warning.slots.includes(slot.n) ? 'lo' : '',
  }));
}
