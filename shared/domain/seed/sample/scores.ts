/**
 * Scores given to one person, 0–100, in the order of QUALITATIVE (customer satisfaction, teamwork, process
 * discipline). Customers judge the first only.
 */
export interface SampleScores {
  readonly name: string;
  readonly superior: readonly number[];
  readonly peers: readonly (readonly number[])[];
  readonly customers: readonly number[];
  readonly self: readonly number[];
}

export const SCORES: readonly SampleScores[] = [
  {
    name: '陈立群',
    superior: [91, 93, 92],
    peers: [
      [86, 98, 85],
      [91, 95, 84],
      [92, 92, 95],
    ],
    customers: [93, 85],
    self: [91, 95, 95],
  },
  {
    name: '王思远',
    superior: [91, 86, 86],
    peers: [
      [88, 92, 85],
      [94, 84, 92],
      [88, 88, 87],
    ],
    customers: [90, 84],
    self: [92, 91, 90],
  },
  {
    name: '刘子涵',
    superior: [94, 91, 82],
    peers: [
      [89, 84, 89],
      [89, 90, 90],
      [87, 93, 79],
    ],
    customers: [91, 85],
    self: [92, 95, 88],
  },
  {
    name: '赵一鸣',
    superior: [87, 82, 77],
    peers: [
      [82, 84, 81],
      [84, 87, 73],
      [81, 87, 83],
    ],
    customers: [90, 80],
    self: [88, 87, 81],
  },
  {
    name: '林晓雯',
    superior: [98, 95, 91],
    peers: [
      [95, 94, 85],
      [93, 97, 91],
      [90, 97, 82],
    ],
    customers: [93, 97],
    self: [99, 97, 93],
  },
  {
    name: '吴浩然',
    superior: [90, 94, 82],
    peers: [
      [85, 95, 86],
      [85, 91, 84],
      [84, 87, 85],
    ],
    customers: [83, 81],
    self: [90, 93, 86],
  },
  {
    name: '孙佳怡',
    superior: [86, 92, 82],
    peers: [
      [88, 97, 85],
      [87, 88, 83],
      [91, 85, 84],
    ],
    customers: [81, 89],
    self: [88, 93, 87],
  },
  {
    name: '黄志强',
    superior: [85, 84, 80],
    peers: [
      [92, 82, 85],
      [83, 79, 82],
      [91, 85, 79],
    ],
    customers: [83, 93],
    self: [91, 81, 84],
  },
  {
    name: '张明轩',
    superior: [94, 88, 82],
    peers: [
      [96, 95, 85],
      [91, 95, 88],
      [90, 89, 82],
    ],
    customers: [90, 98],
    self: [98, 91, 81],
  },
  {
    name: '李婷',
    superior: [92, 83, 80],
    peers: [
      [84, 91, 78],
      [94, 84, 86],
      [86, 89, 79],
    ],
    customers: [86, 86],
    self: [87, 83, 81],
  },
  {
    name: '郑凯',
    superior: [80, 83, 70],
    peers: [
      [73, 79, 68],
      [76, 85, 75],
      [71, 79, 67],
    ],
    customers: [76, 74],
    self: [82, 86, 92],
  },
  {
    name: '何雨晴',
    superior: [85, 83, 81],
    peers: [
      [88, 78, 75],
      [81, 85, 86],
      [84, 77, 79],
    ],
    customers: [91, 87],
    self: [87, 82, 81],
  },
];
