import { describe, expect, it } from 'vitest';
import { toNumber, whole, ZERO } from '#shared/calc/fraction';
import { evaluatePlan } from '#shared/calc/plan';
import { applyChanges, invertChanges } from '#shared/domain/change';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import type { PlanData } from '#shared/domain/planData';
import { deleteRow, moveRow, setTarget } from './goalChanges';
import { goalCell, parseTarget, parseWeight } from './goalCells';
import { findingsInSteps, findingsOf } from './findings';
import { goalRows, openRows, type GoalRow } from './goalRows';
import { addHelper, helperProblem, loadsOf, withParts } from './matrix';
import { planRoster } from './roster';
import { propose, splitChanges, splitLines } from './splitPlan';
import { splitTerms } from './splitTerms';
import { dayAtRatio } from './timeScale';

const THREE_MONTHS = whole(3);
let counter = 0;
const newId = (): string => `id-${(counter += 1)}`;
const data = makeSamplePlan({ newId, now: '2026-06-26T00:00:00.000Z' });
const rowNamed = (name: string, of: PlanData = data): GoalRow => {
  const row = goalRows(of, '').find((one) => one.name === name);
  if (!row) throw new Error(name);
  return row;
};
const sales = [...data.indicators.values()].find(({ name }) => name === '销售额')?.id ?? '';

describe('the goal tree', () => {
  it('has one line a holder, from the company down to the people', () => {
    const rows = goalRows(data, '');
    expect(rows).toHaveLength(17);
    expect(rows.slice(0, 4).map(({ name, depth }) => [name, depth])).toEqual([
      ['公司', 0],
      ['华东大区', 1],
      ['华东组', 2],
      ['陈立群', 3],
    ]);
  });

  it('hides what is below a closed line', () => {
    expect(openRows(goalRows(data, ''), new Set([rowNamed('华东大区').key]))).toHaveLength(2);
  });

  it('says what is not split yet the moment a target changes', () => {
    const row = rowNamed('何雨晴');
    const next = applyChanges(data, setTarget(data, row, rowNamed('鲁闽组'), sales, '61', newId));
    const found = findingsOf(next, evaluatePlan(next, '2026-06-26'), false).gaps;
    expect(found.map(({ name, gap }) => [name, gap.kind, gap.text])).toEqual([['鲁闽组', 'under', '30.0']]);
    expect(goalCell(next, evaluatePlan(next, '2026-06-26'), rowNamed('鲁闽组', next), sales)?.ratioText).toBe('93.5');
  });

  it('is looked through in steps that come to the same as all at once, and may be left in between', () => {
    const members = [...data.members.values()].map((member) => ({ ...member, unitId: 'gone' }));
    const unitless = [...data.indicators.values()].map((indicator) => ({ ...indicator, unit: '' }));
    const wrong = {
      ...data,
      members: new Map(members.map((member) => [member.id, member])),
      indicators: new Map(unitless.map((indicator) => [indicator.id, indicator])),
    };
    const result = evaluatePlan(wrong, '2026-06-26');
    const steps = findingsInSteps(wrong, result, true);
    let count = 0;
    let step = steps.next();
    for (; !step.done; count += 1) step = steps.next();
    expect(count).toBeGreaterThan(10);
    expect(step.value).toEqual(findingsOf(wrong, result, true));
    expect(findingsOf(wrong, result, false).remarks.length).toBeGreaterThanOrEqual(12);
    expect(findingsOf(wrong, result, true).remarks.length).toBeGreaterThan(
      findingsOf(wrong, result, false).remarks.length,
    );
  });

  it('takes no target below 0 and no weight outside 0 to 100', () => {
    expect(parseTarget('－5')).toMatchObject({ ok: false, error: { code: 'import.negative' } });
    expect(parseTarget('0')).toEqual({ ok: true, value: '0' });
    expect(parseTarget('')).toEqual({ ok: true, value: null });
    expect(parseWeight('100.5')).toMatchObject({ ok: false, error: { code: 'goal.weightRange' } });
    expect(parseWeight('37.5')).toEqual({ ok: true, value: '37.5' });
  });

  it('says of a rate what the rates below come to by their volumes, never a sum', () => {
    const rate = [...data.indicators.values()].find(({ aggregation }) => aggregation === 'ratio')?.id ?? '';
    const after = evaluatePlan(data, '2026-10-12');
    expect(goalCell(data, after, rowNamed('华东大区'), rate)?.gap).toEqual({ kind: 'implied', text: '90.0' });
    expect(goalCell(data, evaluatePlan(data, '2026-06-26'), rowNamed('陈立群'), rate)?.gap.kind).toBe('none');
  });

  it('takes helpers of other departments once, without evaluating them, and counts what everybody carries', () => {
    const next = applyChanges(data, addHelper(data, ' 孙工 ', '产品部', newId));
    const helper = [...next.members.values()].find(({ name }) => name === '孙工');
    expect(helper).toMatchObject({ external: true, position: '产品部', unitId: null });
    expect(evaluatePlan(next, '2026-10-12').members.has(helper?.id ?? '')).toBe(false);
    expect(helperProblem(next, '孙工')).toBe('known');
    expect(addHelper(next, '孙工', '', newId)).toEqual([]);
    expect(addHelper(next, '  ', '', newId)).toEqual([]);
    const goal = [...next.goals.values()][0];
    if (!goal || !helper) throw new Error('no goal');
    const part = withParts(goal, helper.id, '协', ['负', '执', '协']);
    const goals = new Map(next.goals).set(goal.id, { ...goal, ...part });
    expect(loadsOf(goals.values()).get(helper.id)).toEqual({ accountable: 0, responsible: 0, supporting: 1 });
  });

  it('never moves a goal under itself', () => {
    expect(moveRow(data, rowNamed('华东大区'), rowNamed('华东组'))).toEqual([]);
  });

  it('deletes with everything below and its facts, and undo brings all of it back', () => {
    const changes = deleteRow(data, rowNamed('鲁闽组'), goalRows(data, ''));
    const next = applyChanges(data, changes);
    expect(goalRows(next, '')).toHaveLength(12);
    const back = applyChanges(next, invertChanges(changes));
    expect(back.goals.size).toBe(data.goals.size);
    expect(back.facts.size).toBe(data.facts.size);
  });
});

describe('the split assistant', () => {
  const goal = rowNamed('鲁闽组').goals.get(sales);

  it('adds up exactly and keeps what is locked', () => {
    if (!goal) throw new Error('no goal');
    const lines = splitLines(data, goal);
    const locked = new Set([lines[0]?.key ?? '']);
    const terms = splitTerms(goal, lines, THREE_MONTHS);
    const shares = propose(data, goal, lines, { method: 'even', step: '1', locked }, terms);
    if (!shares.ok) throw new Error(shares.error.code);
    expect(shares.value.reduce((sum, { value }) => sum + Number(value), 0)).toBe(460);
    expect(shares.value[0]?.value).toBe(lines[0]?.goal?.target);
    const map = new Map(shares.value.map(({ id, value }) => [id, value]));
    const changes = splitChanges(data, goal, lines, map, terms.basis, newId);
    expect(changes).toHaveLength(3);
  });

  /** The group's goal as 150 a month, divided evenly with the first person locked; targets and bases that come out. */
  function monthly(
    first: 'perMonth' | 'total',
    firstTarget: string,
  ): { basis: string; parts: string[]; total: number } {
    if (!goal) throw new Error('no goal');
    const children = splitLines(data, goal).flatMap((line) => line.goal ?? []);
    const changed = [
      { ...goal, target: '150', targetBasis: 'perMonth' as const },
      ...children.map((child, at) => ({
        ...child,
        target: at === 0 ? firstTarget : null,
        targetBasis: at === 0 ? first : child.targetBasis,
      })),
    ];
    const next = { ...data, goals: new Map([...data.goals, ...changed.map((one) => [one.id, one] as const)]) };
    const parent = next.goals.get(goal.id) ?? goal;
    const lines = splitLines(next, parent);
    const terms = splitTerms(parent, lines, THREE_MONTHS);
    const locked = new Set([lines[0]?.key ?? '']);
    const shares = propose(next, parent, lines, { method: 'even', step: '1', locked }, terms);
    if (!shares.ok) throw new Error(shares.error.code);
    const map = new Map(shares.value.map(({ id, value }) => [id, value]));
    const after = applyChanges(next, splitChanges(next, parent, lines, map, terms.basis, newId));
    const result = evaluatePlan(after, '2026-06-26');
    const parts = children.map(({ id }) => after.goals.get(id)?.target ?? '');
    const total = children.reduce((sum, { id }) => sum + toNumber(result.goals.get(id)?.target ?? ZERO), 0);
    return { basis: terms.basis, parts, total };
  }

  it('divides a monthly average as monthly averages while all below are', () => {
    expect(monthly('perMonth', '45')).toEqual({ basis: 'perMonth', parts: ['45', '35', '35', '35'], total: 450 });
  });

  it('counts over the whole period as soon as a total is among them, so that it still adds up', () => {
    expect(monthly('total', '90')).toEqual({ basis: 'total', parts: ['90', '120', '120', '120'], total: 450 });
  });
});

describe('what is typed and pasted', () => {
  it('reads targets as people write them and refuses words', () => {
    expect(parseTarget('１,２00.5')).toEqual({ ok: true, value: '1200.5' });
    expect(parseTarget(' ')).toEqual({ ok: true, value: null });
    expect(parseTarget('很多').ok).toBe(false);
  });

  it('takes people in, updates known ones, and says which lines it leaves out', () => {
    const plan = planRoster(
      data,
      '姓名\t小组\t岗位\t上级\t奖金基数\n新人甲\t华东组\t销售代表\t陈立群\t8,000\n李婷\t\t主管\n丙\t无此组\n新人甲\t华东组',
      newId,
    );
    expect([plan.added, plan.updated]).toEqual([1, 1]);
    expect(plan.refused.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'unknownGroup'],
      [5, 'twice'],
    ]);
    const added = [...applyChanges(data, plan.changes).members.values()].find(({ name }) => name === '新人甲');
    expect(added?.bonusBase).toBe(800_000);
  });

  it('finds the columns of a pasted table by its head, whatever stands beside them', () => {
    const text = '工号\t部门/小组\t姓名\t奖金基数（元）\t直接上级\nE9\t华东组\t钱一\t8,000\t陈立群';
    const plan = planRoster(data, text, newId);
    expect([plan.added, plan.refused]).toEqual([1, []]);
    const member = [...applyChanges(data, plan.changes).members.values()].find(({ name }) => name === '钱一');
    expect(member).toMatchObject({ position: '', bonusBase: 800_000 });
    expect(data.members.get(member?.superiorId ?? '')?.name).toBe('陈立群');
    expect(data.units.get(member?.unitId ?? '')?.name).toBe('华东组');
  });

  it('understands the letters of the responsibility matrix and nothing else', () => {
    const goal = rowNamed('鲁闽组').goals.get(sales);
    const id = [...data.members.keys()][0] ?? '';
    if (!goal) throw new Error('no goal');
    expect(withParts(goal, id, '负协', ['负', '执', '协'])).toMatchObject({ accountableId: id });
    expect(withParts(goal, id, '忙', ['负', '执', '协'])).toBeNull();
  });

  it('keeps a dragged milestone inside the period', () => {
    expect(dayAtRatio('2026-07-01', '2026-09-30', -1)).toBe('2026-07-01');
    expect(dayAtRatio('2026-07-01', '2026-09-30', 2)).toBe('2026-09-30');
  });
});
