import { bench, describe } from 'vitest';
import {
  makeFacts,
  makeGoal,
  makeIndicator,
  makeMember,
  makePlan,
  makePlanData,
  type Fact,
} from '../../shared/domain/builders';
import { applyChanges, putRecord } from '../../shared/domain/change';
import type { PlanData } from '../../shared/domain/planData';
import { addDays } from '../../shared/calc/dates';
import { createPlanGraph, evaluatePlan } from '../../shared/calc/plan';

const TODAY = '2026-09-22';

/** 500 people with six goals each under six goals of the team, and twelve weeks of figures. */
function largePlan(): PlanData {
  const indicators = Array.from({ length: 6 }, (_, i) => makeIndicator({ id: `i${i}`, precision: 2 }));
  const members = Array.from({ length: 500 }, (_, order) =>
    makeMember({ id: `m${order}`, order, bonusBase: 1_000_000 }),
  );
  const team = indicators.map(({ id }) =>
    makeGoal({ id: `team-${id}`, holder: { kind: 'unit', unitId: 'u' }, indicatorId: id, target: '50000' }),
  );
  const goals = members.flatMap((member) =>
    indicators.map(({ id }, order) =>
      makeGoal({
        id: `${member.id}-${id}`,
        parentId: `team-${id}`,
        holder: { kind: 'member', memberId: member.id },
        indicatorId: id,
        target: '100',
        weight: '20',
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
  return makePlanData(makePlan({ id: 'p' }), { members, indicators, goals: [...team, ...goals], facts });
}

describe('500 people with 6 goals each', () => {
  const data = largePlan();
  const graph = createPlanGraph();
  graph.run(data, TODAY);
  let edits = 0;

  bench('everything anew', () => void evaluatePlan(data, TODAY), { iterations: 3, time: 0, warmupIterations: 1 });

  bench('after one edit of an actual', () => {
    edits += 1;
    const facts = makeFacts(`m${edits % 500}-i2`, [['2026-07-05', String(edits % 90)]]);
    graph.run(applyChanges(data, [putRecord(data, 'facts', facts)]), TODAY);
  });
});
