/** The week slots in which each person signed a new customer, one entry a customer; other weeks report 0. */
export const NEW_CUSTOMER_WEEKS: Readonly<Record<string, readonly number[]>> = {
  陈立群: [2, 5, 6, 9, 10, 11, 12],
  王思远: [1, 4, 6, 8, 10, 11, 12, 13, 14],
  刘子涵: [1, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14],
  赵一鸣: [2, 6, 10, 12, 14],
  林晓雯: [1, 2, 6, 8, 9, 10, 11, 12, 13],
  吴浩然: [2, 4, 7, 9, 11, 12, 13],
  孙佳怡: [3, 5, 6, 10, 12, 14],
  黄志强: [4, 7, 9, 11, 12, 13],
  张明轩: [1, 2, 4, 5, 7, 8, 10, 12],
  李婷: [1, 3, 7, 8, 11],
  郑凯: [2, 5, 6],
  何雨晴: [3, 4, 6, 12],
};
