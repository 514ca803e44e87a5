import { headMeasure, proposeSplit, type SplitMethod } from '#shared/calc/proposeSplit';
import type { PlanResult } from '#shared/calc/result';
import { applyChanges, putRecord, type Change } from '#shared/domain/change';
import type { Goal, GoalHolder, TargetBasis } from '#shared/domain/goal';
import type { NewId, UnitId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { Decimal } from '#shared/domain/primitives';
import { dimensionsOf, valueIn, valuesOf } from './dimensions';
import { draftGoal } from './goalChanges';
import { holderName } from './goalRows';
import type { SplitTerms } from './splitTerms';

/** Somebody a target is divided among: a goal below it, or a holder who has none yet. */
export interface SplitLine {
  readonly key: string;
  readonly name: string;
  readonly holder: GoalHolder;
  readonly goal: Goal | null;
  readonly heads: number;
  /** 分解维度 and 维度值 a new goal gets. */
  readonly dimension: string;
  readonly dimensionValue: string;
}

/** Goals below a goal that it is divided into. */
const childrenOf = (data: PlanData, goal: Goal): Goal[] =>
  [...data.goals.values()]
    .filter((child) => child.parentId === goal.id && child.indicatorId === goal.indicatorId)
    .sort((a, b) => a.order - b.order);

/** Dimensions a goal can be split by: it has nothing below it yet, is of none itself, and they have values. */
export function splitDimensions(data: PlanData, goal: Goal): string[] {
  if (childrenOf(data, goal).length > 0) return [];
  return dimensionsOf(data, [])
    .filter(({ name, values }) => values.length > 0 && valueIn(data, goal, name) === null)
    .map(({ name }) => name);
}

/**
 * The goals below; where there are none, the values of the dimension `along`, each for the same holder, or without one
 * ('') the units and people below the holder.
 */
export function splitLines(data: PlanData, goal: Goal, along = ''): SplitLine[] {
  const lines = childrenOf(data, goal).map((child) => line(data, child.holder, child));
  if (lines.length > 0) return lines;
  if (along !== '') {
    return valuesOf(data, along).map((value) => ({
      ...line(data, goal.holder, null),
      key: `d:${value}`,
      name: value,
      dimension: along,
      dimensionValue: value,
    }));
  }
  if (goal.holder.kind === 'member') return lines;
  const { unitId } = goal.holder;
  const units = [...data.units.values()].filter((unit) => unit.parentId === unitId).sort((a, b) => a.order - b.order);
  if (units.length > 0) return units.map((unit) => line(data, { kind: 'unit', unitId: unit.id }, null));
  return [...data.members.values()]
    .filter((member) => member.unitId === unitId && !member.external && member.leftOn === null)
    .sort((a, b) => a.order - b.order)
    .map((member) => line(data, { kind: 'member', memberId: member.id }, null));
}

function line(data: PlanData, holder: GoalHolder, goal: Goal | null): SplitLine {
  const key = holder.kind === 'unit' ? `u:${holder.unitId}` : `m:${holder.memberId}`;
  const heads = holder.kind === 'unit' ? headsIn(data, holder.unitId) : 1;
  const { dimension, dimensionValue } = goal ?? { dimension: '', dimensionValue: '' };
  const value = goal && goal.dimensionValue !== '' ? ` · ${goal.dimensionValue}` : '';
  return {
    key: goal?.id ?? key,
    name: holderName(data, holder) + value,
    holder,
    goal,
    heads,
    dimension,
    dimensionValue,
  };
}

/** People of a unit and of the units below it, helpers not counted. */
export function headsIn(data: PlanData, unitId: UnitId): number {
  const units = new Set([unitId]);
  for (const unit of [...data.units.values(), ...data.units.values()]) {
    if (unit.parentId !== null && units.has(unit.parentId)) units.add(unit.id);
  }
  return [...data.members.values()].filter(
    (member) => member.unitId !== null && units.has(member.unitId) && !member.external && member.leftOn === null,
  ).length;
}

/** What a line counts under a method. */
export function measureOf(method: SplitMethod, { goal, heads }: SplitLine): Decimal | null {
  if (method === 'lastActuals') return goal?.baseline ?? null;
  if (method === 'headCount') return headMeasure(heads);
  if (method === 'weights') return goal?.weight ?? null;
  return null;
}

/** Shares for all lines that add up to the goal's target exactly; see `proposeSplit` for the errors. */
export function propose(
  data: PlanData,
  goal: Goal,
  lines: readonly SplitLine[],
  choice: { readonly method: SplitMethod; readonly step: Decimal | null; readonly locked: ReadonlySet<string> },
  terms: SplitTerms,
) {
  return proposeSplit({
    total: terms.total ?? '0',
    method: choice.method,
    step: choice.step,
    precision: data.indicators.get(goal.indicatorId)?.precision ?? 0,
    children: lines.map((entry) => ({
      id: entry.key,
      locked: choice.locked.has(entry.key) ? (terms.current(entry) ?? '0') : null,
      measure: measureOf(choice.method, entry),
    })),
  });
}

/** The proposal as one step: targets of the goals below, made where there are none. */
export function splitChanges(
  data: PlanData,
  goal: Goal,
  lines: readonly SplitLine[],
  shares: ReadonlyMap<string, Decimal>,
  basis: TargetBasis,
  newId: NewId,
): Change[] {
  const changes: Change[] = [];
  let next = data;
  for (const entry of lines) {
    const target = shares.get(entry.key);
    const same = entry.goal?.target === target && entry.goal?.targetBasis === basis;
    if (target === undefined || same) continue;
    const record =
      entry.goal ??
      draftGoal(next, newId, {
        holder: entry.holder,
        indicatorId: goal.indicatorId,
        parentId: goal.id,
        dimension: entry.dimension,
        dimensionValue: entry.dimensionValue,
        ...(entry.dimension === '' ? {} : { level: goal.level, ...ownersOf(goal) }),
      });
    const change = putRecord(next, 'goals', { ...record, target, targetBasis: basis });
    changes.push(change);
    next = applyChanges(next, [change]);
  }
  return changes;
}

/** Who steers the parts of a goal that stay with its holder. */
const ownersOf = ({ accountableId, accountableName, responsibleIds }: Goal): Partial<Goal> => ({
  accountableId,
  accountableName,
  responsibleIds,
});

/** Target of a goal over the whole result, for shares of what lies above. */
export const targetOf = (result: PlanResult | null, goal: Goal | null) =>
  goal === null ? null : (result?.goals.get(goal.id)?.target ?? null);
