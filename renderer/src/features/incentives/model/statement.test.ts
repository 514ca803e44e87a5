import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '#shared/calc/plan';
import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import type { SheetModel, WorkbookModel } from '#shared/workbook/model';
import { findingOf } from './finding';
import { statementOf, statementsBook, statementText } from './statement';
import { NO_TRY, tryPlan } from './tryOut';

let counter = 0;
const data = makeSamplePlan({ newId: () => `id-${++counter}`, now: '2026-11-01T00:00:00.000Z' });
const result = evaluatePlan(data, '2026-11-01');
const idOf = (name: string): string => [...data.members.values()].find((member) => member.name === name)?.id ?? '';
const key = (text: string): string => text;

describe('an incentive statement', () => {
  it('holds how one amount comes about and nothing of anybody else', () => {
    for (const id of result.ranking) {
      const statement = statementOf(data, result, id, key);
      const text = statement ? JSON.stringify(statement) + statementText(statement) : '';
      const named = [...data.members.values()].filter(({ name }) => text.includes(name)).map((member) => member.id);
      expect(named).toEqual([id]);
    }
  });

  it('ends in the amount that is paid', () => {
    const statement = statementOf(data, result, idOf('刘子涵'), key);
    expect(statement?.steps.at(-1)).toMatchObject({ value: '25,000.00', result: true });
    expect(statementOf(data, result, 'nobody', key)).toBeNull();
  });

  it('stands on a sheet of its own under the person’s name, also for two of one name', () => {
    const sheet: SheetModel = { ...({} as SheetModel), name: '说明' };
    const book = (): WorkbookModel => ({ sheets: [sheet], names: [], title: '说明', createdAt: '' });
    const names = ['李婷', '李婷', '郑凯'];
    const all = statementsBook(
      names.map((name) => ({ name, book: book() })),
      '兑现单',
    );
    expect(all?.sheets.map(({ name }) => name)).toEqual(['李婷', '李婷 2', '郑凯']);
    expect(statementsBook([], '兑现单')).toBeNull();
  });
});

describe('what a what-if finds', () => {
  it('tells the person’s band apart from what the others get', () => {
    const id = idOf('吴浩然');
    const goalId = result.members.get(id)?.rows[0]?.goalId ?? '';
    const tried = tryPlan(data, result, {
      ...NO_TRY,
      actuals: new Map([[goalId, '138.8']]),
      bandValues: new Map([[1, '1.05']]),
    });
    expect(findingOf(result, evaluatePlan(tried, '2026-11-01'), id)).toMatchObject({
      direction: 'down',
      bands: -1,
      difference: -330_000,
      others: 5,
      othersDifference: 460_000,
      total: 130_000,
    });
  });

  it('is nothing for somebody who is not ranked', () => {
    expect(findingOf(result, result, 'nobody')).toBeNull();
  });
});
