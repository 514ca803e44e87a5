/** The sheet: goal tree, week grid. */
export default {
  readOnly: '这一格是算出来的，不能改',
  refused: '{n} 格没有写入，其余已写入',
  refusedMore: '还有 {n} 格',
  count: '计数',
  sum: '合计',
  average: '平均',
  keys: 'Enter 下一行 · Tab 下一格 · Ctrl+D 向下填充',
  cell: '{row}，{column}，{value}',
  empty: '空',
  open: '展开 {name}',
  close: '收起 {name}',
  drag: '拖动，放到别处',
} as const;
