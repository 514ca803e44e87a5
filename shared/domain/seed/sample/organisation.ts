import { makeIndicator, makeMember, makeUnit } from '../../builders';
import type { Indicator } from '../../indicator';
import type { Member, Unit } from '../../organisation';
import {
  COLLECTION_RATE,
  COMPANY,
  indicatorKey,
  memberKey,
  NEW_CUSTOMERS,
  REGION,
  SALES,
  unitKey,
  type SampleContext,
} from './context';
import { GROUPS, PEOPLE } from './people';

/** Company, region and its three groups. */
export function sampleUnits({ id }: SampleContext): Unit[] {
  return [
    makeUnit({ id: id(unitKey(COMPANY)), name: COMPANY, level: 'company' }),
    makeUnit({ id: id(unitKey(REGION)), name: REGION, level: 'department', parentId: id(unitKey(COMPANY)) }),
    ...GROUPS.map(({ name, area }, order) =>
      makeUnit({ id: id(unitKey(name)), name, note: area, parentId: id(unitKey(REGION)), order }),
    ),
  ];
}

/** Name of the person who leads a group. */
export const leaderOf = (group: string): string => PEOPLE.find((person) => person.group === group)?.name ?? '';

/** The twelve people; group leaders report to the regional manager, who is outside the ranking. */
export function sampleMembers({ id }: SampleContext): Member[] {
  return PEOPLE.map((person, order) => {
    const leader = leaderOf(person.group);
    const leads = leader === person.name;
    return makeMember({
      id: id(memberKey(person.name)),
      name: person.name,
      employeeNo: person.employeeNo,
      unitId: id(unitKey(person.group)),
      position: person.position,
      superiorId: leads ? null : id(memberKey(leader)),
      superiorName: leads ? '周敏' : leader,
      email: `${person.employeeNo.toLowerCase()}@example.com`,
      joinedOn: person.joinedOn,
      bonusBase: person.bonusBaseYuan * 100,
      mentorId: MENTORS[person.name] === undefined ? null : id(memberKey(MENTORS[person.name] ?? '')),
      order,
    });
  });
}

const MENTORS: Readonly<Record<string, string>> = { 刘子涵: '陈立群', 郑凯: '张明轩', 何雨晴: '李婷' };

/** Three measured and three judged indicators. */
export function sampleIndicators({ id }: SampleContext): Indicator[] {
  return [
    makeIndicator({
      id: id(indicatorKey(SALES)),
      name: SALES,
      unit: '万元',
      precision: 1,
      definition: '期间内签约并开票的含税金额，退货冲减',
      source: 'CRM 销售订单',
    }),
    makeIndicator({
      id: id(indicatorKey(NEW_CUSTOMERS)),
      name: NEW_CUSTOMERS,
      unit: '家',
      precision: 0,
      definition: '首次签约且首单已开票的客户数',
      source: 'CRM 客户档案',
    }),
    makeIndicator({
      id: id(indicatorKey(COLLECTION_RATE)),
      name: COLLECTION_RATE,
      aggregation: 'ratio',
      unit: '%',
      precision: 1,
      definition: '期间内已回款金额 ÷ 期间内销售额',
      source: '财务回款台账',
      numeratorName: '回款额',
      denominatorName: '销售额',
    }),
    makeIndicator({
      id: id(indicatorKey('客户满意度')),
      name: '客户满意度',
      kind: 'qualitative',
      definition: '响应及时、方案对路、承诺兑现',
      source: '360 反馈',
    }),
    makeIndicator({
      id: id(indicatorKey('团队协作')),
      name: '团队协作',
      kind: 'qualitative',
      definition: '共享线索、支援同事、会上说真话',
      source: '360 反馈',
      relations: { superior: '50', peer: '50' },
    }),
    makeIndicator({
      id: id(indicatorKey('流程规范')),
      name: '流程规范',
      kind: 'qualitative',
      definition: '拜访记录、报价、合同按流程办，数据当天录入',
      source: '360 反馈',
      relations: { superior: '50', peer: '50' },
    }),
  ];
}
