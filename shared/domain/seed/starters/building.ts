import { both } from '../library/entry';
import type { ScenarioStarter } from './starter';

/** A new team, product line or region (新业务拓展). */
export const NEW_BUSINESS: ScenarioStarter = {
  scenario: 'newBusiness',
  title: both('新业务拓展', 'New business'),
  description: both(
    '方向和第一批客户比收入重要：首次接触、有效线索、新客户，目标逐月爬坡，预警放宽。',
    'Direction and the first customers matter more than revenue: contacts, leads and first deals, ramping up month by month, with milder warnings.',
  ),
  indicators: [
    { key: 'firstContacts', weight: '30', targetBasis: 'perMonth' },
    { key: 'leads', weight: '25', targetBasis: 'perMonth' },
    { key: 'newCustomers', weight: '30' },
    { key: 'sales', weight: '15', fromCompany: true },
    { key: 'expertise', weight: '40', target: '80' },
    { key: 'learning', weight: '30', target: '80' },
    { key: 'teamwork', weight: '30', target: '80' },
  ],
  milestones: [
    { at: 0.1, key: 'firstContacts', title: both('目标客户名单定稿', 'List of target customers final') },
    {
      at: 0.25,
      key: 'firstContacts',
      title: both('首次接触达到期目标 30%', '30 % of the first contacts'),
      periodShare: '0.3',
    },
    { at: 0.5, key: 'newCustomers', title: both('签下第一家客户', 'First customer signed') },
    { at: 0.8, key: 'newCustomers', title: both('样板客户案例成稿', 'First customer story written') },
  ],
  policy: { warningThreshold: '0.7', warningRun: 3, quantitativeShare: '0.6', qualitativeShare: '0.4' },
  rampUp: true,
  teamReward: both(
    '第一批客户全部签下：团队额外假期 1 天',
    'All first customers signed: one extra day off for the team',
  ),
};

/** A campaign across departments (跨部门协作项目). */
export const CAMPAIGN: ScenarioStarter = {
  scenario: 'campaign',
  title: both('跨部门协作项目', 'Campaign across departments'),
  description: both(
    '几个部门背同一个目标：到场人数、线索、签约，配合打分占四成，奖励发给团队。',
    'Several departments carry one goal: attendance, leads, contracts; four tenths for working together, and a joint reward.',
  ),
  indicators: [
    { key: 'contractAmount', weight: '40', fromCompany: true },
    { key: 'eventAttendance', weight: '30' },
    { key: 'leads', weight: '30' },
    { key: 'crossTeam', weight: '50', target: '85' },
    { key: 'discipline', weight: '50', target: '85' },
  ],
  milestones: [
    {
      at: 0.1,
      key: 'eventAttendance',
      title: both('各部门分工和接口人确认', 'Tasks and contacts of every department agreed'),
    },
    { at: 0.3, key: 'eventAttendance', title: both('邀约名单和物料到位', 'Invitations and material ready') },
    { at: 0.5, key: 'eventAttendance', title: both('主活动办完', 'Main event held') },
    { at: 0.75, key: 'leads', title: both('到场客户全部回访', 'Every guest called back') },
    { at: 0.95, key: 'contractAmount', title: both('项目复盘', 'Campaign reviewed') },
  ],
  policy: { quantitativeShare: '0.6', qualitativeShare: '0.4' },
  rampUp: false,
  teamReward: both(
    '签约金额达到 100%：参与部门共享项目奖',
    'Contracts at 100 %: a project bonus shared by all departments',
  ),
};
