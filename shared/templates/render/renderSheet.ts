import type { CellRole, ListValidation, SheetCell, SheetModel } from '../../workbook/model';
import { cellValue, NUMBER_FORMATS } from '../codec/cellValue';
import { say, type AnySheet, type ColumnDefinition, type SheetContext, type SummaryLine } from '../definition';
import { address, columnLetters } from './address';
import { FRAME } from './labels';
import { rowHeights } from './rowHeights';
import { dataRange, HEADER_ROW, layoutSheet, siteAt, type Layouts, type SheetLayout } from './layout';

type Cells = (SheetCell | null)[];

const cell = (text: string, role: CellRole): SheetCell => ({
  value: text === '' ? null : { kind: 'text', text },
  role,
});

/** One sheet by itself; formulas that point at other sheets are replaced by their values. */
export function renderSheet(definition: AnySheet, ctx: SheetContext): SheetModel {
  const layout = layoutSheet(definition, ctx);
  return drawSheet(layout, ctx, new Map([[definition.id, layout]]));
}

/**
 * Title, information block, header with notes, rows, totals, 填写说明, signature line; validations, fill rules,
 * protection and print setup. The last, hidden column holds each row's stable key, so that rows are found again even
 * when they were sorted or renamed.
 */
export function drawSheet(layout: SheetLayout, ctx: SheetContext, layouts: Layouts): SheetModel {
  const { definition, columns } = layout;
  const site = siteAt(layout, layout.firstRow, layouts);
  if (definition.draw) return definition.draw(ctx, site);
  const width = columns.length;
  const rows: Cells[] = [
    [cell(say(definition.title, ctx.locale), 'title')],
    ...informationRows(ctx),
    [],
    [...columns.map((column) => headerCell(column, ctx)), cell('_key', 'header')],
  ];
  for (let row = layout.firstRow; row <= layout.lastRow; row += 1) rows.push(dataRow(layout, row, ctx, layouts));
  if (definition.totals) rows.push(totalRow(layout, ctx, layouts));
  for (const line of definition.summary?.(ctx) ?? [])
    rows.push(summaryRow(line, rows.length + 1, layout, ctx, layouts));
  const noteRows = definition.instructions.length === 0 ? [] : [FRAME.instructions, ...definition.instructions];
  const firstNote = rows.length + 2;
  rows.push([], ...noteRows.map((line) => [cell(say(line, ctx.locale), 'note')]));
  if (definition.signatures.length > 0) rows.push([], signatureRow(definition, ctx, width));
  const last = columnLetters(width - 1);
  const sheetColumns = [
    ...columns.map(({ key, width: chars }) => ({ key, width: chars })),
    { key: '_key', width: 4, hidden: true },
  ];
  return {
    name: layout.name,
    state: 'visible',
    columns: sheetColumns,
    rows,
    merges:
      width > 1
        ? [1, 2, 3, ...noteRows.map((_, index) => firstNote + index)].map((row) => `A${row}:${last}${row}`)
        : [],
    rowHeights: { 1: 30, ...rowHeights(rows, sheetColumns, HEADER_ROW, layout.lastRow) },
    headerRow: HEADER_ROW,
    filterRange: `A${HEADER_ROW}:${last}${layout.lastRow}`,
    frozenColumns: definition.frozenColumns ?? 1,
    validations: validations(layout, ctx, layouts),
    conditionals: definition.conditionals?.(site) ?? [],
    protect: true,
    landscape: true,
  };
}

function informationRows(ctx: SheetContext): Cells[] {
  const { plan } = ctx.data;
  const unit = plan.moneyUnit === 'wan' ? FRAME.wan : FRAME.yuan;
  const facts: [string, string][] = [
    [say(FRAME.plan, ctx.locale), plan.name],
    [say(FRAME.period, ctx.locale), `${plan.start}${say(FRAME.to, ctx.locale)}${plan.end}`],
    [say(FRAME.team, ctx.locale), plan.teamName],
    [say(FRAME.filledBy, ctx.locale), ctx.filledBy],
    [say(FRAME.filledOn, ctx.locale), ctx.exportedAt.slice(0, 10)],
    [say(FRAME.moneyUnit, ctx.locale), say(unit, ctx.locale)],
  ];
  const colon = say(FRAME.colon, ctx.locale);
  // One cell across the sheet: a long name of a plan never runs into what stands beside it.
  const line = (part: [string, string][]): Cells => [
    cell(part.map(([label, value]) => `${label}${colon}${value || '________'}`).join('　　'), 'infoValue'),
  ];
  return [line(facts.slice(0, 3)), line(facts.slice(3))];
}

function headerCell(column: ColumnDefinition<unknown>, ctx: SheetContext): SheetCell {
  const lines = [say(column.note, ctx.locale)];
  if (column.required) lines.unshift(say(FRAME.required, ctx.locale));
  if (column.computed) lines.push(say(FRAME.computed, ctx.locale));
  if (column.choices) {
    const options = column.choices.map((choice) => say(choice.label, ctx.locale)).join(' / ');
    lines.push(`${say(FRAME.choices, ctx.locale)}${say(FRAME.colon, ctx.locale)}${options}`);
  }
  return { ...cell(say(column.label, ctx.locale) + (column.required ? '*' : ''), 'header'), note: lines.join('\n') };
}

function dataRow(layout: SheetLayout, row: number, ctx: SheetContext, layouts: Layouts): Cells {
  const index = row - layout.firstRow;
  const record = layout.rows[index];
  const site = siteAt(layout, row, layouts);
  const cells: Cells = layout.columns.map((column) => {
    // What only the engine can compute is filled in by hand on a blank form.
    const role: CellRole =
      column.computed && !(ctx.blank && (!column.formula || column.openWhenBlank)) ? 'computed' : 'input';
    const shape = record === undefined ? column : (column.variant?.(record) ?? column);
    const format = shape.format ?? NUMBER_FORMATS[shape.kind];
    const value = record === undefined ? null : cellValue(column.get(record, ctx), shape, ctx.locale);
    // Spare rows of an export are for new records: their formulas come with the next export.
    const formula = record === undefined && !ctx.blank ? null : (column.formula?.(record ?? null, site, ctx) ?? null);
    if (formula === null) return { value, role, format };
    const cached = value?.kind === 'number' ? value.value : value?.kind === 'text' ? value.text : '';
    return { value: { kind: 'formula', formula, cached }, role, format };
  });
  return [...cells, cell(layout.keys[index] ?? '', 'locked')];
}

function totalRow(layout: SheetLayout, ctx: SheetContext, layouts: Layouts): Cells {
  const site = siteAt(layout, layout.lastRow + 1, layouts);
  const totals = layout.definition.totals ?? [];
  return layout.columns.map((column, index) => {
    const total = totals.find(({ key }) => key === column.key);
    if (!total) return cell(index === 0 ? say(FRAME.total, ctx.locale) : '', 'total');
    const value = cellValue(total.cached(ctx), column, ctx.locale);
    const cached = value?.kind === 'number' ? value.value : value?.kind === 'text' ? value.text : '';
    const format = column.format ?? NUMBER_FORMATS[column.kind];
    return { value: { kind: 'formula', formula: total.formula(site, ctx), cached }, role: 'total', format };
  });
}

function summaryRow(line: SummaryLine, row: number, layout: SheetLayout, ctx: SheetContext, layouts: Layouts): Cells {
  const site = siteAt(layout, row, layouts);
  return layout.columns.map((column, index) => {
    if (column.key !== line.key) return cell(index === 0 ? say(line.label, ctx.locale) : '', 'total');
    const value = cellValue(line.cached(ctx), column, ctx.locale);
    const cached = value?.kind === 'number' ? value.value : value?.kind === 'text' ? value.text : '';
    const format = column.format ?? NUMBER_FORMATS[column.kind];
    return { value: { kind: 'formula', formula: line.formula(site, ctx), cached }, role: 'total', format };
  });
}

function signatureRow(definition: AnySheet, ctx: SheetContext, width: number): Cells {
  const line: Cells = Array.from({ length: width }, () => null);
  const step = Math.max(1, Math.floor(width / definition.signatures.length));
  const colon = say(FRAME.colon, ctx.locale);
  definition.signatures.forEach((signature, index) => {
    line[index * step] = cell(`${say(signature, ctx.locale)}${colon}________`, 'signature');
  });
  return line;
}

function validations(layout: SheetLayout, ctx: SheetContext, layouts: Layouts): ListValidation[] {
  const site = siteAt(layout, layout.firstRow, layouts);
  return layout.columns.flatMap((column, index): ListValidation[] => {
    const range = dataRange(layout, index);
    if (column.computed) return [];
    if (column.variant) return variantValidations(layout, index, ctx);
    if (column.choices) {
      return [{ range, list: column.choices.map((choice) => say(choice.label, ctx.locale)), strict: true }];
    }
    const reference = column.suggest ? site.other(column.suggest.sheetId, column.suggest.key) : null;
    return reference === null ? [] : [{ range, list: { reference }, strict: false }];
  });
}

function variantValidations(layout: SheetLayout, index: number, ctx: SheetContext): ListValidation[] {
  return layout.rows.flatMap((row, at): ListValidation[] => {
    const choices = layout.columns[index]?.variant?.(row).choices;
    if (!choices) return [];
    const range = address(index, layout.firstRow + at);
    return [{ range, list: choices.map((choice) => say(choice.label, ctx.locale)), strict: true }];
  });
}
