import { dayNumber, weekday } from '../calc/dates';
import type { FactSeries } from '../domain/facts';
import type { Decimal, IsoDate } from '../domain/primitives';
import type { CoveredDays } from './types';

/** A figure of a day, and where it stands in the file (0-based). `denominator` set: `value` is the numerator. */
export interface DayFact {
  readonly date: IsoDate;
  readonly value: Decimal;
  readonly denominator: Decimal | null;
  readonly row: number;
  readonly column: number;
}

/** The Monday of a day, as a day number: the same for all days of a week slot. */
const week = (date: IsoDate): number => dayNumber(date) - weekday(dayNumber(date));

/**
 * A goal's facts after an import. Facts of the same source on covered days give way to the fresh ones, so that the same
 * export changes nothing the second time and an overlapping one never doubles. What was typed by hand or came from
 * elsewhere gives way too where `replaceOthers`, in the weeks the fresh facts speak of; else it stays and is added to.
 */
export function mergeFacts(
  goalId: string,
  before: FactSeries | undefined,
  fresh: readonly DayFact[],
  options: { readonly source: string; readonly covered: CoveredDays | null; readonly replaceOthers: boolean },
): FactSeries {
  const { source, covered, replaceOthers } = options;
  const weeks = new Set(fresh.map(({ date }) => week(date)));
  const kept = (before?.dates ?? []).flatMap((date, index) => {
    const from = before?.sources[index] ?? 'grid';
    const replaced = from === source && covered !== null && date >= covered.from && date <= covered.to;
    const other = replaceOthers && from !== source && weeks.has(week(date));
    return replaced || other
      ? []
      : [
          {
            date,
            value: before?.values[index] ?? null,
            numerator: before?.numerators[index] ?? null,
            denominator: before?.denominators[index] ?? null,
            source: from,
          },
        ];
  });
  const rows = [
    ...kept,
    ...fresh.map(({ date, value, denominator }) => ({
      date,
      value: denominator === null ? value : null,
      numerator: denominator === null ? null : value,
      denominator,
      source,
    })),
  ];
  // By day, then source: the order does not depend on which import came first.
  const order = (a: (typeof rows)[number], b: (typeof rows)[number]): number =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.source < b.source ? -1 : a.source > b.source ? 1 : 0;
  rows.sort(order);
  return {
    id: goalId,
    dates: rows.map(({ date }) => date),
    values: rows.map(({ value }) => value),
    numerators: rows.map(({ numerator }) => numerator),
    denominators: rows.map(({ denominator }) => denominator),
    sources: rows.map(({ source: from }) => from),
  };
}
