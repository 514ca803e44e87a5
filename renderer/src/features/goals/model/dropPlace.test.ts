import { describe, expect, it } from 'vitest';
import { applyChanges, invertChanges } from '#shared/domain/change';
import type { PlanData } from '#shared/domain/planData';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { dropLine, dropPlace } from './dropPlace';
import { goalRows, openRows, type GoalRow } from './goalRows';

let counter = 0;
const data = makeSamplePlan({ newId: () => `id-${(counter += 1)}`, now: '2026-06-26T00:00:00.000Z' });
const rowsOf = (of: PlanData = data): readonly GoalRow[] => goalRows(of, '');

function named(name: string, of: PlanData = data): GoalRow {
  const row = goalRows(of, '').find((one) => one.name === name);
  if (!row) throw new Error(name);
  return row;
}

/** Where a line would go, in words. */
function over(moved: string, target: string, part: number, closed: readonly string[] = []): string {
  const open = openRows(rowsOf(), new Set(closed.map((name) => named(name).key)));
  const place = dropPlace(rowsOf(), open, named(moved), named(target), part);
  return place ? `${place.edge} ${place.anchor.name}` : 'nowhere';
}

const drop = (moved: string, target: string, part: number): PlanData => {
  const place = dropPlace(rowsOf(), rowsOf(), named(moved), named(target), part);
  return place ? applyChanges(data, dropLine(data, rowsOf(), named(moved), place, '')) : data;
};

const below = (parent: string, of: PlanData): string[] =>
  rowsOf(of)
    .filter((row) => row.parentKey === named(parent, of).key)
    .map(({ name }) => name);

describe('a line dragged over another one', () => {
  it('goes beside people and below groups', () => {
    expect(over('王思远', '李婷', 0.2)).toBe('before 李婷');
    expect(over('王思远', '李婷', 0.8)).toBe('after 李婷');
    expect(over('王思远', '鲁闽组', 0.5)).toBe('inside 鲁闽组');
    expect(over('王思远', '鲁闽组', 0.1)).toBe('inside 鲁闽组');
  });

  it('goes after a whole branch below its last line, and after a closed branch below its head', () => {
    expect(over('华东组', '何雨晴', 0.9)).toBe('after 鲁闽组');
    expect(over('华东组', '浙皖组', 0.9)).toBe('inside 浙皖组');
    expect(over('华东组', '浙皖组', 0.9, ['浙皖组'])).toBe('after 浙皖组');
    expect(over('华东组', '浙皖组', 0.1)).toBe('before 浙皖组');
  });

  it('never goes into itself, below itself, below a person, or below a lower level', () => {
    expect(over('华东组', '华东组', 0.5)).toBe('nowhere');
    expect(over('华东组', '王思远', 0.5)).toBe('nowhere');
    expect(over('华东大区', '鲁闽组', 0.5)).toBe('nowhere');
    expect(over('公司', '华东大区', 0.5)).toBe('nowhere');
  });
});

describe('a line let go', () => {
  it('stands where it was put, with every goal of it below the new parent', () => {
    const next = drop('王思远', '李婷', 0.2);
    expect(below('鲁闽组', next)).toEqual(['张明轩', '王思远', '李婷', '郑凯', '何雨晴']);
    expect(below('华东组', next)).toEqual(['陈立群', '刘子涵', '赵一鸣']);
    const parents = [...named('王思远', next).goals.values()].map(({ parentId }) => parentId);
    const group = [...named('鲁闽组', next).goals.values()].map(({ id }) => id);
    expect(parents.filter((id) => id !== null).every((id) => group.includes(id ?? ''))).toBe(true);
  });

  it('changes places among its siblings', () => {
    expect(below('华东大区', drop('鲁闽组', '华东组', 0.1))).toEqual(['鲁闽组', '华东组', '浙皖组']);
    expect(below('华东大区', drop('华东组', '何雨晴', 0.9))).toEqual(['浙皖组', '鲁闽组', '华东组']);
  });

  it('comes back with one undo', () => {
    const place = dropPlace(rowsOf(), rowsOf(), named('王思远'), named('李婷'), 0.2);
    if (!place) throw new Error('nowhere');
    const changes = dropLine(data, rowsOf(), named('王思远'), place, '');
    const back = applyChanges(applyChanges(data, changes), invertChanges(changes));
    expect(rowsOf(back).map(({ name }) => name)).toEqual(rowsOf().map(({ name }) => name));
    expect([...back.goals.values()]).toEqual([...data.goals.values()]);
  });

  it('changes nothing where it already stands', () => {
    const place = dropPlace(rowsOf(), rowsOf(), named('王思远'), named('刘子涵'), 0.1);
    if (!place) throw new Error('nowhere');
    const once = applyChanges(data, dropLine(data, rowsOf(), named('王思远'), place, ''));
    const again = { ...place, anchor: named('刘子涵', once) };
    expect(dropLine(once, rowsOf(once), named('王思远', once), again, '')).toEqual([]);
  });
});

describe('a line dragged in a view by dimension', () => {
  it('takes the value it is put under and keeps its parent', () => {
    const rows = goalRows(data, '区域');
    const [first, other] = rows.filter((row) => row.holder === null);
    const line = rows.find((row) => row.parentKey === first?.key);
    if (!line || !other) throw new Error('no lines by area');
    const next = applyChanges(data, dropLine(data, rows, line, { anchor: other, edge: 'inside' }, '区域'));
    for (const goal of line.goals.values()) {
      expect(next.goals.get(goal.id)?.dimensionValue).toBe(other.name);
      expect(next.goals.get(goal.id)?.parentId).toBe(goal.parentId);
    }
  });
});
