import type { Goal, GoalHolder } from '#shared/domain/goal';
import type { GoalId, IndicatorId } from '#shared/domain/ids';
import type { Level } from '#shared/domain/organisation';
import type { PlanData } from '#shared/domain/planData';

/** A line of the goal tree: one holder with its goals, one an indicator; or a heading of a dimension's value. */
export interface GoalRow {
  readonly key: string;
  /** null = heading of a dimension's value. */
  readonly holder: GoalHolder | null;
  readonly name: string;
  /** Faint words beside the name: area, note of the company goal. */
  readonly remark: string;
  readonly level: Level;
  readonly goals: ReadonlyMap<IndicatorId, Goal>;
  /** 0 = top. */
  readonly depth: number;
  readonly parentKey: string | null;
  readonly childKeys: readonly string[];
  /** 1 = first of its siblings. */
  readonly position: number;
  readonly setSize: number;
}

/** View of the tree: by organisation (''), or by a dimension such as 产品线. */
export type TreeView = string;

const LEVELS: readonly Level[] = ['company', 'department', 'group', 'person'];

const holderKey = (holder: GoalHolder): string =>
  holder.kind === 'unit' ? `u:${holder.unitId}` : `m:${holder.memberId}`;

/** Name of whoever holds a goal. */
export function holderName(data: PlanData, holder: GoalHolder): string {
  return holder.kind === 'unit'
    ? (data.units.get(holder.unitId)?.name ?? '')
    : (data.members.get(holder.memberId)?.name ?? '');
}

interface Draft {
  readonly key: string;
  readonly holder: GoalHolder;
  readonly goals: Map<IndicatorId, Goal>;
  parentKey: string | null;
}

/** Goals of one holder and dimension value share a line; a second goal on the same indicator gets a line of its own. */
function draftsOf(goals: readonly Goal[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  const rowOf = new Map<GoalId, string>();
  for (const goal of goals) {
    const base = [holderKey(goal.holder), goal.dimension, goal.dimensionValue].join('|');
    let key = base;
    for (let n = 2; drafts.get(key)?.goals.has(goal.indicatorId); n += 1) key = `${base}#${n}`;
    const draft = drafts.get(key) ?? { key, holder: goal.holder, goals: new Map<IndicatorId, Goal>(), parentKey: null };
    draft.goals.set(goal.indicatorId, goal);
    drafts.set(key, draft);
    rowOf.set(goal.id, key);
  }
  for (const draft of drafts.values()) {
    for (const goal of draft.goals.values()) {
      const parent = goal.parentId === null ? undefined : rowOf.get(goal.parentId);
      if (parent === undefined || parent === draft.key || draft.parentKey !== null) continue;
      draft.parentKey = parent;
    }
  }
  return drafts;
}

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
  if (view === '') return treeOf(data, draftsOf(all), null, 0);
  const ofView = all.filter((goal) => goal.dimension === view);
  const values = [...new Set(ofView.map((goal) => goal.dimensionValue))];
  return values.flatMap((value, index) => {
    const key = `d:${value}`;
    const rows = treeOf(data, draftsOf(ofView.filter((goal) => goal.dimensionValue === value)), key, 1);
    const heading: GoalRow = {
      key,
      holder: null,
      name: value,
      remark: '',
      level: 'department',
      goals: new Map(),
      depth: 0,
      parentKey: null,
      childKeys: rows.filter((row) => row.parentKey === key).map((row) => row.key),
      position: index + 1,
      setSize: values.length,
    };
    return [heading, ...rows];
  });
}

function treeOf(data: PlanData, drafts: Map<string, Draft>, root: string | null, depth: number): GoalRow[] {
  const children = new Map<string | null, Draft[]>();
  for (const draft of drafts.values()) {
    const parent = draft.parentKey !== null && drafts.has(draft.parentKey) ? draft.parentKey : root;
    const siblings = children.get(parent);
    if (siblings) siblings.push(draft);
    else children.set(parent, [draft]);
  }
  const rows: GoalRow[] = [];
  const seen = new Set<string>();
  const visit = (parent: string | null, level: number): void => {
    const siblings = children.get(parent) ?? [];
    siblings.forEach((draft, index) => {
      if (seen.has(draft.key)) return;
      seen.add(draft.key);
      rows.push(rowOf(data, draft, parent, level, index + 1, siblings.length, children.get(draft.key) ?? []));
      visit(draft.key, level + 1);
    });
  };
  visit(root, depth);
  return rows;
}

function rowOf(
  data: PlanData,
  draft: Draft,
  parentKey: string | null,
  depth: number,
  position: number,
  setSize: number,
  children: readonly Draft[],
): GoalRow {
  const first = [...draft.goals.values()][0];
  const level = first?.level ?? 'group';
  return {
    key: draft.key,
    holder: draft.holder,
    name: holderName(data, draft.holder),
    remark: first?.dimensionValue || (level === 'company' ? (first?.note ?? '') : ''),
    level,
    goals: draft.goals,
    depth,
    parentKey,
    childKeys: children.map((child) => child.key),
    position,
    setSize,
  };
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

/** Dimensions that goals are divided by, the usual two first. */
export function dimensionsOf(data: PlanData, usual: readonly string[]): string[] {
  const used = [...data.goals.values()].map((goal) => goal.dimension).filter((name) => name !== '');
  return [...new Set([...usual, ...used])];
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
