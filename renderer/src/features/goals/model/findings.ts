import type { PlanResult } from '#shared/calc/result';
import type { Change } from '#shared/domain/change';
import type { GoalId } from '#shared/domain/ids';
import type { Issue } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { smartCheckAll } from '#shared/domain/smartCheck';
import { fixFor } from '#shared/domain/smartFixes';
import { validatePlan } from '#shared/domain/validate';
import { goalCell, type GoalCell } from './goalCells';
import { goalRows, holderName } from './goalRows';

/** Children that do not add up to their goal. */
export interface Mismatch {
  readonly kind: 'mismatch';
  readonly goalId: GoalId;
  readonly name: string;
  readonly indicator: string;
  readonly gap: GoalCell['gap'];
}

/** Something the checks say. */
export interface Remark {
  readonly kind: 'remark';
  readonly goalId: GoalId | null;
  readonly name: string;
  readonly issue: Issue;
  /** null = only a person can know what is right. */
  readonly fix: readonly Change[] | null;
}

export type Finding = Mismatch | Remark;

/** Where the split does not add up: the first thing to settle. */
export function mismatches(data: PlanData, result: PlanResult | null): Mismatch[] {
  return goalRows(data, '').flatMap((row) =>
    [...row.goals].flatMap(([id, goal]) => {
      const cell = goalCell(data, result, row, id);
      if (!cell || (cell.gap.kind !== 'under' && cell.gap.kind !== 'over')) return [];
      const indicator = data.indicators.get(id)?.name ?? '';
      return [{ kind: 'mismatch' as const, goalId: goal.id, name: row.name, indicator, gap: cell.gap }];
    }),
  );
}

/** How many things are to be settled, hints not counted. */
export function countFindings(data: PlanData, result: PlanResult | null): { gaps: number; others: number } {
  return { gaps: mismatches(data, result).length, others: issuesOf(data, false).length };
}

/** What the checks say about what this screen sets. */
function issuesOf(data: PlanData, withHints: boolean): Issue[] {
  const about = new Set(['goals', 'members', 'milestones', 'indicators']);
  return [...validatePlan(data), ...smartCheckAll(data)].filter(
    (issue) => about.has(issue.subject?.collection ?? '') && (withHints || issue.level !== 'hint'),
  );
}

/** What plan and SMART checks say about goals, milestones and weights; hints only on request. */
export function remarks(data: PlanData, withHints: boolean): Remark[] {
  return issuesOf(data, withHints).map((issue) => {
    const goal = issue.subject?.collection === 'goals' ? data.goals.get(issue.subject.id) : undefined;
    return {
      kind: 'remark',
      goalId: goal?.id ?? null,
      name: goal ? holderName(data, goal.holder) : '',
      issue,
      fix: fixFor(issue, data),
    };
  });
}
