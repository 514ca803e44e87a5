import type { TrackingNote } from '../domain/tracking';
import type { IsoDate } from '../domain/primitives';
import { isZero, lessThan } from './fraction';
import type { Fraction, GoalWarning, WarningLevel } from './result';

export interface WarningRule {
  /** 1 = 100 %. */
  readonly threshold: Fraction;
  /** Consecutive under slots from which the warning is red. */
  readonly run: number;
}

/** A closed slot as the rule sees it. */
export interface ClosedSlot {
  readonly n: number;
  readonly target: Fraction | null;
  readonly actual: Fraction | null;
  /** Completion of the slot against its target; null where it has none. */
  readonly completion: Fraction | null;
  /** Something was reported for it. */
  readonly reported: boolean;
}

export interface WarningRun {
  readonly level: WarningLevel;
  readonly run: number;
  /** Numbers of the run's slots. */
  readonly slots: readonly number[];
  readonly unreported: readonly number[];
  /** One per closed slot: under the threshold, null where the slot is skipped. */
  readonly under: readonly (boolean | null)[];
  /** One per closed slot: level of the run that ends in it; green where it is skipped. */
  readonly levels: readonly WarningLevel[];
}

const levelOf = (run: number, rule: WarningRule): WarningLevel =>
  run === 0 ? 'green' : run >= rule.run ? 'red' : 'amber';

/**
 * Runs of slots under the threshold (specification section 7), given closed slots in order. Slots of target 0 and
 * unreported ones are skipped: they neither extend nor break a run.
 */
export function warningRun(slots: readonly ClosedSlot[], rule: WarningRule): WarningRun {
  let run: number[] = [];
  const unreported: number[] = [];
  const under: (boolean | null)[] = [];
  const levels: WarningLevel[] = [];
  for (const slot of slots) {
    if (!slot.reported) unreported.push(slot.n);
    const skipped = !slot.reported || slot.target === null || isZero(slot.target) || slot.completion === null;
    const isUnder = skipped || slot.completion === null ? null : lessThan(slot.completion, rule.threshold);
    if (isUnder === true) run = [...run, slot.n];
    if (isUnder === false) run = [];
    under.push(isUnder);
    levels.push(isUnder === null ? 'green' : levelOf(run.length, rule));
  }
  return { level: levelOf(run.length, rule), run: run.length, slots: run, unreported, under, levels };
}

/**
 * The warning with its answer: an intervention recorded by the as-of day for a slot of the run, or for one after it
 * that did not break it.
 */
export function answerWarning(run: WarningRun, notes: readonly TrackingNote[], asOf: IsoDate): GoalWarning {
  const first = run.slots[0];
  const answer =
    first === undefined
      ? undefined
      : notes
          .filter((note) => note.intervention && note.slot >= first)
          .filter((note) => note.recordedOn === null || note.recordedOn <= asOf)
          .sort((a, b) => a.slot - b.slot || (a.id < b.id ? -1 : 1))[0];
  return {
    level: run.level,
    run: run.run,
    slots: run.slots,
    unreported: run.unreported,
    open: run.level === 'red' && answer === undefined,
    answeredBy: answer?.id ?? null,
  };
}

/** The warning of a goal that is not followed week by week. */
export const NO_WARNING: GoalWarning = {
  level: 'green',
  run: 0,
  slots: [],
  unreported: [],
  open: false,
  answeredBy: null,
};
