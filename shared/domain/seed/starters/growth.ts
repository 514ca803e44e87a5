import { both } from '../library/entry';
import type { ScenarioStarter } from './starter';

/** Targets handed down from company strategy (年度/季度目标落地). */
export const STRATEGY: ScenarioStarter = {
  scenario: 'strategy',
  title: both('年度 / 季度目标落地', 'Targets from company strategy'),
  description: both(
    '公司目标往下落：销售额、新客户、回款率三项，按组织分到组和人，周周跟。',
    'The company’s targets come down: sales, new customers and collection, split to groups and people, followed week by week.',
  ),
  indicators: [
    { key: 'sales', weight: '50', fromCompany: true },
    { key: 'newCustomers', weight: '30', fromCompany: true },
    { key: 'collectionRate', weight: '20', target: '90' },
    { key: 'satisfaction', weight: '40', target: '85' },
    { key: 'teamwork', weight: '30', target: '85' },
    { key: 'discipline', weight: '30', target: '85' },
  ],
  milestones: [
    { at: 0.08, key: 'sales', title: both('目标谈完，全员确认', 'Goals talked through and agreed by everybody') },
    { at: 0.33, key: 'sales', title: both('累计达到期目标 30%', '30 % of the period’s target'), periodShare: '0.3' },
    { at: 0.5, key: 'newCustomers', title: both('新客户过半', 'Half of the new customers'), periodShare: '0.5' },
    { at: 0.67, key: 'sales', title: both('累计达到期目标 65%', '65 % of the period’s target'), periodShare: '0.65' },
    {
      at: 0.9,
      key: 'collectionRate',
      title: both('逾期应收逐笔定下付款日', 'A payment date for every overdue invoice'),
    },
  ],
  policy: {},
  rampUp: false,
  teamReward: both('团队销售额达到 100%：团建一次', 'Team sales at 100 %: a team event'),
};

/** A growth plateau (业绩瓶颈突破). */
export const PLATEAU: ScenarioStarter = {
  scenario: 'plateau',
  title: both('业绩瓶颈突破', 'Breaking a plateau'),
  description: both(
    '在基期上定跳一跳够得着的目标，盯转化和重点客户，超额部分奖得更重。',
    'Stretch goals over a baseline, an eye on conversion and key accounts, and more for what goes beyond.',
  ),
  indicators: [
    { key: 'sales', weight: '40', fromCompany: true },
    { key: 'keyAccounts', weight: '25' },
    { key: 'conversionRate', weight: '20', target: '20' },
    { key: 'collectionRate', weight: '15', target: '90' },
    { key: 'satisfaction', weight: '40', target: '85' },
    { key: 'expertise', weight: '30', target: '85' },
    { key: 'learning', weight: '30', target: '85' },
  ],
  milestones: [
    {
      at: 0.1,
      key: 'sales',
      title: both('瓶颈原因查清，定下三项突破措施', 'Causes of the plateau known, three measures chosen'),
    },
    {
      at: 0.25,
      key: 'keyAccounts',
      title: both('重点客户名单定稿并分到人', 'List of key accounts final and shared out'),
    },
    { at: 0.5, key: 'sales', title: both('累计达到期目标 45%', '45 % of the period’s target'), periodShare: '0.45' },
    { at: 0.75, key: 'sales', title: both('累计达到期目标 75%', '75 % of the period’s target'), periodShare: '0.75' },
  ],
  policy: {
    payoutBands: [
      { from: '1.1', value: '1.5' },
      { from: '1', value: '1.2' },
      { from: '0.8', value: '1' },
      { from: '0.6', value: '0.8' },
      { from: '0', value: '0' },
    ],
  },
  rampUp: false,
  teamReward: null,
};
