import Papa from 'papaparse';

/**
 * Rows as CSV for Excel: UTF-8 with a byte order mark, CRLF. A text that a spreadsheet would take for a formula gets an
 * apostrophe; plain numbers, negative ones too, stay numbers.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const safe = rows.map((row) =>
    row.map((text) => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text)),
  );
  return new TextEncoder().encode(`\uFEFF${Papa.unparse(safe, { newline: '\r\n' })}\r\n`);
}
