import { basename, join } from 'node:path';
import { err, ok, type Result } from '#shared/domain/issue';
import type { FileFilter, HostInfo, PickedFile, SavedFile } from '#shared/host/api';
import type { BackupRing } from '#shared/host/backupRing';
import type { HostCalls } from '#shared/host/channels';
import { HOST_ERRORS, hostError } from '#shared/host/errors';
import { safeFileName } from '#shared/host/fileName';
import { atomicWrite } from '../services/atomicWrite';
import type { FileTokens } from '../services/fileTokens';
import { buildMailDraft } from '../services/mailDraft';
import { printPdf, type Printer } from '../services/printPdf';
import { readPickedFile } from '../services/readFiles';

/** What main's side of `HostApi` takes from Electron; tests give their own. */
export interface MainParts {
  readonly info: () => HostInfo;
  /** Paths a person chose; null when cancelled. */
  readonly askOpen: (filters: readonly FileFilter[], multiple: boolean) => Promise<string[] | null>;
  /** The path a person chose; null when cancelled. */
  readonly askSave: (suggestedName: string) => Promise<string | null>;
  /** Opens a file with the system's program for it; false where there is none. */
  readonly openPath: (path: string) => Promise<boolean>;
  readonly showInFolder: (path: string) => void;
  readonly exists: (path: string) => boolean;
  readonly printer: () => Printer | null;
  readonly setTheme: (theme: 'light' | 'dark' | 'system') => void;
  readonly backups: BackupRing;
  readonly tokens: FileTokens;
  /** A folder of ours for drafts. */
  readonly draftsFolder: string;
  readonly newId: () => string;
}

/** Main's side of `HostApi`. Arguments are checked already (`registerIpc`). */
export function createMainApi(parts: MainParts): HostCalls {
  const { backups, tokens } = parts;

  async function writeTo(path: string, bytes: Uint8Array): Promise<Result<SavedFile>> {
    const written = await atomicWrite(path, bytes);
    return written.ok ? ok({ name: basename(path), token: tokens.issue(path) }) : written;
  }

  async function askAndWrite(suggestedName: string, bytes: Uint8Array): Promise<Result<SavedFile | null>> {
    const path = await parts.askSave(safeFileName(suggestedName));
    return path === null ? ok(null) : writeTo(path, bytes);
  }

  return {
    info: async () => ok(parts.info()),
    async openFiles({ filters, multiple }) {
      const paths = await parts.askOpen(filters, multiple);
      if (paths === null || paths.length === 0) return ok(null);
      const files: PickedFile[] = [];
      for (const path of paths) {
        const file = await readPickedFile(path);
        if (!file.ok) return file;
        files.push(file.value);
      }
      return ok(files);
    },
    saveFile: ({ suggestedName, bytes }) => askAndWrite(suggestedName, bytes),
    async showFile(token) {
      const path = tokens.pathOf(token);
      if (path === null) return err(hostError(HOST_ERRORS.unknownToken));
      if (!parts.exists(path)) return err(hostError(HOST_ERRORS.showFailed));
      parts.showInFolder(path);
      return ok(null);
    },
    async openMailDraft(draft) {
      const bytes = await buildMailDraft(draft).catch(() => null);
      if (bytes === null) return err(hostError(HOST_ERRORS.mailFailed));
      const name = safeFileName(`${draft.subject || 'mail'}.eml`);
      const path = join(parts.draftsFolder, parts.newId(), name);
      const saved = await writeTo(path, bytes);
      if (saved.ok && (await parts.openPath(path))) return saved;
      // No mail program: the person keeps the draft as a file.
      return askAndWrite(name, bytes);
    },
    async printToPdf({ suggestedName, landscape }) {
      const pdf = await printPdf(parts.printer(), landscape);
      return pdf.ok ? askAndWrite(suggestedName, pdf.value) : pdf;
    },
    writeBackup: (input) => backups.write(input),
    listBackups: () => backups.list(),
    readBackup: (id) => backups.read(id),
    async setTheme(theme) {
      parts.setTheme(theme);
      return ok(null);
    },
  } satisfies HostCalls;
}
