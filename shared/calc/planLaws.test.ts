import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  makeFacts,
  makeFeedbackForm,
  makeGoal,
  makeIndicator,
  makeMember,
  makePlan,
  makePlanData,
  makeUnit,
  type Fact,
} from '../domain/builders';
import { applyChanges, putRecord, removeRecord, type Change } from '../domain/change';
import type { PlanData } from '../domain/planData';
import { addDays } from './dates';
import { finalisingBlockers } from './finalise';
import { createPlanGraph, evaluatePlan } from './plan';
import type { PlanResult } from './result';

const TODAY = '2026-10-01';

const sales = makeIndicator({ id: 'sales', precision: 2 });
const rate = makeIndicator({ id: 'rate', aggregation: 'ratio', unit: '%' });
const stock = makeIndicator({ id: 'stock', aggregation: 'last' });
const mood = makeIndicator({ id: 'mood', aggregation: 'average' });
const attitude = makeIndicator({ id: 'attitude', kind: 'qualitative', relations: { superior: '100' } });
const INDICATORS = [sales, rate, stock, mood, attitude];

interface Seed {
  readonly targets: readonly number[];
  readonly facts: readonly (readonly (readonly [number, number])[])[];
  readonly scores: readonly number[];
}

const SIZE = 4;
const seeds: fc.Arbitrary<Seed> = fc.record({
  targets: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: SIZE * 4, maxLength: SIZE * 4 }),
  facts: fc.array(
    fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: -50, max: 300 })), {
      maxLength: 8,
      selector: ([day]) => day,
    }),
    { minLength: SIZE * 4, maxLength: SIZE * 4 },
  ),
  scores: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: SIZE, maxLength: SIZE }),
});

/** A unit goal over four people, each with four numbers and one judgement. */
function build(seed: Seed, factor = 1, shuffle: <T>(list: T[]) => T[] = (list) => list): PlanData {
  const people = Array.from({ length: SIZE }, (_, order) =>
    makeMember({ id: `m${order}`, bonusBase: 1_000_001, order }),
  );
  const cells = people.flatMap((person, p) =>
    [sales, rate, stock, mood].map((indicator, i) => ({
      id: `${person.id}-${indicator.id}`,
      person,
      indicator,
      i,
      at: p * 4 + i,
    })),
  );
  const goals = cells.map(({ id, person, indicator, i, at }) =>
    makeGoal({
      id,
      holder: { kind: 'member', memberId: person.id },
      indicatorId: indicator.id,
      parentId: `team-${indicator.id}`,
      target: String((seed.targets[at] ?? 0) * factor),
      weight: '25',
      order: i,
    }),
  );
  const team = [sales, rate, stock, mood].map((indicator, order) =>
    makeGoal({
      id: `team-${indicator.id}`,
      holder: { kind: 'unit', unitId: 'u' },
      indicatorId: indicator.id,
      target: String(800 * factor),
      order,
    }),
  );
  const judged = people.map((person) =>
    makeGoal({
      id: `${person.id}-q`,
      holder: { kind: 'member', memberId: person.id },
      indicatorId: 'attitude',
      weight: '100',
      order: 9,
    }),
  );
  const facts = cells.map(({ id, indicator, at }) =>
    makeFacts(
      id,
      shuffle(
        (seed.facts[at] ?? []).map(([day, value]): Fact => {
          const date = addDays('2026-06-28', day);
          const amount = String(value * factor);
          return indicator.aggregation === 'ratio' ? [date, amount, '200'] : [date, amount];
        }),
      ),
    ),
  );
  const forms = people.map((person, p) =>
    makeFeedbackForm({
      id: `${person.id}-f`,
      assesseeId: person.id,
      relation: 'superior',
      state: 'returned',
      answers: [{ indicatorId: 'attitude', score: String(seed.scores[p] ?? 0), notObserved: false, comment: '' }],
    }),
  );
  return makePlanData(makePlan({ id: 'p', asOf: '2026-09-16' }), {
    units: [makeUnit({ id: 'u' })],
    members: shuffle([...people]),
    indicators: shuffle([...INDICATORS]),
    goals: shuffle([...team, ...goals, ...judged]),
    facts: shuffle(facts),
    feedbackForms: shuffle(forms),
  });
}

/** A result as plain values that compare well. */
function plain(result: PlanResult): unknown {
  const sorted = (map: ReadonlyMap<string, unknown>): unknown => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...result, goals: sorted(result.goals), members: sorted(result.members) };
}

const withoutIssueOrder = (result: PlanResult): PlanResult => ({
  ...result,
  issues: [...result.issues].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
});

describe('a plan', () => {
  it('gives after any edits what computing it anew gives', () => {
    const edit = fc.record({
      goal: fc.nat(SIZE * 4 - 1),
      kind: fc.constantFrom('target', 'fact', 'weight', 'remove', 'parent', 'decision', 'policy'),
      value: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(seeds, fc.array(edit, { maxLength: 8 }), (seed, edits) => {
        const graph = createPlanGraph();
        let data = build(seed);
        graph.run(data, TODAY);
        for (const { goal: index, kind, value } of edits) {
          const id = [...data.goals.keys()][index % data.goals.size] ?? '';
          const goal = data.goals.get(id);
          if (!goal) continue;
          let changes: Change[];
          if (kind === 'target') changes = [putRecord(data, 'goals', { ...goal, target: String(value) })];
          else if (kind === 'weight') changes = [putRecord(data, 'goals', { ...goal, weight: String(value) })];
          else if (kind === 'fact')
            changes = [putRecord(data, 'facts', makeFacts(id, [['2026-08-01', String(value)]]))];
          else if (kind === 'remove') changes = removeRecord(data, 'goals', id);
          else if (kind === 'parent')
            changes = [
              putRecord(data, 'goals', { ...goal, parentId: [...data.goals.keys()][value % data.goals.size] ?? null }),
            ];
          else if (kind === 'decision')
            changes = [putRecord(data, 'noDataDecisions', { id, decision: 'exclude', reason: 'r' })];
          else
            changes = [
              {
                collection: 'plan',
                id: 'p',
                before: data.plan,
                after: {
                  ...data.plan,
                  policy: { ...data.plan.policy, warningRun: value % 4, prorate: value % 2 === 0 },
                },
              },
            ];
          data = applyChanges(data, changes);
          expect(plain(graph.run(data, TODAY))).toEqual(plain(evaluatePlan(data, TODAY)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of facts, members, goals or forms', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const forward = withoutIssueOrder(evaluatePlan(build(seed), TODAY));
        const backward = withoutIssueOrder(
          evaluatePlan(
            build(seed, 1, (list) => list.reverse()),
            TODAY,
          ),
        );
        expect(plain(backward)).toEqual(plain(forward));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps every completion when all targets and actuals are scaled by the same factor', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 1000 }), (seed, factor) => {
        const completions = (data: PlanData): unknown =>
          [...evaluatePlan(data, TODAY).goals].map(([id, goal]) => [id, goal.completion]);
        expect(completions(build(seed, factor))).toEqual(completions(build(seed)));
      }),
      { numRuns: 40 },
    );
  });

  it('computes only what an edit touched', () => {
    const data = build({
      targets: Array<number>(16).fill(100),
      facts: Array.from({ length: 16 }, () => [[10, 50] as const]),
      scores: [80, 80, 80, 80],
    });
    const graph = createPlanGraph();
    const before = graph.run(data, TODAY);
    const after = graph.run(
      applyChanges(data, [putRecord(data, 'facts', makeFacts('m0-sales', [['2026-07-08', '90']]))]),
      TODAY,
    );
    expect(after.goals.get('m0-sales')).not.toBe(before.goals.get('m0-sales'));
    expect(after.goals.get('team-sales')).not.toBe(before.goals.get('team-sales'));
    expect(after.goals.get('m0-rate')).toBe(before.goals.get('m0-rate'));
    expect(after.members.get('m1')?.rows).toBe(before.members.get('m1')?.rows);
  });

  it('makes a failing goal an issue of what depends on it and computes everything else', () => {
    const data = build({
      targets: Array<number>(16).fill(100),
      facts: Array.from({ length: 16 }, () => [[10, 50] as const]),
      scores: [80, 80, 80, 80],
    });
    const broken = applyChanges(data, [putRecord(data, 'facts', makeFacts('m0-sales', [['2026-07-08', 'many']]))]);
    const result = evaluatePlan(broken, TODAY);
    expect(result.issues).toContainEqual(
      expect.objectContaining({ code: 'calc.failed', subject: { collection: 'goals', id: 'm0-sales' } }),
    );
    expect(result.members.get('m0')?.provisional).toBe(true);
    expect(result.members.get('m1')).toMatchObject({ provisional: false });
    expect(finalisingBlockers(broken, result).map((issue) => issue.code)).toContain('calc.failed');
  });

  it('cuts goals that are their own ancestors and says so', () => {
    const goal = (id: string, parentId: string) =>
      makeGoal({ id, parentId, holder: { kind: 'unit', unitId: 'u' }, indicatorId: 'sales', target: '10' });
    const data = makePlanData(makePlan({ id: 'p' }), { indicators: [sales], goals: [goal('a', 'b'), goal('b', 'a')] });
    const result = evaluatePlan(data, TODAY);
    expect(result.goals.size).toBe(2);
    expect(result.issues.filter((issue) => issue.code === 'calc.cycle')).toHaveLength(2);
  });
});
