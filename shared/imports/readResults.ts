import { ZERO, add, fromDecimal } from '../calc/fraction';
import type { Fraction } from '../calc/result';
import { ok, type AppError, type Result } from '../domain/issue';
import type { PlanData } from '../domain/planData';
import type { Decimal, IsoDate } from '../domain/primitives';
import { looseText } from '../templates/codec/text';
import type { RawCell } from '../workbook/model';
import { goalFinder, type FoundGoal } from './goalFinder';
import { resultAmount } from './resultAmount';
import { lastDay, resultDate, tellOrder } from './resultDate';
import type { CoveredDays, DateOrder, ResultMapping, ResultTable } from './types';

type Row = readonly (RawCell | null)[];

/** One figure of the file. For a ratio `denominator` is set and `value` is the numerator. */
export interface ResultFact {
  readonly goalId: string;
  readonly date: IsoDate;
  readonly value: Decimal;
  readonly denominator: Decimal | null;
  /** 0-based place in the sheet. */
  readonly row: number;
  readonly column: number;
}

/** A row that is not taken, with the reason. */
export interface RefusedResult {
  readonly row: number;
  readonly column: number;
  readonly error: AppError;
}

/** A name no member bears. */
export interface UnmatchedPerson {
  readonly text: string;
  readonly n: number;
  readonly total: Fraction;
}

/** A table read as results; nothing is compared with the plan yet. */
export interface ResultReading {
  readonly facts: readonly ResultFact[];
  readonly refused: readonly RefusedResult[];
  readonly unmatched: readonly UnmatchedPerson[];
  /** Rows (in a table of months: figures) that were looked at, and why some do not count. */
  readonly counts: Readonly<Record<'read' | 'filtered' | 'outside' | 'leftOut' | 'blank' | 'totals', number>>;
  /** Sum of what is taken, in the indicator's unit; of a ratio the numerators and denominators. */
  readonly total: Fraction;
  readonly denominators: Fraction;
  readonly covered: CoveredDays | null;
  /** Goals of people who stand in the file, counted or not. */
  readonly named: ReadonlySet<string>;
}

/** So many rows are read at a go; between two goes the window answers. */
const CHUNK = 1000;

const TOTAL_ROW = /^(合计|总计|小计|总额|total|grand total|subtotal|sum)$/i;

/**
 * Reads a table as its mapping says. A generator, so that a host can pause between chunks: yields the share of rows done
 * (0–1), returns the reading. The mapping must be whole (`openParts` empty).
 */
export function* readResults(
  table: ResultTable,
  mapping: ResultMapping,
  data: PlanData,
): Generator<number, ResultReading, undefined> {
  const find = goalFinder(data, mapping);
  const order = mapping.dateOrder ?? (yield* orderOf(table, mapping.date));
  const state = new Collecting(table, mapping, data, find, order);
  for (let row = table.headerRow + 1; row < table.rows.length; row += 1) {
    state.take(table.rows[row] ?? [], row);
    if (row % CHUNK === 0) yield row / table.rows.length;
  }
  return state.done();
}

/** All of it at once. */
export function readAllResults(table: ResultTable, mapping: ResultMapping, data: PlanData): ResultReading {
  const reading = readResults(table, mapping, data);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
}

/** A column of days that never tell is looked through whole, hence in portions too. */
function* orderOf(table: ResultTable, column: number | null): Generator<number, DateOrder | null, undefined> {
  yield 0;
  if (column === null) return null;
  for (let at = table.headerRow + 1; at < table.rows.length; at += 1) {
    if (at % CHUNK === 0) yield 0;
    const row = table.rows[at] ?? [];
    const told = row[column] ? tellOrder(row[column]) : null;
    if (told !== null) return told;
  }
  return null;
}

/** What has been read so far. */
class Collecting {
  private readonly facts: ResultFact[] = [];
  private readonly refused: RefusedResult[] = [];
  private readonly unmatched = new Map<string, { text: string; n: number; total: Fraction }>();
  private readonly counts = { read: 0, filtered: 0, outside: 0, leftOut: 0, blank: 0, totals: 0 };
  private readonly named = new Set<string>();
  private readonly filters: readonly { column: number; values: ReadonlySet<string> }[];
  private readonly amount: { unit: ResultMapping['unit']; indicatorUnit: string; round: boolean };
  private total = ZERO;
  private denominators = ZERO;
  private from: IsoDate | null = null;
  private to: IsoDate | null = null;

  constructor(
    private readonly table: ResultTable,
    private readonly mapping: ResultMapping,
    private readonly data: PlanData,
    private readonly find: (row: Row) => FoundGoal,
    private readonly order: DateOrder | null,
  ) {
    this.filters = mapping.filters.map(({ column, values }) => ({ column, values: new Set(values) }));
    const indicator = data.indicators.get(mapping.indicatorId ?? '');
    this.amount = { unit: mapping.unit, indicatorUnit: indicator?.unit ?? '', round: mapping.round };
  }

  take(row: Row, at: number): void {
    if (row.every((cell) => cell === null || cell.text.trim() === '')) return;
    const { measure } = this.mapping;
    if (this.isTotal(row)) {
      this.counts.totals += 1;
      return;
    }
    if (measure?.kind === 'months') {
      for (const column of measure.columns) this.takeMonth(row, at, column);
      return;
    }
    this.counts.read += 1;
    const column = this.mapping.date ?? 0;
    const date = this.dateOf(row);
    const counts = this.filters.every((filter) => filter.values.has(row[filter.column]?.text.trim() ?? ''));
    // A row that does not count still says which days the export speaks of: a deal that was lost has to go.
    if (date?.ok) this.cover(this.period?.from ?? date.value, date.value);
    if (!counts) {
      const found = this.find(row);
      if (found.kind === 'goal') this.named.add(found.goalId);
      this.counts.filtered += 1;
    } else if (date === null) this.refuse(at, column, { code: 'results.noDate' });
    else if (!date.ok) this.refuse(at, column, date.error);
    else if (!this.inPlan(date.value)) this.counts.outside += 1;
    else this.takeFact(row, at, date.value);
  }

  /** The one week or day of all rows, where no column says when. */
  private get period(): CoveredDays | null {
    return this.mapping.date === null ? (this.mapping.period ?? null) : null;
  }

  private dateOf(row: Row): Result<IsoDate> | null {
    if (this.period) return ok(this.period.to);
    const cell = row[this.mapping.date ?? 0];
    return cell && cell.text.trim() !== '' ? resultDate(cell, this.order) : null;
  }

  private takeMonth(row: Row, at: number, column: number): void {
    const month = this.table.months[column];
    if (!month) return;
    const { start, end } = this.data.plan;
    const year = month.year ?? yearOf(month.month, start, end);
    const first = `${year}-${String(month.month).padStart(2, '0')}-01`;
    const last = lastDay(year, month.month);
    this.counts.read += 1;
    if (last < start || first > end) {
      this.counts.outside += 1;
      return;
    }
    this.cover(first, last);
    this.takeFact(row, at, last > end ? end : last, column);
  }

  private takeFact(row: Row, at: number, date: IsoDate, month?: number): void {
    const { measure } = this.mapping;
    const column =
      month ?? (measure?.kind === 'value' ? measure.column : measure?.kind === 'parts' ? measure.numerator : 0);
    const value =
      measure?.kind === 'rows' ? ({ ok: true, value: '1' } as const) : resultAmount(row[column], this.amount);
    const lower = measure?.kind === 'parts' ? resultAmount(row[measure.denominator], this.amount) : null;
    const found = this.find(row);
    if (found.kind === 'goal') this.named.add(found.goalId);
    if (found.kind === 'leftOut') this.counts.leftOut += 1;
    else if (found.kind === 'refused') {
      if (found.unmatched !== undefined) this.unknown(found.unmatched, value.ok ? value.value : null);
      this.refuse(at, found.column, found.error);
    } else if (!value.ok) this.refuse(at, column, value.error);
    else if (lower?.ok === false)
      this.refuse(at, measure?.kind === 'parts' ? measure.denominator : column, lower.error);
    else if (value.value === null && (lower === null || lower.value === null)) this.counts.blank += 1;
    else if (value.value === null || (lower !== null && lower.value === null))
      this.refuse(at, column, { code: 'import.ratioNeedsParts' });
    else
      this.keep({ goalId: found.goalId, date, value: value.value, denominator: lower?.value ?? null, row: at, column });
  }

  private keep(fact: ResultFact): void {
    this.facts.push(fact);
    this.total = add(this.total, fromDecimal(fact.value));
    if (fact.denominator !== null) this.denominators = add(this.denominators, fromDecimal(fact.denominator));
  }

  private unknown(text: string, value: Decimal | null): void {
    const key = looseText(text);
    const known = this.unmatched.get(key) ?? { text, n: 0, total: ZERO };
    const total = value === null ? known.total : add(known.total, fromDecimal(value));
    this.unmatched.set(key, { text: known.text, n: known.n + 1, total });
  }

  private refuse(row: number, column: number, error: AppError): void {
    this.refused.push({ row, column, error });
  }

  private cover(from: IsoDate, to: IsoDate): void {
    if (this.from === null || from < this.from) this.from = from;
    if (this.to === null || to > this.to) this.to = to;
  }

  private inPlan(date: IsoDate): boolean {
    return date >= this.data.plan.start && date <= this.data.plan.end;
  }

  /** 合计 of the file itself, or a row of figures without any word: counted, it would double everything. */
  private isTotal(row: Row): boolean {
    if (row.some((cell) => cell?.kind === 'text' && TOTAL_ROW.test(cell.text.trim()))) return true;
    const { measure, who } = this.mapping;
    if (measure?.kind !== 'months') return false;
    const label =
      who?.kind === 'column' ? [row[who.column]] : row.filter((_, column) => this.table.months[column] === null);
    const words = label.filter((cell) => cell !== null && cell !== undefined && cell.text.trim() !== '');
    return who?.kind === 'column' ? words.length === 0 : words.every((cell) => cell?.kind === 'number');
  }

  done(): ResultReading {
    const { facts, refused, counts, total, denominators, named, from, to } = this;
    const unmatched = [...this.unmatched.values()].sort((a, b) => b.n - a.n);
    const covered = from === null || to === null ? null : { from, to };
    return { facts, refused, counts, total, denominators, named, covered, unmatched };
  }
}

/** The year of a month that names none: the plan's that holds it. */
function yearOf(month: number, start: IsoDate, end: IsoDate): number {
  const last = Number(end.slice(0, 4));
  for (let year = Number(start.slice(0, 4)); year <= last; year += 1) {
    const key = `${year}-${String(month).padStart(2, '0')}`;
    if (key >= start.slice(0, 7) && key <= end.slice(0, 7)) return year;
  }
  return last;
}
