import type { GoalId, PlanId } from './ids';
import type { Relation } from './indicator';
import type { Instant, IsoDate } from './primitives';
import type { Policy } from './policy';
import type { PolicyVersion } from './policyHistory';

/** 适用情境: which starter the plan was made from. */
export type Scenario = 'strategy' | 'newBusiness' | 'plateau' | 'campaign';

/** Unit in which money is shown and exported: 元 or 万元. */
export type MoneyUnit = 'yuan' | 'wan';

/** Stage of the plan's life; `final` = evaluation is frozen (specification section 10). */
export type PlanStage = 'planning' | 'running' | 'final' | 'paid' | 'closed';

/** 分解维度: a way goals are divided beside the organisation (产品线, 区域, 客户类型, one's own), with the values it knows. */
export interface Dimension {
  readonly name: string;
  readonly values: readonly string[];
}

/** Head of a plan: what it is and the policy it is judged under. One record per plan. */
export interface Plan {
  readonly id: PlanId;
  readonly name: string;
  /** The planning team's own name, e.g. 华东大区. */
  readonly teamName: string;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly scenario: Scenario;
  /** Figures are seen as of this day; null = today, as told by the host. */
  readonly asOf: IsoDate | null;
  readonly moneyUnit: MoneyUnit;
  readonly stage: PlanStage;
  readonly policy: Policy;
  /** Versions of the rules, oldest first, the one in force last; missing while they were never changed. */
  readonly policyHistory?: readonly PolicyVersion[];
  /** Root goal for the team reward; null = the first root or the planning team's primary goal. */
  readonly teamGoalId: GoalId | null;
  /**
   * Days on which raters who have not answered are reminded, relative to the due date of their form (−2 = two days before it);
   * missing = the usual ones, empty = none.
   */
  readonly feedbackReminders?: readonly number[];
  /** Dimensions declared before any goal uses them; missing = the usual three without values. */
  readonly dimensions?: readonly Dimension[];
  /** The team's own list of causes for deviations, in the order they are offered; missing = none kept yet. */
  readonly causes?: readonly string[];
  /** How many raters a person should have at least, by relation; what is missing takes the usual number. */
  readonly feedbackMinimum?: Readonly<Partial<Record<Relation, number>>>;
  /** How the forms of the round ask: 0–100, or 1–5 which count as 20–100 (specification section 4); missing = 0–100. */
  readonly feedbackScale?: 'hundred' | 'five';
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
