import type { IpcMainLike } from '../../electron/main/ipc/registerIpc';
import type { SenderEvent } from '../../electron/main/ipc/trustedSender';
import type { IpcRendererLike } from '../../electron/preload/createPreloadApi';

type Handler = Parameters<IpcMainLike['handle']>[1];
type Listener = Parameters<IpcRendererLike['on']>[1];

export const WINDOW_ID = 7;
/** Who calls when it is our own page. */
export const OWN_PAGE: SenderEvent = {
  sender: { id: WINDOW_ID },
  senderFrame: { url: 'app://waymark/index.html', parent: null },
};

/**
 * Both ends of Electron's IPC in one process. Everything that crosses is cloned as Electron clones it, so what cannot
 * cross fails here too.
 */
export function createFakeIpc() {
  const handlers = new Map<string, Handler>();
  const listeners = new Map<string, Set<Listener>>();

  const ipcMain: IpcMainLike = {
    handle(channel, handler) {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      handlers.set(channel, handler);
    },
  };

  async function invokeAs(sender: SenderEvent, channel: string, ...args: unknown[]): Promise<unknown> {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler(sender, ...(structuredClone(args) as unknown[])));
  }

  const ipcRenderer: IpcRendererLike = {
    invoke: (channel, ...args) => invokeAs(OWN_PAGE, channel, ...args),
    on: (channel, listener) =>
      (listeners.get(channel) ?? listeners.set(channel, new Set()).get(channel)!).add(listener),
    off: (channel, listener) => listeners.get(channel)?.delete(listener),
  };

  return {
    ipcMain,
    ipcRenderer,
    invokeAs,
    channels: () => [...handlers.keys()],
    /** Main sends to the page. */
    send(channel: string, ...args: unknown[]): void {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...(structuredClone(args) as unknown[]));
    },
  };
}
