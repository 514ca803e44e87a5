import { err, type Result } from '#shared/domain/issue';
import type { HostApi, HostCommand } from '#shared/host/api';
import {
  BEFORE_CLOSE_CHANNEL,
  CLOSE_READY_CHANNEL,
  COMMAND_CHANNEL,
  HOST_CHANNELS,
  HOST_METHODS,
  type HostCalls,
  type HostMethod,
} from '#shared/host/channels';
import { HOST_ERRORS, hostError } from '#shared/host/errors';

type Listener = (event: unknown, ...args: unknown[]) => void;

/** The part of Electron's `ipcRenderer` used here. It never reaches the page itself. */
export interface IpcRendererLike {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  on(channel: string, listener: Listener): unknown;
  off(channel: string, listener: Listener): unknown;
}

/** `HostApi` for the page: one function a call, no way to name a channel, and no event object handed out. */
export function createPreloadApi(ipc: IpcRendererLike): HostApi {
  const call =
    (method: HostMethod) =>
    async (...args: unknown[]): Promise<Result<unknown>> => {
      try {
        return (await ipc.invoke(HOST_CHANNELS[method], ...args)) as Result<unknown>;
      } catch {
        return err(hostError(HOST_ERRORS.unexpected, { method }));
      }
    };

  const closing = new Set<() => Promise<void>>();
  ipc.on(BEFORE_CLOSE_CHANNEL, async (_event, question) => {
    await Promise.allSettled([...closing].map(async (listener) => listener()));
    // If main is gone there is nobody left to tell.
    await ipc.invoke(CLOSE_READY_CHANNEL, question).catch(() => undefined);
  });

  return {
    ...(Object.fromEntries(HOST_METHODS.map((method) => [method, call(method)])) as unknown as HostCalls),
    onBeforeClose(listener) {
      closing.add(listener);
      return () => void closing.delete(listener);
    },
    onCommand(listener) {
      const hear = (_event: unknown, command: unknown): void => listener(command as HostCommand);
      ipc.on(COMMAND_CHANNEL, hear);
      return () => void ipc.off(COMMAND_CHANNEL, hear);
    },
  } satisfies HostApi;
}
