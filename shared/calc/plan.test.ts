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
  makeTrackingNote,
  makeUnit,
  type Fact,
} from '../domain/builders';
import { applyChanges, putRecord, removeRecord, type Change } from '../domain/change';
import type { PlanData } from '../domain/planData';
import { addDays } from './dates';
import { finalisingBlockers } from './finalise';
import { fraction, fromDecimal, toFractionText } from './fraction';
import { createPlanGraph, evaluatePlan } from './plan';
import { evaluationReport } from './report';
import { millionths } from './tally';
import type { PlanResult } from './result';
import { whatIfPlan } from './whatIf';

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

describe('roll-up to a unit', () => {
  const unit = (indicatorId: string) =>
    makeGoal({ id: 'team', holder: { kind: 'unit', unitId: 'u' }, indicatorId, target: '100' });
  const child = (id: string, indicatorId: string) =>
    makeGoal({
      id,
      parentId: 'team',
      holder: { kind: 'member', memberId: id },
      indicatorId,
      target: '50',
      weight: '100',
    });
  const run = (indicatorId: string, facts: Record<string, Fact[]>, asOf = '2026-10-01') => {
    const data = makePlanData(makePlan({ id: 'p', asOf }), {
      indicators: INDICATORS,
      members: [makeMember({ id: 'a' }), makeMember({ id: 'b' })],
      goals: [unit(indicatorId), child('a', indicatorId), child('b', indicatorId)],
      facts: Object.entries(facts).map(([id, list]) => makeFacts(id, list)),
    });
    const actual = evaluatePlan(data, TODAY).goals.get('team')?.actual;
    return actual ? toFractionText(actual) : null;
  };

  it('adds own facts and the children’s sums, each once', () => {
    expect(run('sales', { team: [['2026-07-02', '5']], a: [['2026-07-03', '10']], b: [['2026-07-04', '20']] })).toBe(
      '35/1',
    );
  });
  it('divides summed numerators by summed denominators, as percent where the unit is %', () => {
    expect(run('rate', { a: [['2026-07-03', '1', '2']], b: [['2026-07-04', '10', '98']] })).toBe('11/1');
  });
  it('averages over all reported values, not over the children', () => {
    expect(
      run('mood', {
        a: [
          ['2026-07-03', '60'],
          ['2026-07-04', '60'],
        ],
        b: [['2026-07-04', '90']],
      }),
    ).toBe('70/1');
  });
  it('adds the children’s latest stocks', () => {
    expect(
      run('stock', {
        a: [
          ['2026-07-03', '4'],
          ['2026-08-03', '6'],
        ],
        b: [['2026-07-04', '9']],
      }),
    ).toBe('15/1');
  });
  it('leaves out facts after the as-of day', () => {
    expect(
      run(
        'sales',
        {
          a: [
            ['2026-07-03', '10'],
            ['2026-07-04', '20'],
          ],
        },
        '2026-07-03',
      ),
    ).toBe('10/1');
  });
  it('counts neither facts before the period nor after it', () => {
    expect(
      run('sales', {
        a: [
          ['2026-06-30', '1'],
          ['2026-09-30', '2'],
          ['2026-10-01', '4'],
        ],
      }),
    ).toBe('2/1');
  });
});

describe('supposing the actual of a unit', () => {
  it.each([
    ['sales', '77.5', [['2026-07-03', '10']], [['2026-07-04', '20']]],
    ['stock', '30', [['2026-07-03', '4']], [['2026-07-04', '9']]],
    [
      'mood',
      '85',
      [
        ['2026-07-03', '60'],
        ['2026-07-10', '61'],
      ],
      [['2026-07-04', '90']],
    ],
    ['rate', '25', [['2026-07-03', '1', '2']], [['2026-07-04', '10', '98']]],
  ] as [string, string, Fact[], Fact[]][])(
    'makes the whole of a %s goal %s with its children as they are',
    (indicatorId, wanted, a, b) => {
      const child = (id: string) =>
        makeGoal({ id, parentId: 'team', holder: { kind: 'member', memberId: id }, indicatorId, target: '50' });
      const data = makePlanData(makePlan({ id: 'p', asOf: '2026-09-16' }), {
        indicators: INDICATORS,
        goals: [
          makeGoal({ id: 'team', holder: { kind: 'unit', unitId: 'u' }, indicatorId, target: '100' }),
          child('a'),
          child('b'),
        ],
        facts: [makeFacts('a', a), makeFacts('b', b)],
      });
      const as = evaluatePlan(data, TODAY);
      const result = evaluatePlan(whatIfPlan(data, { actuals: new Map([['team', wanted]]) }, as), TODAY);
      expect(result.goals.get('team')?.actual).toEqual(fromDecimal(wanted));
      expect(result.goals.get('a')).toEqual(as.goals.get('a'));
    },
  );
});

describe('targets, warnings and money of a person', () => {
  const person = makeMember({ id: 'a', bonusBase: 1_000_000, joinedOn: '2026-08-17' });
  const goal = makeGoal({
    id: 'g',
    holder: { kind: 'member', memberId: 'a' },
    indicatorId: 'sales',
    target: '40',
    targetBasis: 'perMonth',
    weight: '100',
  });
  const plan = makePlan({ id: 'p', asOf: '2026-07-27' });
  const weeks: Fact[] = [
    ['2026-07-05', '5'],
    ['2026-07-12', '5'],
    ['2026-07-19', '5'],
    ['2026-07-26', '5'],
  ];
  const data = makePlanData(plan, {
    members: [person],
    indicators: [sales],
    goals: [goal],
    facts: [makeFacts('g', weeks)],
  });

  it('multiplies a monthly average by the months of the period', () => {
    const result = evaluatePlan(data, TODAY).goals.get('g');
    expect([result?.target, result?.monthlyAverage]).toEqual([fraction(120n), fraction(40n)]);
  });

  it('pro-rates target and bonus by working days present only where the plan says so', () => {
    const prorated = { ...data, plan: { ...plan, policy: { ...plan.policy, prorate: true } } };
    const result = evaluatePlan(prorated, TODAY);
    const presence = result.members.get('a')?.payout.presence ?? fraction(0n);
    const present = evaluatePlan({ ...data, plan: { ...plan, start: '2026-08-17' } }, TODAY).timeline.workdays;
    expect(presence).toEqual(fraction(BigInt(present), BigInt(result.timeline.workdays)));
    expect(result.goals.get('g')?.target).toEqual(fraction(120n * presence.n, presence.d));
    expect(evaluatePlan(data, TODAY).members.get('a')?.payout.presence).toEqual(fraction(1n));
  });

  it('keeps a red warning open until an intervention for its run, as of the day it was recorded', () => {
    const red = evaluatePlan(data, TODAY).goals.get('g')?.warning;
    expect(red).toMatchObject({ level: 'red', slots: [2, 3, 4], open: true, answeredBy: null });
    const note = makeTrackingNote({ id: 'n', goalId: 'g', slot: 4, intervention: true, recordedOn: '2026-07-27' });
    const answered = applyChanges(data, [putRecord(data, 'trackingNotes', note)]);
    expect(evaluatePlan(answered, TODAY).goals.get('g')?.warning).toMatchObject({ open: false, answeredBy: 'n' });
    const late = applyChanges(data, [putRecord(data, 'trackingNotes', { ...note, recordedOn: '2026-07-28' })]);
    expect(evaluatePlan(late, TODAY).goals.get('g')?.warning.open).toBe(true);
  });

  it('neither ranks nor pays helpers from other departments', () => {
    const external = applyChanges(data, [putRecord(data, 'members', { ...person, external: true })]);
    const result = evaluatePlan(external, TODAY);
    expect([result.members.size, result.ranking.length, result.team.bonusTotal]).toEqual([0, 0, 0]);
  });

  it('asks for nothing of a part whose share is 0', () => {
    const policy = { ...plan.policy, quantitativeShare: '1', qualitativeShare: '0' };
    const result = evaluatePlan({ ...data, plan: { ...plan, asOf: null, policy } }, TODAY);
    expect(result.members.get('a')).toMatchObject({ provisional: false, rank: 1 });
  });

  it('supposes other actuals, targets and rules without touching the plan', () => {
    const as = evaluatePlan(data, TODAY);
    const before = JSON.stringify([...data.facts, ...data.goals]);
    const supposed = whatIfPlan(
      data,
      { actuals: new Map([['g', '120']]), policy: { payoutBands: [{ from: '0', value: '3' }] } },
      as,
    );
    const result = evaluatePlan(supposed, TODAY);
    expect(result.members.get('a')).toMatchObject({ overallCompletion: fraction(1n), payout: { bonus: 3_000_000 } });
    expect(JSON.stringify([...data.facts, ...data.goals])).toBe(before);
    expect(plain(evaluatePlan(data, TODAY))).toEqual(plain(as));
  });

  it('reports points and ratios with 6 places, money with 2, and unknown as null', () => {
    const report = evaluationReport(data, evaluatePlan(data, TODAY), (issue) => `[${issue.code}]`);
    expect(report.members[0]).toEqual({
      name: 'a',
      employeeNo: '',
      quantitative: '0.000000',
      qualitative: null,
      total: null,
      rank: null,
      overallCompletion: '0.166667',
      payoutRatio: '0.000000',
      bonus: '0.00',
      paid: '0.00',
      provisional: true,
    });
    expect(report.warnings).toEqual([{ goal: 'g', member: 'a', indicator: 'sales', level: 'red', run: 3 }]);
    expect(report.issues.map((issue) => issue.message)).toContain('[calc.qualitativeMissing]');
  });
});

it('refuses quantities with more than 6 fraction digits', () => {
  expect(() => millionths('0.1234567')).toThrow(RangeError);
  expect(millionths('-0.5')).toBe(-500_000n);
});
