import ExcelJS from 'exceljs';

/** The one place that constructs exceljs's workbook, whichever build of it the bundler picked. */
export function newWorkbook(): ExcelJS.Workbook {
  return new ExcelJS.Workbook();
}
