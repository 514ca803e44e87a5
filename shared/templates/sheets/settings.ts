import { causesIn } from '../../domain/causes';
import type { Plan } from '../../domain/plan';
import type { Policy } from '../../domain/policy';
import { err, ok, type Result } from '../../domain/issue';
import { fromDecimal } from '../../calc/fraction';
import { fenToYuan, toDecimal, yuanToFen } from '../../calc/quantity';
import { MONEY_UNITS, PAYOUT_BASES, ROUNDINGS, SCENARIOS, YES_NO } from '../choices';
import { bandText, parseBands } from '../codec/bandText';
import { scale } from '../codec/numberText';
import { both, type Bilingual, type CellShape } from '../definition';

/** One line of 方案: how it is called, written, and put back. `set` gets canonical, non-empty content. */
export interface Setting extends CellShape {
  readonly key: string;
  readonly label: Bilingual;
  readonly synonyms?: readonly string[] | undefined;
  readonly required?: boolean | undefined;
  readonly hint: Bilingual;
  get(plan: Plan): string | null;
  set(plan: Plan, value: string): Result<Plan>;
}

const policy = (plan: Plan, part: Partial<Policy>): Result<Plan> =>
  ok({ ...plan, policy: { ...plan.policy, ...part } });
const points = (ratio: string): string => scale(ratio, 100n) ?? ratio;
const ratio = (value: string, use: (ratio: string) => Result<Plan>): Result<Plan> => {
  const exact = scale(value, 1n, 100n);
  return exact === null ? err({ code: 'number.tooManyDigits', params: { text: value } }) : use(exact);
};
const none = both('', '');
const PROPORTIONAL = /^(?:按比例|proportional)(?:[:：]\s*(\d+(?:\.\d+)?))?$/i;
const days = (text: string): string[] => text.split(/[、;,\s]+/).filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));

/** The lines of 方案 in their order. */
export const SETTINGS: readonly Setting[] = [
  {
    key: 'name',
    label: both('方案名称', 'Plan name'),
    synonyms: ['名称', 'Name'],
    required: true,
    kind: 'text',
    hint: none,
    get: (plan) => plan.name,
    set: (plan, name) => ok({ ...plan, name }),
  },
  {
    key: 'teamName',
    label: both('团队', 'Team'),
    synonyms: ['部门/区域', '部门', '区域'],
    kind: 'text',
    hint: none,
    get: (plan) => plan.teamName,
    set: (plan, teamName) => ok({ ...plan, teamName }),
  },
  {
    key: 'start',
    label: both('开始日期', 'Start'),
    synonyms: ['起始日期', '开始', 'Start date'],
    required: true,
    kind: 'date',
    hint: none,
    get: (plan) => plan.start,
    set: (plan, start) => ok({ ...plan, start }),
  },
  {
    key: 'end',
    label: both('结束日期', 'End'),
    synonyms: ['截止日期', '结束', 'End date'],
    required: true,
    kind: 'date',
    hint: none,
    get: (plan) => plan.end,
    set: (plan, end) => ok({ ...plan, end }),
  },
  {
    key: 'scenario',
    label: both('场景', 'Scenario'),
    synonyms: ['适用情境', '适用场景'],
    kind: 'choice',
    choices: SCENARIOS,
    hint: none,
    get: (plan) => plan.scenario,
    set: (plan, scenario) => ok({ ...plan, scenario: scenario as Plan['scenario'] }),
  },
  {
    key: 'asOf',
    label: both('截至日期', 'As of'),
    synonyms: ['数据截至', 'As-of date'],
    kind: 'date',
    hint: both('留空为当天', 'Empty: today'),
    get: (plan) => plan.asOf,
    set: (plan, asOf) => ok({ ...plan, asOf }),
  },
  {
    key: 'moneyUnit',
    label: both('金额单位', 'Money unit'),
    kind: 'choice',
    choices: MONEY_UNITS,
    hint: none,
    get: (plan) => plan.moneyUnit,
    set: (plan, unit) => ok({ ...plan, moneyUnit: unit as Plan['moneyUnit'] }),
  },
  {
    key: 'quantitativeShare',
    label: both('量化占比(%)', 'Quantitative share (%)'),
    kind: 'percent',
    hint: none,
    get: (plan) => points(plan.policy.quantitativeShare),
    set: (plan, value) => ratio(value, (quantitativeShare) => policy(plan, { quantitativeShare })),
  },
  {
    key: 'qualitativeShare',
    label: both('定性占比(%)', 'Qualitative share (%)'),
    kind: 'percent',
    hint: none,
    get: (plan) => points(plan.policy.qualitativeShare),
    set: (plan, value) => ratio(value, (qualitativeShare) => policy(plan, { qualitativeShare })),
  },
  {
    key: 'scoring',
    label: both('评分档位', 'Scoring bands'),
    kind: 'text',
    hint: both('100%:100; 80%:80; 60%:60; 0%:0，或 按比例:100', '100%:100; 80%:80; 60%:60; 0%:0, or proportional:100'),
    get: ({ policy: { scoring } }) =>
      scoring.kind === 'bands' ? bandText(scoring.bands, false) : `按比例:${scoring.maximum}`,
    set: (plan, text) => {
      const proportional = PROPORTIONAL.exec(text);
      if (proportional) return policy(plan, { scoring: { kind: 'proportional', maximum: proportional[1] ?? '100' } });
      const bands = parseBands(text, false);
      return bands.ok ? policy(plan, { scoring: { kind: 'bands', bands: bands.value } }) : bands;
    },
  },
  {
    key: 'grades',
    label: both('等级', 'Grades'),
    kind: 'text',
    hint: both('优秀:90; 良好:80; 合格:60; 待改进:0', 'A:90; B:80; C:60; D:0'),
    get: (plan) => plan.policy.grades.map(({ name, from }) => `${name}:${from}`).join('; '),
    set: (plan, text) => {
      const grades = text.split(/[;；\n]/).filter((part) => part.trim() !== '');
      const read = grades.map((part) => /^\s*(.+?)\s*[:：]\s*(\d{1,6}(?:\.\d{1,6})?)\s*$/.exec(part));
      if (read.length === 0 || read.includes(null)) return err({ code: 'import.badBands', params: { text } });
      return policy(plan, {
        grades: read.flatMap((match) =>
          match ? [{ name: match[1] ?? '', from: toDecimal(fromDecimal(match[2] ?? '0')) }] : [],
        ),
      });
    },
  },
  {
    key: 'payoutBands',
    label: both('奖金档位', 'Payout bands'),
    kind: 'text',
    hint: both('100%:120%; 80%:100%; 60%:80%; 0%:0%', '100%:120%; 80%:100%; 60%:80%; 0%:0%'),
    get: (plan) => bandText(plan.policy.payoutBands, true),
    set: (plan, text) => {
      const bands = parseBands(text, true);
      return bands.ok ? policy(plan, { payoutBands: bands.value }) : bands;
    },
  },
  {
    key: 'payoutBasis',
    label: both('奖金依据', 'Payout basis'),
    kind: 'choice',
    choices: PAYOUT_BASES,
    hint: none,
    get: (plan) => plan.policy.payoutBasis,
    set: (plan, basis) => policy(plan, { payoutBasis: basis as Policy['payoutBasis'] }),
  },
  {
    key: 'starShare',
    label: both('明星比例(%)', 'Star share (%)'),
    kind: 'percent',
    hint: none,
    get: (plan) => points(plan.policy.starShare),
    set: (plan, value) => ratio(value, (starShare) => policy(plan, { starShare })),
  },
  {
    key: 'starRounding',
    label: both('明星取整', 'Star rounding'),
    kind: 'choice',
    choices: ROUNDINGS,
    hint: none,
    get: (plan) => plan.policy.starRounding,
    set: (plan, rounding) => policy(plan, { starRounding: rounding as Policy['starRounding'] }),
  },
  {
    key: 'warningThreshold',
    label: both('预警阈值(%)', 'Warning threshold (%)'),
    kind: 'percent',
    hint: none,
    get: (plan) => points(plan.policy.warningThreshold),
    set: (plan, value) => ratio(value, (warningThreshold) => policy(plan, { warningThreshold })),
  },
  {
    key: 'warningRun',
    label: both('连续周数', 'Weeks in a row'),
    kind: 'integer',
    hint: none,
    get: (plan) => String(plan.policy.warningRun),
    set: (plan, value) =>
      Number(value) >= 1
        ? policy(plan, { warningRun: Number(value) })
        : err({ code: 'import.negative', params: { text: value } }),
  },
  {
    key: 'prorate',
    label: both('按在岗折算', 'Pro-rate by presence'),
    kind: 'choice',
    choices: YES_NO,
    hint: none,
    get: (plan) => (plan.policy.prorate ? 'yes' : 'no'),
    set: (plan, value) => policy(plan, { prorate: value === 'yes' }),
  },
  {
    key: 'budget',
    label: both('奖金预算(元)', 'Bonus budget (CNY)'),
    synonyms: ['奖金预算', '预算'],
    kind: 'money',
    hint: none,
    get: ({ policy: { budget } }) => (budget === null ? null : toDecimal(fenToYuan(budget))),
    set: (plan, value) => policy(plan, { budget: yuanToFen(fromDecimal(value)) }),
  },
  {
    key: 'ownHolidays',
    label: both('自定义假日', 'Own holidays'),
    kind: 'text',
    hint: both('日期以、分开', 'Days separated by ,'),
    get: (plan) => plan.policy.ownHolidays.join('、'),
    set: (plan, text) => policy(plan, { ownHolidays: days(text) }),
  },
  {
    key: 'ownWorkdays',
    label: both('自定义工作日', 'Own working days'),
    kind: 'text',
    hint: both('日期以、分开', 'Days separated by ,'),
    get: (plan) => plan.policy.ownWorkdays.join('、'),
    set: (plan, text) => policy(plan, { ownWorkdays: days(text) }),
  },
  {
    key: 'monthWeights',
    label: both('月度权重', 'Month weights'),
    kind: 'text',
    hint: both('2026-07:1; 2026-08:0.9', '2026-07:1; 2026-08:0.9'),
    get: (plan) =>
      Object.entries(plan.policy.monthWeights)
        .map(([month, weight]) => `${month}:${weight}`)
        .join('; '),
    set: (plan, text) => {
      const pairs = [...text.matchAll(/(\d{4}-\d{2})\s*[:：]\s*(\d{1,9}(?:\.\d{1,6})?)/g)];
      return policy(plan, {
        monthWeights: Object.fromEntries(pairs.map((pair) => [pair[1] ?? '', toDecimal(fromDecimal(pair[2] ?? '0'))])),
      });
    },
  },
  {
    key: 'causes',
    label: both('偏差原因清单', 'List of causes'),
    kind: 'text',
    hint: both('以；分开', 'Separated by ;'),
    get: (plan) => plan.causes?.join('；') ?? '',
    set: (plan, text) => ok({ ...plan, causes: causesIn(text) }),
  },
];
