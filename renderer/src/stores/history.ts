import { computed, shallowRef } from 'vue';
import type { Change } from '#shared/domain/change';
import type { MessageParams } from './toasts';

/** One undoable step: the changes as they were made, and what they are called. */
export interface EditStep {
  readonly labelKey: string;
  readonly params: MessageParams;
  readonly changes: readonly Change[];
}

const LONGEST = 500;

/** Undo and redo of one plan, as two stacks. */
export function createHistory() {
  const done = shallowRef<readonly EditStep[]>([]);
  const undone = shallowRef<readonly EditStep[]>([]);

  return {
    canUndo: computed(() => done.value.length > 0),
    canRedo: computed(() => undone.value.length > 0),
    undoStep: computed(() => done.value.at(-1) ?? null),
    redoStep: computed(() => undone.value.at(-1) ?? null),
    record(step: EditStep): void {
      done.value = [...done.value, step].slice(-LONGEST);
      undone.value = [];
    },
    takeUndo(): EditStep | null {
      const step = done.value.at(-1);
      if (!step) return null;
      done.value = done.value.slice(0, -1);
      undone.value = [...undone.value, step];
      return step;
    },
    takeRedo(): EditStep | null {
      const step = undone.value.at(-1);
      if (!step) return null;
      undone.value = undone.value.slice(0, -1);
      done.value = [...done.value, step];
      return step;
    },
    clear(): void {
      done.value = [];
      undone.value = [];
    },
  };
}
