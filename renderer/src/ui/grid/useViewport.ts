import { computed, shallowRef, type Ref } from 'vue';
import { stickyRoom } from './columns';
import type { Position, SheetColumn } from './model';
import type { RowPlaces } from './useRowPlaces';
import { useRowWindow } from './useRowWindow';

/** What of a sheet is in view: the rows to be drawn, how far it is scrolled, and bringing a cell into view. */
export function useViewport<Row>(
  scroller: Ref<HTMLElement | null>,
  body: Ref<HTMLElement | null>,
  sheet: {
    readonly places: RowPlaces;
    readonly columns: () => readonly SheetColumn<Row>[];
    readonly headHeight: () => number;
  },
) {
  const { places, headHeight } = sheet;
  const rowWindow = useRowWindow(scroller, {
    tops: () => places.bodyTops.value,
    rowHeight: () => places.least.value,
    headHeight,
    footHeight: places.footHeight,
  });
  const scrollLeft = shallowRef(0);
  /** How far down the body the sticky row can stand at most, as it is scrolled now. */
  const stuckAt = computed(
    () => rowWindow.scrollTop.value + rowWindow.height.value - headHeight() - places.footHeight(),
  );

  /** Where a row is seen, in px from the top of the body. */
  function placeOf(row: number): { top: number; height: number; foot: boolean } {
    const top = places.tops.value[row] ?? 0;
    const foot = row === places.footIndex.value;
    return { top: foot ? Math.min(top, stuckAt.value) : top, height: places.heightAt(row), foot };
  }

  /** Scrolls a cell into view; one of a sticky column needs no scrolling sideways. */
  function reveal(at: Position): void {
    rowWindow.revealRow(at.row);
    const box = scroller.value;
    const cell = body.value?.querySelector<HTMLElement>(`[data-column="${at.column}"]`);
    if (!box || !cell || sheet.columns()[at.column]?.sticky) return;
    const start = stickyRoom(sheet.columns(), 'start');
    const end = stickyRoom(sheet.columns(), 'end');
    if (cell.offsetLeft - start < box.scrollLeft) box.scrollLeft = cell.offsetLeft - start;
    else if (cell.offsetLeft + cell.offsetWidth + end > box.scrollLeft + box.clientWidth) {
      box.scrollLeft = cell.offsetLeft + cell.offsetWidth + end - box.clientWidth;
    }
  }

  function onScroll(): void {
    rowWindow.onScroll();
    scrollLeft.value = scroller.value?.scrollLeft ?? 0;
  }

  return { visible: rowWindow.visible, pageRows: rowWindow.pageRows, scrollLeft, stuckAt, placeOf, reveal, onScroll };
}
