import { computed, ref, shallowRef } from 'vue';
import type { ResultReading } from '#shared/imports/readResults';
import { openParts, suggestMapping, suggestUnit } from '#shared/imports/suggest';
import type { Measure, ResultMapping } from '#shared/imports/types';
import { looseText } from '#shared/templates/codec/text';
import { planDraft, readDraft, withTable, type ResultsDraft } from '../../app/importResults';
import type { PreparedImport } from '../../app/importWorkbook';
import { usePlanStore } from '../../stores/plan';

/** What a column may be chosen for. */
export type ColumnUse = '' | 'date' | 'who' | 'value' | 'numerator' | 'denominator' | 'dimension' | 'filter' | 'month';

/** Step 2 of importing results: the columns of a strange table, and what comes of reading it so. `done` gets the preview. */
export function useMapping(done: (made: PreparedImport) => void) {
  const store = usePlanStore();
  const draft = shallowRef<ResultsDraft | null>(null);
  const reading = shallowRef<ResultReading | null>(null);
  const progress = ref<number | null>(null);
  let stopping = new AbortController();

  const open = computed(() => (draft.value ? openParts(draft.value.mapping) : []));

  async function reread(): Promise<void> {
    stopping.abort();
    stopping = new AbortController();
    const { signal } = stopping;
    reading.value = null;
    progress.value = null;
    const { data } = store;
    if (!draft.value || !data || open.value.length > 0) return;
    progress.value = 0;
    const read = await readDraft(draft.value, data, signal, (ratio) => (progress.value = ratio));
    if (signal.aborted) return;
    reading.value = read;
    progress.value = null;
  }

  function start(next: ResultsDraft): void {
    draft.value = next;
    void reread();
  }

  function change(part: Partial<ResultMapping>): void {
    if (draft.value) start({ ...draft.value, mapping: { ...draft.value.mapping, ...part } });
  }

  /** Another indicator counts in another unit, perhaps by another measure. */
  function setIndicator(indicatorId: string): void {
    const { data } = store;
    if (!draft.value || !data) return;
    const { measure, unit } = suggestMapping(draft.value.table, data, indicatorId);
    const { who } = draft.value.mapping;
    change({ indicatorId, measure, unit, who: who?.kind === 'goal' ? null : who });
  }

  function setMeasure(measure: Measure | null): void {
    const { data } = store;
    if (!draft.value || !data) return;
    const indicator = data.indicators.get(draft.value.mapping.indicatorId ?? '') ?? null;
    change({ measure, unit: suggestUnit(draft.value.table, measure, indicator, data) });
  }

  async function setTable(sheet: string, headerRow: number | null): Promise<void> {
    if (draft.value && store.data) start(await withTable(draft.value, sheet, headerRow, store.data));
  }

  function setPerson(text: string, memberId: string): void {
    if (draft.value) change({ people: { ...draft.value.mapping.people, [looseText(text)]: memberId } });
  }

  async function preview(): Promise<void> {
    if (!draft.value || !reading.value || !store.data) return;
    // 取消 or another choice ends this one: `reread` and `clear` stop it.
    const made = await planDraft(draft.value, reading.value, store.data, stopping.signal);
    if (made) done(made);
  }

  function clear(): void {
    stopping.abort();
    draft.value = null;
    reading.value = null;
    progress.value = null;
  }

  function stop(): void {
    stopping.abort();
    progress.value = null;
  }

  return {
    draft,
    reading,
    progress,
    open,
    start,
    reread,
    change,
    setIndicator,
    setMeasure,
    setTable,
    setPerson,
    preview,
    clear,
    stop,
  };
}

export type Mapping = ReturnType<typeof useMapping>;
