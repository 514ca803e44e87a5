import type { GoalId, IndicatorId, MemberId, MilestoneId, UnitId } from './ids';
import type { Level } from './organisation';
import type { Decimal, IsoDate } from './primitives';

/** 目标口径: the target is the period's total, or a monthly average (月均). */
export type TargetBasis = 'total' | 'perMonth';

/** 共识状态: 待沟通, 已提议, 已确认. */
export type AgreementState = 'open' | 'proposed' | 'agreed';

/** Whose goal it is (责任主体). */
export type GoalHolder =
  { readonly kind: 'unit'; readonly unitId: UnitId } | { readonly kind: 'member'; readonly memberId: MemberId };

export interface AgreementComment {
  readonly at: IsoDate;
  readonly by: string;
  readonly text: string;
}

/** Agreement on a goal (共识确认). */
export interface Agreement {
  readonly state: AgreementState;
  /** Day of proposal or of agreement. */
  readonly on: IsoDate | null;
  readonly comments: readonly AgreementComment[];
}

/** A node of the cascade: one holder, one indicator, one target. */
export interface Goal {
  readonly id: GoalId;
  /** 目标编号, unique in the plan, edited by people. */
  readonly code: string;
  readonly level: Level;
  readonly parentId: GoalId | null;
  readonly holder: GoalHolder;
  readonly indicatorId: IndicatorId;
  /** 分解维度 and 维度值, e.g. 产品线 / 新品; empty = by organisation only. */
  readonly dimension: string;
  readonly dimensionValue: string;
  /** 基期值: what growth is measured against. */
  readonly baseline: Decimal | null;
  /** Target in the indicator's unit; null = not set yet. */
  readonly target: Decimal | null;
  readonly targetBasis: TargetBasis;
  /** Weight (%) among the holder's indicators of the same kind; null = not weighted. */
  readonly weight: Decimal | null;
  /** 负责人: steers it. */
  readonly accountableId: MemberId | null;
  /** Accountable person who is no member, as written (e.g. 总经理室). */
  readonly accountableName: string;
  /** 执行人. */
  readonly responsibleIds: readonly MemberId[];
  /** 协作人. */
  readonly supportingIds: readonly MemberId[];
  /** 完成时限. */
  readonly due: IsoDate | null;
  readonly source: string;
  readonly agreement: Agreement;
  readonly note: string;
  /** Share of the parent that is carried outside this plan is expected (a region under its company). */
  readonly partOfLarger: boolean;
  readonly order: number;
}

/** 判定方式 of a milestone: 手动, 累计值, 月目标占比, 期目标占比. */
export type MilestoneRule = 'manual' | 'cumulative' | 'monthShare' | 'periodShare';

export type MilestoneState = 'open' | 'done' | 'missed';

export interface Milestone {
  readonly id: MilestoneId;
  readonly goalId: GoalId;
  readonly date: IsoDate;
  readonly title: string;
  readonly rule: MilestoneRule;
  /** Quantity for `cumulative`, ratio (1 = 100 %) for the shares, null for `manual`. */
  readonly threshold: Decimal | null;
  /** Ticked by hand; rules are judged from the numbers instead. */
  readonly state: MilestoneState;
  readonly doneOn: IsoDate | null;
}
