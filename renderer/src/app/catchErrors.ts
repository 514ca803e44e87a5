import type { App } from 'vue';
import { useErrorStore } from '../stores/errors';

/** Every error that nobody handled is shown: from components, from events and from promises. */
export function catchErrors(app: App): void {
  const errors = useErrorStore();
  app.config.errorHandler = (error, _instance, info) => {
    errors.report(error, info);
    reportError(error);
  };
  window.addEventListener('error', (event) => errors.report(event.error, 'window'));
  window.addEventListener('unhandledrejection', (event) => errors.report(event.reason, 'promise'));
}
