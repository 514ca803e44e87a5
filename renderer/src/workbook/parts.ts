import { ok } from '#shared/domain/issue';
import type { RawCell, RawSheet } from '#shared/workbook/model';
import type { Answers, Part } from './protocol';

type Answer = Answers[keyof Answers];

/** So many rows are unpacked by the window in well under a frame or two; a whole long sheet would hold it up. */
const ROWS = 500;

/**
 * Rows in which cells that say the same are one object. A message carries an object once however often it is named, so the
 * stages, owners and days that repeat all through an export cost the window nearly nothing to unpack and to keep.
 */
function sharedCells(rows: RawSheet['rows']): RawSheet['rows'] {
  const known = new Map<string, RawCell>();
  return rows.map((row) =>
    row.map((cell) => {
      if (cell === null) return null;
      const key = `${cell.kind}\u0000${cell.text}\u0000${cell.number}\u0000${cell.format}\u0000${cell.formula}`;
      const same = known.get(key);
      if (!same) known.set(key, cell);
      return same ?? cell;
    }),
  );
}

/** A long workbook without its rows, and the rows in portions; other answers as they are. */
export function takeParts(answer: Answer): { readonly answer: Answer; readonly parts: readonly Part[] } {
  if (!answer.ok || !('sheets' in answer.value)) return { answer, parts: [] };
  const parts: Part[] = [];
  const sheets = answer.value.sheets.map((sheet, index) => {
    if (sheet.rows.length <= ROWS) return sheet;
    for (let from = 0; from < sheet.rows.length; from += ROWS) {
      parts.push({ sheet: index, rows: sharedCells(sheet.rows.slice(from, from + ROWS)) });
    }
    return { ...sheet, rows: [] };
  });
  return { answer: parts.length === 0 ? answer : ok({ ...answer.value, sheets }), parts };
}

/** The answer whole again. */
export function joinParts(answer: Answer, parts: readonly Part[]): Answer {
  if (parts.length === 0 || !answer.ok || !('sheets' in answer.value)) return answer;
  const sheets = answer.value.sheets.map((sheet, index) => {
    const own = parts.filter((part) => part.sheet === index);
    return own.length === 0 ? sheet : { ...sheet, rows: own.flatMap(({ rows }) => rows) };
  });
  return ok({ ...answer.value, sheets });
}
