import { applyChanges, type Change } from '#shared/domain/change';
import type { Level } from '#shared/domain/organisation';
import type { PlanData } from '#shared/domain/planData';
import { changeGoal, subtreeOf, goalIds } from './goalChanges';
import type { GoalRow } from './goalRows';

/** Where a dragged line would go: beside another line, or below it as its last one. */
export interface DropPlace {
  readonly anchor: GoalRow;
  readonly edge: 'before' | 'after' | 'inside';
}

const RANK: Readonly<Record<Level, number>> = { company: 0, department: 1, group: 2, person: 3 };

/** A part of the line's height at its upper and lower edge that means beside it, not below it. */
const EDGE = 0.3;

/** The line and everything drawn below it. */
function withinLine(rows: readonly GoalRow[], row: GoalRow): Set<string> {
  const keys = new Set([row.key]);
  for (const line of rows) if (line.parentKey !== null && keys.has(line.parentKey)) keys.add(line.key);
  return keys;
}

function fits(rows: readonly GoalRow[], moved: GoalRow, { anchor, edge }: DropPlace): boolean {
  if (moved.holder === null || withinLine(rows, moved).has(anchor.key)) return false;
  if (edge === 'inside' && anchor.key === moved.parentKey) return false;
  const parent = edge === 'inside' ? anchor : rows.find((row) => row.key === anchor.parentKey);
  if (parent?.heading && parent.key !== moved.parentKey && !takesValue(rows, moved, parent)) return false;
  if (edge !== 'inside') return anchor.holder !== null && anchor.level === moved.level;
  return anchor.holder === null || (anchor.level !== 'person' && RANK[anchor.level] <= RANK[moved.level]);
}

/** A line that has its value from the line above cannot be given another one; nor has the heading of all values one to give. */
function takesValue(rows: readonly GoalRow[], moved: GoalRow, heading: GoalRow): boolean {
  const own = rows.find((row) => row.key === moved.parentKey)?.heading;
  return own !== undefined && heading.heading?.value != null;
}

/**
 * Where a line goes when it is let go over another one; null = nowhere. `part` is how far down the line the pointer is,
 * 0–1. Below the last line of a branch it may also go after that branch.
 */
export function dropPlace(
  rows: readonly GoalRow[],
  open: readonly GoalRow[],
  moved: GoalRow,
  over: GoalRow,
  part: number,
): DropPlace | null {
  const inside: DropPlace = { anchor: over, edge: 'inside' };
  const before: DropPlace = { anchor: over, edge: 'before' };
  const after = afterBranch(rows, open, moved, over);
  const order =
    part < EDGE
      ? [before, inside, after]
      : part > 1 - EDGE
        ? [after, inside, before]
        : [inside, ...(part < 0.5 ? [before, after] : [after, before])];
  return order.find((place) => place !== null && fits(rows, moved, place)) ?? null;
}

/** After the line itself where nothing of it is drawn below, or after the branch that ends with it. */
function afterBranch(
  rows: readonly GoalRow[],
  open: readonly GoalRow[],
  moved: GoalRow,
  over: GoalRow,
): DropPlace | null {
  if (open.some((row) => row.parentKey === over.key)) return null;
  const byKey = new Map(rows.map((row) => [row.key, row]));
  for (let at: GoalRow | undefined = over; at; at = at.parentKey === null ? undefined : byKey.get(at.parentKey)) {
    const place: DropPlace = { anchor: at, edge: 'after' };
    if (fits(rows, moved, place)) return place;
    if (at.position < at.setSize) return null;
  }
  return null;
}

/** The line that is above a place; null = the place is at the top. */
function parentAt(rows: readonly GoalRow[], { anchor, edge }: DropPlace): GoalRow | null {
  return edge === 'inside' ? anchor : (rows.find((row) => row.key === anchor.parentKey) ?? null);
}

/**
 * Puts a line, with what is below it, into a place: parent and order, as one step. In a view by dimension it takes the
 * value it is put under, and keeps its parent where only the value is above it. Nothing where the place does not fit.
 */
export function dropLine(
  data: PlanData,
  rows: readonly GoalRow[],
  moved: GoalRow,
  place: DropPlace,
  view: string,
): Change[] {
  if (!fits(rows, moved, place)) return [];
  const parent = parentAt(rows, place);
  const changes: Change[] = [];
  let next = data;
  const make = (made: readonly Change[]): void => {
    changes.push(...made);
    next = applyChanges(next, made);
  };

  if (view !== '' && parent) {
    const value = parent.holder === null ? parent.name : ([...parent.goals.values()][0]?.dimensionValue ?? '');
    for (const id of subtreeOf(data, goalIds(moved))) {
      const goal = next.goals.get(id);
      if (goal?.dimension === view && goal.dimensionValue !== value)
        make(changeGoal(next, id, { dimensionValue: value }));
    }
  }
  if (!parent || parent.holder !== null) {
    for (const goal of moved.goals.values()) {
      const parentId = parent?.goals.get(goal.indicatorId)?.id ?? null;
      if (goal.parentId !== parentId) make(changeGoal(next, goal.id, { parentId }));
    }
  }

  const siblings = rows.filter((row) => row.parentKey === (parent?.key ?? null) && row.key !== moved.key);
  const at = siblings.findIndex((row) => row.key === place.anchor.key);
  siblings.splice(place.edge === 'inside' ? siblings.length : place.edge === 'before' ? at : at + 1, 0, moved);
  siblings.forEach((row, order) => {
    for (const id of goalIds(row)) if (next.goals.get(id)?.order !== order) make(changeGoal(next, id, { order }));
  });
  return changes;
}
