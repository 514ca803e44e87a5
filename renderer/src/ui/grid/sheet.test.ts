import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDecimal } from '#shared/calc/quantity';
import { blockOf, fillTarget, pasteRange, planClear, planFill, planFillTo, planPaste } from './edits';
import { commandOf, type KeyPress } from './keys';
import type { CellRange, SheetModel } from './model';
import { clamp, edgeFrom, rangeOf } from './selection';
import { plainNumber, sumsOf } from './sums';
import { parseTsv, toTsv } from './tsv';

/** A sheet of texts; column 0 is read-only, everything else takes numbers or nothing. */
function sheetOf(cells: string[][]): SheetModel {
  const text = (row: number, column: number): string => cells[row]?.[column] ?? '';
  return {
    rowCount: () => cells.length,
    columnCount: () => cells[0]?.length ?? 0,
    text,
    editText: text,
    editable: (_, column) => column > 0,
    check: (_row, _column, wish) => (/^\d*(\.\d+)?$/.test(wish) ? null : 'not a number'),
  };
}

const cell = (row: number, column: number): CellRange => ({ top: row, bottom: row, left: column, right: column });
const model = sheetOf([
  ['a', '1', '2'],
  ['b', '3', ''],
  ['c', '', '6'],
]);

describe('a block on the clipboard', () => {
  it('comes back as it was copied, whatever its cells hold', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ',', '好', ' ') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseTsv(`${toTsv(cells)}\r\n`)).toEqual(cells);
      }),
    );
  });

  it('folds full-width digits of an input method before anything reads them', () => {
    expect(parseTsv('１２．５\t８')).toEqual([['12.5', '8']]);
  });

  it('keeps a quote that closes nothing', () => {
    expect(parseTsv('"open\tx')).toEqual([['"open', 'x']]);
  });
});

describe('copying', () => {
  it('gives what is shown to other programs, and what the cells hold exactly to itself', () => {
    const rate: SheetModel = { ...model, text: () => '92.0', editText: () => '46/50' };
    expect(blockOf(rate, cell(0, 1))).toEqual([['92.0']]);
    expect(blockOf(rate, cell(0, 1), 'exact')).toEqual([['46/50']]);
  });

  it('onto read-only cells that hold the same is no fault, in either form', () => {
    const total: SheetModel = { ...model, text: () => '5.1', editText: () => '5.123', editable: () => false };
    expect(planPaste(total, cell(0, 1), [['5.123']], 'read-only').refused).toEqual([]);
    expect(planPaste(total, cell(0, 1), [['5.1']], 'read-only').refused).toEqual([]);
    expect(planPaste(total, cell(0, 1), [['5.12']], 'read-only').refused).toHaveLength(1);
  });
});

describe('pasting', () => {
  it('writes the good cells and lists the bad ones with their reason', () => {
    const plan = planPaste(
      model,
      pasteRange(model, cell(0, 1), [
        ['9', 'x'],
        ['8', '7'],
      ]),
      [
        ['9', 'x'],
        ['8', '7'],
      ],
      'read-only',
    );
    expect(plan.edits.map(({ text }) => text)).toEqual(['9', '8', '7']);
    expect(plan.refused).toEqual([{ row: 0, column: 2, text: 'x', reason: 'not a number' }]);
  });

  it('lists a differing text on a read-only cell, and says nothing where it is the same', () => {
    expect(planPaste(model, cell(0, 0), [['z']], 'read-only').refused).toHaveLength(1);
    expect(planPaste(model, cell(0, 0), [['a']], 'read-only').refused).toHaveLength(0);
  });

  it('repeats a block over a selection that is a multiple of it', () => {
    const target = pasteRange(model, { top: 0, bottom: 2, left: 1, right: 2 }, [['5']]);
    expect(planPaste(model, target, [['5']], '').edits).toHaveLength(6);
  });

  it('is cut off at the edge of the sheet', () => {
    expect(
      pasteRange(model, cell(2, 2), [
        ['1', '2'],
        ['3', '4'],
      ]),
    ).toEqual(cell(2, 2));
  });
});

describe('filling', () => {
  it('copies the first row down over the selection', () => {
    const plan = planFill(model, { top: 0, bottom: 2, left: 1, right: 1 }, 'down');
    expect(plan.edits).toEqual([
      { row: 1, column: 1, text: '1' },
      { row: 2, column: 1, text: '1' },
    ]);
  });

  it('repeats a pattern upwards in step with the rows', () => {
    const source = { top: 1, bottom: 2, left: 2, right: 2 };
    expect(planFillTo(model, source, { ...source, top: 0 }).edits).toEqual([{ row: 0, column: 2, text: '6' }]);
  });

  it('follows the handle along its longer way', () => {
    expect(fillTarget(cell(0, 1), { row: 2, column: 2 })).toEqual({ top: 0, bottom: 2, left: 1, right: 1 });
  });

  it('empties only what may be changed and is not empty', () => {
    expect(planClear(model, { top: 1, bottom: 1, left: 0, right: 2 }).edits).toEqual([{ row: 1, column: 1, text: '' }]);
  });
});

describe('moving', () => {
  it('goes to the end of a filled run, then over the gap', () => {
    expect(edgeFrom(model, { row: 0, column: 1 }, 1, 0)).toEqual({ row: 1, column: 1 });
    expect(edgeFrom(model, { row: 0, column: 2 }, 1, 0)).toEqual({ row: 2, column: 2 });
  });

  it('never leaves the sheet', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (row, column) => {
        const at = clamp(model, { row, column });
        expect(at.row >= 0 && at.row < 3 && at.column >= 0 && at.column < 3).toBe(true);
      }),
    );
  });

  it('spans the same block from either corner', () => {
    const a = { row: 2, column: 0 };
    const b = { row: 0, column: 2 };
    expect(rangeOf({ active: a, corner: b })).toEqual(rangeOf({ active: b, corner: a }));
  });
});

describe('keys', () => {
  const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
    key,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 0,
    ...more,
  });

  it('belong to the input method while it composes', () => {
    for (const mode of ['none', 'type', 'edit'] as const) {
      expect(commandOf(press('Enter', { isComposing: true }), mode)).toBeNull();
      expect(commandOf(press('Process', { keyCode: 229 }), mode)).toBeNull();
    }
  });

  it('end typing with an arrow, but move the caret while editing', () => {
    expect(commandOf(press('ArrowLeft'), 'type')).toMatchObject({ kind: 'commit', columns: -1 });
    expect(commandOf(press('ArrowLeft'), 'edit')).toBeNull();
  });

  it('leave undo to the plan and letters to the field', () => {
    expect(commandOf(press('z', { ctrlKey: true }), 'none')).toBeNull();
    expect(commandOf(press('5'), 'none')).toBeNull();
  });

  it('fill, clear and open the editor', () => {
    expect(commandOf(press('d', { ctrlKey: true }), 'none')).toEqual({ kind: 'fill', direction: 'down' });
    expect(commandOf(press('Delete'), 'none')).toEqual({ kind: 'clear' });
    expect(commandOf(press('F2'), 'none')).toEqual({ kind: 'beginEdit' });
    expect(commandOf(press('End', { ctrlKey: true }), 'none')).toMatchObject({ kind: 'rowEnd', sheet: true });
  });
});

describe('the status line', () => {
  it('adds exactly and counts only numbers', () => {
    const sums = sumsOf(sheetOf([['0.1', '0.2', 'x']]), { top: 0, bottom: 0, left: 0, right: 2 });
    expect(sums.count).toBe(2);
    expect(toDecimal(sums.sum)).toBe('0.3');
    expect(sums.average && toDecimal(sums.average)).toBe('0.15');
  });

  it('reads separators, full-width digits and the true minus', () => {
    expect(plainNumber('−１,２34.5')).toBe('-1234.5');
  });
});
