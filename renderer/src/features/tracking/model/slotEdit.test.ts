import { describe, expect, it } from 'vitest';
import { toDecimal } from '#shared/calc/quantity';
import { applyChanges, invertChanges } from '#shared/domain/change';
import { makeIndicator } from '#shared/domain/builders';
import { parseSlotText, slotChanges, slotSources } from './slotEdit';
import { goalOf, indicatorNamed, resultOf, sampleOn } from './sample.fixture';
import { peopleRows } from './weekRows';

const words = { total: '合计', noGroup: '未分组' };
const sales = makeIndicator({ id: 's' });
const rate = makeIndicator({ id: 'r', aggregation: 'ratio', unit: '%' });
const valueOf = (text: string) => ({ ok: true, value: { value: text, numerator: null, denominator: null } });

describe('a typed figure', () => {
  it('is read with separators and full-width digits', () => {
    expect(parseSlotText(sales, ' 1,234.5 ')).toEqual(valueOf('1234.5'));
    expect(parseSlotText(sales, '１２．５')).toEqual(valueOf('12.5'));
  });
  it('means not reported when it is empty, and 0 when it is 0', () => {
    expect(parseSlotText(sales, ' ')).toEqual({ ok: true, value: { value: null, numerator: null, denominator: null } });
    expect(parseSlotText(sales, '0')).toEqual(valueOf('0'));
  });
  it('is refused when it is no number', () => {
    expect(parseSlotText(sales, '很多')).toMatchObject({ ok: false, error: { code: 'issue.number.notANumber' } });
  });
  it('is numerator/denominator for a ratio and nothing else', () => {
    const both = { ok: true, value: { value: null, numerator: '12', denominator: '40' } };
    expect(parseSlotText(rate, '12/40')).toEqual(both);
    expect(parseSlotText(rate, '12 ／ 40')).toEqual(both);
    expect(parseSlotText(rate, '30')).toMatchObject({ ok: false, error: { code: 'tracking.cell.ratioForm' } });
    expect(parseSlotText(rate, '1/2/3')).toMatchObject({ ok: false, error: { code: 'tracking.cell.ratioForm' } });
    expect(parseSlotText(rate, '1/-2')).toMatchObject({
      ok: false,
      error: { code: 'tracking.cell.negativeDenominator' },
    });
  });
});

describe('setting a week', () => {
  const data = sampleOn();
  const { timeline } = resultOf(data);
  const goal = goalOf(data, '赵一鸣', '销售额');
  const set = (slot: number, value: string | null, from = data) =>
    slotChanges(from, timeline, [{ goalId: goal.id, slot, fact: { value, numerator: null, denominator: null } }]);
  const salesRows = (from: typeof data) => peopleRows(from, resultOf(from), indicatorNamed(from, '销售额'), words);

  it('replaces everything reported in the slot by one fact on its last day, typed by hand', () => {
    const series = applyChanges(data, set(8, '9')).facts.get(goal.id);
    const slot = timeline.slots[7];
    const rows = (series?.dates ?? []).flatMap((date, i) =>
      slot && date >= slot.start && date <= slot.end ? [i] : [],
    );
    expect(rows.map((i) => [series?.dates[i], series?.values[i], series?.sources[i]])).toEqual([
      ['2026-08-23', '9', 'grid'],
    ]);
    expect(slot && slotSources(series, slot)).toEqual({ sources: ['grid'], last: '2026-08-23' });
  });
  it('moves the person, the group and the total by the same amount, and undo brings them back', () => {
    const changes = set(8, '9.1');
    const after = salesRows(applyChanges(data, changes));
    const before = salesRows(data);
    for (const name of ['赵一鸣', '华东组', '合计']) {
      const find = (rows: typeof after) => rows.find((row) => row.name === name)?.cells[7]?.actual;
      const [was, is] = [find(before), find(after)];
      expect(was && is && toDecimal({ n: is.n * was.d - was.n * is.d, d: is.d * was.d }, 3)).toBe('4');
    }
    const undone = applyChanges(applyChanges(data, changes), invertChanges(changes));
    expect(undone.facts.get(goal.id)).toBe(data.facts.get(goal.id));
  });
  it('counts a figure typed in the running week at once', () => {
    const after = applyChanges(data, set(9, '3'));
    const cell = salesRows(after).find((row) => row.name === '赵一鸣')?.cells[8];
    expect(cell?.actual && toDecimal(cell.actual)).toBe('3');
  });
  it('takes the figure away when the cell is emptied: not reported is not 0', () => {
    const after = applyChanges(data, set(8, null));
    expect(salesRows(after).find((row) => row.name === '赵一鸣')?.cells[7]?.actual).toBeNull();
    expect(resultOf(after).goals.get(goal.id)?.warning.unreported).toEqual([8]);
  });
  it('keeps no record of a goal whose last figure is taken away', () => {
    const edits = timeline.slots.map(({ n }) => ({
      goalId: goal.id,
      slot: n,
      fact: { value: null, numerator: null, denominator: null },
    }));
    expect(applyChanges(data, slotChanges(data, timeline, edits)).facts.has(goal.id)).toBe(false);
  });
});
