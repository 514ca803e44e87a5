import { addDays, daysBetween, monthOf } from '../../calc/dates';
import { defaultPolicy, makeGoal, makeMember, makeMilestone, makePlan, makePlanData, makeUnit } from '../builders';
import type { Goal, GoalHolder } from '../goal';
import type { NewId } from '../ids';
import type { Indicator } from '../indicator';
import type { Member, Unit } from '../organisation';
import type { Scenario } from '../plan';
import type { PlanData } from '../planData';
import type { Policy } from '../policy';
import type { Decimal, Instant, IsoDate } from '../primitives';
import { libraryIndicator } from './indicatorLibrary';
import { both, type Bilingual } from './library/entry';
import { CAMPAIGN, NEW_BUSINESS } from './starters/building';
import { PLATEAU, STRATEGY } from './starters/growth';
import type { ScenarioStarter, StarterIndicator } from './starters/starter';

export type { ScenarioStarter } from './starters/starter';

/** The four situations the scheme is used in, in its order. */
export const scenarioStarters: readonly ScenarioStarter[] = [STRATEGY, NEW_BUSINESS, PLATEAU, CAMPAIGN];

export interface StartRequest {
  readonly scenario: Scenario;
  /** Both days inclusive. */
  readonly period: { readonly start: IsoDate; readonly end: IsoDate };
  readonly team: {
    readonly name: string;
    /** People to begin with; each becomes a member with a goal for every indicator. */
    readonly members?: readonly { readonly name: string; readonly group?: string }[];
  };
  /** Name of the plan; without one, team and period. */
  readonly name?: string;
  readonly locale?: keyof Bilingual;
  readonly newId: NewId;
  readonly now: Instant;
}

const COMPANY = both('公司', 'Company');

/**
 * A plan for a situation: units, members, indicators, goals with weights and dates, milestones and rules. Volumes are left
 * for the team to set; rates and scores have a sensible target. Pure but for the ids it asks for.
 */
export function startPlan(request: StartRequest): PlanData {
  const { scenario, period, team, newId, now, locale = 'zh-CN' } = request;
  const starter = scenarioStarters.find((each) => each.scenario === scenario) ?? STRATEGY;
  const company = makeUnit({ id: newId(), name: COMPANY[locale], level: 'company' });
  const department = makeUnit({ id: newId(), name: team.name, level: 'department', parentId: company.id });
  const groups = groupsOf(request, department);
  const members = membersOf(request, department, groups);
  const indicators = new Map(starter.indicators.map(({ key }) => [key, libraryIndicator(key, newId(), locale)]));
  const goals = goalsOf(starter, { company, department, groups, members, indicators, newId, due: period.end });
  const teamGoal = goals.find((goal) => goal.level === 'department') ?? null;
  const milestones = starter.milestones.flatMap(({ at, key, title, periodShare }) => {
    const goal = goals.find((each) => each.level === 'department' && each.indicatorId === indicators.get(key)?.id);
    const rule = periodShare === undefined ? {} : ({ rule: 'periodShare', threshold: periodShare } as const);
    const date = dayAt(period, at);
    return goal ? [makeMilestone({ id: newId(), goalId: goal.id, date, title: title[locale], ...rule })] : [];
  });
  const plan = makePlan({
    id: newId(),
    name: request.name ?? `${team.name} · ${period.start} – ${period.end}`,
    teamName: team.name,
    ...period,
    scenario,
    policy: policyOf(starter, period),
    teamGoalId: teamGoal?.id ?? null,
    createdAt: now,
    updatedAt: now,
  });
  const reward = starter.teamReward;
  return makePlanData(plan, {
    units: [company, department, ...groups],
    members,
    indicators: [...indicators.values()],
    goals,
    milestones,
    teamRewards: reward
      ? [
          {
            id: newId(),
            team: team.name,
            goalId: plan.teamGoalId,
            content: reward[locale],
            budget: null,
            state: 'draft',
          },
        ]
      : [],
  });
}

function groupsOf({ team, newId }: StartRequest, department: Unit): Unit[] {
  const names = new Set(
    (team.members ?? []).flatMap(({ group }) => (group === undefined || group === '' ? [] : [group])),
  );
  return [...names].map((name, order) => makeUnit({ id: newId(), name, parentId: department.id, order }));
}

function membersOf({ team, newId }: StartRequest, department: Unit, groups: readonly Unit[]): Member[] {
  return (team.members ?? []).map(({ name, group }, order) =>
    makeMember({ id: newId(), name, unitId: groups.find((unit) => unit.name === group)?.id ?? department.id, order }),
  );
}

interface GoalParts {
  readonly company: Unit;
  readonly department: Unit;
  readonly groups: readonly Unit[];
  readonly members: readonly Member[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly newId: NewId;
  readonly due: IsoDate;
}

/** The cascade of one starter: company where the direction comes from there, department, groups, people. */
function goalsOf(starter: ScenarioStarter, parts: GoalParts): Goal[] {
  const goals: Goal[] = [];
  const numbers = new Map<string, number>();
  const add = (
    wanted: StarterIndicator,
    level: Goal['level'],
    holder: GoalHolder,
    draft: Partial<Goal>,
  ): Goal | null => {
    const indicator = parts.indicators.get(wanted.key);
    if (!indicator) return null;
    const number = (numbers.get(level) ?? 0) + 1;
    numbers.set(level, number);
    const { target = null, targetBasis = 'total' } = wanted;
    const code = `${LETTERS[level]}${String(number).padStart(2, '0')}`;
    const order = goals.length;
    const { due } = parts;
    const goal = makeGoal({
      id: parts.newId(),
      code,
      level,
      holder,
      indicatorId: indicator.id,
      target,
      targetBasis,
      due,
      order,
      ...draft,
    });
    goals.push(goal);
    return goal;
  };
  const unit = (unitId: string): GoalHolder => ({ kind: 'unit', unitId });
  for (const wanted of starter.indicators) {
    const judged = parts.indicators.get(wanted.key)?.kind === 'qualitative';
    const top = wanted.fromCompany
      ? add(wanted, 'company', unit(parts.company.id), { partOfLarger: true, target: null })
      : null;
    const middle = judged ? null : add(wanted, 'department', unit(parts.department.id), { parentId: top?.id ?? null });
    const byGroup = new Map<string, Goal | null>();
    for (const group of judged ? [] : parts.groups) {
      byGroup.set(group.id, add(wanted, 'group', unit(group.id), { parentId: middle?.id ?? null }));
    }
    for (const member of parts.members) {
      const parent = byGroup.get(member.unitId ?? '') ?? middle;
      const people = { accountableId: member.id, responsibleIds: [member.id] };
      add(
        wanted,
        'person',
        { kind: 'member', memberId: member.id },
        { parentId: parent?.id ?? null, weight: wanted.weight, ...people },
      );
    }
  }
  return goals;
}

const LETTERS: Readonly<Record<Goal['level'], string>> = { company: 'C', department: 'D', group: 'G', person: 'P' };

function policyOf(starter: ScenarioStarter, period: StartRequest['period']): Policy {
  const monthWeights: Record<string, Decimal> = {};
  if (starter.rampUp) monthsOf(period).forEach((month, index) => (monthWeights[month] = String(index + 1)));
  return { ...defaultPolicy(), ...starter.policy, monthWeights };
}

/** The months a period touches, in order. */
function monthsOf({ start, end }: StartRequest['period']): string[] {
  const months = new Set<string>();
  for (let day = start; day <= end; day = addDays(day, 1)) months.add(monthOf(day));
  return [...months];
}

/** The day a share of the way through the period. */
function dayAt({ start, end }: StartRequest['period'], share: number): IsoDate {
  return addDays(start, Math.round(Math.max(0, daysBetween(start, end) - 1) * share));
}
