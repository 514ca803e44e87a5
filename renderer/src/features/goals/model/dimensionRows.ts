import type { Goal } from '#shared/domain/goal';
import type { PlanData } from '#shared/domain/planData';
import { valueIn, valuesOf } from './dimensions';
import { treeOf, type GoalRow, type Heading } from './goalTree';

/** Key of the heading that adds up all values. */
const TOTAL = 'd';

/**
 * The same goals by a dimension: a heading for all of it, below it one for every value, declared or used, and below these
 * the goals that have the value, their own or from the goal above. Nothing where the dimension has no value.
 */
export function dimensionRows(data: PlanData, goals: readonly Goal[], dimension: string): GoalRow[] {
  const valued = new Map<string, Goal[]>(valuesOf(data, dimension).map((value) => [value, []]));
  const valueOf = new Map<string, string | null>();
  for (const goal of goals) {
    const value = valueIn(data, goal, dimension);
    valueOf.set(goal.id, value);
    if (value !== null) valued.set(value, [...(valued.get(value) ?? []), goal]);
  }
  if (valued.size === 0) return [];
  const above = (goal: Goal): string | null => valueOf.get(goal.parentId ?? '') ?? null;
  const whole = wholeOf(data);
  const values = [...valued.keys()];
  const rows = values.flatMap((value, index) => {
    const key = `${TOTAL}:${value}`;
    const own = valued.get(value) ?? [];
    const lines = treeOf(data, own, key, 2);
    return [
      head(
        key,
        value,
        1,
        TOTAL,
        lines.filter((row) => row.parentKey === key),
        [index + 1, values.length],
        { value, parts: own.filter((goal) => above(goal) !== value), whole },
      ),
      ...lines,
    ];
  });
  const parts = goals.filter((goal) => valueOf.get(goal.id) !== null && above(goal) === null);
  const children = rows.filter((row) => row.parentKey === TOTAL);
  return [head(TOTAL, dimension, 0, null, children, [1, 1], { value: null, parts, whole }), ...rows];
}

function head(
  key: string,
  name: string,
  depth: number,
  parentKey: string | null,
  children: readonly GoalRow[],
  [position, setSize]: readonly [number, number],
  heading: Heading,
): GoalRow {
  return {
    key,
    holder: null,
    heading,
    name,
    remark: '',
    level: heading.value === null ? 'company' : 'department',
    goals: new Map(),
    depth,
    parentKey,
    childKeys: children.map((child) => child.key),
    position,
    setSize,
  };
}

/** What is to be divided: the highest goals, and instead of one that is carried here only in part, the goals below it. */
function wholeOf(data: PlanData): Goal[] {
  const all = [...data.goals.values()];
  const on = (goal: Goal): Goal[] =>
    all.filter((other) => other.parentId === goal.id && other.indicatorId === goal.indicatorId);
  return all
    .filter((goal) => data.goals.get(goal.parentId ?? '')?.indicatorId !== goal.indicatorId)
    .flatMap((goal) => (goal.partOfLarger ? on(goal) : [goal]));
}
