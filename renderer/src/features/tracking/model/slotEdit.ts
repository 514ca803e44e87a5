import { fromDecimal, isNegative } from '#shared/calc/fraction';
import { parseDecimal, toDecimal } from '#shared/calc/quantity';
import type { Slot, Timeline } from '#shared/calc/result';
import { putRecord, removeRecord, type Change } from '#shared/domain/change';
import type { FactSeries } from '#shared/domain/facts';
import type { GoalId } from '#shared/domain/ids';
import type { Indicator } from '#shared/domain/indicator';
import { err, ok, type Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { withSlotFact, type SlotFact } from '#shared/templates/sheets/slotFacts';
import { plainNumber } from '../../../ui/grid/sums';
import type { WeekCell } from './weekRows';

const NOTHING: SlotFact = { value: null, numerator: null, denominator: null };

/** What is wrong with a typed figure: a key of the texts and its parameters. */
export interface CellProblem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

function numberOf(text: string): Result<string, CellProblem> {
  const parsed = parseDecimal(text);
  return parsed.ok ? parsed : err({ code: `issue.${parsed.error.code}`, params: { text } });
}

/**
 * A week's figure as typed: a number, or numerator/denominator for a ratio (`12/40`, also with the full-width slash).
 * Nothing typed means not reported, which is not 0.
 */
export function parseSlotText(indicator: Indicator, text: string): Result<SlotFact, CellProblem> {
  const plain = plainNumber(text);
  if (plain === '') return ok(NOTHING);
  if (indicator.aggregation !== 'ratio') {
    const value = numberOf(plain);
    return value.ok ? ok({ ...NOTHING, value: value.value }) : value;
  }
  const [above, below, ...rest] = plain.split(/[/÷]/);
  if (above === undefined || below === undefined || rest.length > 0) return err({ code: 'tracking.cell.ratioForm' });
  const numerator = numberOf(above);
  if (!numerator.ok) return numerator;
  const denominator = numberOf(below);
  if (!denominator.ok) return denominator;
  if (isNegative(fromDecimal(denominator.value))) return err({ code: 'tracking.cell.negativeDenominator' });
  return ok({ ...NOTHING, numerator: numerator.value, denominator: denominator.value });
}

/** What the editor opens with: the exact figure, a ratio as numerator/denominator. */
export function slotEditText(indicator: Indicator, cell: WeekCell | undefined): string {
  if (!cell) return '';
  if (indicator.aggregation !== 'ratio') return cell.actual === null ? '' : toDecimal(cell.actual);
  if (cell.numerator === null || cell.denominator === null) return '';
  return `${toDecimal(cell.numerator)}/${toDecimal(cell.denominator)}`;
}

/** One figure to be set. */
export interface SlotEdit {
  readonly goalId: GoalId;
  /** 1-based number of the slot. */
  readonly slot: number;
  readonly fact: SlotFact;
}

/**
 * The day a typed figure is dated: the slot's last one. In the running week it is the as-of day, because what lies after
 * that day does not count yet.
 */
export const factDay = (slot: Slot, asOf: string): string => (slot.current ? asOf : slot.end);

/** The figure of one slot set anew: every fact that lay in the slot makes way for the one typed. */
function replaceSlot(series: FactSeries | undefined, indicator: Indicator, slot: Slot, day: string, edit: SlotEdit) {
  const emptied = withSlotFact(series, edit.goalId, indicator.aggregation, slot, NOTHING);
  const filled = withSlotFact(emptied, edit.goalId, indicator.aggregation, slot, edit.fact);
  if (!filled || day === slot.end) return filled;
  return { ...filled, dates: filled.dates.map((date) => (date === slot.end ? day : date)) };
}

/** The changes that set figures in week slots, one record a goal; a goal left without facts keeps no record. */
export function slotChanges(data: PlanData, timeline: Timeline, edits: readonly SlotEdit[]): Change[] {
  const touched = new Map<GoalId, FactSeries | undefined>();
  for (const edit of edits) {
    const goal = data.goals.get(edit.goalId);
    const indicator = goal ? data.indicators.get(goal.indicatorId) : undefined;
    const slot = timeline.slots[edit.slot - 1];
    if (!indicator || !slot) continue;
    const before = touched.has(edit.goalId) ? touched.get(edit.goalId) : data.facts.get(edit.goalId);
    touched.set(edit.goalId, replaceSlot(before, indicator, slot, factDay(slot, timeline.asOf), edit));
  }
  return [...touched].flatMap(([goalId, series]): Change[] => {
    if (!series) return [];
    return series.dates.length === 0 ? removeRecord(data, 'facts', goalId) : [putRecord(data, 'facts', series)];
  });
}

/** Where the figures of a slot came from, each source once, and the latest day. */
export function slotSources(series: FactSeries | undefined, slot: Slot): { sources: string[]; last: string | null } {
  const rows = (series?.dates ?? []).flatMap((date, row) => (date >= slot.start && date <= slot.end ? [row] : []));
  const sources = [...new Set(rows.map((row) => series?.sources[row] ?? ''))];
  const last = rows.map((row) => series?.dates[row] ?? '').reduce((a, b) => (a > b ? a : b), '');
  return { sources, last: last === '' ? null : last };
}
