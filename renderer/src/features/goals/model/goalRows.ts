import type { Goal } from '#shared/domain/goal';
import type { GoalId, IndicatorId } from '#shared/domain/ids';
import type { Level } from '#shared/domain/organisation';
import type { PlanData } from '#shared/domain/planData';
import { dimensionRows } from './dimensionRows';
import { treeOf, type GoalRow } from './goalTree';

export { holderName, type GoalRow } from './goalTree';

/** View of the tree: by organisation (''), or by a dimension such as 产品线. */
export type TreeView = string;

const LEVELS: readonly Level[] = ['company', 'department', 'group', 'person'];

/** All lines of a view, parents before children, as if everything were open. */
export function goalRows(data: PlanData, view: TreeView): readonly GoalRow[] {
  const known = drawn.get(data);
  const rows = known?.get(view) ?? rowsOfView(data, view);
  if (known) known.set(view, rows);
  else drawn.set(data, new Map([[view, rows]]));
  return rows;
}

/** Lines of a state of the plan, built once: tree, totals, findings and edits all ask for them. */
const drawn = new WeakMap<PlanData, Map<TreeView, readonly GoalRow[]>>();

function rowsOfView(data: PlanData, view: TreeView): readonly GoalRow[] {
  const all = [...data.goals.values()].sort(byLevelAndOrder);
  return view === '' ? treeOf(data, all, null, 0) : dimensionRows(data, all, view);
}

/** The lines to be drawn when some are closed. */
export function openRows(rows: readonly GoalRow[], closed: ReadonlySet<string>): GoalRow[] {
  const hidden = new Set<string>();
  return rows.filter((row) => {
    const gone = row.parentKey !== null && (hidden.has(row.parentKey) || closed.has(row.parentKey));
    if (gone) hidden.add(row.key);
    return !gone;
  });
}

/** Quantitative indicators that goals are set on, as the highest goals come: indicators have no order of their own. */
export function goalIndicators(data: PlanData): IndicatorId[] {
  const used = [...data.goals.values()].sort(byLevelAndOrder).map((goal) => goal.indicatorId);
  return [...new Set(used)].filter((id) => data.indicators.get(id)?.kind === 'quantitative');
}

const byLevelAndOrder = (a: Goal, b: Goal): number =>
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.order - b.order;

/** The company's goal above a goal, or the company's goal on the same indicator; null = none. */
export function companyGoalOf(data: PlanData, goal: Goal): Goal | null {
  const seen = new Set<GoalId>();
  let at: Goal | undefined = goal;
  while (at && at.parentId !== null && !seen.has(at.id)) {
    seen.add(at.id);
    at = data.goals.get(at.parentId);
  }
  if (at && at !== goal && at.level === 'company') return at;
  if (goal.level === 'company') return null;
  return (
    [...data.goals.values()].find(
      (other) => other.level === 'company' && other.indicatorId === goal.indicatorId && other.dimension === '',
    ) ?? null
  );
}
