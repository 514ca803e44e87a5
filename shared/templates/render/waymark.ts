import type { CellRole, SheetCell, SheetModel } from '../../workbook/model';
import { say, type SheetContext } from '../definition';
import type { SheetLayout } from './layout';

export const WAYMARK_SHEET = '_waymark';
export const FORMAT_VERSION = 1;

const cell = (text: string): SheetCell => ({
  value: text === '' ? null : { kind: 'text', text },
  role: 'plain' as CellRole,
});

/**
 * The hidden sheet that lets a file be recognised when it comes back: `property · value` lines (format version, template,
 * plan, exported-at, audience, scope), then `sheet · id · name`, `column · sheet · key · label` and `row · sheet · key`.
 * It names only what the file shows anyway.
 */
export function waymarkSheet(kind: string, layouts: readonly SheetLayout[], ctx: SheetContext): SheetModel {
  const lines: string[][] = [
    ['formatVersion', String(FORMAT_VERSION)],
    ['template', kind],
    ['plan', ctx.data.plan.id],
    ['exportedAt', ctx.exportedAt],
    ['audience', ctx.audience],
    ['scope', ctx.scope.kind],
    ...layouts.map(({ definition, name }) => ['sheet', definition.id, name]),
    ...layouts.flatMap(({ definition, columns }) =>
      columns.map((column) => ['column', definition.id, column.key, say(column.label, ctx.locale)]),
    ),
    ...layouts.flatMap(({ definition, keys }) => keys.map((key) => ['row', definition.id, key])),
  ];
  return {
    name: WAYMARK_SHEET,
    state: 'veryHidden',
    columns: ['a', 'b', 'c', 'd'].map((key) => ({ key, width: 20 })),
    rows: lines.map((line) => line.map(cell)),
    merges: [],
    rowHeights: {},
    headerRow: null,
    filterRange: null,
    frozenColumns: 0,
    validations: [],
    conditionals: [],
    protect: true,
    landscape: false,
  };
}
