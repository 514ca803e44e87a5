import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue';
import { rowAt } from './rowPlaces';

/** Rows drawn beyond the edges, so that a short scroll shows nothing empty. */
const MARGIN = 6;

/**
 * Which rows are in view. Rows are drawn in slots that are used again (`slot` is the key), so scrolling updates
 * components instead of making them.
 */
export function useRowWindow(
  scroller: Ref<HTMLElement | null>,
  size: {
    /** Where each scrolling row begins and the last one ends, in px. */
    readonly tops: () => readonly number[];
    /** The least height of a row. */
    readonly rowHeight: () => number;
    readonly headHeight: () => number;
    /** Height of the row that sticks to the bottom; 0 = none. */
    readonly footHeight: () => number;
  },
) {
  const scrollTop = ref(0);
  const height = ref(600);
  let observer: ResizeObserver | null = null;

  const rowCount = (): number => size.tops().length - 1;
  const first = computed(() => Math.max(0, rowAt(size.tops(), scrollTop.value) - MARGIN));
  const last = computed(() => Math.min(rowCount(), rowAt(size.tops(), scrollTop.value + height.value) + 1 + MARGIN));
  const visible = computed(() => {
    const slots = Math.ceil(height.value / size.rowHeight()) + 2 * MARGIN + 3;
    return Array.from({ length: Math.max(0, last.value - first.value) }, (_, i) => ({
      index: first.value + i,
      slot: (first.value + i) % slots,
    }));
  });

  function onScroll(): void {
    scrollTop.value = scroller.value?.scrollTop ?? 0;
  }

  const room = (): number => height.value - size.headHeight() - size.footHeight();

  /** Rows that fit between head and foot. */
  const pageRows = (): number => Math.max(1, Math.floor(room() / size.rowHeight()) - 1);

  /** A row that sticks to the bottom (none of the scrolling ones) is always in view. */
  function revealRow(row: number): void {
    const box = scroller.value;
    if (!box || row >= rowCount()) return;
    const top = size.tops()[row] ?? 0;
    const bottom = size.tops()[row + 1] ?? top;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + room()) box.scrollTop = bottom - room();
  }

  onMounted(() => {
    const box = scroller.value;
    if (!box) return;
    observer = new ResizeObserver(() => (height.value = box.clientHeight));
    observer.observe(box);
    height.value = box.clientHeight;
  });
  onBeforeUnmount(() => observer?.disconnect());

  return { visible, onScroll, pageRows, revealRow, scrollTop, height };
}
