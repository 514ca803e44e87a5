/** The sheet: goal tree, week grid. */
export default {
  readOnly: 'this cell is calculated and cannot be changed',
  refused: '{n} cells were not written, the others were',
  refusedMore: '{n} more',
  count: 'Count',
  sum: 'Sum',
  average: 'Average',
  keys: 'Enter: next row · Tab: next cell · Ctrl+D: fill down',
  cell: '{row}, {column}, {value}',
  empty: 'empty',
  open: 'Expand {name}',
  close: 'Collapse {name}',
  drag: 'Drag to another place',
} as const;
