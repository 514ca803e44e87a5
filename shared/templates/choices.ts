import { both, type Choice } from './definition';

/** A choice by its value, label, and other ways of writing it. */
const choice = (value: string, zh: string, en: string, ...synonyms: string[]): Choice => ({
  value,
  label: both(zh, en),
  synonyms: [value, ...synonyms],
});

export const YES_NO = [
  choice('yes', '是', 'Yes', 'y', '√', 'true', '1'),
  choice('no', '否', 'No', 'n', '×', 'false', '0'),
];

export const LEVELS = [
  choice('company', '公司', 'Company', '公司级'),
  choice('department', '部门', 'Department', '部门级', '大区', '区域'),
  choice('group', '小组', 'Group', '小组级', '团队', 'Team'),
  choice('person', '个人', 'Person', '个人级', '员工', 'Individual'),
];

export const INDICATOR_KINDS = [
  choice('quantitative', '量化', 'Quantitative', '定量', '量化指标', '定量指标'),
  choice('qualitative', '定性', 'Qualitative', '定性指标'),
];

export const AGGREGATIONS = [
  choice('sum', '求和', 'Sum', '累计', '合计'),
  choice('ratio', '比率', 'Ratio', '比例', '率'),
  choice('average', '平均', 'Average', '平均值', 'Mean'),
  choice('last', '期末值', 'Closing value', '期末', 'Last value'),
];

export const DIRECTIONS = [
  choice('higher', '正向', 'Higher is better', '越高越好', '越大越好'),
  choice('lower', '逆向', 'Lower is better', '负向', '反向', '越低越好', '越小越好'),
];

export const LOWER_FORMULAS = [
  choice('linear', '线性', 'Linear', '2−实际/目标'),
  choice('inverse', '倒数', 'Inverse', '目标/实际'),
];

export const TARGET_BASES = [
  choice('total', '期间合计', 'Period total', '合计', '期间', 'Total'),
  choice('perMonth', '月均', 'Monthly average', '每月', '月度平均', 'Per month'),
];

export const AGREEMENTS = [
  choice('open', '待沟通', 'To discuss'),
  choice('proposed', '已提议', 'Proposed'),
  choice('agreed', '已确认', 'Agreed', '已达成共识'),
];

export const MILESTONE_RULES = [
  choice('manual', '手动', 'By hand'),
  choice('cumulative', '累计值', 'Cumulative value'),
  choice('monthShare', '月目标占比', 'Share of the month target'),
  choice('periodShare', '期目标占比', 'Share of the period target'),
];

export const MILESTONE_STATES = [
  choice('open', '未完成', 'Open', '未开始', '进行中'),
  choice('done', '已完成', 'Done', '完成'),
  choice('missed', '未达成', 'Missed', '逾期'),
];

export const ACTION_STATES = [
  choice('open', '未开始', 'Not started'),
  choice('doing', '进行中', 'In progress'),
  choice('done', '已完成', 'Done', '完成'),
];

export const RELATIONS = [
  choice('superior', '上级', 'Superior', '直接上级'),
  choice('peer', '同事', 'Peer', '同级', '同僚'),
  choice('customer', '客户', 'Customer'),
  choice('report', '下级', 'Report', '下属'),
  choice('self', '自评', 'Self', '本人'),
];

export const SCENARIOS = [
  choice('strategy', '年度战略分解', 'Strategy', '战略分解'),
  choice('newBusiness', '新业务拓展', 'New business', '新业务'),
  choice('plateau', '业绩平台期', 'Plateau', '平台期'),
  choice('campaign', '短期冲刺', 'Campaign', '冲刺', '活动'),
];

export const MONEY_UNITS = [choice('yuan', '元', 'CNY', 'Yuan'), choice('wan', '万元', '10k CNY', '万')];

export const PAYOUT_BASES = [
  choice('overallCompletion', '综合完成率', 'Overall completion'),
  choice('primaryIndicator', '主指标', 'Primary indicator'),
  choice('totalScore', '综合得分', 'Total score'),
];

export const ROUNDINGS = [
  choice('floor', '向下', 'Down', '向下取整'),
  choice('round', '四舍五入', 'Nearest'),
  choice('ceil', '向上', 'Up', '向上取整'),
];

export const WARNING_LEVELS = [
  choice('green', '绿', 'Green'),
  choice('amber', '黄', 'Amber'),
  choice('red', '红', 'Red'),
];

/** What is not handed in yet (`draft`) is shown as 待审批 too. */
export const PAYOUT_STATES = [
  choice('submitted', '待审批', 'To approve', 'draft', '草稿', '待提交'),
  choice('approved', '已批准', 'Approved'),
  choice('paid', '已兑现', 'Paid', '已发放'),
];

export const LESSON_KINDS = [
  choice('success', '成功经验', 'What worked', '经验', '成功'),
  choice('cause', '问题根因', 'Root cause', '问题', '根因'),
];
