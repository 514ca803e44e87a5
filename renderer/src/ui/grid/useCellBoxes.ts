import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue';
import type { CellRange, Position } from './model';

/** A rectangle inside the body of the sheet, in px. */
export interface CellBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** On a sticky column or the sticky row: lies above what scrolls. */
  readonly above: boolean;
}

/** Where the active cell and the selected block lie, measured from the drawn cells, so that growing columns count. */
export function useCellBoxes(
  body: Ref<HTMLElement | null>,
  state: {
    readonly active: () => Position;
    readonly range: () => CellRange;
    /** Top and height of a row, in px from the top of the body. */
    readonly place: (row: number) => { readonly top: number; readonly height: number; readonly foot: boolean };
    /** Anything else that moves cells. */
    readonly moved: () => unknown;
  },
) {
  const none: CellBox = { left: 0, top: 0, width: 0, height: 0, above: false };
  const activeBox = ref<CellBox>(none);
  const rangeBox = ref<CellBox>(none);
  let observer: ResizeObserver | null = null;

  /** A drawn cell of a column; any row will do, for all rows share their columns. */
  const cellIn = (column: number): HTMLElement | null =>
    body.value?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? null;

  function boxOf({ top, bottom, left, right }: CellRange): CellBox {
    const first = cellIn(left);
    const last = cellIn(right);
    if (!first || !last) return none;
    const upper = state.place(top);
    const lower = state.place(bottom);
    return {
      left: first.offsetLeft,
      top: upper.top,
      width: Math.max(0, last.offsetLeft + last.offsetWidth - first.offsetLeft),
      height: Math.max(0, lower.top + lower.height - upper.top),
      above: upper.foot || first.classList.contains('stick'),
    };
  }

  function place(): void {
    const { row, column } = state.active();
    activeBox.value = boxOf({ top: row, bottom: row, left: column, right: column });
    rangeBox.value = boxOf(state.range());
  }

  watch([state.active, state.range, state.moved], place, { flush: 'post' });
  onMounted(() => {
    place();
    if (!body.value) return;
    observer = new ResizeObserver(place);
    observer.observe(body.value);
  });
  onBeforeUnmount(() => observer?.disconnect());

  return { activeBox, rangeBox, place };
}
