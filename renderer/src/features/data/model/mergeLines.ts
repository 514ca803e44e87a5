import type { Change } from '#shared/domain/change';
import type { CollectionName, PlanData } from '#shared/domain/planData';

/** How many records (for reported figures: days) of one kind an archive adds. */
export interface AdditionCount {
  readonly collection: Change['collection'];
  readonly count: number;
}

/** What is added, by kind, most first. */
export function additionCounts(additions: readonly Change[]): AdditionCount[] {
  const counts = new Map<Change['collection'], number>();
  for (const change of additions) {
    const days =
      change.collection === 'facts' ? (change.after?.dates.length ?? 0) - (change.before?.dates.length ?? 0) : 1;
    counts.set(change.collection, (counts.get(change.collection) ?? 0) + days);
  }
  return [...counts].map(([collection, count]) => ({ collection, count })).sort((a, b) => b.count - a.count);
}

function goalName(data: PlanData, goalId: string): string {
  const goal = data.goals.get(goalId);
  if (!goal) return '';
  const { holder } = goal;
  const name = holder.kind === 'unit' ? data.units.get(holder.unitId)?.name : data.members.get(holder.memberId)?.name;
  return `${name ?? ''} · ${data.indicators.get(goal.indicatorId)?.name ?? ''}`;
}

/** What the record of a conflict is called; '' where it has no name of its own. */
export function recordName(change: Change, data: PlanData): string {
  const record: object | undefined = change.after ?? change.before;
  if (change.collection === 'goals' || change.collection === 'facts' || change.collection === 'noDataDecisions')
    return goalName(data, change.id);
  if (BY_MEMBER.includes(change.collection as CollectionName)) return data.members.get(change.id)?.name ?? '';
  const fields = (record ?? {}) as Partial<Record<'name' | 'title' | 'topic' | 'team' | 'goalId' | 'memberId', string>>;
  const own = fields.name ?? fields.title ?? fields.topic ?? fields.team;
  if (own) return own;
  if (fields.goalId) return goalName(data, fields.goalId);
  return fields.memberId ? (data.members.get(fields.memberId)?.name ?? '') : '';
}

/** Collections whose records have the member's id as theirs. */
const BY_MEMBER: readonly CollectionName[] = ['conversations', 'payouts', 'feedbackDecisions'];
