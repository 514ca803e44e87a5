import { createApp } from 'vue';
import { createPinia } from 'pinia';
import type { HostApi } from '#shared/host/api';
import type { AppError } from '#shared/domain/issue';
import App from '../App.vue';
import { createHost } from '../host';
import { i18n } from '../i18n';
import { router } from '../router';
import RecoveryScreen from '../shell/RecoveryScreen.vue';
import { installServices } from '../stores/services';
import { useSessionStore } from '../stores/session';
import { startBackups } from './backups';
import { catchErrors } from './catchErrors';
import { openLastPlan } from './openPlan';
import { holdWindow } from './singleWindow';
import { startServices } from './startServices';

/** Where both the application and the recovery screen are mounted. */
function freshRoot(): HTMLElement {
  const root = document.createElement('div');
  root.id = 'app';
  document.getElementById('app')?.replaceWith(root);
  return root;
}

/** Shows why there is no application now, and what can be done. */
function showRecovery(error: AppError, host: HostApi): void {
  const restart = (steal: boolean): void => {
    screen.unmount();
    void start(steal);
  };
  const screen = createApp(RecoveryScreen, { error, host, restart });
  screen.use(i18n).mount(freshRoot());
}

/** Puts the application together and shows it, or the recovery screen when its data cannot be opened. */
export async function start(steal = false): Promise<void> {
  const host = createHost();
  let unmount = (): void => undefined;
  const lost = (code: string) => (): void => {
    unmount();
    showRecovery({ code }, host);
  };
  if (!(await holdWindow(lost('storage.takenOver'), steal))) {
    showRecovery({ code: 'storage.otherWindow' }, host);
    return;
  }
  const started = await startServices(host, { onClosed: lost('storage.closed') });
  if (!started.ok) {
    showRecovery(started.error, host);
    return;
  }
  installServices(started.value);

  const app = createApp(App).use(createPinia()).use(i18n);
  catchErrors(app);
  const info = await host.info();
  await useSessionStore().load(info.ok ? info.value.locale : navigator.language);
  await openLastPlan();
  app.use(router);
  await router.isReady();
  app.mount(freshRoot());
  const stopBackups = await startBackups();
  unmount = () => {
    stopBackups();
    app.unmount();
  };
}
