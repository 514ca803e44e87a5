import type { Decimal } from '../../primitives';

/** One row of the sample team: targets of the quarter, last quarter's sales, bonus base in 元. */
export interface SamplePerson {
  readonly name: string;
  readonly group: string;
  readonly position: string;
  readonly employeeNo: string;
  readonly joinedOn: string;
  readonly bonusBaseYuan: number;
  readonly sales: Decimal;
  readonly lastSales: Decimal;
  readonly newCustomers: Decimal;
}

/** The three groups: area, targets, last quarter's sales (万元). The first person of a group leads it. */
export const GROUPS = [
  { name: '华东组', area: '上海 · 江苏', sales: '500', newCustomers: '30', lastSales: '391.2' },
  { name: '浙皖组', area: '浙江 · 安徽', sales: '540', newCustomers: '28', lastSales: '438.6' },
  { name: '鲁闽组', area: '山东 · 福建', sales: '460', newCustomers: '22', lastSales: '360.6' },
] as const;

export const PEOPLE: readonly SamplePerson[] = [
  {
    name: '陈立群',
    group: '华东组',
    position: '组长',
    employeeNo: 'HD001',
    joinedOn: '2019-03-11',
    bonusBaseYuan: 24000,
    sales: '140',
    lastSales: '118.4',
    newCustomers: '6',
  },
  {
    name: '王思远',
    group: '华东组',
    position: '销售代表',
    employeeNo: 'HD002',
    joinedOn: '2022-05-16',
    bonusBaseYuan: 20000,
    sales: '120',
    lastSales: '98.6',
    newCustomers: '9',
  },
  {
    name: '刘子涵',
    group: '华东组',
    position: '销售代表',
    employeeNo: 'HD003',
    joinedOn: '2023-02-20',
    bonusBaseYuan: 20000,
    sales: '120',
    lastSales: '96.2',
    newCustomers: '9',
  },
  {
    name: '赵一鸣',
    group: '华东组',
    position: '销售代表',
    employeeNo: 'HD004',
    joinedOn: '2021-07-05',
    bonusBaseYuan: 18000,
    sales: '120',
    lastSales: '78',
    newCustomers: '6',
  },
  {
    name: '林晓雯',
    group: '浙皖组',
    position: '组长',
    employeeNo: 'HD005',
    joinedOn: '2018-06-04',
    bonusBaseYuan: 26000,
    sales: '150',
    lastSales: '131.2',
    newCustomers: '7',
  },
  {
    name: '吴浩然',
    group: '浙皖组',
    position: '大客户代表',
    employeeNo: 'HD006',
    joinedOn: '2021-03-15',
    bonusBaseYuan: 22000,
    sales: '140',
    lastSales: '112.6',
    newCustomers: '7',
  },
  {
    name: '孙佳怡',
    group: '浙皖组',
    position: '销售代表',
    employeeNo: 'HD007',
    joinedOn: '2022-09-13',
    bonusBaseYuan: 20000,
    sales: '130',
    lastSales: '103',
    newCustomers: '7',
  },
  {
    name: '黄志强',
    group: '浙皖组',
    position: '销售代表',
    employeeNo: 'HD008',
    joinedOn: '2023-04-10',
    bonusBaseYuan: 18000,
    sales: '120',
    lastSales: '91.8',
    newCustomers: '7',
  },
  {
    name: '张明轩',
    group: '鲁闽组',
    position: '组长',
    employeeNo: 'HD009',
    joinedOn: '2019-10-21',
    bonusBaseYuan: 22000,
    sales: '138',
    lastSales: '108.6',
    newCustomers: '7',
  },
  {
    name: '李婷',
    group: '鲁闽组',
    position: '销售代表',
    employeeNo: 'HD010',
    joinedOn: '2022-02-14',
    bonusBaseYuan: 20000,
    sales: '123',
    lastSales: '96.2',
    newCustomers: '6',
  },
  {
    name: '郑凯',
    group: '鲁闽组',
    position: '销售代表',
    employeeNo: 'HD011',
    joinedOn: '2024-03-04',
    bonusBaseYuan: 18000,
    sales: '108',
    lastSales: '84.5',
    newCustomers: '5',
  },
  {
    name: '何雨晴',
    group: '鲁闽组',
    position: '销售代表',
    employeeNo: 'HD012',
    joinedOn: '2025-08-18',
    bonusBaseYuan: 16000,
    sales: '91',
    lastSales: '71.3',
    newCustomers: '4',
  },
];
