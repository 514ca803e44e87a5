import { err, type Result } from '#shared/domain/issue';
import type { HostCalls, HostMethod } from '#shared/host/channels';
import { HOST_ERRORS, hostError } from '#shared/host/errors';
import { validateArguments } from '#shared/host/validators';

/** What a call gives when it succeeds. */
type ValueOf<M extends HostMethod> = Extract<Awaited<ReturnType<HostCalls[M]>>, { ok: true }>['value'];

/**
 * The same gate Electron's main process has: arguments checked, and whatever is thrown becomes an error value, since
 * nothing of `HostApi` throws.
 */
export function guarded<M extends HostMethod>(
  method: M,
  call: (...args: Parameters<HostCalls[M]>) => Promise<Result<ValueOf<M>>>,
): (...args: Parameters<HostCalls[M]>) => Promise<Result<ValueOf<M>>> {
  return async (...args) => {
    const checked = validateArguments(method, args);
    if (!checked.ok) return checked;
    try {
      return await call(...checked.value);
    } catch {
      return err(hostError(HOST_ERRORS.unexpected, { method }));
    }
  };
}
