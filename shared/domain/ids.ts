/**
 * Identifiers. Every record has an opaque string id, unique within its collection and stable for
 * life: names, numbers and order may be edited, an id may not. Ids are made by the host (they need
 * randomness) and come into `shared/` as arguments.
 */
declare const brand: unique symbol;
type Id<Kind extends string> = string & { readonly [brand]?: Kind };

export type PlanId = Id<'plan'>;
export type UnitId = Id<'unit'>;
export type MemberId = Id<'member'>;
export type IndicatorId = Id<'indicator'>;
export type GoalId = Id<'goal'>;
export type MilestoneId = Id<'milestone'>;
export type RecordId = Id<'record'>;

/** Source of fresh ids; hosts pass a random one, tests a counting one. */
export type NewId = () => string;
