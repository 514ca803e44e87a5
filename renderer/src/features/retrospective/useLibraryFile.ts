import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { evaluatePlan } from '#shared/calc/plan';
import type { AppError } from '#shared/domain/issue';
import { lessonsInOrder } from '#shared/domain/lessons';
import { sopArrivals, type SopArrival } from '#shared/domain/sopMerge';
import { planImport } from '#shared/templates/planImport';
import { renderWorkbook } from '#shared/templates/renderWorkbook';
import { readFile, TABLE_EXTENSIONS } from '../../app/importWorkbook';
import { saySaved } from '../../app/saySaved';
import { writeTables } from '../../app/tables';
import { usePlanStore } from '../../stores/plan';
import { services } from '../../stores/services';
import { useSessionStore } from '../../stores/session';
import { useToastStore } from '../../stores/toasts';
import type { StoredLesson } from './model/lessons';
import { arrivalChanges, libraryCards, libraryPlan, namedCards, nearestFirst } from './model/library';

/** A library that was read, before anything of it is taken. */
export interface ReadLibrary {
  readonly fileName: string;
  readonly arrivals: readonly SopArrival[];
}

/** The SOP library as a workbook: all procedures out, and those of another library in, after a look at what they bring. */
export function useLibraryFile(lessons: () => readonly StoredLesson[]) {
  const { t } = useI18n();
  const store = usePlanStore();
  const session = useSessionStore();
  const toasts = useToastStore();
  const read = shallowRef<ReadLibrary | null>(null);

  function fail(error: AppError): void {
    toasts.showError(error);
  }

  async function save(): Promise<void> {
    const all = lessons();
    const { now, today, host } = services();
    const starts = all.map(({ planStart }) => planStart).sort();
    const period = { start: starts[0] ?? today(), end: today() };
    const name = t('retrospective.tab.library');
    const data = libraryPlan(libraryCards(all, today()), name, period);
    const result = evaluatePlan(data, today());
    const bytes = await writeTables(
      renderWorkbook('retrospective', { data, result, locale: session.locale, exportedAt: now() }),
    );
    if (!bytes.ok) fail(bytes.error);
    else saySaved(await host.saveFile({ suggestedName: `${name}_${today()}.xlsx`, bytes: bytes.value }));
  }

  async function choose(): Promise<void> {
    const filters = [{ name: t('data.import.fileKind'), extensions: TABLE_EXTENSIONS }];
    const opened = await services().host.openFiles({ filters, multiple: false });
    if (!opened.ok) {
      fail(opened.error);
      return;
    }
    const file = opened.value?.[0];
    if (!file || !store.data) return;
    const raw = await readFile(file);
    if (!raw.ok) {
      fail(raw.error);
      return;
    }
    const { newId, now, today } = services();
    const plan = planImport(raw.value, { data: null, newId, now: now(), today: today(), locale: session.locale });
    const there = lessonsInOrder(plan.after);
    const here = nearestFirst(namedCards(store.data), libraryCards(lessons(), today()));
    const arrivals = sopArrivals(here, there, { on: today(), source: file.name.replace(/\.[^.]+$/, '') });
    if (arrivals.length === 0) {
      toasts.show({ tone: 'watch', messageKey: 'retrospective.library.noSops', params: { name: file.name } });
      return;
    }
    read.value = { fileName: file.name, arrivals };
  }

  /** Takes the chosen procedures into the open plan, as one step that can be undone. */
  function take(chosen: readonly SopArrival[]): void {
    const { data } = store;
    const fileName = read.value?.fileName ?? '';
    read.value = null;
    if (!data) return;
    store.edit('retrospective.step.library', arrivalChanges(data, chosen, store.newId), { name: fileName });
    toasts.show({
      messageKey: 'retrospective.library.taken',
      params: { n: chosen.length },
      action: { labelKey: 'common.action.undo', run: () => store.undo() },
    });
  }

  return { read, save, choose, take, cancel: () => (read.value = null) };
}
