import type { Issue } from '../domain/issue';
import type { GoalId, IndicatorId, MemberId, RecordId } from '../domain/ids';
import type { Relation } from '../domain/indicator';
import type { Fen, IsoDate } from '../domain/primitives';

/** An exact rational; `d` > 0, in lowest terms. 1 = 100 % wherever it is a completion or share. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** One week slot of the plan (specification section 6). */
export interface Slot {
  /** 1-based. */
  readonly n: number;
  readonly start: IsoDate;
  /** Inclusive. */
  readonly end: IsoDate;
  readonly workdays: number;
  /** Its last day is before the as-of date. */
  readonly closed: boolean;
  /** The as-of date lies in it. */
  readonly current: boolean;
}

export interface MonthSpan {
  /** `yyyy-mm`. */
  readonly month: string;
  readonly start: IsoDate;
  /** Inclusive. */
  readonly end: IsoDate;
  readonly workdays: number;
}

export interface Timeline {
  readonly asOf: IsoDate;
  readonly slots: readonly Slot[];
  readonly months: readonly MonthSpan[];
  readonly workdays: number;
  /** Working days from the start up to and including the day before as-of. */
  readonly workdaysElapsed: number;
  /** Years of the period that the bundled official calendar does not cover (said, not guessed). */
  readonly missingCalendarYears: readonly number[];
}

export type CompletionState = 'ok' | 'noData' | 'notApplicable';

export interface Completion {
  readonly state: CompletionState;
  /** Completion before the cap; null unless `ok`. */
  readonly value: Fraction | null;
  /** After the cap; what is weighted and scored. */
  readonly capped: Fraction | null;
}

export type WarningLevel = 'green' | 'amber' | 'red';

/** One goal in one span (a week slot or a month). Quantities in the indicator's unit. */
export interface SpanFigure {
  readonly target: Fraction | null;
  /** null = not reported. */
  readonly actual: Fraction | null;
  readonly numerator: Fraction | null;
  readonly denominator: Fraction | null;
  readonly completion: Fraction | null;
  readonly cumulativeTarget: Fraction | null;
  readonly cumulativeActual: Fraction | null;
  readonly cumulativeCompletion: Fraction | null;
}

export interface SlotFigure extends SpanFigure {
  readonly n: number;
  /** Under the warning threshold; null where the slot is skipped. */
  readonly under: boolean | null;
  /** Level of the run that ends in this slot. */
  readonly level: WarningLevel;
}

export interface MonthFigure extends SpanFigure {
  readonly month: string;
}

/** Warning of a goal as of the plan's date (specification section 7). */
export interface GoalWarning {
  readonly level: WarningLevel;
  readonly run: number;
  /** Slots of the run. */
  readonly slots: readonly number[];
  /** Closed slots that were due and not reported. */
  readonly unreported: readonly number[];
  /** Red and not yet answered by an intervention. */
  readonly open: boolean;
  readonly answeredBy: RecordId | null;
}

/** Sum of the children against the parent (specification section 8). */
export interface CascadeFigure {
  /** Children on the same indicator, in order. */
  readonly children: readonly GoalId[];
  readonly assigned: Fraction;
  /** parent − assigned; negative = over-assigned. */
  readonly gap: Fraction | null;
  readonly coverage: Fraction | null;
}

export interface GoalResult {
  readonly goalId: GoalId;
  readonly indicatorId: IndicatorId;
  /** Period target (monthly averages multiplied out, prorated where the plan says so). */
  readonly target: Fraction | null;
  readonly monthlyAverage: Fraction | null;
  /** Own facts and everything rolled up, to the as-of date (whole period once it is over). */
  readonly actual: Fraction | null;
  readonly numerator: Fraction | null;
  readonly denominator: Fraction | null;
  readonly completion: Completion;
  readonly points: Fraction | null;
  readonly slots: readonly SlotFigure[];
  readonly months: readonly MonthFigure[];
  readonly warning: GoalWarning;
  /** Cumulative actual ÷ cumulative target to the as-of date. */
  readonly pace: Fraction | null;
  /** In the indicator's unit; null before the second closed slot. */
  readonly projection: Fraction | null;
  readonly cascade: CascadeFigure | null;
}

/** One line of a member's score sheet (评估明细). */
export interface ScoreRow {
  readonly goalId: GoalId | null;
  readonly indicatorId: IndicatorId;
  readonly kind: 'quantitative' | 'qualitative';
  /** Weight as entered, 100 = 100 %. */
  readonly weight: Fraction;
  /** Share it really carries after missing ones are left out, 1 = 100 %; null when left out. */
  readonly effectiveShare: Fraction | null;
  readonly target: Fraction | null;
  readonly actual: Fraction | null;
  readonly completion: Completion;
  readonly points: Fraction | null;
  /** points × effective share. */
  readonly weightedPoints: Fraction | null;
}

/** What may be shown of one relation's answers on one indicator (specification section 4). */
export interface RelationScore {
  readonly relation: Relation;
  readonly weight: Fraction;
  readonly answers: number;
  /** Mean of the relation; null when nobody answered, or hidden for confidentiality. */
  readonly mean: Fraction | null;
  readonly hidden: boolean;
  /** Due, and nobody answered. */
  readonly missing: boolean;
}

export interface IndicatorFeedback {
  readonly indicatorId: IndicatorId;
  readonly weight: Fraction;
  /** Score that counts (after calibration); null = nobody rated it. */
  readonly score: Fraction | null;
  /** Score as computed from the answers, before calibration. */
  readonly computed: Fraction | null;
  readonly relations: readonly RelationScore[];
  readonly self: Fraction | null;
  /** self − others. */
  readonly selfGap: Fraction | null;
  /** |gap| over 20 points. */
  readonly selfGapLarge: boolean;
}

export interface QualitativeResult {
  /** null = 未评 (not rated). */
  readonly score: Fraction | null;
  readonly indicators: readonly IndicatorFeedback[];
  /** A due relation did not answer and its absence is not accepted. */
  readonly unaccepted: readonly { readonly indicatorId: IndicatorId; readonly relation: Relation }[];
}

export interface PayoutResult {
  /** The figure the bands are applied to; null = none yet. */
  readonly basis: Fraction | null;
  /** Index into the policy's payout bands; null = none. */
  readonly band: number | null;
  readonly ratio: Fraction;
  readonly bonusBase: Fen;
  readonly presence: Fraction;
  /** bonus base × ratio × presence, rounded to 分. */
  readonly bonus: Fen;
  readonly adjustments: Fen;
  /** Never below 0. */
  readonly paid: Fen;
  /** To the next better band: what is missing of the basis, and what it would add. */
  readonly nextBand: { readonly missing: Fraction; readonly gain: Fen } | null;
}

export interface MemberResult {
  readonly memberId: MemberId;
  readonly rows: readonly ScoreRow[];
  readonly quantitative: Fraction | null;
  readonly qualitative: QualitativeResult;
  readonly total: Fraction | null;
  readonly overallCompletion: Fraction | null;
  /** Something is missing, see `issues`; ranked below all complete ones. */
  readonly provisional: boolean;
  readonly rank: number | null;
  readonly grade: string | null;
  readonly star: boolean;
  readonly payout: PayoutResult;
  readonly issues: readonly Issue[];
}

export interface TeamResult {
  readonly goalId: GoalId | null;
  readonly completion: Fraction | null;
  /** Team reward is earned (≥ 100 %). */
  readonly reached: boolean;
  readonly bonusTotal: Fen;
  readonly adjustmentTotal: Fen;
  readonly paidTotal: Fen;
  readonly budget: Fen | null;
  /** budget − paid; null without a budget. */
  readonly remaining: Fen | null;
}

/** Everything that follows from a plan as of a day. The same on every host and in every export. */
export interface PlanResult {
  readonly timeline: Timeline;
  readonly goals: ReadonlyMap<GoalId, GoalResult>;
  /** Ranked members (not external ones). */
  readonly members: ReadonlyMap<MemberId, MemberResult>;
  /** Member ids by rank, then by their order in the plan. */
  readonly ranking: readonly MemberId[];
  readonly stars: readonly MemberId[];
  readonly team: TeamResult;
  /** From the calculation: no data, missing relation, weights, calendar … */
  readonly issues: readonly Issue[];
}
