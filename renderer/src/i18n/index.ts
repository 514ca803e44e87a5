import { createI18n } from 'vue-i18n';
import type { Locale } from '../stores/session';
import { collectMessages } from './collect';

/**
 * All texts shown to people. One file a feature: `i18n/<locale>/<feature>.ts` is the namespace `<feature>`.
 * Messages are compiled to a syntax tree, not to code, so the content security policy needs no eval.
 */
export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' satisfies Locale,
  fallbackLocale: 'en' satisfies Locale,
  messages: collectMessages(),
});

/** Text outside components. */
export function translate(key: string, params: Readonly<Record<string, unknown>> = {}): string {
  return i18n.global.t(key, params);
}

/** Changes the language of all texts and of the document. */
export function applyLocale(locale: Locale): void {
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
  document.title = translate('common.appTitle');
}
