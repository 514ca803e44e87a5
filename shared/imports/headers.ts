import { halfWidth, looseText } from '../templates/codec/text';

/** What a column is for. */
export type ColumnRole =
  'date' | 'number' | 'person' | 'amount' | 'numerator' | 'denominator' | 'stage' | 'probability';

/**
 * Headers of the usual exports (Salesforce, HubSpot, Zoho, Odoo, Frappe CRM, 纷享销客, 销售易, 悟空) and of tables people make
 * themselves. The earlier of a list is the better: a deal counts on the day it was closed, not on the day it was created.
 */
const HEADERS: Readonly<Record<ColumnRole, readonly string[]>> = {
  date: [
    ...[
      '结单日期',
      '成交日期',
      '签约日期',
      '签单日期',
      '回款日期',
      '收款日期',
      '付款日期',
      '开票日期',
      '下单日期',
      '下单时间',
    ],
    ...['订单日期', '合同日期', '合同开始时间', 'Close Date', 'Closed Date', 'Closing Date', 'Actual Close Date'],
    ...[
      'Date Closed',
      'date_closed',
      'Order Date',
      '日期',
      'Date',
      '业绩日期',
      '发生日期',
      'date_deadline',
      '预计结单日期',
    ],
    ...[
      '预计成交日期',
      'Expected Closing',
      'Expected Closure Date',
      'Expected Close Date',
      'date_field',
      '时间',
      '周',
      '月份',
    ],
    ...['Month', '创建日期', '创建时间', 'Create Date', 'Created Time', 'Created Date', 'create_date'],
  ],
  number: ['工号', '员工编号', '员工号', '人员编号', 'Employee No.', 'Employee Number', 'Employee ID', 'Staff No.'],
  person: [
    ...[
      '负责人',
      '商机负责人',
      '销售机会所有人',
      '机会所有人',
      '所有人',
      '业务员',
      '销售员',
      '销售人员',
      '销售代表',
      '销售',
    ],
    ...[
      '公司签约人',
      '客户经理',
      '姓名',
      '员工姓名',
      '员工',
      '责任人',
      '执行人',
      '成员',
      'Opportunity Owner',
      'Deal Owner',
    ],
    ...['Potential Owner', 'Owner', 'Record Owner', 'Owner Name', 'Salesperson', 'Sales Person', 'SalesPerson ID'],
    ...[
      'Sales Rep',
      'Sales Representative',
      'Assigned To',
      'user_id',
      'user_id/id',
      'user_id/name',
      'Person',
      'Employee',
    ],
  ],
  amount: [
    ...[
      '成交金额',
      '销售额',
      '销售金额',
      '签约金额',
      '签约额',
      '回款金额',
      '回款额',
      '合同金额',
      '订单金额',
      '商机金额',
      '业绩',
    ],
    ...[
      '业绩金额',
      '金额',
      '实际完成',
      '实际值',
      '实际',
      '完成值',
      '销售收入',
      '收入',
      'Amount',
      'Total Amount',
      'Deal Amount',
    ],
    ...[
      'Amount in company currency',
      'Deal Value',
      'Net Total',
      'Total',
      'Sales',
      'Revenue',
      'Actual',
      'planned_revenue',
    ],
    ...['Expected Revenue', 'expected_revenue', '预测金额', 'Expected Deal Value', '数量', 'Quantity'],
  ],
  numerator: ['分子', 'Numerator'],
  denominator: ['分母', 'Denominator'],
  stage: [
    ...['Stage', 'Deal Stage', 'StageName', 'Stage Name', 'stage_id', 'stage_id/name', '销售阶段', '商机阶段', '阶段'],
    ...['商机状态', '订单状态', '合同状态', '赢单状态', '状态', 'Status', 'State', '阶段分类'],
  ],
  probability: [
    '赢率',
    '赢单率',
    '成交概率',
    '概率',
    'Probability',
    'Probability (%)',
    'Win Probability',
    'Deal Probability',
  ],
};

const ranks = (role: ColumnRole): ReadonlyMap<string, number> =>
  new Map(HEADERS[role].map((name, rank) => [looseText(name), rank]));

const RANKS: Readonly<Record<ColumnRole, ReadonlyMap<string, number>>> = {
  date: ranks('date'),
  number: ranks('number'),
  person: ranks('person'),
  amount: ranks('amount'),
  numerator: ranks('numerator'),
  denominator: ranks('denominator'),
  stage: ranks('stage'),
  probability: ranks('probability'),
};

/** Only whole words of a header say what it is: 目标金额 is no result. */
const NOT_A_RESULT = /目标|计划|预算|指标值|kpi|target|budget|quota|forecast/i;

/** A header without its unit: `金额（元）` and `金额` are the same column. */
const bare = (header: string): string => looseText(halfWidth(header).replace(/\([^()]*\)|\[[^[\]]*\]/g, ''));

/** How well a header fits a role: 0 is best; null = not at all. */
export function roleRank(header: string, role: ColumnRole): number | null {
  const names = RANKS[role];
  const found = names.get(looseText(header)) ?? names.get(bare(header));
  if (found !== undefined) return found;
  if (role === 'amount' && /(金额|销售额|回款额|业绩)$/.test(bare(header)) && !NOT_A_RESULT.test(header)) return 900;
  if (role === 'date' && /(日期|date)$/.test(bare(header)) && !/生日|birth/i.test(header)) return 900;
  return null;
}

/** The columns that fit a role, the best first. */
export function fittingColumns(headers: readonly string[], role: ColumnRole): readonly number[] {
  return [...headers.entries()]
    .flatMap(([column, header]) => {
      const rank = roleRank(header, role);
      return rank === null ? [] : [{ column, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ column }) => column);
}

/** The column that fits a role best; null when none does. */
export const bestColumn = (headers: readonly string[], role: ColumnRole): number | null =>
  fittingColumns(headers, role)[0] ?? null;

/** The same table again, whatever stands below: its headers, loosely, in their order. */
export const headerSignature = (headers: readonly string[]): string => headers.map(looseText).join('|');

/** Whether a value of a stage column, or of a probability, means that the deal is made. */
export const meansWon = (text: string): boolean =>
  /^100(\.0+)?\s*%?$/.test(text) ||
  (/won|赢单|成交|已签|签约|已完成|已回款|已付款|成功|^赢/i.test(text) && !/lost|输|失败|未|not/i.test(text));
