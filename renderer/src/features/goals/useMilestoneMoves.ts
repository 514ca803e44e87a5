import { ref } from 'vue';
import { putRecord } from '#shared/domain/change';
import type { Milestone } from '#shared/domain/goal';
import { dayAfter } from '../../format/date';
import { usePanelStore } from '../../stores/panel';
import { usePlanStore } from '../../stores/plan';
import { usePublishedStore } from '../../stores/published';
import { dayAtRatio } from './model/timeScale';

/** Moving milestones to another day: a mark is dragged, or moved with the arrows (a day) and Shift+arrows (a week). */
export function useMilestoneMoves(start: () => string, end: () => string) {
  const store = usePlanStore();
  const published = usePublishedStore();
  const panel = usePanelStore();
  const dragged = ref<{ id: string; date: string } | null>(null);
  /** The click that ends a drag opens nothing. */
  let wasDragged = false;

  const dateOf = (milestone: Milestone): string =>
    dragged.value?.id === milestone.id ? dragged.value.date : milestone.date;

  function moveTo(milestone: Milestone, date: string): void {
    if (!store.data || published.isFrozen || date === milestone.date) return;
    store.edit('goals.edit.milestone', [putRecord(store.data, 'milestones', { ...milestone, date })], {
      name: milestone.title,
    });
  }

  function onKey(event: KeyboardEvent, milestone: Milestone): void {
    const days = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (days === 0) return;
    event.preventDefault();
    const next = dayAfter(milestone.date, days * (event.shiftKey ? 7 : 1));
    if (next >= start() && next <= end()) moveTo(milestone, next);
  }

  function onDrag(event: PointerEvent, milestone: Milestone): void {
    const mark = event.currentTarget as HTMLElement;
    const lane = mark.parentElement?.getBoundingClientRect();
    if (event.button !== 0 || !lane || published.isFrozen) return;
    wasDragged = false;
    mark.setPointerCapture(event.pointerId);
    mark.onpointermove = (move) => {
      dragged.value = {
        id: milestone.id,
        date: dayAtRatio(start(), end(), (move.clientX - lane.left) / lane.width),
      };
    };
    mark.onpointerup = () => {
      mark.onpointermove = null;
      mark.onpointerup = null;
      const date = dragged.value?.date ?? milestone.date;
      wasDragged = date !== milestone.date;
      dragged.value = null;
      moveTo(milestone, date);
    };
  }

  function onClick(milestone: Milestone): void {
    if (!wasDragged) panel.show({ kind: 'milestone', id: milestone.id });
    wasDragged = false;
  }

  return { dateOf, onKey, onDrag, onClick };
}
