import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { AppError } from '#shared/domain/issue';

export type MessageParams = Readonly<Record<string, string | number>>;

export interface Toast {
  readonly id: number;
  readonly tone: 'ok' | 'watch' | 'alert';
  /** Key of the text in the locale files. */
  readonly messageKey: string;
  readonly params: MessageParams;
  readonly action: { readonly labelKey: string; readonly run: () => void } | null;
  /** Stays until dismissed. */
  readonly sticky: boolean;
}

/** How long a toast that needs no answer stays, in ms. */
export const TOAST_TIME = 6000;

/** Short messages at the foot of the window: what happened, and 撤销 where it can be taken back. */
export const useToastStore = defineStore('toasts', () => {
  const toasts = ref<Toast[]>([]);
  let counter = 0;

  function dismiss(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id);
  }

  /** Shows a message; at most three stand at a time, the oldest goes first. Returns its id. */
  function show(toast: { messageKey: string } & Partial<Omit<Toast, 'id' | 'messageKey'>>): number {
    const id = ++counter;
    const full: Toast = { tone: 'ok', params: {}, action: null, sticky: false, ...toast, id };
    toasts.value = [...toasts.value, full].slice(-3);
    if (!full.sticky) setTimeout(() => dismiss(id), TOAST_TIME);
    return id;
  }

  /** Shows an error value: the text of `issue.<code>` with its parameters. */
  function showError(error: AppError): number {
    return show({ tone: 'alert', messageKey: `issue.${error.code}`, params: error.params ?? {}, sticky: true });
  }

  /** Takes away what stands there, because it may name somebody else; returns how to bring back what must be dismissed by hand. */
  function putAside(): () => void {
    const kept = toasts.value.filter((toast) => toast.sticky);
    toasts.value = [];
    return () => (toasts.value = [...kept, ...toasts.value].slice(-3));
  }

  return { toasts, show, showError, dismiss, putAside };
});
