import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawOfModel } from '../../tests/fixtures/rawOfModel';
import { evaluatePlan } from '../calc/plan';
import {
  makeFacts,
  makeFeedbackForm,
  makeGoal,
  makeIndicator,
  makeMember,
  makeMilestone,
  makePlan,
  makePlanData,
  makeUnit,
  type Fact,
} from '../domain/builders';
import type { PlanData } from '../domain/planData';
import { readPlan } from './readPlan';
import { renderWorkbook } from './renderWorkbook';

const NOW = '2026-10-12T01:02:03.000Z';
const TODAY = '2026-10-12';

const decimal = (max: number, places: number) =>
  fc.integer({ min: 0, max: max * 10 ** places }).map((n) => {
    const text = (n / 10 ** places).toFixed(places);
    return places === 0 ? text : text.replace(/\.?0+$/, '') || '0';
  });
/** Names with what trips spreadsheets up: formula signs, quotes, line ends are kept as text. */
const name = (tag: string) =>
  fc
    .constantFrom('张', '李四', '=1+1', '+86', '@王', 'O’Neil', 'A & B <c>', '“引号”', '王-小')
    .map((text) => `${text}${tag}`);

interface Person {
  readonly name: string;
  readonly base: number;
  readonly targets: readonly (string | null)[];
  readonly weeks: readonly (string | null)[];
  readonly feedback: string | null;
}

const person = (at: number): fc.Arbitrary<Person> =>
  fc.record({
    name: name(String(at)),
    base: fc.integer({ min: 0, max: 5_000_000 }),
    targets: fc.array(fc.option(decimal(900, 1)), { minLength: 2, maxLength: 2 }),
    weeks: fc.array(fc.option(decimal(90, 1)), { minLength: 6, maxLength: 6 }),
    feedback: fc.option(decimal(100, 1)),
  });

const ENDS = ['2026-07-05', '2026-07-12', '2026-07-19', '2026-07-26', '2026-08-02', '2026-09-30'];

function build(people: readonly Person[], agreed: boolean, perMonth: boolean): PlanData {
  const indicators = [
    makeIndicator({ id: 'i-s', name: '销售额', unit: '万元', precision: 1 }),
    makeIndicator({ id: 'i-c', name: '投诉', unit: '件', precision: 1, direction: 'lower' }),
    makeIndicator({ id: 'i-q', name: '团队协作', kind: 'qualitative' }),
  ];
  const members = people.map(({ name: own, base }, at) =>
    makeMember({ id: `m${at}`, name: own, employeeNo: `N${at}`, unitId: 'u', bonusBase: base, order: at }),
  );
  const goals = people.flatMap(({ targets }, at) => [
    ...targets.map((target, index) =>
      makeGoal({
        id: `g${at}-${index}`,
        code: `P${at}-${index}`,
        holder: { kind: 'member', memberId: `m${at}` },
        indicatorId: index === 0 ? 'i-s' : 'i-c',
        parentId: index === 0 ? 'root' : null,
        target: target ?? '0',
        targetBasis: perMonth && index === 0 ? 'perMonth' : 'total',
        weight: index === 0 ? '70' : '30',
        accountableId: `m${at}`,
        due: '2026-09-30',
        agreement: { state: agreed ? 'agreed' : 'open', on: agreed ? '2026-06-25' : null, comments: [] },
        order: at * 10 + index,
      }),
    ),
    makeGoal({
      id: `q${at}`,
      code: `P${at}-Q`,
      holder: { kind: 'member', memberId: `m${at}` },
      indicatorId: 'i-q',
      target: '85',
      weight: '100',
      order: at * 10 + 5,
    }),
  ]);
  const facts = people.map(({ weeks }, at) =>
    makeFacts(
      `g${at}-0`,
      weeks.flatMap((value, week): Fact[] => (value === null ? [] : [[ENDS[week] ?? '', value]])),
    ),
  );
  const forms = people.flatMap(({ feedback }, at) =>
    feedback === null
      ? []
      : [
          makeFeedbackForm({
            id: `f${at}`,
            assesseeId: `m${at}`,
            relation: 'superior',
            raterName: '周敏',
            state: 'returned',
            answers: [{ indicatorId: 'i-q', score: feedback, notObserved: false, comment: '-好' }],
          }),
        ],
  );
  return makePlanData(makePlan({ id: 'p', name: '随机方案', teamName: '华东组' }), {
    units: [makeUnit({ id: 'u', name: '华东组', level: 'department' })],
    members,
    indicators,
    goals: [
      makeGoal({
        id: 'root',
        code: 'R',
        level: 'department',
        holder: { kind: 'unit', unitId: 'u' },
        indicatorId: 'i-s',
        target: '1000',
        accountableName: '周敏',
        due: '2026-09-30',
      }),
      ...goals,
    ],
    facts: facts.filter((series) => series.dates.length > 0),
    milestones: [
      makeMilestone({
        id: 'ms',
        goalId: 'root',
        date: '2026-08-15',
        title: '过半',
        rule: 'periodShare',
        threshold: '0.5',
      }),
    ],
    feedbackForms: forms,
  });
}

const plans = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.boolean(), fc.boolean())
  .chain(([n, agreed, perMonth]) =>
    fc.tuple(...Array.from({ length: n }, (_, at) => person(at))).map((people) => build(people, agreed, perMonth)),
  );

const counter = (): (() => string) => {
  let n = 0;
  return () => `new-${(n += 1)}`;
};

describe('any plan', () => {
  it('read from its plan workbook on another machine gives everybody the same figures', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(plans, (data) => {
        const result = evaluatePlan(data, TODAY);
        const raw = rawOfModel(renderWorkbook('plan', { data, result, locale: 'zh-CN', exportedAt: NOW }));
        const read = readPlan(raw, { newId: counter(), now: NOW, today: TODAY, locale: 'zh-CN' });
        if (!read.ok) throw new Error(read.error.code);
        expect(read.value.issues).toEqual([]);
        const again = evaluatePlan(read.value.data, TODAY);
        const figures = (of: PlanData, by: typeof result) =>
          [...of.members.values()]
            .map(({ id, name: own }) => {
              const one = by.members.get(id);
              return [own, one?.quantitative, one?.qualitative.score, one?.total, one?.rank, one?.payout.paid];
            })
            .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
        expect(figures(read.value.data, again)).toEqual(figures(data, result));
      }),
      { numRuns: 10 },
    );
  });
});
