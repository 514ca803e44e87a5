import { BrowserWindow, type Session, type WebContents } from 'electron';
import { APP_HOST, APP_SCHEME } from '#shared/host/channels';
import { isAppUrl } from './ipc/trustedSender';

export interface WindowParts {
  /** Absolute path of the bundled preload. */
  readonly preload: string;
  readonly icon: string;
  readonly dark: boolean;
}

/** The canvas colours of the two themes (`--w-canvas`), so that nothing flashes before the page is there. */
const BACKGROUND = { light: '#f6f8fa', dark: '#121418' };

/** The one window. It shows itself when the page has painted. */
export function createWindow({ preload, icon, dark }: WindowParts): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    icon,
    backgroundColor: dark ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: process.env['WAYMARK_DEVTOOLS'] === '1',
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_SCHEME}://${APP_HOST}/`);
  return window;
}

/** No page leaves the application, opens a window, or embeds another page; for every web contents there ever is. */
export function lockContents(contents: WebContents): void {
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault();
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No permission, device or download: files leave through the host, which asks where to. */
export function lockSession(session: Session): void {
  // Writing to the clipboard is what a copied table needs; everything else is refused.
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
