import { makeTrackingNote } from '#shared/domain/builders';
import { putRecord, type Change } from '#shared/domain/change';
import type { GoalId, NewId } from '#shared/domain/ids';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import type { TrackingNote } from '#shared/domain/tracking';

/** What was said about a goal in a slot; null where nothing was. */
export function noteOf(data: PlanData, goalId: GoalId, slot: number): TrackingNote | null {
  return [...data.trackingNotes.values()].find((note) => note.goalId === goalId && note.slot === slot) ?? null;
}

/** All that was said about a goal, the latest week first. */
export function notesOf(data: PlanData, goalId: GoalId): TrackingNote[] {
  return [...data.trackingNotes.values()].filter((note) => note.goalId === goalId).sort((a, b) => b.slot - a.slot);
}

/** The change that writes a part of a slot's note; a new note is made where there is none. */
export function writeNote(
  data: PlanData,
  goalId: GoalId,
  slot: number,
  part: Partial<Pick<TrackingNote, 'cause' | 'measure' | 'support' | 'ownerId' | 'ownerName' | 'due' | 'state'>>,
  on: IsoDate,
  newId: NewId,
): Change {
  const before = noteOf(data, goalId, slot) ?? makeTrackingNote({ id: newId(), goalId, slot, recordedOn: on });
  return putRecord(data, 'trackingNotes', { ...before, ...part });
}
