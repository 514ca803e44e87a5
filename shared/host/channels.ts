import type { HostApi } from './api';

/** The calls of `HostApi` that ask and are answered; the rest are subscriptions. */
export type HostCalls = Omit<HostApi, 'onBeforeClose' | 'onCommand'>;
export type HostMethod = keyof HostCalls;

/** One channel a call. A channel that is not named here does not exist; there is no generic one. */
export const HOST_CHANNELS = {
  info: 'waymark:info',
  openFiles: 'waymark:openFiles',
  saveFile: 'waymark:saveFile',
  showFile: 'waymark:showFile',
  openMailDraft: 'waymark:openMailDraft',
  printToPdf: 'waymark:printToPdf',
  writeBackup: 'waymark:writeBackup',
  listBackups: 'waymark:listBackups',
  readBackup: 'waymark:readBackup',
  setTheme: 'waymark:setTheme',
} as const satisfies Record<HostMethod, string>;

export const HOST_METHODS = Object.keys(HOST_CHANNELS) as HostMethod[];

/** Main tells the page: a command of the menu. */
export const COMMAND_CHANNEL = 'waymark:command';
/** Main asks the page to finish its work before the window closes; the argument is the number of the question. */
export const BEFORE_CLOSE_CHANNEL = 'waymark:beforeClose';
/** The page answers that question with the same number. */
export const CLOSE_READY_CHANNEL = 'waymark:closeReady';

/** The name under which preload gives `HostApi` to the page. */
export const BRIDGE_NAME = 'waymarkHost';

/** Where Electron serves the application. Never changes: the database belongs to this origin (architecture rule 7). */
export const APP_SCHEME = 'app';
export const APP_HOST = 'waymark';
