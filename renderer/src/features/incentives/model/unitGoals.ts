import type { PlanData } from '#shared/domain/planData';

/** Quantitative goals of units, as they are chosen from: unit and indicator. */
export function unitGoals(data: PlanData): { readonly id: string; readonly label: string }[] {
  return [...data.goals.values()]
    .sort((a, b) => a.order - b.order)
    .flatMap(({ id, holder, indicatorId }) => {
      const indicator = data.indicators.get(indicatorId);
      if (holder.kind !== 'unit' || indicator?.kind !== 'quantitative') return [];
      return [{ id, label: `${data.units.get(holder.unitId)?.name ?? ''} ${indicator.name}` }];
    });
}
