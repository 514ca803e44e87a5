import type { Goal } from '../../domain/goal';
import { HUNDRED, multiply } from '../../calc/fraction';
import type { Fraction } from '../../calc/result';
import type { FormulaSite, SheetContext } from '../definition';

/** A ratio in points, 1 → 100. */
export const percentOf = (ratio: Fraction | null): Fraction | null =>
  ratio === null ? null : multiply(ratio, HUNDRED);

/** Sum of the targets of the rows that name this row as their parent, on the same indicator. */
export function assignedFormula(site: FormulaSite): string {
  const [code, parents, names] = [site.cell('code'), site.column('parent'), site.column('indicator')];
  const match = `${parents},${code},${names},${site.cell('indicator')}`;
  return `IF(OR(${code}="",COUNTIFS(${match})=0),"",SUMIFS(${site.column('target')},${match}))`;
}

/**
 * The children can be added up from the cells: all of them are in the file, on the same basis as their parent, and
 * nothing is pro-rated. Otherwise the engine's value is written as it is.
 */
export function plainCascade(ctx: SheetContext, goal: Goal): boolean {
  const indicator = ctx.data.indicators.get(goal.indicatorId);
  if (indicator?.aggregation !== 'sum' || ctx.data.plan.policy.prorate) return false;
  return [...ctx.data.goals.values()]
    .filter((child) => child.parentId === goal.id && child.indicatorId === goal.indicatorId)
    .every((child) => ctx.sees.goal(child.id) && child.targetBasis === 'total' && goal.targetBasis === 'total');
}
