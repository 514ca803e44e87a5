import { describe, expect, it } from 'vitest';
import { whole } from '#shared/calc/fraction';
import { evaluatePlan } from '#shared/calc/plan';
import { applyChanges, invertChanges, putRecord } from '#shared/domain/change';
import type { PlanData } from '#shared/domain/planData';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { declareDimensions, dimensionProblem, dimensionsOf, readValues, setDimension, valuesOf } from './dimensions';
import { goalCell } from './goalCells';
import { goalRows } from './goalRows';
import { propose, splitChanges, splitDimensions, splitLines } from './splitPlan';
import { splitTerms } from './splitTerms';

let counter = 0;
const newId = (): string => `id-${(counter += 1)}`;
const data = makeSamplePlan({ newId, now: '2026-06-26T00:00:00.000Z' });
const sales = [...data.indicators.values()].find(({ name }) => name === '销售额')?.id ?? '';
const goalOf = (name: string, of: PlanData = data) => {
  const goal = goalRows(of, '')
    .find((row) => row.name === name)
    ?.goals.get(sales);
  if (!goal) throw new Error(name);
  return goal;
};

/** Each line of a view as name, target, share or coverage, gap of the sales. */
function view(of: PlanData, dimension: string): string[] {
  const result = evaluatePlan(of, '2026-06-26');
  return goalRows(of, dimension).map((row) => {
    const cell = goalCell(of, result, row, sales);
    return `${'> '.repeat(row.depth)}${row.name} ${cell?.target ?? '–'} ${cell?.ratioText ?? ''} ${cell?.gap.kind ?? ''}`.trim();
  });
}

describe('the dimensions of a plan', () => {
  it('are the usual ones until others are declared, and always those that goals use', () => {
    expect(dimensionsOf(data, ['产品线', '区域'])).toEqual([
      { name: '产品线', values: [] },
      { name: '区域', values: ['上海 · 江苏', '浙江 · 安徽', '山东 · 福建'] },
    ]);
    const declared = applyChanges(data, declareDimensions(data, [{ was: '', name: '渠道', values: ['直销', '代理'] }]));
    expect(dimensionsOf(declared, ['产品线']).map(({ name }) => name)).toEqual(['渠道', '区域']);
    expect(valuesOf(declared, '渠道')).toEqual(['直销', '代理']);
  });

  it('take their goals along when they are renamed, in one step', () => {
    const changes = declareDimensions(data, [{ was: '区域', name: '大区', values: [] }]);
    const next = applyChanges(data, changes);
    expect(goalRows(next, '区域')).toEqual([]);
    expect(valuesOf(next, '大区')).toHaveLength(3);
    expect(applyChanges(next, invertChanges(changes)).plan).toBe(data.plan);
  });

  it('need a name each, and no name twice; values are read from one field', () => {
    expect(dimensionProblem([{ was: '', name: ' ', values: [] }])).toBe('noName');
    expect(
      dimensionProblem([
        { was: '', name: '渠道', values: [] },
        { was: '', name: '渠道 ', values: [] },
      ]),
    ).toBe('twice');
    expect(readValues(' 新品、成熟品，新品；老品\n')).toEqual(['新品', '成熟品', '老品']);
  });

  it('keep the goals of one line together when its value changes', () => {
    const next = applyChanges(data, setDimension(data, goalOf('华东组'), '区域', '江苏'));
    expect(goalRows(next, '')).toHaveLength(goalRows(data, '').length);
    const values = [
      ...(goalRows(next, '')
        .find(({ name }) => name === '华东组')
        ?.goals.values() ?? []),
    ];
    expect(new Set(values.map(({ dimensionValue }) => dimensionValue))).toEqual(new Set(['江苏']));
  });
});

describe('the view by a dimension', () => {
  it('shows what all values come to against what there is to divide, each value, and the people below', () => {
    const lines = view(data, '区域');
    expect(lines.slice(0, 4)).toEqual([
      '区域 1,500.0 100.0 zero',
      '> 上海 · 江苏 500.0 33.3 none',
      '> > 华东组 500.0 100.0 zero',
      '> > > 陈立群 140.0 28.0 none',
    ]);
    expect(lines).toHaveLength(1 + 3 + 3 + 12);
  });

  it('says what is not divided by it yet', () => {
    const goal = goalOf('华东组');
    const next = applyChanges(data, [putRecord(data, 'goals', { ...goal, target: '450' })]);
    expect(view(next, '区域')[0]).toBe('区域 1,450.0 96.7 under');
  });

  it('shows a declared value that has no goal, and nothing where there are no values at all', () => {
    const next = applyChanges(data, declareDimensions(data, [{ was: '', name: '产品线', values: ['新品', '成熟品'] }]));
    expect(view(next, '产品线')).toEqual(['产品线 0.0 0.0 under', '> 新品 0.0 0.0 none', '> 成熟品 0.0 0.0 none']);
    expect(goalRows(data, '产品线')).toEqual([]);
  });
});

describe('a split by a dimension', () => {
  it('gives each declared value a share for the same holder, adding up exactly', () => {
    const declared = applyChanges(
      data,
      declareDimensions(data, [{ was: '', name: '产品线', values: ['新品', '成熟品', '服务'] }]),
    );
    const goal = goalOf('陈立群', declared);
    expect(splitDimensions(declared, goal)).toEqual(['产品线']);
    expect(splitDimensions(declared, goalOf('华东组', declared))).toEqual([]);
    const lines = splitLines(declared, goal, '产品线');
    const terms = splitTerms(goal, lines, whole(3));
    const shares = propose(declared, goal, lines, { method: 'even', step: '1', locked: new Set() }, terms);
    if (!shares.ok) throw new Error(shares.error.code);
    const map = new Map(shares.value.map(({ id, value }) => [id, value]));
    const next = applyChanges(declared, splitChanges(declared, goal, lines, map, terms.basis, newId));
    const made = [...next.goals.values()].filter(({ parentId }) => parentId === goal.id);
    expect(made.map(({ dimensionValue, target, level }) => [dimensionValue, target, level])).toEqual([
      ['新品', '47', 'person'],
      ['成熟品', '47', 'person'],
      ['服务', '46', 'person'],
    ]);
    expect(view(next, '产品线')[0]).toBe('产品线 140.0 9.3 under');
  });
});
