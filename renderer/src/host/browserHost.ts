import { err, ok } from '#shared/domain/issue';
import type { HostApi } from '#shared/host/api';
import { createBackupRing } from '#shared/host/backupRing';
import { HOST_ERRORS, hostError } from '#shared/host/errors';
import { safeFileName } from '#shared/host/fileName';
import { download } from './download';
import { buildEml } from './eml';
import { guarded } from './guard';
import { createOpfsFolder, type OpenRoot } from './opfsFolder';
import { pickFiles } from './pickFiles';

/** What the browser host takes from the browser; tests give their own. */
export interface BrowserParts {
  readonly window: Window;
  readonly version: string;
  readonly openRoot: OpenRoot;
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
  readonly now: () => Date;
  readonly randomId: () => string;
}

/** Local calendar day, `yyyy-mm-dd`. */
function localDay(instant: string): string {
  const date = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `HostApi` in a plain browser page: file dialogs, downloads, the print dialog, backups in the private file system. */
export function createBrowserHost({ window: view, version, openRoot, sha256, now, randomId }: BrowserParts): HostApi {
  const page = view.document;
  const backups = createBackupRing({
    folder: createOpfsFolder(openRoot),
    sha256,
    now: () => now().toISOString(),
    dayOf: localDay,
  });

  return {
    info: guarded('info', async () =>
      ok({
        kind: 'browser',
        version,
        platform: view.navigator.platform,
        locale: view.navigator.language,
        durableBackups: false,
      }),
    ),
    openFiles: guarded('openFiles', (options) => pickFiles(page, options)),
    saveFile: guarded('saveFile', async ({ suggestedName, bytes }) => {
      const name = safeFileName(suggestedName);
      await download(page, name, bytes);
      return ok({ name, token: null });
    }),
    // Downloads are the browser's own and no token is ever given out, so whatever comes in is unknown.
    showFile: guarded('showFile', async () => err(hostError(HOST_ERRORS.unknownToken))),
    openMailDraft: guarded('openMailDraft', async (draft) => {
      const name = safeFileName(`${draft.subject || 'mail'}.eml`);
      await download(page, name, buildEml(draft, `waymark-${randomId()}`), 'message/rfc822');
      return ok({ name, token: null });
    }),
    printToPdf: guarded('printToPdf', async () => {
      view.print();
      return ok(null);
    }),
    writeBackup: guarded('writeBackup', (input) => backups.write(input)),
    listBackups: guarded('listBackups', () => backups.list()),
    readBackup: guarded('readBackup', (id) => backups.read(id)),
    // The page's own colours follow the application's setting; there is no window frame of ours to colour.
    setTheme: guarded('setTheme', async () => ok(null)),
    onBeforeClose(listener) {
      // A page cannot make the browser wait; what the listener starts now is usually finished.
      const run = (): void => void listener().catch(() => undefined);
      view.addEventListener('pagehide', run);
      return () => view.removeEventListener('pagehide', run);
    },
    // The page handles its own keys; a browser has no menu of ours.
    onCommand: () => () => undefined,
  } satisfies HostApi;
}
