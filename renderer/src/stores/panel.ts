import { defineStore } from 'pinia';
import { shallowRef } from 'vue';

/** What the side panel explains: a kind the screen knows (e.g. `goal`, `score`), and which one. */
export interface PanelSubject {
  readonly kind: string;
  readonly id: string;
  readonly detail?: string | undefined;
}

/** The one side panel of a screen; the shell closes it on Esc and when another screen opens. */
export const usePanelStore = defineStore('panel', () => {
  const subject = shallowRef<PanelSubject | null>(null);

  function show(next: PanelSubject): void {
    subject.value = next;
  }

  function close(): void {
    subject.value = null;
  }

  return { subject, show, close };
});
