import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import { applyChanges } from '#shared/domain/change';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { closeChange, closingSteps, isDone, nextName, nextPeriod } from './closing';
import { libraryCards } from './library';
import { newLesson, readTags, readWhys, sopLibrary, writeWhys } from './lessons';

let counter = 0;
const data = makeSamplePlan({ newId: () => `id-${++counter}`, now: '2026-10-12T00:00:00.000Z' });

describe('the chain of causes', () => {
  it('is read as it was written', () => {
    const whys = ['客户只比单价', '没有算总成本', '报价前没问用量', '', ''];
    expect(writeWhys(whys)).toBe('1. 客户只比单价\n2. 没有算总成本\n3. 报价前没问用量');
    expect(readWhys(writeWhys(whys))).toEqual(whys);
  });
  it('keeps a cause that was written as running text', () => {
    expect(readWhys('客户只比单价')).toEqual(['客户只比单价', '', '', '', '']);
    expect(writeWhys(readWhys('两行\n文字'))).toBe('两行 文字');
  });
  it('survives any two to five steps', () => {
    const step = fc.stringMatching(/^[a-z客户价][a-z客户价 ]{0,8}[a-z客户价]$/);
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 5 }), (steps) => {
        expect(readWhys(writeWhys(steps)).slice(0, steps.length)).toEqual(steps);
      }),
    );
  });
});

describe('the library of procedures', () => {
  const Q3 = { planName: 'Q3', planStart: '2026-07-01' };
  const Q4 = { planName: 'Q4', planStart: '2026-10-01' };
  it('lists a card that was carried over once, with both plans', () => {
    const card = { ...newLesson('a', 'success'), title: '转介绍', sopName: '《新客户SOP》', tags: ['客户'] };
    const library = sopLibrary([
      { ...card, ...Q3 },
      { ...card, id: 'b', ...Q4, tags: ['沙龙'] },
      { ...newLesson('c', 'cause'), title: '无SOP', ...Q3 },
    ]);
    expect(library).toHaveLength(1);
    expect(library[0]).toMatchObject({ name: '《新客户SOP》', plans: ['Q3', 'Q4'], tags: ['客户', '沙龙'] });
    expect(library[0]?.lessons).toHaveLength(1);
  });
  it('goes out with one card a procedure: the latest text in force, earlier ones as versions, and where it is used', () => {
    const card = { ...newLesson('a', 'success'), title: '转介绍', sopName: '《新客户SOP》', practice: '旧' };
    const [first, ...more] = libraryCards(
      [
        { ...card, id: 'b', practice: '新', ...Q4 },
        { ...card, ...Q3 },
        { ...newLesson('c', 'cause'), title: '无SOP', ...Q3 },
      ],
      '2026-10-12',
    );
    expect(more).toEqual([]);
    expect(first).toMatchObject({ practice: '新', usedIn: ['Q3', 'Q4'] });
    expect(first?.sopVersions?.map(({ version, text, change }) => [version, text, change])).toEqual([
      [1, '旧', ''],
      [2, '新', 'Q4'],
    ]);
  });
  it('reads tags however they are parted', () => {
    expect(readTags('客户、沙龙, 回款 客户')).toEqual(['客户', '沙龙', '回款']);
  });
});

describe('closing a period', () => {
  it('counts what is done and knows what is not', () => {
    const steps = new Map(closingSteps(data, evaluatePlan(data, '2026-10-12')).map((step) => [step.key, step]));
    const [success] = [...data.lessons.values()];
    expect(success?.kind).toBe('success');
    expect(steps.get('lessons')).toMatchObject({ done: 2, of: 2 });
    const fewer = { ...data, lessons: new Map([[success?.id ?? '', success]]) } as typeof data;
    const after = closingSteps(fewer, evaluatePlan(fewer, '2026-10-12'));
    expect(after.filter((step) => step.key === 'lessons').map(isDone)).toEqual([false]);
  });
  it('counts the evaluation as done once the plan is closed', () => {
    const closed = applyChanges(data, [closeChange(data.plan, '2026-11-01T00:00:00.000Z')]);
    const [evaluation] = closingSteps(closed, evaluatePlan(data, '2026-10-12'));
    expect(evaluation && isDone(evaluation)).toBe(true);
  });
});

describe('the next period', () => {
  it('has as many whole months', () => {
    expect(nextPeriod({ start: '2026-07-01', end: '2026-09-30' })).toEqual({ start: '2026-10-01', end: '2026-12-31' });
    expect(nextPeriod({ start: '2026-10-01', end: '2026-12-31' })).toEqual({ start: '2027-01-01', end: '2027-03-31' });
    expect(nextPeriod({ start: '2028-01-01', end: '2028-01-31' })).toEqual({ start: '2028-02-01', end: '2028-02-29' });
  });
  it('has as many days where it is not made of months', () => {
    expect(nextPeriod({ start: '2026-07-06', end: '2026-07-19' })).toEqual({ start: '2026-07-20', end: '2026-08-02' });
  });
  it('is named after its quarter', () => {
    expect(nextName({ name: '华东大区 · 2026 年第三季度' }, '2026-10-01')).toBe('华东大区 · 2026 年第四季度');
    expect(nextName({ name: 'East 2026 Q4' }, '2027-01-01')).toBe('East 2027 Q1');
    expect(nextName({ name: '冲刺' }, '2026-10-01')).toBe('冲刺 · 2026-10-01');
  });
});
