/**
 * Blocks of cells as spreadsheets put them on the clipboard: rows by line breaks, cells by tabs, quoted where a cell
 * holds one of them.
 */
export function toTsv(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(quote).join('\t')).join('\r\n');
}

/**
 * Reads a block off the clipboard. Compatibility forms are folded first (NFKC), so that full-width digits from an input
 * method count as digits. A single line break at the end is the spreadsheet's own and no empty row.
 */
export function parseTsv(text: string): string[][] {
  const source = text.normalize('NFKC').replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const cell = quotedCell(source, at) ?? plainCell(source, at);
    rows.at(-1)?.push(cell.text);
    if (cell.end >= source.length) return rows;
    if (source[cell.end] === '\n') rows.push([]);
    at = cell.end + 1;
  }
}

interface ReadCell {
  readonly text: string;
  readonly end: number;
}

/** A cell in quotes; null where the quote is not closed before a separator, and so belongs to the text. */
function quotedCell(source: string, start: number): ReadCell | null {
  if (source[start] !== '"') return null;
  let text = '';
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] !== '"') {
      text += source[at];
      continue;
    }
    if (source[at + 1] === '"') {
      text += '"';
      at += 1;
      continue;
    }
    const end = at + 1;
    return end >= source.length || source[end] === '\t' || source[end] === '\n' ? { text, end } : null;
  }
  return null;
}

function plainCell(source: string, start: number): ReadCell {
  let end = start;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end += 1;
  return { text: source.slice(start, end), end };
}

const quote = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
