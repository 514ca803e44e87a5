import { describe, expect, it } from 'vitest';
import { ref } from 'vue';
import type { Density } from '../../stores/session';
import { useRowPlaces } from './useRowPlaces';

const density = ref<Density>('normal');
const placesOf = (rows: readonly string[], stickyLast = false) =>
  useRowPlaces({
    rows: () => rows,
    rowHeight: () => 36,
    heightOf: (row) => (row === 'subtotal' ? 32 : row === 'total' ? 40 : null),
    density: () => density.value,
    stickyLast: () => stickyLast,
  });

describe('where the rows of a sheet lie', () => {
  it('follows the row height the person chose, rows of their own height included', () => {
    const places = placesOf(['a', 'subtotal', 'b']);
    density.value = 'normal';
    expect(places.tops.value).toEqual([0, 36, 68, 104]);
    density.value = 'compact';
    expect(places.tops.value).toEqual([0, 28, 52, 80]);
    density.value = 'roomy';
    expect(places.tops.value).toEqual([0, 44, 84, 128]);
    density.value = 'normal';
  });

  it('leaves the row that sticks to the bottom out of those that scroll', () => {
    const places = placesOf(['a', 'b', 'total'], true);
    expect(places.footIndex.value).toBe(2);
    expect(places.footHeight()).toBe(40);
    expect(places.bodyTops.value).toEqual([0, 36, 72]);
  });

  it('has no sticky row while there is only one, and no height without rows', () => {
    expect(placesOf(['total'], true).footHeight()).toBe(0);
    expect(placesOf([], true).bodyTops.value).toEqual([0]);
  });
});
