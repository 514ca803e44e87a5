import { putRecord, type Change } from '#shared/domain/change';
import type { Goal } from '#shared/domain/goal';
import type { GoalId } from '#shared/domain/ids';
import type { Dimension } from '#shared/domain/plan';
import type { PlanData } from '#shared/domain/planData';

/**
 * Dimensions of a plan with their values: those declared (the usual ones where nobody declared any), then those only goals
 * speak of. Values that only goals have come after the declared ones.
 */
export function dimensionsOf(data: PlanData, usual: readonly string[]): readonly Dimension[] {
  const found = new Map<string, string[]>();
  const declared = data.plan.dimensions ?? usual.map((name) => ({ name, values: [] }));
  for (const { name, values } of declared) found.set(name, [...values]);
  for (const { dimension, dimensionValue } of data.goals.values()) {
    if (dimension === '') continue;
    const values = found.get(dimension) ?? [];
    if (dimensionValue !== '' && !values.includes(dimensionValue)) values.push(dimensionValue);
    found.set(dimension, values);
  }
  return [...found].map(([name, values]) => ({ name, values }));
}

/** Values of one dimension, declared or used. */
export const valuesOf = (data: PlanData, name: string): readonly string[] =>
  dimensionsOf(data, []).find((dimension) => dimension.name === name)?.values ?? [];

/** How many goals are divided by a dimension. */
export const goalsIn = (data: PlanData, name: string): number =>
  [...data.goals.values()].filter(({ dimension }) => dimension === name).length;

/** A dimension as it is edited; `was` = its name before, empty for a new one. */
export interface DimensionDraft {
  readonly was: string;
  readonly name: string;
  readonly values: readonly string[];
}

/** Values as typed in one field, separated by 、 ; or ,: trimmed, each once. */
export function readValues(text: string): string[] {
  const parts = text
    .normalize('NFKC')
    .split(/[、,;\n]/)
    .map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** Why drafts cannot be taken: no name, or a name twice; null = they can. */
export function dimensionProblem(drafts: readonly DimensionDraft[]): 'noName' | 'twice' | null {
  const names = drafts.map(({ name }) => name.trim());
  if (names.some((name) => name === '')) return 'noName';
  return new Set(names).size < names.length ? 'twice' : null;
}

/** Declares the dimensions as drafted, in one step. Goals of a renamed dimension go with it. */
export function declareDimensions(data: PlanData, drafts: readonly DimensionDraft[]): Change[] {
  const dimensions = drafts.map(({ name, values }) => ({ name: name.trim(), values }));
  const changes: Change[] =
    JSON.stringify(dimensions) === JSON.stringify(data.plan.dimensions)
      ? []
      : [{ collection: 'plan', id: data.plan.id, before: data.plan, after: { ...data.plan, dimensions } }];
  const renamed = new Map(
    drafts.flatMap(({ was, name }) => (was !== '' && was !== name.trim() ? [[was, name.trim()]] : [])),
  );
  for (const goal of data.goals.values()) {
    const dimension = renamed.get(goal.dimension);
    if (dimension !== undefined) changes.push(putRecord(data, 'goals', { ...goal, dimension }));
  }
  return changes;
}

/** Value of a goal in a dimension: its own, or that of the goal above it; null = none. */
export function valueIn(data: PlanData, goal: Goal, dimension: string): string | null {
  const seen = new Set<GoalId>();
  for (let at: Goal | undefined = goal; at && !seen.has(at.id); at = data.goals.get(at.parentId ?? '')) {
    if (at.dimension === dimension) return at.dimensionValue;
    seen.add(at.id);
  }
  return null;
}

/** Gives a goal's whole line (all goals of its holder under the same value) a dimension and value, so that it stays one line. */
export function setDimension(data: PlanData, goal: Goal, dimension: string, value: string): Change[] {
  const name = dimension.trim();
  const part = { dimension: name, dimensionValue: name === '' ? '' : value.trim() };
  const holder = JSON.stringify(goal.holder);
  return [...data.goals.values()]
    .filter(
      (other) =>
        JSON.stringify(other.holder) === holder &&
        other.dimension === goal.dimension &&
        other.dimensionValue === goal.dimensionValue,
    )
    .filter((other) => other.dimension !== part.dimension || other.dimensionValue !== part.dimensionValue)
    .map((other) => putRecord(data, 'goals', { ...other, ...part }));
}
