import { fromDecimal, isNegative } from '../calc/fraction';
import type { Goal } from './goal';
import type { Issue } from './issue';
import type { PlanData } from './planData';
import { issueAbout, onCycles, repeated } from './validateSupport';

/** Goals: references, owner, target, date, code, cycles (specification sections 2 and 8). */
export function validateGoals(data: PlanData): Issue[] {
  const goals = [...data.goals.values()];
  const issues = goals.flatMap((goal) => [...checkReferences(goal, data), ...checkContent(goal, data)]);
  for (const { record, key } of repeated(goals, (goal) => goal.code)) {
    issues.push(issueAbout('goals', record.id, 'goal.duplicateCode', 'error', { code: key }));
  }
  for (const id of onCycles(new Map(goals.map((goal) => [goal.id, goal.parentId])))) {
    issues.push(issueAbout('goals', id, 'goal.cycle', 'error', { code: data.goals.get(id)?.code ?? '' }));
  }
  return issues;
}

function checkReferences(goal: Goal, data: PlanData): Issue[] {
  const issues: Issue[] = [];
  const about = (code: string, params: Issue['params'] = {}): void => {
    issues.push(issueAbout('goals', goal.id, code, 'error', { code: goal.code, ...params }));
  };
  if (goal.parentId !== null && !data.goals.has(goal.parentId)) about('goal.noParent');
  if (!data.indicators.has(goal.indicatorId)) about('goal.noIndicator');
  const { holder } = goal;
  const held = holder.kind === 'unit' ? data.units.has(holder.unitId) : data.members.has(holder.memberId);
  if (!held) about('goal.noHolder');
  if ((holder.kind === 'member') !== (goal.level === 'person')) about('goal.levelMismatch');
  const people = [
    ...goal.responsibleIds,
    ...goal.supportingIds,
    ...(goal.accountableId === null ? [] : [goal.accountableId]),
  ];
  const unknown = people.filter((id) => !data.members.has(id)).length;
  if (unknown > 0) about('goal.unknownPeople', { count: unknown });
  return issues;
}

function checkContent(goal: Goal, data: PlanData): Issue[] {
  const issues: Issue[] = [];
  const about = (code: string, level: Issue['level'], params: Issue['params'] = {}): void => {
    issues.push(issueAbout('goals', goal.id, code, level, { code: goal.code, ...params }));
  };
  const { start, end } = data.plan;
  if (goal.code.trim() === '') about('goal.noCode', 'warning');
  if (goal.accountableId === null && goal.accountableName.trim() === '') about('goal.noOwner', 'warning');
  // A judged indicator needs no number: it is scored from feedback.
  if (goal.target === null && data.indicators.get(goal.indicatorId)?.kind !== 'qualitative')
    about('goal.noTarget', 'warning');
  if (goal.target !== null && isNegative(fromDecimal(goal.target)))
    about('goal.negativeTarget', 'error', { target: goal.target });
  if (goal.due === null) about('goal.noDue', 'warning');
  else if (goal.due < start || goal.due > end) about('goal.dueOutside', 'warning', { due: goal.due, start, end });
  if (goal.weight !== null && isNegative(fromDecimal(goal.weight)))
    about('goal.negativeWeight', 'error', { weight: goal.weight });
  const { parentId, level } = goal;
  const parent = parentId === null ? undefined : data.goals.get(parentId);
  if (parent && RANK[parent.level] > RANK[level]) about('goal.parentBelow', 'warning', { parent: parent.code });
  return issues;
}

const RANK = { company: 0, department: 1, group: 2, person: 3 } as const;
