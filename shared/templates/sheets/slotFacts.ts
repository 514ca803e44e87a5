import type { FactSeries } from '../../domain/facts';
import type { Aggregation } from '../../domain/indicator';
import type { Plan } from '../../domain/plan';
import type { Decimal } from '../../domain/primitives';
import { planFrame } from '../../calc/frame';
import { divide, fromDecimal, sum, whole } from '../../calc/fraction';
import { toDecimal } from '../../calc/quantity';
import type { Slot } from '../../calc/result';

/** What was reported in one week slot, as the three input cells hold it. */
export interface SlotFact {
  readonly value: Decimal | null;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
}

const slotsByPlan = new WeakMap<Plan, readonly Slot[]>();

/** Week slots of a plan; remembered, because every row of an import asks. */
export function planSlots(plan: Plan): readonly Slot[] {
  const known = slotsByPlan.get(plan);
  if (known) return known;
  const { ownHolidays, ownWorkdays } = plan.policy;
  const { slots } = planFrame(plan.start, plan.end, plan.asOf ?? plan.end, ownHolidays, ownWorkdays).timeline;
  slotsByPlan.set(plan, slots);
  return slots;
}

const rowsIn = (series: FactSeries, slot: Slot): number[] =>
  series.dates.flatMap((date, row) => (date >= slot.start && date <= slot.end ? [row] : []));

/** Own facts dated in the slot, put together by the indicator's aggregation; a mean is cut to 6 places. */
export function slotFact(series: FactSeries | undefined, aggregation: Aggregation, slot: Slot): SlotFact {
  const none: SlotFact = { value: null, numerator: null, denominator: null };
  if (!series) return none;
  const rows = rowsIn(series, slot);
  const total = (column: readonly (Decimal | null)[]): Decimal | null => {
    const given = rows.flatMap((row) => column[row] ?? []);
    return given.length === 0 ? null : toDecimal(sum(given.map(fromDecimal)));
  };
  if (aggregation === 'ratio') {
    return { ...none, numerator: total(series.numerators), denominator: total(series.denominators) };
  }
  const values = rows.flatMap((row) => series.values[row] ?? []);
  if (values.length === 0) return none;
  if (aggregation === 'last') return { ...none, value: values.at(-1) ?? null };
  const added = sum(values.map(fromDecimal));
  return { ...none, value: toDecimal(aggregation === 'average' ? divide(added, whole(values.length)) : added) };
}

/**
 * The series with the slot's figure set: one fact dated the slot's last day, in place of whatever lay in it. The same
 * figure changes nothing, so daily facts survive a file that only carries their weekly sum.
 */
export function withSlotFact(
  series: FactSeries | undefined,
  goalId: string,
  aggregation: Aggregation,
  slot: Slot,
  fact: SlotFact,
): FactSeries | undefined {
  const now = slotFact(series, aggregation, slot);
  if (now.value === fact.value && now.numerator === fact.numerator && now.denominator === fact.denominator)
    return series;
  const old: FactSeries = series ?? {
    id: goalId,
    dates: [],
    values: [],
    numerators: [],
    denominators: [],
    sources: [],
  };
  const gone = new Set(rowsIn(old, slot));
  const rows = old.dates.flatMap((date, i) =>
    gone.has(i)
      ? []
      : [
          {
            date,
            value: old.values[i] ?? null,
            numerator: old.numerators[i] ?? null,
            denominator: old.denominators[i] ?? null,
            source: old.sources[i] ?? '',
          },
        ],
  );
  if (fact.value !== null || fact.numerator !== null) rows.push({ date: slot.end, ...fact, source: 'grid' });
  rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    id: goalId,
    dates: rows.map(({ date }) => date),
    values: rows.map(({ value }) => value),
    numerators: rows.map(({ numerator }) => numerator),
    denominators: rows.map(({ denominator }) => denominator),
    sources: rows.map(({ source }) => source),
  };
}
