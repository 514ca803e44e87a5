import { reactive } from 'vue';

/** The fields of the form as they are typed; empty text for nothing. */
export interface InterventionFields {
  cause: string;
  measure: string;
  support: string;
  ownerId: string;
  due: string;
}

const drafts = new Map<string, InterventionFields>();

const keyOf = (goalId: string, slot: number): string => `${goalId}/${slot}`;

/** What was typed about this warning before the panel was closed, or the first values. Kept until the window closes. */
export function draftOf(goalId: string, slot: number, first: InterventionFields): InterventionFields {
  const key = keyOf(goalId, slot);
  const kept = drafts.get(key) ?? reactive({ ...first });
  drafts.set(key, kept);
  return kept;
}

/** Called when the intervention is recorded. */
export function forgetDraft(goalId: string, slot: number): void {
  drafts.delete(keyOf(goalId, slot));
}
