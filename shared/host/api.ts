import type { Result } from '../domain/issue';

/** A file a person chose: its bytes, and a token that stands for its path in later calls. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  /** Last change, ISO instant; null where the host cannot know. */
  readonly modifiedAt: string | null;
  readonly bytes: Uint8Array;
}

export interface FileFilter {
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
}

/** Where a saved file went: a name for the message, a token for `showFile`. */
export interface SavedFile {
  readonly name: string;
  /** null where the host has no file to show (browser downloads). */
  readonly token: string | null;
}

export interface BackupEntry {
  readonly id: string;
  readonly kind: 'recent' | 'daily' | 'manual';
  readonly at: string;
  readonly size: number;
  /** Number of plans in it, read back after writing. */
  readonly plans: number;
  /** Written and read back with the same checksum. */
  readonly verified: boolean;
}

/** What a backup holds besides its bytes. */
export interface BackupInput {
  readonly kind: 'recent' | 'daily' | 'manual';
  readonly bytes: Uint8Array;
  readonly plans: number;
  /** Records in all collections: a rich backup is never replaced by a near-empty one. */
  readonly records: number;
}

export interface MailDraft {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface HostInfo {
  readonly kind: 'electron' | 'browser';
  readonly version: string;
  readonly platform: string;
  readonly locale: string;
  /** Backups outlive the browser profile. */
  readonly durableBackups: boolean;
}

/**
 * What a host gives the application. Electron's main process (through preload) and the browser page
 * both implement it, and one contract suite runs against both (architecture rule 3). Nothing here
 * throws: every failure is an error value with a code of `errors.ts`. Cancelling a dialog is not a
 * failure but the value null.
 */
export interface HostApi {
  info(): Promise<Result<HostInfo>>;
  openFiles(options: {
    readonly filters: readonly FileFilter[];
    readonly multiple: boolean;
  }): Promise<Result<PickedFile[] | null>>;
  saveFile(options: { readonly suggestedName: string; readonly bytes: Uint8Array }): Promise<Result<SavedFile | null>>;
  /** Shows a saved file in the system's file manager. */
  showFile(token: string): Promise<Result<null>>;
  /** Opens a draft in the mail program, or saves it as .eml where there is none. */
  openMailDraft(draft: MailDraft): Promise<Result<SavedFile | null>>;
  /** Prints the page as it stands to PDF and asks where to put it; the browser opens its print dialog. */
  printToPdf(options: {
    readonly suggestedName: string;
    readonly landscape: boolean;
  }): Promise<Result<SavedFile | null>>;
  writeBackup(input: BackupInput): Promise<Result<BackupEntry>>;
  listBackups(): Promise<Result<BackupEntry[]>>;
  readBackup(id: string): Promise<Result<Uint8Array>>;
  setTheme(theme: 'light' | 'dark' | 'system'): Promise<Result<null>>;
  /** The window is about to close; the listener's promise is waited for (at most a few seconds). */
  onBeforeClose(listener: () => Promise<void>): () => void;
  /** A menu or keyboard command of the shell, e.g. `undo`, `search`. */
  onCommand(listener: (command: HostCommand) => void): () => void;
}

export type HostCommand = 'undo' | 'redo' | 'search' | 'newPlan' | 'import' | 'export' | 'print' | 'settings';
