import { err, ok, type Result } from '../domain/issue';
import type { WorkbookModel } from '../workbook/model';
import { drawSheet } from './write/drawSheet';
import { newWorkbook } from './write/excel';
import { settleZip } from './write/settleZip';

/**
 * The model as an .xlsx file: the same model gives the same bytes. Spreadsheet programs recalculate it when they open it.
 * `file.notWritten` when the library fails, with the name of its error.
 */
export async function writeWorkbook(model: WorkbookModel): Promise<Result<Uint8Array>> {
  try {
    const book = newWorkbook();
    const at = new Date(model.createdAt);
    book.creator = 'Waymark';
    book.lastModifiedBy = 'Waymark';
    book.title = model.title;
    book.created = at;
    book.modified = at;
    book.calcProperties.fullCalcOnLoad = true;
    for (const sheet of model.sheets) await drawSheet(book, sheet);
    for (const { name, reference } of model.names) book.definedNames.add(reference, name);
    const written = await book.xlsx.writeBuffer();
    return ok(settleZip(new Uint8Array(written), model.createdAt));
  } catch (error) {
    return err({ code: 'file.notWritten', params: { name: error instanceof Error ? error.name : typeof error } });
  }
}
