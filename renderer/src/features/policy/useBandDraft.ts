import { computed, ref, watch } from 'vue';
import type { Band } from '#shared/domain/policy';
import { bandTexts, readBands, type BandText } from './bandDraft';

/**
 * Bands while they are typed: the texts, what is wrong with them, and how they are taken over. Only bands that can be read
 * reach `change`; until then what was typed stands. `stored` is null where the rule has no bands.
 */
export function useBandDraft(
  stored: () => readonly Band[] | null,
  valueIsPercent: boolean,
  change: (bands: readonly Band[]) => void,
) {
  const bands = ref<readonly BandText[]>([]);
  watch(
    stored,
    (next) => {
      if (!next) return;
      const typed = readBands(bands.value, valueIsPercent);
      if (!typed.ok || JSON.stringify(typed.bands) !== JSON.stringify(next))
        bands.value = bandTexts(next, valueIsPercent);
    },
    { immediate: true },
  );
  const read = computed(() => readBands(bands.value, valueIsPercent));

  function set(next: readonly BandText[]): void {
    bands.value = next;
    const typed = readBands(next, valueIsPercent);
    if (typed.ok) change(typed.bands);
  }

  return { bands, read, set };
}
