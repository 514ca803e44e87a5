import type { NewId } from '../../ids';
import type { Instant, IsoDate } from '../../primitives';

/** What the parts of the sample share: one id per key, so that records can refer to each other, and the moment of making. */
export interface SampleContext {
  readonly id: (key: string) => string;
  readonly now: Instant;
}

/** A context that asks the host for an id the first time a key is named. */
export function sampleContext(newId: NewId, now: Instant): SampleContext {
  const ids = new Map<string, string>();
  const id = (key: string): string => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const fresh = newId();
    ids.set(key, fresh);
    return fresh;
  };
  return { id, now };
}

/** Day on which the figures of each week slot came in: its last working day, within the month the work was done. */
export const REPORT_DAYS: readonly IsoDate[] = [
  '2026-07-03',
  '2026-07-10',
  '2026-07-17',
  '2026-07-24',
  '2026-07-31',
  '2026-08-07',
  '2026-08-14',
  '2026-08-21',
  '2026-08-28',
  '2026-09-04',
  '2026-09-11',
  '2026-09-18',
  '2026-09-24',
  '2026-09-30',
];

/** Keys of ids: one place, so that nothing is referred to by a misspelt name. */
export const memberKey = (name: string): string => `member:${name}`;
export const unitKey = (name: string): string => `unit:${name}`;
export const indicatorKey = (name: string): string => `indicator:${name}`;
export const goalKey = (holder: string, indicator: string): string => `goal:${holder}:${indicator}`;

export const REGION = '华东大区';
export const COMPANY = '公司';
export const SALES = '销售额';
export const NEW_CUSTOMERS = '新客户';
export const COLLECTION_RATE = '回款率';
/** The judged indicators with their weights, in the order of the score tables. */
export const QUALITATIVE = [
  { name: '客户满意度', weight: '40' },
  { name: '团队协作', weight: '30' },
  { name: '流程规范', weight: '30' },
] as const;
