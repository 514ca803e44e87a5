/** Which column a table is sorted by, and which way. */
export interface SortState<Key extends string = string> {
  readonly column: Key;
  readonly descending: boolean;
}

/** The rows sorted by `order` (negative, 0, positive); equal rows keep their places, either way round. */
export function sortRows<Row>(rows: readonly Row[], descending: boolean, order: (a: Row, b: Row) => number): Row[] {
  return [...rows].sort((a, b) => (descending ? order(b, a) : order(a, b)));
}
