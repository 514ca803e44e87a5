import { equal, fromDecimal } from '#shared/calc/fraction';
import type { GoalResult } from '#shared/calc/result';
import type { Goal } from '#shared/domain/goal';
import type { Indicator } from '#shared/domain/indicator';
import type { DerivationStep } from '../../ui/derivationStep';
import { formatPercentSign, formatQuantity } from '../../format/number';
import { percentText } from './bands';
import { completionEdges, type Derivation, type DerivationContext, type DerivationSection } from './context';

interface GoalParts {
  readonly goal: Goal;
  readonly figures: GoalResult;
  readonly indicator: Indicator;
}

/** Where the target comes from: total or monthly average, and the part of the period the person was there. */
function targetSteps({ goal, figures, indicator }: GoalParts, { t, result }: DerivationContext): DerivationStep[] {
  const steps: DerivationStep[] = [];
  const entered = goal.target === null ? null : fromDecimal(goal.target);
  if (goal.targetBasis === 'perMonth' && entered) {
    steps.push({
      label: t('derivation.target.perMonth', { months: result.timeline.months.length }),
      value: formatQuantity(entered, indicator.precision),
      source: goal.source,
    });
  } else if (entered && figures.target && !equal(entered, figures.target)) {
    steps.push({
      label: t('derivation.target.entered'),
      value: formatQuantity(entered, indicator.precision),
      source: goal.source,
    });
    steps.push({ label: t('derivation.target.prorated'), value: '' });
  }
  steps.push({
    label: t('derivation.target.result'),
    unit: indicator.unit,
    value: formatQuantity(figures.target, indicator.precision),
    source: steps.length === 0 ? goal.source : undefined,
    result: true,
  });
  return steps;
}

/** What the actual is made of: facts of its own, and what comes up from below; for a ratio both sides. */
function actualSteps(
  { goal, figures, indicator }: GoalParts,
  { data, t, result }: DerivationContext,
): DerivationStep[] {
  const show = (value: GoalResult['actual']): string => formatQuantity(value, indicator.precision);
  const steps: DerivationStep[] = [];
  const rows = data.facts.get(goal.id)?.dates.filter((date) => date <= result.timeline.asOf).length ?? 0;
  if (rows > 0) {
    steps.push({
      label: t('derivation.actual.own'),
      value: t('derivation.actual.rows', { n: rows }),
      source: indicator.source,
    });
  }
  const children = figures.cascade?.children ?? [];
  for (const id of children) {
    const child = data.goals.get(id);
    const holder = child?.holder;
    const name = !holder
      ? ''
      : holder.kind === 'member'
        ? data.members.get(holder.memberId)?.name
        : data.units.get(holder.unitId)?.name;
    steps.push({ label: name ?? '', value: show(result.goals.get(id)?.actual ?? null) });
  }
  if (indicator.aggregation === 'ratio' && figures.numerator) {
    steps.push({ label: indicator.numeratorName, value: show(figures.numerator) });
    steps.push({ label: `÷ ${indicator.denominatorName}`, value: show(figures.denominator) });
  }
  steps.push({
    label: t('derivation.actual.result', { date: result.timeline.asOf }),
    unit: indicator.unit,
    value: show(figures.actual),
    result: true,
  });
  return steps;
}

/** The formula of the completion as the indicator's direction sets it, on the figures. */
export function completionFormula({ figures, indicator }: GoalParts): string {
  const actual = formatQuantity(figures.actual, indicator.precision);
  const target = formatQuantity(figures.target, indicator.precision);
  if (indicator.direction === 'higher') return `${actual} ÷ ${target}`;
  return indicator.lowerFormula === 'linear' ? `2 \u2212 ${actual} ÷ ${target}` : `${target} ÷ ${actual}`;
}

function completionSteps(parts: GoalParts, { data, t }: DerivationContext): DerivationStep[] {
  const { figures, indicator } = parts;
  const { completion } = figures;
  const edges = completionEdges(data.plan.policy);
  if (completion.state !== 'ok') {
    return [
      { label: t('derivation.completion.result'), value: t(`derivation.completion.${completion.state}`), result: true },
    ];
  }
  const steps: DerivationStep[] = [
    { label: completionFormula(parts), value: formatPercentSign(completion.value, edges) },
  ];
  if (indicator.cap !== null) {
    steps.push({
      label: t('derivation.completion.cap', { cap: percentText(indicator.cap) }),
      value: formatPercentSign(completion.capped, edges),
    });
  }
  steps.push({
    label: t('derivation.completion.result'),
    value: formatPercentSign(completion.capped, edges),
    result: true,
  });
  return steps;
}

function paceSteps({ figures, indicator }: GoalParts, { t, result }: DerivationContext): DerivationStep[] {
  if (figures.pace === null) return [];
  const lastClosed = result.timeline.slots.filter((slot) => slot.closed).at(-1);
  const at = figures.slots.find((slot) => slot.n === lastClosed?.n);
  const show = (value: GoalResult['actual']): string => formatQuantity(value, indicator.precision);
  const steps: DerivationStep[] = [
    {
      label: t('derivation.pace.formula'),
      value: at ? `${show(at.cumulativeActual)} ÷ ${show(at.cumulativeTarget)}` : '',
      source: lastClosed ? t('derivation.pace.until', { n: lastClosed.n }) : undefined,
    },
    { label: t('derivation.pace.result'), value: formatPercentSign(figures.pace), result: true },
  ];
  if (figures.projection !== null) {
    steps.push({
      label: t('derivation.pace.projection'),
      unit: indicator.unit,
      value: show(figures.projection),
      source: t('derivation.pace.projectionSource', { target: show(figures.target) }),
      result: true,
    });
  }
  return steps;
}

/** Target, actual, completion and pace of a goal; null when there is no such goal. */
export function goalDerivation(goalId: string, context: DerivationContext): Derivation | null {
  const { data, result, t } = context;
  const goal = data.goals.get(goalId);
  const figures = result.goals.get(goalId);
  const indicator = goal && data.indicators.get(goal.indicatorId);
  if (!goal || !figures || !indicator) return null;
  const parts = { goal, figures, indicator };
  const holder =
    goal.holder.kind === 'member'
      ? data.members.get(goal.holder.memberId)?.name
      : data.units.get(goal.holder.unitId)?.name;
  const sections: DerivationSection[] = [
    { title: t('common.label.target'), steps: targetSteps(parts, context) },
    { title: t('common.label.actual'), steps: actualSteps(parts, context) },
    { title: t('common.label.completion'), steps: completionSteps(parts, context) },
    { title: t('derivation.pace.title'), steps: paceSteps(parts, context) },
  ];
  return {
    title: `${holder ?? ''} · ${indicator.name}`,
    sub: goal.code,
    sections: sections.filter((section) => section.steps.length > 0),
  };
}
