import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, ipcMain, nativeTheme, session, shell, type BrowserWindow } from 'electron';
import { BEFORE_CLOSE_CHANNEL, COMMAND_CHANNEL } from '#shared/host/channels';
import { createMainApi } from './ipc/mainApi';
import { registerIpc } from './ipc/registerIpc';
import { isTrustedSender } from './ipc/trustedSender';
import { installMenu } from './menu';
import { registerScheme, serveRenderer } from './protocol';
import { sweepTemporaryFiles } from './services/atomicWrite';
import { createDiskBackupRing } from './services/backupRing';
import { createCloseHandshake } from './services/closeHandshake';
import { createFileTokens } from './services/fileTokens';
import { createWindow, lockContents, lockSession } from './window';

let window: BrowserWindow | null = null;

const send = (channel: string, ...args: unknown[]): void => window?.webContents.send(channel, ...args);
const handshake = createCloseHandshake((question) => send(BEFORE_CLOSE_CHANNEL, question));
const newId = (): string => randomBytes(18).toString('base64url');

function connect(backupsFolder: string, draftsFolder: string): void {
  const api = createMainApi({
    info: () => ({
      kind: 'electron',
      version: app.getVersion(),
      platform: process.platform,
      locale: app.getLocale(),
      durableBackups: true,
    }),
    async askOpen(filters, multiple) {
      const properties: ('openFile' | 'multiSelections')[] = multiple ? ['openFile', 'multiSelections'] : ['openFile'];
      const options = {
        properties,
        filters: filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
      };
      const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
      return chosen.canceled ? null : chosen.filePaths;
    },
    async askSave(suggestedName) {
      const options = { defaultPath: join(app.getPath('documents'), suggestedName) };
      const chosen = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
    },
    openPath: async (path) => (await shell.openPath(path)) === '',
    showInFolder: (path) => shell.showItemInFolder(path),
    exists: existsSync,
    printer: () => window?.webContents ?? null,
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
    },
    backups: createDiskBackupRing(backupsFolder, () => new Date()),
    tokens: createFileTokens(newId),
    draftsFolder,
    newId,
  });
  registerIpc({
    ipc: ipcMain,
    api,
    isTrusted: (event) => isTrustedSender(event, window?.webContents.id ?? null),
    closeReady: (question) => handshake.answer(question),
  });
}

/** The window closes after the page has finished its work, or after a few seconds. */
function openWindow(): void {
  const opened = createWindow({
    preload: join(__dirname, 'preload.cjs'),
    icon: join(__dirname, '../../build/icons/icon.png'),
    dark: nativeTheme.shouldUseDarkColors,
  });
  let mayClose = false;
  opened.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    void handshake.ask().then(() => {
      mayClose = true;
      opened.close();
    });
  });
  opened.on('closed', () => {
    window = null;
  });
  window = opened;
}

async function start(): Promise<void> {
  const data = app.getPath('userData');
  const backupsFolder = join(data, 'backups');
  const draftsFolder = join(data, 'drafts');
  await sweepTemporaryFiles(backupsFolder);
  // Drafts of the last run name people; the mail program has its own copy by now. One still open may refuse to go.
  await rm(draftsFolder, { recursive: true, force: true }).catch(() => undefined);
  lockSession(session.defaultSession);
  serveRenderer(session.defaultSession, join(__dirname, '../renderer'));
  connect(backupsFolder, draftsFolder);
  installMenu(app.getLocale(), (command) => send(COMMAND_CHANNEL, command));
  openWindow();
}

function focusWindow(): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

registerScheme();
app.enableSandbox();
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  app.on('window-all-closed', () => app.quit());
  // Whatever fails on the way up leaves nothing half-protected running.
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      dialog.showErrorBox('Waymark', error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
} else {
  app.quit();
}
