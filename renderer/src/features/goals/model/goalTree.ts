import type { Goal, GoalHolder } from '#shared/domain/goal';
import type { GoalId, IndicatorId } from '#shared/domain/ids';
import type { Level } from '#shared/domain/organisation';
import type { PlanData } from '#shared/domain/planData';

/** A line of the goal tree: one holder with its goals, one an indicator; or a heading in a view by dimension. */
export interface GoalRow {
  readonly key: string;
  /** null = a heading. */
  readonly holder: GoalHolder | null;
  /** Only of headings: what stands below a value of the dimension, or below all of its values. */
  readonly heading?: Heading;
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

/** What a heading adds up. */
export interface Heading {
  /** null = all values together. */
  readonly value: string | null;
  /** Goals that are added up, none of them below another one. */
  readonly parts: readonly Goal[];
  /** Goals that are divided by the dimension. */
  readonly whole: readonly Goal[];
}

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

/** Lines of some goals below a heading (`root`), or at the top. */
export function treeOf(data: PlanData, goals: readonly Goal[], root: string | null, depth: number): GoalRow[] {
  const drafts = draftsOf(goals);
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
