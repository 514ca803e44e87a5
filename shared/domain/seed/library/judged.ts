import { both, type LibraryEntry } from './entry';
import { FEEDBACK, POINTS } from './units';

const qualitative = (
  key: string,
  name: LibraryEntry['name'],
  definition: LibraryEntry['definition'],
  relations: LibraryEntry['rule']['relations'] = { superior: '40', peer: '30', customer: '30' },
): LibraryEntry => ({
  key,
  theme: 'judged',
  name,
  definition,
  source: FEEDBACK,
  unit: POINTS,
  rule: { kind: 'qualitative', aggregation: 'average', precision: 1, ...(relations ? { relations } : {}) },
});

/** What people judge: 360-degree feedback, each with who is asked. */
export const JUDGED_ENTRIES: readonly LibraryEntry[] = [
  qualitative(
    'satisfaction',
    both('客户满意度', 'Customer satisfaction'),
    both('响应及时、方案对路、承诺兑现', 'Answers in time, proposes what fits, keeps promises'),
  ),
  qualitative(
    'teamwork',
    both('团队协作', 'Teamwork'),
    both('共享线索、支援同事、会上说真话', 'Shares leads, supports colleagues, speaks openly in meetings'),
    { superior: '50', peer: '50' },
  ),
  qualitative(
    'discipline',
    both('流程规范', 'Process discipline'),
    both(
      '拜访记录、报价、合同按流程办，数据当天录入',
      'Visits, quotations and contracts by the book, data entered the same day',
    ),
    { superior: '50', peer: '50' },
  ),
  qualitative(
    'learning',
    both('学习与复盘', 'Learning'),
    both('主动复盘，把教训变成做法，能讲给别人听', 'Reviews own work, turns lessons into practice and passes them on'),
    { superior: '50', peer: '50' },
  ),
  qualitative(
    'leadership',
    both('带教与领导', 'Coaching and leadership'),
    both('定目标讲清原因，给支持，辅导见效', 'Explains goals, gives support, coaches with effect'),
    { superior: '40', peer: '20', report: '40' },
  ),
  qualitative(
    'crossTeam',
    both('跨部门配合', 'Work across departments'),
    both('按时交付，信息不藏，先解决问题再分责任', 'Delivers in time, hides nothing, solves first and blames last'),
    { superior: '40', peer: '60' },
  ),
  qualitative(
    'expertise',
    both('专业能力', 'Expertise'),
    both('懂产品、懂客户的生产，能算清总成本', 'Knows the products and the customer’s work, can reckon total cost'),
  ),
];
