import { makeGoal } from '../../builders';
import type { Goal } from '../../goal';
import { AGREEMENTS } from './agreements';
import {
  COLLECTION_RATE,
  COMPANY,
  goalKey,
  indicatorKey,
  memberKey,
  NEW_CUSTOMERS,
  QUALITATIVE,
  REGION,
  SALES,
  unitKey,
  type SampleContext,
} from './context';
import { leaderOf } from './organisation';
import { GROUPS, PEOPLE, type SamplePerson } from './people';

const DUE = '2026-09-30';
/** Letters of the goal codes, by indicator. */
const LETTER: Readonly<Record<string, string>> = {
  [SALES]: 'S',
  [NEW_CUSTOMERS]: 'N',
  [COLLECTION_RATE]: 'C',
  客户满意度: 'Q1',
  团队协作: 'Q2',
  流程规范: 'Q3',
};

type GoalDraft = Parameters<typeof makeGoal>[0];

function goal(
  { id }: SampleContext,
  holder: string,
  prefix: string,
  indicator: string,
  draft: Omit<GoalDraft, 'id' | 'indicatorId' | 'code' | 'agreement'>,
): Goal {
  const agreement = AGREEMENTS[holder];
  return makeGoal({
    id: id(goalKey(holder, indicator)),
    indicatorId: id(indicatorKey(indicator)),
    code: `${prefix}-${LETTER[indicator] ?? ''}`,
    due: DUE,
    ...(agreement ? { agreement } : {}),
    ...draft,
  });
}

function companyGoals(context: SampleContext): Goal[] {
  const shared = {
    level: 'company',
    holder: { kind: 'unit', unitId: context.id(unitKey(COMPANY)) },
    accountableName: '总经理室',
    source: '公司年度经营计划',
    partOfLarger: true,
  } as const;
  return [
    goal(context, COMPANY, 'GS', SALES, {
      ...shared,
      baseline: '4000',
      target: '5200',
      note: '年度销售额 +30%',
      order: 0,
    }),
    goal(context, COMPANY, 'GS', NEW_CUSTOMERS, {
      ...shared,
      baseline: '200',
      target: '260',
      note: '新客户 +30%',
      order: 1,
    }),
  ];
}

function regionGoals(context: SampleContext): Goal[] {
  const { id } = context;
  const shared = {
    level: 'department',
    holder: { kind: 'unit', unitId: id(unitKey(REGION)) },
    accountableName: '周敏',
    responsibleIds: GROUPS.map((group) => id(memberKey(leaderOf(group.name)))),
    source: '公司目标分解',
  } as const;
  return [
    goal(context, REGION, 'DQ', SALES, {
      ...shared,
      parentId: id(goalKey(COMPANY, SALES)),
      baseline: '1190.4',
      target: '1500',
      note: '上季 1,190.4 万元；行业增速约 12%，两家竞品七月起降价',
      order: 0,
    }),
    goal(context, REGION, 'DQ', NEW_CUSTOMERS, {
      ...shared,
      parentId: id(goalKey(COMPANY, NEW_CUSTOMERS)),
      baseline: '58',
      target: '80',
      note: '上季 58 家，线索转化率 14%',
      order: 1,
    }),
    goal(context, REGION, 'DQ', COLLECTION_RATE, { ...shared, baseline: '87.5', target: '90', order: 2 }),
  ];
}

function groupGoals(context: SampleContext): Goal[] {
  const { id } = context;
  return GROUPS.flatMap((group, index) => {
    const leader = id(memberKey(leaderOf(group.name)));
    const prefix = `Z${index + 1}`;
    const shared = {
      level: 'group',
      holder: { kind: 'unit', unitId: id(unitKey(group.name)) },
      dimension: '区域',
      dimensionValue: group.area,
      accountableId: leader,
      responsibleIds: PEOPLE.filter((person) => person.group === group.name).map((person) =>
        id(memberKey(person.name)),
      ),
      source: '大区目标分解',
    } as const;
    const under = (indicator: string): { parentId: string } => ({ parentId: id(goalKey(REGION, indicator)) });
    return [
      goal(context, group.name, prefix, SALES, {
        ...shared,
        ...under(SALES),
        baseline: group.lastSales,
        target: group.sales,
        order: index,
      }),
      goal(context, group.name, prefix, NEW_CUSTOMERS, {
        ...shared,
        ...under(NEW_CUSTOMERS),
        target: group.newCustomers,
        order: index,
      }),
      goal(context, group.name, prefix, COLLECTION_RATE, {
        ...shared,
        ...under(COLLECTION_RATE),
        target: '90',
        order: index,
      }),
    ];
  });
}

function personGoals(context: SampleContext, person: SamplePerson, order: number): Goal[] {
  const { id } = context;
  const self = id(memberKey(person.name));
  /** A person's goals stand together, figures before judgements. */
  const place = order * 10;
  const leader = leaderOf(person.group);
  const shared = {
    level: 'person',
    holder: { kind: 'member', memberId: self },
    accountableId: self,
    responsibleIds: [self],
    supportingIds: leader === person.name ? [] : [id(memberKey(leader))],
    source: '小组目标分解',
  } as const;
  const under = (indicator: string): { parentId: string } => ({ parentId: id(goalKey(person.group, indicator)) });
  const measured = [
    { indicator: SALES, weight: '50', target: person.sales, baseline: person.lastSales },
    { indicator: NEW_CUSTOMERS, weight: '30', target: person.newCustomers, baseline: null },
    { indicator: COLLECTION_RATE, weight: '20', target: '90', baseline: null },
  ];
  return [
    ...measured.map(({ indicator, ...figures }, index) =>
      goal(context, person.name, person.employeeNo, indicator, {
        ...shared,
        ...under(indicator),
        ...figures,
        order: place + index,
      }),
    ),
    ...QUALITATIVE.map(({ name, weight }, index) =>
      goal(context, person.name, person.employeeNo, name, {
        ...shared,
        weight,
        target: '85',
        source: '360 反馈',
        order: place + measured.length + index,
      }),
    ),
  ];
}

/** The whole cascade: company, region, groups, people. */
export function sampleGoals(context: SampleContext): Goal[] {
  return [
    ...companyGoals(context),
    ...regionGoals(context),
    ...groupGoals(context),
    ...PEOPLE.flatMap((person, order) => personGoals(context, person, order)),
  ];
}
