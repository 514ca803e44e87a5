import { fromDecimal } from '#shared/calc/fraction';
import type { PlanData } from '#shared/domain/planData';
import { formatPercent, formatQuantity } from '../../../format/number';
import type { Say } from '../../derivation/context';
import { bandEdges } from './bandText';
import type { TryOut } from './tryOut';

/** What a try-out changes, a phrase each: whose actual or target is what, and which band pays how much. */
export function tryWords({ actuals, targets, bandValues }: TryOut, data: PlanData, t: Say): string[] {
  const ofGoal =
    (key: string) =>
    ([goalId, value]: readonly [string, string]): string[] => {
      const goal = data.goals.get(goalId);
      const indicator = goal ? data.indicators.get(goal.indicatorId) : undefined;
      if (!goal || !indicator) return [];
      const { holder } = goal;
      const name =
        holder.kind === 'unit' ? data.units.get(holder.unitId)?.name : data.members.get(holder.memberId)?.name;
      const label = t(key, { name: name ?? '', indicator: indicator.name });
      return [`${label} ${formatQuantity(fromDecimal(value), indicator.precision)} ${indicator.unit}`];
    };
  const ofBand = ([index, value]: readonly [number, string]): string[] => {
    const edges = bandEdges(data.plan.policy.payoutBands, index);
    if (!edges) return [];
    const band =
      edges.to === null
        ? t('incentives.band.topPercent', { from: edges.from })
        : t('incentives.band.percent', { from: edges.from, to: edges.to });
    return [`${t('incentives.tryout.ratio', { band })} ${formatPercent(fromDecimal(value)).replace(/\.0$/, '')}%`];
  };
  return [
    ...[...actuals].flatMap(ofGoal('incentives.tryout.actual')),
    ...[...targets].flatMap(ofGoal('incentives.tryout.target')),
    ...[...bandValues].sort(([a], [b]) => a - b).flatMap(ofBand),
  ];
}
