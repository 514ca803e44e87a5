import { onScopeDispose, watchEffect } from 'vue';
import { applyLocale } from '../i18n';
import { services } from '../stores/services';
import { useSessionStore } from '../stores/session';

/** Keeps theme, language and row height of the document in step with the person's choices. */
export function useAppearance(): void {
  const session = useSessionStore();
  const query = matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => {
    session.systemDark = query.matches;
  };
  follow();
  query.addEventListener('change', follow);
  onScopeDispose(() => query.removeEventListener('change', follow));

  watchEffect(() => {
    document.documentElement.dataset['theme'] = session.dark ? 'dark' : 'light';
    document.documentElement.dataset['density'] = session.density;
  });
  watchEffect(() => applyLocale(session.locale));
  watchEffect(() => void services().host.setTheme(session.theme));
}
