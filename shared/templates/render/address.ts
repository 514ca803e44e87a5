/** `A` for 0, `AA` for 26. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 address of a cell: 0-based column, 1-based row. */
export const address = (column: number, row: number): string => `${columnLetters(column)}${row}`;

/** A sheet's name as it stands in a formula. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
