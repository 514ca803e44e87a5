import { onBeforeUnmount, type Ref } from 'vue';
import type { Position } from './model';

/** How far a drag beyond the edge scrolls at a time, in px. */
const SCROLL_STEP = 24;

export interface PointerOptions {
  readonly scroller: Ref<HTMLElement | null>;
  readonly headHeight: () => number;
  readonly press: (at: Position, extend: boolean) => void;
  readonly drag: (at: Position) => void;
  readonly fill: (at: Position) => void;
}

/** Pointer on a sheet: press selects, dragging extends (and scrolls at the edges), the fill handle fills. */
export function usePointer({ scroller, headHeight, press, drag, fill }: PointerOptions) {
  let stop: (() => void) | null = null;

  /** The cell under a point, brought inside the visible part; null on head and empty ground. */
  function cellAt(x: number, y: number): Position | null {
    const box = scroller.value?.getBoundingClientRect();
    if (!box) return null;
    const inX = Math.max(box.left + 2, Math.min(x, box.right - 18));
    const inY = Math.max(box.top + headHeight() + 2, Math.min(y, box.bottom - 18));
    return cellOf(document.elementFromPoint(inX, inY));
  }

  function scrollAtEdge(x: number, y: number): void {
    const area = scroller.value;
    const box = area?.getBoundingClientRect();
    if (!area || !box) return;
    if (y > box.bottom) area.scrollTop += SCROLL_STEP;
    else if (y < box.top + headHeight()) area.scrollTop -= SCROLL_STEP;
    if (x > box.right) area.scrollLeft += SCROLL_STEP;
    else if (x < box.left) area.scrollLeft -= SCROLL_STEP;
  }

  function follow(onMove: (at: Position) => void, onEnd: () => void): void {
    stop?.();
    const move = (event: PointerEvent): void => {
      scrollAtEdge(event.clientX, event.clientY);
      const at = cellAt(event.clientX, event.clientY);
      if (at) onMove(at);
    };
    const end = (): void => {
      stop?.();
      onEnd();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    stop = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      stop = null;
    };
  }

  function onPointerdown(event: PointerEvent): void {
    const target = event.target as HTMLElement;
    if (event.button !== 0 || target.closest('button, a, input, select, [data-grip]')) return;
    if (target.closest('[data-fill]')) {
      event.preventDefault();
      let last: Position | null = null;
      follow(
        (at) => (last = at),
        () => last && fill(last),
      );
      return;
    }
    const at = cellOf(target);
    if (!at) return;
    event.preventDefault();
    press(at, event.shiftKey);
    follow(drag, () => undefined);
  }

  onBeforeUnmount(() => stop?.());
  return { onPointerdown };
}

/** The cell an element lies in. */
export function cellOf(element: Element | null): Position | null {
  const cell = element?.closest<HTMLElement>('[data-column]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell && row ? { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) } : null;
}
