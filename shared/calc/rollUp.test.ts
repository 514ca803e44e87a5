import { describe, expect, it } from 'vitest';
import { makeFacts, makeGoal, makeIndicator, makeMember, makePlan, makePlanData, type Fact } from '../domain/builders';
import { fromDecimal, toFractionText } from './fraction';
import { evaluatePlan } from './plan';
import { whatIfPlan } from './whatIf';

const TODAY = '2026-10-01';

const sales = makeIndicator({ id: 'sales', precision: 2 });
const rate = makeIndicator({ id: 'rate', aggregation: 'ratio', unit: '%' });
const stock = makeIndicator({ id: 'stock', aggregation: 'last' });
const mood = makeIndicator({ id: 'mood', aggregation: 'average' });
const INDICATORS = [sales, rate, stock, mood];

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
