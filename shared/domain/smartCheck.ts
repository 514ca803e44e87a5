import { compare, divide, fromDecimal, isZero, subtract, ONE } from '../calc/fraction';
import { toDecimal } from '../calc/quantity';
import type { Goal } from './goal';
import type { IndicatorId } from './ids';
import type { Issue } from './issue';
import type { PlanData } from './planData';
import { issueAbout } from './validateSupport';

/** Growth over the baseline from which a target is called steep: it may be right, but somebody should say why. */
const STEEP = ONE;

/**
 * The SMART check of one goal (step 2 of the scheme): specific (an indicator with a definition, an owner), measurable (a
 * number, a unit, a source), attainable (growth over the baseline), relevant (a goal above it), time-bound (a date within
 * the period). Codes `smart.*`; what is missing altogether is a warning, what would make the goal better a hint.
 */
export function smartCheck(goal: Goal, data: PlanData): Issue[] {
  const issues: Issue[] = [];
  const about = (code: string, level: Issue['level'], params: Issue['params'] = {}): void => {
    issues.push(issueAbout('goals', goal.id, code, level, { code: goal.code, ...params }));
  };
  const indicator = data.indicators.get(goal.indicatorId);
  if (goal.accountableId === null && goal.accountableName.trim() === '') about('smart.noOwner', 'warning');
  if (indicator && indicator.definition.trim() === '')
    about('smart.noDefinition', 'hint', { indicator: indicator.name });
  if (indicator?.kind === 'quantitative') {
    if (goal.target === null) about('smart.noNumber', 'warning');
    if (indicator.unit.trim() === '') about('smart.noUnit', 'hint', { indicator: indicator.name });
    if (goal.source.trim() === '' && indicator.source.trim() === '') about('smart.noSource', 'hint');
    const growth = growthOf(goal);
    if (growth !== null && compare(growth, STEEP) > 0) about('smart.steep', 'hint', { growth: toDecimal(growth, 3) });
    if (growth !== null && indicator.direction === 'higher' && growth.n < 0n) about('smart.belowBaseline', 'hint');
  }
  if (goal.due === null) about('smart.noDate', 'warning');
  else if (goal.due < data.plan.start || goal.due > data.plan.end)
    about('smart.dateOutside', 'warning', { due: goal.due });
  if (goal.parentId === null && goal.level !== 'company' && hasCompanyGoals(data, goal))
    about('smart.noParent', 'hint');
  return issues;
}

/** The check of every goal, in the order of the plan. */
export function smartCheckAll(data: PlanData): Issue[] {
  return [...data.goals.values()].flatMap((goal) => smartCheck(goal, data));
}

/** Growth over the baseline, 1 = 100 %; null where there is no baseline to grow from. */
function growthOf({ baseline, target, targetBasis }: Goal) {
  if (baseline === null || target === null || targetBasis === 'perMonth') return null;
  const from = fromDecimal(baseline);
  return isZero(from) ? null : divide(subtract(fromDecimal(target), from), from);
}

/** Something above that the goal could belong to: same indicator, higher level. */
const hasCompanyGoals = (data: PlanData, goal: Goal): boolean =>
  ABOVE[goal.level].some((level) => levelsOf(data.goals).get(goal.indicatorId)?.has(level));

/** Levels that have a goal, by indicator; gathered once for each state of the goals, for every goal asks. */
const gathered = new WeakMap<PlanData['goals'], ReadonlyMap<IndicatorId, ReadonlySet<Goal['level']>>>();

function levelsOf(goals: PlanData['goals']): ReadonlyMap<IndicatorId, ReadonlySet<Goal['level']>> {
  const known = gathered.get(goals);
  if (known) return known;
  const levels = new Map<IndicatorId, Set<Goal['level']>>();
  for (const { indicatorId, level } of goals.values()) {
    const found = levels.get(indicatorId);
    if (found) found.add(level);
    else levels.set(indicatorId, new Set([level]));
  }
  gathered.set(goals, levels);
  return levels;
}

const ABOVE: Readonly<Record<Goal['level'], readonly Goal['level'][]>> = {
  company: [],
  department: ['company'],
  group: ['company', 'department'],
  person: ['company', 'department', 'group'],
};
