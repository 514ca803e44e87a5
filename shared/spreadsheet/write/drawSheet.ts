import type { Cell, CellValue as ExcelValue, DataValidation, Workbook, Worksheet } from 'exceljs';
import type { CellValue, SheetCell, SheetModel } from '../../workbook/model';
import { styleOf } from './cellStyle';
import { FONT, TONES, toneFill } from './styles';

/** Excel takes literal lists of at most 255 characters. */
const LITERAL_LIST = 255;
const A4 = 9;
/** Points. */
const ROW_HEIGHT = 18;

function excelValue(value: CellValue): ExcelValue {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.value;
    case 'date':
      return new Date(`${value.date}T00:00:00Z`);
    case 'formula':
      return value.cached === null
        ? { formula: value.formula, date1904: false }
        : { formula: value.formula, result: value.cached, date1904: false };
  }
}

function drawCell(cell: Cell, model: SheetCell): void {
  cell.style = styleOf(model);
  if (model.value !== null) cell.value = excelValue(model.value);
  if (model.note !== undefined) cell.note = { texts: [{ text: model.note, font: { name: FONT, size: 9 } }] };
}

/** Choices as Excel writes them; null where it could not: a comma would split a choice, and its room is bounded. */
function literalList(list: readonly string[]): string | null {
  const text = list.join(',');
  if (text.length > LITERAL_LIST || list.some((choice) => choice.includes(','))) return null;
  return `"${text.replaceAll('"', '""')}"`;
}

function addValidations(sheet: Worksheet, model: SheetModel): void {
  // A whole range at once; one validation a cell makes files of many megabytes.
  const { dataValidations } = sheet as Worksheet & {
    dataValidations: { add(range: string, rule: DataValidation): void };
  };
  for (const { range, list, strict } of model.validations) {
    const choices = 'reference' in list ? list.reference : literalList(list);
    if (choices === null) continue;
    dataValidations.add(range, {
      type: 'list',
      allowBlank: true,
      formulae: [choices],
      showErrorMessage: true,
      errorStyle: strict ? 'stop' : 'information',
    });
  }
}

function addConditionals(sheet: Worksheet, model: SheetModel): void {
  model.conditionals.forEach(({ range, formula, tone }, index) => {
    sheet.addConditionalFormatting({
      ref: range,
      rules: [
        {
          type: 'expression',
          priority: index + 1,
          formulae: [formula],
          style: { fill: toneFill(tone), font: { color: { argb: TONES[tone].ink } } },
        },
      ],
    });
  });
}

function setUpPrint(sheet: Worksheet, model: SheetModel): void {
  sheet.pageSetup = {
    paperSize: A4,
    orientation: model.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 },
    ...(model.headerRow === null ? {} : { printTitlesRow: `${model.headerRow}:${model.headerRow}` }),
  };
  sheet.headerFooter = { differentFirst: false, differentOddEven: false, oddFooter: '&R&8&P / &N' };
}

/** Draws one sheet of the model into an exceljs workbook. */
export async function drawSheet(book: Workbook, model: SheetModel): Promise<void> {
  const sheet = book.addWorksheet(model.name, { state: model.state });
  sheet.properties.defaultRowHeight = ROW_HEIGHT;
  sheet.columns = model.columns.map(({ width, hidden }) => ({ width, hidden: hidden ?? false }));
  model.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell !== null) drawCell(sheet.getCell(row + 1, column + 1), cell);
    });
  });
  for (const range of model.merges) sheet.mergeCells(range);
  for (const [row, height] of Object.entries(model.rowHeights)) sheet.getRow(Number(row)).height = height;
  const split = { xSplit: model.frozenColumns, ySplit: model.headerRow ?? 0 };
  sheet.views =
    model.headerRow === null
      ? [{ state: 'normal', showGridLines: false }]
      : [{ state: 'frozen', ...split, showGridLines: false }];
  if (model.filterRange !== null) sheet.autoFilter = model.filterRange;
  addValidations(sheet, model);
  addConditionals(sheet, model);
  setUpPrint(sheet, model);
  if (model.protect) {
    // Without a password: it guards against slips, and hides nothing from the recipient.
    await sheet.protect('', {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
      autoFilter: true,
      sort: true,
    });
  }
}
