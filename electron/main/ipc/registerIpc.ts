import { err, ok, type Result } from '#shared/domain/issue';
import {
  CLOSE_READY_CHANNEL,
  HOST_CHANNELS,
  HOST_METHODS,
  type HostCalls,
  type HostMethod,
} from '#shared/host/channels';
import { HOST_ERRORS, hostError } from '#shared/host/errors';
import { closeReadySchema, validateArguments } from '#shared/host/validators';
import type { SenderEvent } from './trustedSender';

/** The part of Electron's `ipcMain` used here. */
export interface IpcMainLike {
  handle(channel: string, listener: (event: SenderEvent, ...args: unknown[]) => Promise<unknown>): void;
}

export interface IpcParts {
  readonly ipc: IpcMainLike;
  readonly api: HostCalls;
  readonly isTrusted: (event: SenderEvent) => boolean;
  /** The page answered the question before closing with this number. */
  readonly closeReady: (question: number) => void;
}

type Call = (...args: readonly unknown[]) => Promise<Result<unknown>>;

/**
 * The one gate between page and main (architecture rule 4): who calls is checked first, then what; the answer is always a
 * `Result`, and what is thrown inside never leaves, because its message may hold a path.
 */
export function registerIpc({ ipc, api, isTrusted, closeReady }: IpcParts): void {
  function gate(channel: string, method: string, call: Call): void {
    ipc.handle(channel, async (event, ...args) => {
      if (!isTrusted(event)) return err(hostError(HOST_ERRORS.denied));
      try {
        return await call(...args);
      } catch {
        return err(hostError(HOST_ERRORS.unexpected, { method }));
      }
    });
  }

  const checked =
    (method: HostMethod): Call =>
    async (...args) => {
      const valid = validateArguments(method, args);
      return valid.ok ? (api[method] as Call)(...valid.value) : valid;
    };

  for (const method of HOST_METHODS) gate(HOST_CHANNELS[method], method, checked(method));
  gate(CLOSE_READY_CHANNEL, 'closeReady', async (...args) => {
    const valid = closeReadySchema.safeParse(args);
    if (!valid.success) return err(hostError(HOST_ERRORS.badArguments, { method: 'closeReady', at: '' }));
    closeReady(valid.data[0]);
    return ok(null);
  });
}
