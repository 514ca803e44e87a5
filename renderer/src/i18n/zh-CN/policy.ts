/** Rules of a plan: bands, shares, stars, warnings. */
export default {
  edit: '修改规则',
  keep: '采用新规则',
  drop: '放弃',
  locked: '评估已锁定，规则不能再改。要改先重新开启评估。',
  changed: '规则有改动，还没有采用',
  band: {
    from: '第 {n} 档下限（%）',
    value: '第 {n} 档的值',
    remove: '删除第 {n} 档',
    add: '添加一档',
    number: '第 {n} 行要写数字，例如 80 或 79.5',
    order: '第 {n} 行的下限要比上一行小',
    lastEdge: '最后一档要从 0 开始',
    negative: '第 {n} 行的值不能小于 0',
  },
  impact: { none: '没有人的名次和奖金会变。', rank: '名次', before: '现在', after: '改后', difference: '相差' },
} as const;
