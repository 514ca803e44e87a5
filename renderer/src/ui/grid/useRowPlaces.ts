import { computed } from 'vue';
import type { Density } from '../../stores/session';
import { rowTops } from './rowPlaces';

/** What the person's choice of row height adds to every row of a sheet, in px. */
const DENSITY_STEP: Readonly<Record<Density, number>> = { compact: -8, normal: 0, roomy: 8 };

/** Where every row of a sheet lies. The row that sticks to the bottom is placed like the others, and drawn apart. */
export function useRowPlaces<Row>(of: {
  readonly rows: () => readonly Row[];
  /** px, at the normal row height. */
  readonly rowHeight: () => number;
  /** Heights that differ from it, at the normal row height; null = as all others. */
  readonly heightOf: (row: Row) => number | null | undefined;
  readonly density: () => Density;
  readonly stickyLast: () => boolean;
}) {
  const usual = computed(() => of.rowHeight() + DENSITY_STEP[of.density()]);
  const heights = computed(() =>
    of.rows().map((row) => (of.heightOf(row) ?? of.rowHeight()) + DENSITY_STEP[of.density()]),
  );
  const tops = computed(() => rowTops(heights.value));
  /** Index of the row that sticks to the bottom; -1 = none. */
  const footIndex = computed(() => (of.stickyLast() && of.rows().length > 1 ? of.rows().length - 1 : -1));
  /** Where each scrolling row begins, and the last one ends. */
  const bodyTops = computed(() => (footIndex.value < 0 ? tops.value : tops.value.slice(0, -1)));
  const heightAt = (row: number): number => heights.value[row] ?? usual.value;
  const footHeight = (): number => (footIndex.value < 0 ? 0 : heightAt(footIndex.value));
  const least = computed(() => heights.value.reduce((low, height) => Math.min(low, height), usual.value));

  return { usual, least, tops, bodyTops, footIndex, footHeight, heightAt };
}

export type RowPlaces = ReturnType<typeof useRowPlaces>;
