import { both } from '../definition';

/** Words of the frame around the rows, the same in every sheet. */
export const FRAME = {
  plan: both('方案', 'Plan'),
  period: both('周期', 'Period'),
  team: both('部门/区域', 'Team'),
  filledBy: both('填表人', 'Filled in by'),
  filledOn: both('填表日期', 'Date'),
  moneyUnit: both('金额单位', 'Money unit'),
  yuan: both('元', 'CNY'),
  wan: both('万元', '10k CNY'),
  total: both('合计', 'Total'),
  instructions: both('填写说明', 'How to fill in'),
  to: both(' 至 ', ' to '),
  required: both('必填', 'Required'),
  computed: both('自动计算，请勿修改', 'Computed; do not edit'),
  choices: both('可选', 'One of'),
  colon: both('：', ': '),
} as const;
