import { defineStore } from 'pinia';
import { shallowRef } from 'vue';

/** An error nobody expected, without anything that could name a person or a figure. */
export interface UnexpectedError {
  readonly name: string;
  /** Where in the code it happened: lines of the stack, without the message. */
  readonly frames: readonly string[];
  /** Where in the application: a route name or a lifecycle hook. */
  readonly where: string;
}

/** Keeps type and place of an error; the message is left out, because it may quote data. */
export function describeError(error: unknown, where: string): UnexpectedError {
  if (!(error instanceof Error)) return { name: typeof error, frames: [], where };
  const frames = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12);
  return { name: error.name, frames, where };
}

/** The unexpected error now shown; the first one stays, since what follows is often its consequence. */
export const useErrorStore = defineStore('errors', () => {
  const current = shallowRef<UnexpectedError | null>(null);

  function report(error: unknown, where: string): void {
    current.value ??= describeError(error, where);
  }

  function dismiss(): void {
    current.value = null;
  }

  return { current, report, dismiss };
});
