import type { HostApi } from '#shared/host/api';
import { BRIDGE_NAME } from '#shared/host/channels';
import { createBrowserHost } from './browserHost';
import { createElectronHost } from './electronHost';

export { readPicked } from './pickFiles';
export { installTrustedTypes } from './trustedTypes';

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The host that is live. This is the only place that knows which one it is (architecture rule 3). */
export function createHost(): HostApi {
  const bridge = (window as unknown as Record<string, unknown>)[BRIDGE_NAME] as HostApi | undefined;
  if (bridge) return createElectronHost(bridge);
  return createBrowserHost({
    window,
    version: __APP_VERSION__,
    openRoot: () => navigator.storage.getDirectory(),
    sha256,
    now: () => new Date(),
    randomId: () => crypto.randomUUID(),
  });
}
