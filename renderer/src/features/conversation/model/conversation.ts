import { putRecord, type Change } from '#shared/domain/change';
import type { Conversation, ImprovementItem } from '#shared/domain/evaluation';
import type { MemberId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { Instant, IsoDate } from '#shared/domain/primitives';

/** The record of the talk with a member, or a fresh one. */
export function conversationOf(data: PlanData, id: MemberId): Conversation {
  return (
    data.conversations.get(id) ?? {
      id,
      scheduledOn: null,
      heldOn: null,
      achievements: '',
      gaps: '',
      memberOpinion: '',
      improvement: [],
      privateNotes: '',
      managerConfirmedAt: null,
      memberConfirmedAt: null,
    }
  );
}

/** An empty line of the improvement plan, for the person talked with. */
export function newItem(owner: string): ImprovementItem {
  return { item: '', action: '', owner, due: null, measure: '', support: '' };
}

/** Both have confirmed: the record is read-only from here on. */
export const isClosed = (talk: Conversation): boolean =>
  talk.managerConfirmedAt !== null && talk.memberConfirmedAt !== null;

/** How far a talk is: nothing planned, planned, one side has confirmed, held and confirmed by both. */
export function talkState(talk: Conversation): 'open' | 'planned' | 'half' | 'held' {
  if (isClosed(talk)) return 'held';
  if (talk.managerConfirmedAt !== null || talk.memberConfirmedAt !== null || talk.heldOn !== null) return 'half';
  return talk.scheduledOn === null ? 'open' : 'planned';
}

/** What a confirmation covers. */
const CONTENT = ['achievements', 'gaps', 'memberOpinion', 'objection', 'improvement'] as const;

/**
 * Changes some fields of an open record; nothing once both sides have confirmed. What one side has confirmed before it was
 * changed is no longer confirmed.
 */
export function talkChanges(data: PlanData, id: MemberId, part: Partial<Conversation>): Change[] {
  const talk = conversationOf(data, id);
  if (isClosed(talk)) return [];
  const changed = CONTENT.some((field) => field in part && part[field] !== talk[field]);
  const again = changed ? { managerConfirmedAt: null, memberConfirmedAt: null } : {};
  return [putRecord(data, 'conversations', { ...talk, ...part, ...again })];
}

/** One side confirms; when it is the second, the talk counts as held that day. */
export function confirmChanges(
  data: PlanData,
  id: MemberId,
  side: 'manager' | 'member',
  at: Instant,
  on: IsoDate,
): Change[] {
  const talk = conversationOf(data, id);
  const confirmed: Conversation =
    side === 'manager' ? { ...talk, managerConfirmedAt: at } : { ...talk, memberConfirmedAt: at };
  if (isClosed(talk)) return [];
  const held = isClosed(confirmed) ? { ...confirmed, heldOn: talk.heldOn ?? on } : confirmed;
  return [putRecord(data, 'conversations', held)];
}
