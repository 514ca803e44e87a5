import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** Rows drawn beyond the edges, so that a short scroll shows nothing empty. */
const MARGIN = 6;

/**
 * Which rows of equal height are in view. Rows are drawn in slots that are used again (`slot` is the key), so scrolling
 * updates components instead of making them.
 */
export function useRowWindow(
  scroller: Ref<HTMLElement | null>,
  size: { readonly rowCount: () => number; readonly rowHeight: () => number; readonly headHeight: () => number },
) {
  const scrollTop = ref(0);
  const height = ref(600);
  let observer: ResizeObserver | null = null;

  const first = computed(() => Math.max(0, Math.floor(scrollTop.value / size.rowHeight()) - MARGIN));
  const last = computed(() =>
    Math.min(size.rowCount(), Math.ceil((scrollTop.value + height.value) / size.rowHeight()) + MARGIN),
  );
  const visible = computed(() => {
    const slots = Math.ceil(height.value / size.rowHeight()) + 2 * MARGIN + 2;
    return Array.from({ length: Math.max(0, last.value - first.value) }, (_, i) => ({
      index: first.value + i,
      slot: (first.value + i) % slots,
    }));
  });

  function onScroll(): void {
    scrollTop.value = scroller.value?.scrollTop ?? 0;
  }

  /** Rows that fit between head and foot. */
  const pageRows = (): number => Math.max(1, Math.floor((height.value - size.headHeight()) / size.rowHeight()) - 1);

  function revealRow(row: number): void {
    const box = scroller.value;
    if (!box) return;
    const top = row * size.rowHeight();
    const room = box.clientHeight - size.headHeight();
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + size.rowHeight() > box.scrollTop + room) box.scrollTop = top + size.rowHeight() - room;
  }

  onMounted(() => {
    const box = scroller.value;
    if (!box) return;
    observer = new ResizeObserver(() => (height.value = box.clientHeight));
    observer.observe(box);
    height.value = box.clientHeight;
  });
  onBeforeUnmount(() => observer?.disconnect());

  return { visible, onScroll, pageRows, revealRow, scrollTop };
}
