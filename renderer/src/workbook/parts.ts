import { ok } from '#shared/domain/issue';
import type { Answers, Part } from './protocol';

type Answer = Answers[keyof Answers];

/** So many rows are unpacked by the window in well under a frame or two; a whole long sheet would hold it up. */
const ROWS = 500;

/** A long workbook without its rows, and the rows in portions; other answers as they are. */
export function takeParts(answer: Answer): { readonly answer: Answer; readonly parts: readonly Part[] } {
  if (!answer.ok || !('sheets' in answer.value)) return { answer, parts: [] };
  const parts: Part[] = [];
  const sheets = answer.value.sheets.map((sheet, index) => {
    if (sheet.rows.length <= ROWS) return sheet;
    for (let from = 0; from < sheet.rows.length; from += ROWS) {
      parts.push({ sheet: index, rows: sheet.rows.slice(from, from + ROWS) });
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
