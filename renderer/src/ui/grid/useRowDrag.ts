import { onScopeDispose, shallowRef } from 'vue';

/** Where a dragged row would go, as drawn: at an edge of a row or into it, as deep in the tree as it will stand. */
export interface RowDrop {
  readonly edge: 'before' | 'after' | 'inside';
  readonly depth: number;
}

/** How near the edge of what scrolls the pointer must be, and how far it scrolls in a frame, in px. */
const NEAR = 28;
const STEP = 8;

/**
 * Dragging a row by its grip to another place. Esc, or letting go where nothing may stand, leaves everything as it was.
 * The caller says what may stand where; the keyboard has its own way of moving rows.
 */
export function useRowDrag<Row>(options: {
  readonly rows: () => readonly Row[];
  /** What letting go over a row would do; `part` = how far down the row the pointer is, 0–1. null = not here. */
  readonly dropAt: (moved: Row, over: Row, part: number) => RowDrop | null;
  readonly done: (moved: Row, over: Row, part: number) => void;
}) {
  const moved = shallowRef<Row | null>(null);
  const over = shallowRef<{ readonly row: Row; readonly part: number; readonly drop: RowDrop } | null>(null);
  let stop: (() => void) | null = null;

  function look(scroller: Element, x: number, y: number): void {
    const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-row]');
    const row = element && scroller.contains(element) ? options.rows()[Number(element.dataset['row'])] : undefined;
    over.value = null;
    if (!element || row === undefined || moved.value === null) return;
    const box = element.getBoundingClientRect();
    const part = (y - box.top) / box.height;
    const drop = options.dropAt(moved.value, row, part);
    if (drop) over.value = { row, part, drop };
  }

  /** A press on the grip of a row. */
  function start(row: Row, event: PointerEvent): void {
    const scroller = (event.target as Element).closest('.sheet-scroll');
    if (event.button !== 0 || !scroller) return;
    event.preventDefault();
    stop?.();
    moved.value = row;
    let at = { x: event.clientX, y: event.clientY };
    let frame = requestAnimationFrame(scroll);

    /** Scrolls as long as the pointer rests at the upper or lower edge. */
    function scroll(): void {
      const box = scroller?.getBoundingClientRect();
      const head = scroller?.querySelector('.sheet-headbox')?.clientHeight ?? 0;
      if (scroller && box) {
        const by = at.y > box.bottom - NEAR ? STEP : at.y < box.top + head + NEAR ? -STEP : 0;
        const before = scroller.scrollTop;
        scroller.scrollTop += by;
        if (scroller.scrollTop !== before) look(scroller, at.x, at.y);
      }
      frame = requestAnimationFrame(scroll);
    }
    const move = ({ clientX, clientY }: PointerEvent): void => {
      at = { x: clientX, y: clientY };
      if (scroller) look(scroller, clientX, clientY);
    };
    const end = (): void => {
      const target = over.value;
      stop?.();
      if (target) options.done(row, target.row, target.part);
    };
    const key = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      stop?.();
    };
    const leave = (): void => stop?.();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', leave);
    window.addEventListener('keydown', key, { capture: true });
    stop = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', leave);
      window.removeEventListener('keydown', key, { capture: true });
      moved.value = null;
      over.value = null;
      stop = null;
    };
  }

  onScopeDispose(() => stop?.());
  return { moved, over, start };
}
