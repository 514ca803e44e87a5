import { makeGoal } from '#shared/domain/builders';
import { putRecord, type Change } from '#shared/domain/change';
import type { Goal, GoalHolder } from '#shared/domain/goal';
import type { GoalId, IndicatorId, NewId } from '#shared/domain/ids';
import type { Level } from '#shared/domain/organisation';
import { COLLECTION_NAMES, type PlanData } from '#shared/domain/planData';
import type { GoalRow } from './goalRows';

/** Level of a holder's goals. */
export function levelOf(data: PlanData, holder: GoalHolder): Level {
  return holder.kind === 'member' ? 'person' : (data.units.get(holder.unitId)?.level ?? 'group');
}

/** A goal for a holder on an indicator; code and due day are filled in as far as they follow from the plan. */
export function draftGoal(
  data: PlanData,
  newId: NewId,
  part: Pick<Goal, 'holder' | 'indicatorId' | 'parentId'> & Partial<Goal>,
): Goal {
  const self = part.holder.kind === 'member' ? part.holder.memberId : null;
  return makeGoal({
    id: newId(),
    code: freeCode(data),
    level: levelOf(data, part.holder),
    accountableId: self,
    responsibleIds: self === null ? [] : [self],
    due: data.plan.end,
    order: data.goals.size,
    ...part,
  });
}

/** The next number not in use, as `G-12`. */
export function freeCode(data: PlanData): string {
  const used = new Set([...data.goals.values()].map((goal) => goal.code));
  let n = data.goals.size + 1;
  while (used.has(`G-${n}`)) n += 1;
  return `G-${n}`;
}

/** Changes one goal. */
export function changeGoal(data: PlanData, id: GoalId, part: Partial<Goal>): Change[] {
  const goal = data.goals.get(id);
  return goal ? [putRecord(data, 'goals', { ...goal, ...part })] : [];
}

/** The goals below the given ones, themselves included. */
export function subtreeOf(data: PlanData, roots: Iterable<GoalId>): Set<GoalId> {
  const found = new Set(roots);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const goal of data.goals.values()) if (goal.parentId !== null && found.has(goal.parentId)) found.add(goal.id);
  }
  return found;
}

/** Removes a line with all lines below it (goals of theirs that hang under none included), and what is recorded about them. */
export function deleteRow(data: PlanData, row: GoalRow, rows: readonly GoalRow[]): Change[] {
  const below = new Set([row.key]);
  for (const line of rows) if (line.parentKey !== null && below.has(line.parentKey)) below.add(line.key);
  const lines = [row, ...rows.filter((line) => below.has(line.key))];
  const gone = subtreeOf(data, lines.flatMap(goalIds));
  const changes: Change[] = [];
  for (const collection of COLLECTION_NAMES) {
    for (const [id, record] of data[collection]) {
      const about = collection === 'goals' || collection === 'facts' ? id : 'goalId' in record ? record.goalId : null;
      if (about !== null && gone.has(about)) changes.push({ collection, id, before: record } as Change);
    }
  }
  return changes.reverse();
}

/** Puts a line, with what is below it, under another one; null = to the top. Nothing where that would make a circle. */
export function moveRow(data: PlanData, row: GoalRow, under: GoalRow | null): Change[] {
  const below = subtreeOf(data, goalIds(row));
  if (under && goalIds(under).some((id) => below.has(id))) return [];
  return [...row.goals.values()].flatMap((goal) =>
    changeGoal(data, goal.id, { parentId: under?.goals.get(goal.indicatorId)?.id ?? null }),
  );
}

/** Changes places with the sibling before (-1) or after (+1). */
export function swapRow(data: PlanData, rows: readonly GoalRow[], row: GoalRow, by: -1 | 1): Change[] {
  const siblings = rows.filter((other) => other.parentKey === row.parentKey && other.level === row.level);
  const at = siblings.findIndex((other) => other.key === row.key);
  if (at < 0 || !siblings[at + by]) return [];
  const order = [...siblings];
  order.splice(at, 1);
  order.splice(at + by, 0, row);
  return order.flatMap((line, index) =>
    [...line.goals.values()]
      .filter((goal) => goal.order !== index)
      .flatMap((goal) => changeGoal(data, goal.id, { order: index })),
  );
}

/** A copy of a line beside it, without agreement and without what is below. */
export function duplicateRow(data: PlanData, row: GoalRow, newId: NewId): Change[] {
  let next = data;
  const changes: Change[] = [];
  for (const goal of row.goals.values()) {
    const copy: Goal = {
      ...goal,
      id: newId(),
      code: freeCode(next),
      agreement: { state: 'open', on: null, comments: [] },
    };
    const change = putRecord(next, 'goals', copy);
    changes.push(change);
    next = { ...next, goals: new Map(next.goals).set(copy.id, copy) };
  }
  return changes;
}

/** Ids of a line's goals. */
export const goalIds = (row: GoalRow): GoalId[] => [...row.goals.values()].map((goal) => goal.id);

/** Sets a target, making the goal where the line has none on this indicator yet. */
export function setTarget(
  data: PlanData,
  row: GoalRow,
  parent: GoalRow | null,
  indicatorId: IndicatorId,
  target: Goal['target'],
  newId: NewId,
): Change[] {
  const goal = row.goals.get(indicatorId);
  if (goal) return changeGoal(data, goal.id, { target });
  if (row.holder === null || target === null) return [];
  const like = [...row.goals.values()][0];
  return [
    putRecord(
      data,
      'goals',
      draftGoal(data, newId, {
        holder: row.holder,
        indicatorId,
        parentId: parent?.goals.get(indicatorId)?.id ?? null,
        target,
        dimension: like?.dimension ?? '',
        dimensionValue: like?.dimensionValue ?? '',
        accountableId: like?.accountableId ?? (row.holder.kind === 'member' ? row.holder.memberId : null),
        accountableName: like?.accountableName ?? '',
      }),
    ),
  ];
}
