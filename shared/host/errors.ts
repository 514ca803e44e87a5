import type { AppError } from '../domain/issue';

/**
 * The codes a host answers with. Their texts are `issue.<code>` of the renderer; `name` is a file's name without its
 * folder, so that a message never shows where somebody keeps things.
 */
export const HOST_ERRORS = {
  /** The call came from a frame that is not the application's own page. */
  denied: 'host.denied',
  /** An argument has the wrong shape; `method` and `at` say which. */
  badArguments: 'host.badArguments',
  /** The token stands for no file of this run. */
  unknownToken: 'host.unknownToken',
  /** `name` */
  readFailed: 'host.readFailed',
  /** `name` */
  writeFailed: 'host.writeFailed',
  /** `name` */
  noSpace: 'host.noSpace',
  /** `name` */
  noPermission: 'host.noPermission',
  /** What was read back is not what was written: `name`. The file of before, if any, may be gone. */
  notVerified: 'host.notVerified',
  /** `name`, `limit` in MB */
  tooLarge: 'host.tooLarge',
  showFailed: 'host.showFailed',
  mailFailed: 'host.mailFailed',
  printFailed: 'host.printFailed',
  backupNotFound: 'host.backupNotFound',
  /** The backup's bytes no longer match its checksum. */
  backupDamaged: 'host.backupDamaged',
  /** This host has no place for backups (private windows, old browsers). */
  backupUnavailable: 'host.backupUnavailable',
  /** Something nobody expected; the host says no more, since messages may quote data. `method` */
  unexpected: 'host.unexpected',
} as const;

export type HostErrorCode = (typeof HOST_ERRORS)[keyof typeof HOST_ERRORS];

/** An error value of a host. */
export const hostError = (code: HostErrorCode, params?: AppError['params']): AppError =>
  params === undefined ? { code } : { code, params };
