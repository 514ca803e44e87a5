import { rm } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { BEFORE_CLOSE_CHANNEL, CLOSE_READY_CHANNEL, HOST_CHANNELS } from '../../shared/host/channels';
import { OWN_PAGE } from './fakeIpc';
import { RefusableEvent, type DoubleContents, type Recorded } from './electronDouble';
import { installFolder, runMain } from './loadMain';

const EVIL = 'https://evil.example/';

function inspectStart(recorded: Recorded): string[] {
  const faults: string[] = recorded.late.map((what) => `late: ${what}`);
  if (!recorded.sandboxed) faults.push('sandbox is not on for all');
  const [scheme] = recorded.schemes;
  if (scheme?.privileges['standard'] !== true || scheme.privileges['secure'] !== true) faults.push('scheme');
  const preferences = recorded.windows[0]?.options.webPreferences ?? {};
  const wanted = {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
  };
  for (const [name, value] of Object.entries(wanted))
    if (preferences[name] !== value) faults.push(`preference ${name}`);
  if (!isAbsolute(String(preferences['preload']))) faults.push('preload path');
  return faults;
}

/** @returns whether main refused the event */
function refuses(contents: DoubleContents, name: string, url: string): boolean {
  const event = new RefusableEvent(url);
  contents.emit(name, event, url);
  return event.defaultPrevented;
}

function inspectLocks(recorded: Recorded): string[] {
  const faults: string[] = [];
  const contents = recorded.windows[0]!.webContents;
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    if (!refuses(contents, name, EVIL)) faults.push(name);
  }
  if (refuses(contents, 'will-navigate', 'app://waymark/')) faults.push('reloading itself is refused');
  if (contents.openWindow?.({ url: EVIL }).action !== 'deny') faults.push('new window');
  let granted = true;
  recorded.permission?.(contents, 'media', (answer) => (granted = answer));
  if (granted || recorded.permissionCheck?.(contents, 'geolocation') !== false) faults.push('permission');
  const download = new RefusableEvent(EVIL);
  recorded.session.emit('will-download', download);
  if (!download.defaultPrevented) faults.push('download');
  return faults;
}

async function inspectProtocol(recorded: Recorded): Promise<string[]> {
  const faults: string[] = [];
  const get = async (url: string, method = 'GET'): Promise<Response> => recorded.serve!(new Request(url, { method }));
  const page = await get('app://waymark/');
  const policy = page.headers.get('content-security-policy') ?? '';
  if (page.status !== 200 || !policy.includes("default-src 'none'") || policy.includes('unsafe'))
    faults.push('page or policy');
  if ((await get('app://evil/index.html')).status !== 403) faults.push('other host is served');
  if ((await get('app://waymark/..%2fsecret.txt')).status !== 403) faults.push('traversal');
  if ((await get('app://waymark/', 'POST')).status !== 403) faults.push('method');
  if ((await get('app://waymark/nothing.js')).status !== 404) faults.push('missing file');
  return faults;
}

async function inspectGate(recorded: Recorded): Promise<string[]> {
  const faults: string[] = [];
  const code = async (sender: unknown, channel: string, ...args: unknown[]): Promise<string> => {
    const answer = await recorded.handlers.get(channel)!(sender, ...args).catch(() => null);
    return answer === null ? 'threw' : (answer.error?.code ?? 'ok');
  };
  const forged = [
    { ...OWN_PAGE, senderFrame: { url: EVIL, parent: null } },
    { ...OWN_PAGE, senderFrame: { url: 'app://waymark/', parent: {} } },
    { ...OWN_PAGE, senderFrame: null },
    { ...OWN_PAGE, sender: { id: 8 } },
  ];
  for (const [n, sender] of forged.entries()) {
    for (const channel of recorded.handlers.keys()) {
      if ((await code(sender, channel)) !== 'host.denied') faults.push(`forged sender ${n} on ${channel}`);
    }
  }
  if ((await code(OWN_PAGE, HOST_CHANNELS.info)) !== 'ok') faults.push('own page is refused');
  if ((await code(OWN_PAGE, HOST_CHANNELS.setTheme, 'purple')) !== 'host.badArguments') faults.push('arguments');
  // The double has no save dialog: what main throws then must not leave it raw.
  const file = { suggestedName: 'a', bytes: new Uint8Array(1) };
  if ((await code(OWN_PAGE, HOST_CHANNELS.saveFile, file)) !== 'host.unexpected') faults.push('raw error');
  return faults;
}

async function inspectClosing(recorded: Recorded): Promise<string[]> {
  const faults: string[] = [];
  const window = recorded.windows[0]!;
  recorded.app.emit('second-instance', {});
  if (window.shown === 0) faults.push('second start does not focus the window');
  window.close();
  if (window.closed) faults.push('closes before the page is asked');
  const question = recorded.sent.find(([channel]) => channel === BEFORE_CLOSE_CHANNEL)?.[1];
  await recorded.handlers.get(CLOSE_READY_CHANNEL)!(OWN_PAGE, question);
  await new Promise((done) => setTimeout(done, 10));
  if (!window.closed) faults.push('does not close after the answer');
  return faults;
}

async function inspectIn(folder: string, code: string): Promise<string[]> {
  const recorded = await runMain(code, folder);
  if (recorded.windows.length === 0) return ['no window'];
  const faults = [
    ...inspectStart(recorded),
    ...inspectLocks(recorded),
    ...(await inspectProtocol(recorded)),
    ...(await inspectGate(recorded)),
    ...(await inspectClosing(recorded)),
  ];
  const second = await runMain(code, folder, { second: true });
  if (!second.quit || second.windows.length > 0 || second.handlers.size > 0) faults.push('second instance runs');
  const failing = await runMain(code, folder, { protocolFails: true });
  if (failing.exitCode !== 1 || failing.windows.length > 0) faults.push('stays up after a failed start');
  return faults;
}

/** Starts bundled main three ways and lists everything that is not as the architecture wants it (rules 4, 5 and 7). */
export async function inspectMain(code: string): Promise<string[]> {
  const folder = await installFolder();
  try {
    return await inspectIn(folder, code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
