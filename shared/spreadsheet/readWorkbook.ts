import { err, ok, type Result } from '../domain/issue';
import type { RawWorkbook } from '../workbook/model';
import { checkZip } from './guard/checkZip';
import { checkOds } from './guard/checkOds';
import { LIMITS } from './guard/limits';
import { sniff } from './guard/sniff';
import { decodeText, readDelimited, type TextEncoding } from './read/csv';
import { readSheets } from './read/sheetjs';

export interface ReadOptions {
  /** Overrides the guess for text files; some short GBK texts are valid UTF-8. */
  readonly encoding?: TextEncoding | undefined;
  /** Rows read of a sheet; more are left, and the sheet says so. Default 100,000. */
  readonly maxRows?: number | undefined;
}

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

const WORKBOOK = /^(xls[xmb]?|ods|et)$/;

/** Kinds of files inside a zip that are workbooks; a .docx or a plain archive is none. */
function isWorkbookZip(names: readonly string[]): boolean {
  return names.some(
    (name) => /^\/?xl\//i.test(name.replaceAll('\\', '/')) || name === 'content.xml' || /^Index\/.*\.iwa$/.test(name),
  );
}

/**
 * Bytes of a file as a neutral workbook. By what it is, not by its name: .xlsx .xlsm .xls .et .ods, and text (.csv .tsv) in
 * UTF-8, UTF-16 or GB18030. Never rejects. Errors: `file.empty`, `file.tooLarge`, `file.password`, `file.bomb`,
 * `file.doctype`, `file.corrupt`, `file.noSheets`, `file.webPage` (a table saved as a web page), `file.unsupported`.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<Result<RawWorkbook>> {
  if (bytes.length === 0) return err({ code: 'file.empty' });
  if (bytes.length > LIMITS.fileBytes)
    return err({ code: 'file.tooLarge', params: { limit: LIMITS.fileBytes / 1024 / 1024 } });
  const maxRows = Math.min(options.maxRows ?? LIMITS.rows, LIMITS.rows);
  const kind = sniff(bytes);

  if (kind === 'text') {
    const { text, encoding } = decodeText(bytes, options.encoding);
    if (text.trim() === '') return err({ code: 'file.empty' });
    const sheet = readDelimited(text, fileName.replace(/\.[^.]+$/, ''), maxRows, LIMITS.columns);
    // Systems export tables as text and call them .xls; a few words in a file of that name are a failed download.
    if (WORKBOOK.test(extensionOf(fileName)) && sheet.rows.every((row) => row.length < 2))
      return err({ code: 'file.corrupt' });
    return ok({ fileName, format: extensionOf(fileName) || 'csv', sheets: [sheet], encoding });
  }
  if (kind === 'markup') return err({ code: 'file.webPage' });
  if (kind === 'binary') return err({ code: 'file.unsupported' });
  if (kind === 'zip') {
    const checked = checkZip(bytes);
    if (!checked.ok) return checked;
    if (!isWorkbookZip(checked.value)) return err({ code: 'file.unsupported' });
    const ods = checked.value.includes('content.xml') ? checkOds(bytes) : ok(null);
    if (!ods.ok) return ods;
  }
  const sheets = readSheets(bytes, maxRows);
  return sheets.ok ? ok({ fileName, format: extensionOf(fileName), sheets: sheets.value, encoding: null }) : sheets;
}
