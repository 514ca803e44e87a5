import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { PlanId } from '#shared/domain/ids';
import { services } from './services';
import { useToastStore } from './toasts';

export type Theme = 'system' | 'light' | 'dark';
export type Locale = 'zh-CN' | 'en';
export type Density = 'compact' | 'normal' | 'roomy';

/** What is remembered between two starts, beside the plans. */
interface SessionRecord {
  readonly theme: Theme;
  readonly locale: Locale | null;
  readonly density: Density;
  readonly lastPlanId: PlanId | null;
}

const KEY = 'session';

/** The person's own choices: theme, language, row height, the plan opened last. Stored at once. */
export const useSessionStore = defineStore('session', () => {
  const theme = ref<Theme>('system');
  const locale = ref<Locale>('zh-CN');
  const density = ref<Density>('normal');
  const lastPlanId = ref<PlanId | null>(null);
  const systemDark = ref(false);
  const dark = computed(() => (theme.value === 'system' ? systemDark.value : theme.value === 'dark'));

  async function store(): Promise<void> {
    const record: SessionRecord = {
      theme: theme.value,
      locale: locale.value,
      density: density.value,
      lastPlanId: lastPlanId.value,
    };
    const written = await services().settings.write(KEY, record);
    if (!written.ok) useToastStore().showError(written.error);
  }

  /** Reads what was remembered; the language of the first start is the host's. */
  async function load(hostLocale: string): Promise<void> {
    locale.value = hostLocale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
    const read = await services().settings.read<SessionRecord>(KEY);
    if (!read.ok) {
      useToastStore().showError(read.error);
      return;
    }
    if (!read.value) return;
    theme.value = read.value.theme;
    locale.value = read.value.locale ?? locale.value;
    density.value = read.value.density;
    lastPlanId.value = read.value.lastPlanId;
  }

  function setTheme(next: Theme): Promise<void> {
    theme.value = next;
    return store();
  }

  function setLocale(next: Locale): Promise<void> {
    locale.value = next;
    return store();
  }

  function setDensity(next: Density): Promise<void> {
    density.value = next;
    return store();
  }

  function setLastPlan(id: PlanId | null): Promise<void> {
    lastPlanId.value = id;
    return store();
  }

  return { theme, locale, density, lastPlanId, systemDark, dark, load, setTheme, setLocale, setDensity, setLastPlan };
});
