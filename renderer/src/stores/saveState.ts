import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Instant } from '#shared/domain/primitives';
import type { SaveState } from './saveQueue';

/** What the top bar says about saving: 已保存 · 备份于 09:12. */
export const useSaveStateStore = defineStore('saveState', () => {
  const state = shallowRef<SaveState>({ kind: 'saved' });
  /** Instant of the last backup that was read back with the same checksum; null = none yet. */
  const lastBackup = shallowRef<Instant | null>(null);
  const failed = computed(() => (state.value.kind === 'failed' ? state.value.error : null));

  function report(next: SaveState): void {
    state.value = next;
  }

  return { state, lastBackup, failed, report };
});
