import type { Goal, Milestone } from '#shared/domain/goal';
import type { MemberId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { AgreementLine } from './agreement';

/** Milestones on one letter at most: it has to fit one page. */
const MOST = 10;

/** What a goal letter says beside its goals. */
export interface Letter {
  readonly group: string;
  readonly position: string;
  readonly superior: string;
  /** In order of time: those of the holder's goals, and of goals a person is to carry out for others. */
  readonly milestones: readonly Milestone[];
}

/** The letter of a holder: whose, answering to whom, and by when what is to be reached. */
export function letterOf(data: PlanData, { holder, goals }: AgreementLine): Letter {
  const member = holder.kind === 'member' ? data.members.get(holder.memberId) : undefined;
  const unit = holder.kind === 'unit' ? data.units.get(holder.unitId) : data.units.get(member?.unitId ?? '');
  const accountable = goals.find(({ accountableId }) => accountableId !== null);
  const head = data.members.get(accountable?.accountableId ?? '')?.name ?? goals[0]?.accountableName ?? '';
  const ids = new Set([...goals, ...(member ? carriedBy(data, member.id) : [])].map(({ id }) => id));
  return {
    group: unit?.name ?? '',
    position: member ? member.position : head,
    superior: member ? (data.members.get(member.superiorId ?? '')?.name ?? member.superiorName) : '',
    milestones: [...data.milestones.values()]
      .filter(({ goalId }) => ids.has(goalId))
      .sort((a, b) => a.date.localeCompare(b.date))
      .slice(0, MOST),
  };
}

const carriedBy = (data: PlanData, memberId: MemberId): Goal[] =>
  [...data.goals.values()].filter(({ responsibleIds }) => responsibleIds.includes(memberId));
