import { makeTrackingNote } from '#shared/domain/builders';
import { putRecord, type Change } from '#shared/domain/change';
import type { GoalId, MemberId, NewId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';

/** What a manager writes when answering a red warning. */
export interface InterventionDraft {
  readonly cause: string;
  readonly measure: string;
  readonly support: string;
  readonly ownerId: MemberId | null;
  readonly due: IsoDate | null;
}

/** Fields that must be written before an intervention says anything. */
export function missingFields(draft: InterventionDraft): ('cause' | 'measure')[] {
  return (['cause', 'measure'] as const).filter((field) => draft[field].trim() === '');
}

/** The change that records the intervention for the slot its run ends in; a note of that slot is kept and completed. */
export function recordIntervention(
  data: PlanData,
  goalId: GoalId,
  slot: number,
  draft: InterventionDraft,
  on: IsoDate,
  newId: NewId,
): Change {
  const before = [...data.trackingNotes.values()].find((note) => note.goalId === goalId && note.slot === slot);
  const owner = draft.ownerId === null ? null : data.members.get(draft.ownerId);
  return putRecord(data, 'trackingNotes', {
    ...makeTrackingNote({ ...before, id: before?.id ?? newId(), goalId, slot }),
    cause: draft.cause.trim(),
    measure: draft.measure.trim(),
    support: draft.support.trim(),
    ownerId: draft.ownerId,
    ownerName: owner?.name ?? '',
    due: draft.due,
    state: before?.state === 'done' ? 'done' : 'doing',
    intervention: true,
    recordedOn: on,
  });
}
