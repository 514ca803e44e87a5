import { both, say, type SheetDefinition } from '../definition';
import { ruleRows, type RuleRow } from './evaluation/ruleRows';

/**
 * Sheet 规则 of templates 3 and 4: shares, score bands, grades, payout bands and budget as cells that the formulas of the
 * book refer to, so that a change here recalculates it. It is not imported: the plan's rules are in 方案.
 */
export const rulesSheet: SheetDefinition<RuleRow> = {
  id: 'rules',
  sheetName: both('规则', 'Rules'),
  title: both('评估与激励规则', 'Rules of evaluation and payout'),
  synonyms: ['评分规则', '激励规则'],
  signatures: [],
  instructions: [
    both(
      '修改下限或值，本工作簿的得分、排名、等级、奖金随之重算；方案本身的规则请在“方案”表或软件中修改。',
      'Change an edge or a value and this workbook recalculates; the plan itself is changed in Plan or in the app.',
    ),
    both(
      '档位从高到低排列，下限含本数；要增加档位，请在同类两行之间插入一行。',
      'Bands go from high to low, edges inclusive; to add one, insert a row between two of its kind.',
    ),
    both(
      '公式按 9 位小数与下限比较，以消除二进制小数的误差；100% 以下不会显示成 100.0%。',
      'Formulas compare with the edges at 9 fraction digits, which takes out binary noise; what is below 100 % is not shown as 100.0.',
    ),
  ],
  spareRows: 0,
  standing: true,
  columns: [
    {
      key: 'rule',
      label: both('规则', 'Rule'),
      kind: 'text',
      note: both('规则的名称', 'Name of the rule'),
      width: 20,
      computed: true,
      get: (row, ctx) => say(row.label, ctx.locale),
    },
    {
      key: 'from',
      label: both('下限（含）', 'From (inclusive)'),
      kind: 'decimal',
      note: both('档位的下限，含本数', 'Lower edge of the band, inclusive'),
      width: 14,
      get: (row) => row.from,
    },
    {
      key: 'value',
      label: both('值', 'Value'),
      kind: 'decimal',
      note: both('得分、等级、比例(%)或设置值', 'Points, grade, ratio (%) or setting'),
      width: 16,
      get: (row) => row.value,
      variant: (row) => row.shape,
    },
    {
      key: 'hint',
      label: both('说明', 'Hint'),
      kind: 'text',
      note: both('怎样使用', 'How it is used'),
      width: 52,
      computed: true,
      get: (row, ctx) => say(row.hint, ctx.locale),
    },
  ],
  rows: ruleRows,
  rowKey: (row) => row.key,
};
