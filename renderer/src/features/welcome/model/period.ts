import type { IsoDate } from '#shared/domain/primitives';

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year' | 'custom';

/** A period one can plan for. */
export interface PeriodChoice {
  /** Year it is named by: the (fiscal) year it lies in. */
  readonly year: number;
  /** 1-based number of the month, quarter or half within that year; 1 for a year. */
  readonly n: number;
  readonly start: IsoDate;
  /** Last day, inclusive. */
  readonly end: IsoDate;
}

const MONTHS: Readonly<Record<Exclude<PeriodKind, 'custom'>, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

const two = (n: number): string => String(n).padStart(2, '0');

/** Months are counted through: year × 12 + month − 1. */
function firstDay(month: number): IsoDate {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}-01`;
}

/** Last day of the month before the counted one. */
function dayBefore(month: number): IsoDate {
  const last = month - 1;
  const [year, inYear] = [Math.floor(last / 12), (last % 12) + 1];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = inYear === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(inYear) ? 30 : 31;
  return `${firstDay(last).slice(0, 8)}${days}`;
}

/**
 * The period that holds a day, moved by `offset` periods. A fiscal year that starts in month `fiscalStart` (1–12) is
 * named by the calendar year it starts in; months are always those of the calendar.
 */
export function periodAround(
  kind: Exclude<PeriodKind, 'custom'>,
  today: IsoDate,
  fiscalStart: number,
  offset: number,
): PeriodChoice {
  const length = MONTHS[kind];
  const shift = kind === 'month' ? 0 : fiscalStart - 1;
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - shift;
  const first = (Math.floor(month / length) + offset) * length;
  return {
    year: Math.floor(first / 12),
    n: (first % 12) / length + 1,
    start: firstDay(first + shift),
    end: dayBefore(first + shift + length),
  };
}

/** The periods offered: the one before this, this one, and those ahead. */
export function periodChoices(kind: PeriodKind, today: IsoDate, fiscalStart: number): PeriodChoice[] {
  if (kind === 'custom') return [];
  return [-1, 0, 1, 2, 3, 4].map((offset) => periodAround(kind, today, fiscalStart, offset));
}

/** Which of the choices is meant most likely: this period, or the next one when this is in its second half. */
export function likelyChoice(choices: readonly PeriodChoice[], today: IsoDate): number {
  const current = choices.findIndex((choice) => choice.start <= today && today <= choice.end);
  const period = choices[current];
  if (!period) return 0;
  const half = (Date.parse(period.start) + Date.parse(period.end)) / 2;
  return Date.parse(today) > half && current + 1 < choices.length ? current + 1 : current;
}
