import { basename } from 'node:path';
import type { AppError } from '#shared/domain/issue';
import { HOST_ERRORS, hostError, type HostErrorCode } from '#shared/host/errors';

const BY_SYSTEM_CODE: Readonly<Record<string, HostErrorCode>> = {
  ENOSPC: HOST_ERRORS.noSpace,
  EDQUOT: HOST_ERRORS.noSpace,
  EACCES: HOST_ERRORS.noPermission,
  EPERM: HOST_ERRORS.noPermission,
  EROFS: HOST_ERRORS.noPermission,
  EBUSY: HOST_ERRORS.noPermission,
};

/** The system's code of a failure (`ENOENT`), or '' when it has none. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What went wrong with a file, without its folder; `otherwise` where the system gives no better reason. */
export const fileError = (error: unknown, path: string, otherwise: HostErrorCode): AppError =>
  hostError(BY_SYSTEM_CODE[systemCode(error)] ?? otherwise, { name: basename(path) });
