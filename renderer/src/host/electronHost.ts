import { err, type Result } from '#shared/domain/issue';
import type { HostApi } from '#shared/host/api';
import { HOST_METHODS, type HostCalls, type HostMethod } from '#shared/host/channels';
import { HOST_ERRORS, hostError } from '#shared/host/errors';

type Call = (...args: unknown[]) => Promise<Result<unknown>>;

/** One call over the bridge; what cannot cross it (a function, a proxy) is refused there by throwing. */
function overBridge(bridge: HostApi, method: HostMethod): Call {
  return async (...args) => {
    try {
      return await (bridge[method] as Call)(...args);
    } catch {
      return err(hostError(HOST_ERRORS.unexpected, { method }));
    }
  };
}

/** `HostApi` over the bridge of Electron's preload. */
export function createElectronHost(bridge: HostApi): HostApi {
  const calls = Object.fromEntries(HOST_METHODS.map((method) => [method, overBridge(bridge, method)]));
  return {
    ...(calls as unknown as HostCalls),
    onBeforeClose: (listener) => bridge.onBeforeClose(listener),
    onCommand: (listener) => bridge.onCommand(listener),
  } satisfies HostApi;
}
