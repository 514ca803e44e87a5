import { both } from './entry';

/** Units and sources that many entries share. */
export const WAN = both('万元', '10k CNY');
export const PERCENT = both('%', '%');
export const CUSTOMERS = both('家', 'customers');
export const TIMES = both('次', 'times');
export const ITEMS = both('个', 'items');
export const PEOPLE = both('人', 'people');
export const DAYS = both('天', 'days');
export const POINTS = both('分', 'points');
export const CRM_ORDERS = both('CRM 销售订单', 'CRM orders');
export const CRM_CUSTOMERS = both('CRM 客户档案', 'CRM customer records');
export const CRM_PIPELINE = both('CRM 商机', 'CRM opportunities');
export const LEDGER = both('财务台账', 'Finance ledger');
export const ACTIVITY = both('市场活动台账', 'Marketing activity log');
export const FEEDBACK = both('360 反馈', '360-degree feedback');
