import type { PlanResult } from '#shared/calc/result';
import type { GoalId } from '#shared/domain/ids';
import type { Issue } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { smartCheck } from '#shared/domain/smartCheck';
import { planValidators } from '#shared/domain/validate';
import { goalCell, type GoalCell } from './goalCells';
import { goalRows, holderName, type GoalRow } from './goalRows';

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
  /** Of the goal it speaks of; empty where it speaks of none. */
  readonly indicator: string;
  readonly issue: Issue;
}

/** All that is to be settled. */
export interface Findings {
  readonly gaps: readonly Mismatch[];
  readonly remarks: readonly Remark[];
}

/** Lines or goals looked at in one step: some milliseconds at most, whatever the plan's size. */
const STEP = 100;

/** What this screen sets; what else the checks speak of has its own screens. */
const ABOUT = new Set(['goals', 'members', 'milestones', 'indicators']);

/**
 * Looks through a plan in steps, so that a large one never holds up typing: where the split does not add up, then what plan
 * and SMART checks say about goals, milestones and weights. Hints come only on request.
 */
export function* findingsInSteps(
  data: PlanData,
  result: PlanResult | null,
  withHints: boolean,
): Generator<void, Findings> {
  const gaps: Mismatch[] = [];
  const issues: Issue[] = [];
  for (const part of partsOf(goalRows(data, ''))) {
    gaps.push(...part.flatMap((row) => mismatchesIn(data, result, row)));
    yield;
  }
  for (const validate of planValidators) {
    issues.push(...validate(data));
    yield;
  }
  // In the order of the tree, from the top down: goals have no order of their own.
  const goals = goalRows(data, '').flatMap((row) => [...row.goals.values()]);
  for (const part of partsOf(goals)) {
    issues.push(...part.flatMap((goal) => smartCheck(goal, data)));
    yield;
  }
  const said = issues.filter(
    (issue) => ABOUT.has(issue.subject?.collection ?? '') && (withHints || issue.level !== 'hint'),
  );
  return { gaps, remarks: said.map((issue) => remarkOf(data, issue)) };
}

function* partsOf<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += STEP) yield list.slice(at, at + STEP);
}

function mismatchesIn(data: PlanData, result: PlanResult | null, row: GoalRow): Mismatch[] {
  return [...row.goals].flatMap(([id, goal]) => {
    const cell = goalCell(data, result, row, id);
    if (!cell || (cell.gap.kind !== 'under' && cell.gap.kind !== 'over')) return [];
    const indicator = data.indicators.get(id)?.name ?? '';
    return [{ kind: 'mismatch' as const, goalId: goal.id, name: row.name, indicator, gap: cell.gap }];
  });
}

function remarkOf(data: PlanData, issue: Issue): Remark {
  const goal = issue.subject?.collection === 'goals' ? data.goals.get(issue.subject.id) : undefined;
  return {
    kind: 'remark',
    goalId: goal?.id ?? null,
    name: goal ? holderName(data, goal.holder) : '',
    indicator: data.indicators.get(goal?.indicatorId ?? '')?.name ?? '',
    issue,
  };
}

/** All findings at once. */
export function findingsOf(data: PlanData, result: PlanResult | null, withHints: boolean): Findings {
  const steps = findingsInSteps(data, result, withHints);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
