import Papa from 'papaparse';
import type { RawCell, RawSheet } from '../../workbook/model';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

function tryDecode(bytes: Uint8Array, encoding: TextEncoding, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function zeroSide(bytes: Uint8Array): TextEncoding | null {
  const head = bytes.subarray(0, 1024);
  if (!head.includes(0)) return null;
  return head.findIndex((byte) => byte === 0) % 2 === 1 ? 'utf-16le' : 'utf-16be';
}

/** Byte order mark, then strict UTF-8, then GB18030, which reads any bytes; `wanted` overrides the guess. */
export function decodeText(bytes: Uint8Array, wanted?: TextEncoding): { text: string; encoding: TextEncoding } {
  const marked: TextEncoding | null =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
          ? 'utf-8'
          : zeroSide(bytes);
  const encoding = wanted ?? marked ?? (tryDecode(bytes, 'utf-8', true) === null ? 'gb18030' : 'utf-8');
  return { text: tryDecode(bytes, encoding, false) ?? '', encoding };
}

/** Rows of a comma-, semicolon- or tab-separated text; every cell is text, as it was written. */
export function readDelimited(text: string, name: string, maxRows: number, columns: number): RawSheet {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { preview: maxRows + 1, skipEmptyLines: false });
  const rows = parsed.data.slice(0, maxRows);
  // A line break at the end of the file is no row.
  if (rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === '') rows.pop();
  const cells = rows.map((row) =>
    row.slice(0, columns).map((value): RawCell | null => (value === '' ? null : { kind: 'text', text: value })),
  );
  const truncated = parsed.data.length > maxRows || rows.some((row) => row.length > columns);
  return { name, hidden: false, rows: cells, merges: [], truncated };
}
