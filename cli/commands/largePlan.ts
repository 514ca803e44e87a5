import { addDays } from '#shared/calc/dates';
import {
  makeFacts,
  makeGoal,
  makeIndicator,
  makeMember,
  makePlan,
  makePlanData,
  type Fact,
} from '#shared/domain/builders';
import type { PlanData } from '#shared/domain/planData';

/** A made-up plan to measure with: `people` with six goals each under six goals of the team, and twelve weeks of figures. */
export function largePlan(people: number): PlanData {
  const indicators = Array.from({ length: 6 }, (_, i) =>
    makeIndicator({ id: `i${i}`, name: `指标${i + 1}`, precision: 2 }),
  );
  const members = Array.from({ length: people }, (_, order) =>
    makeMember({ id: `m${order}`, name: `成员${order + 1}`, employeeNo: `N${order + 1}`, order, bonusBase: 1_000_000 }),
  );
  const team = indicators.map(({ id }) =>
    makeGoal({
      id: `team-${id}`,
      holder: { kind: 'unit', unitId: 'u' },
      indicatorId: id,
      target: String(100 * people),
    }),
  );
  const goals = members.flatMap((member) =>
    indicators.map(({ id }, order) =>
      makeGoal({
        id: `${member.id}-${id}`,
        parentId: `team-${id}`,
        holder: { kind: 'member', memberId: member.id },
        indicatorId: id,
        target: '100',
        weight: order < 4 ? '20' : '10',
        order,
      }),
    ),
  );
  const facts = goals.map((goal, g) =>
    makeFacts(
      goal.id,
      Array.from({ length: 12 }, (_, week): Fact => [addDays('2026-07-05', 7 * week), `${(g * 7 + week * 3) % 17}.25`]),
    ),
  );
  return makePlanData(makePlan({ id: 'p', name: 'bench', teamName: 'u' }), {
    members,
    indicators,
    goals: [...team, ...goals],
    facts,
  });
}
