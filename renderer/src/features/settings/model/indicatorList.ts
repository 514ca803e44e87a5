import type { IndicatorId } from '#shared/domain/ids';
import type { Indicator } from '#shared/domain/indicator';
import type { PlanData } from '#shared/domain/planData';

/** An indicator of the plan and how many goals are measured by it. */
export interface ListedIndicator {
  readonly indicator: Indicator;
  readonly goals: number;
}

/**
 * The plan's indicators that hold every word searched for in name, definition, source, unit or the names of a rate's two
 * sides: measured ones before judged ones, within a kind those most goals use first.
 */
export function listedIndicators(data: PlanData, search: string): ListedIndicator[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const goals = new Map<IndicatorId, { count: number; first: number }>();
  for (const { indicatorId, order } of data.goals.values()) {
    const known = goals.get(indicatorId);
    goals.set(indicatorId, { count: (known?.count ?? 0) + 1, first: Math.min(known?.first ?? order, order) });
  }
  const firstUse = ({ id }: Indicator): number => goals.get(id)?.first ?? Number.MAX_SAFE_INTEGER;
  const uses = ({ id }: Indicator): number => goals.get(id)?.count ?? 0;
  const kindOf = ({ kind }: Indicator): number => (kind === 'quantitative' ? 0 : 1);
  return [...data.indicators.values()]
    .filter((one) => words.every((word) => textOf(one).includes(word)))
    .sort(
      (a, b) => kindOf(a) - kindOf(b) || uses(b) - uses(a) || firstUse(a) - firstUse(b) || a.name.localeCompare(b.name),
    )
    .map((indicator) => ({ indicator, goals: uses(indicator) }));
}

export const textOf = (one: Indicator): string =>
  [one.name, one.definition, one.source, one.unit, one.numeratorName, one.denominatorName].join(' ').toLowerCase();

/** A name no indicator of the plan has yet: the wished one, or that with a number behind it. */
export function freeName(data: PlanData, wished: string): string {
  const names = new Set([...data.indicators.values()].map(({ name }) => name));
  for (let n = 2, name = wished; ; n += 1) {
    if (!names.has(name)) return name;
    name = `${wished} ${n}`;
  }
}
