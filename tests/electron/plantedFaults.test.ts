import { describe, expect, it } from 'vitest';
import { inspectMain } from './inspectMain';
import { bundleMain, type Fault } from './loadMain';

/** Each takes one protection away; the inspection must notice every one. */
const FAULTS: readonly (readonly [string, Fault])[] = [
  ['sender not checked', { file: 'registerIpc.ts', from: '!isTrusted(event)', to: 'false' }],
  ['frames inside the page trusted', { file: 'trustedSender.ts', from: 'frame.parent === null', to: 'true' }],
  ['other windows trusted', { file: 'trustedSender.ts', from: 'event.sender.id === windowId', to: 'true' }],
  ['any address trusted', { file: 'trustedSender.ts', from: 'isAppUrl(frame.url)', to: 'true' }],
  ['any host of the scheme is ours', { file: 'trustedSender.ts', from: 'parsed.host === APP_HOST', to: 'true' }],
  ['arguments not checked', { file: 'registerIpc.ts', from: 'valid.ok ?', to: 'true ?' }],
  ['errors thrown raw', { file: 'registerIpc.ts', from: 'return await call(...args)', to: 'return call(...args)' }],
  ['no sandbox', { file: 'window.ts', from: 'sandbox: true', to: 'sandbox: false' }],
  ['no isolation', { file: 'window.ts', from: 'contextIsolation: true', to: 'contextIsolation: false' }],
  ['Node in the page', { file: 'window.ts', from: 'nodeIntegration: false', to: 'nodeIntegration: true' }],
  ['sandbox not for all', { file: 'main/index.ts', from: 'app.enableSandbox();', to: '' }],
  ['navigation allowed', { file: 'window.ts', from: "contents.on('will-navigate'", to: "contents.on('x'" }],
  ['frames may navigate', { file: 'window.ts', from: "contents.on('will-frame-navigate'", to: "contents.on('x'" }],
  ['windows allowed', { file: 'window.ts', from: "action: 'deny'", to: "action: 'allow'" }],
  [
    'permissions granted',
    { file: 'window.ts', from: "answer(permission === 'clipboard-sanitized-write')", to: 'answer(true)' },
  ],
  ['downloads allowed', { file: 'window.ts', from: "session.on('will-download'", to: "session.on('x'" }],
  ['contents not locked', { file: 'main/index.ts', from: 'lockContents(contents)', to: 'undefined' }],
  ['files outside the folder served', { file: 'main/protocol.ts', from: 'file.startsWith(root + sep)', to: 'true' }],
  [
    'page without headers',
    { file: 'main/protocol.ts', from: "{ ...securityHeaders, 'content-type'", to: "{ 'content-type'" },
  ],
  ['scheme not secure', { file: 'main/protocol.ts', from: 'secure: true', to: 'secure: false' }],
  ['two instances', { file: 'main/index.ts', from: 'if (app.requestSingleInstanceLock())', to: 'if (true)' }],
  ['closes without asking', { file: 'main/index.ts', from: 'if (mayClose) return;', to: 'return;' }],
  ['failed start ignored', { file: 'main/index.ts', from: 'app.exit(1)', to: 'undefined' }],
];

describe('the main process, bundled and run against a double of Electron', () => {
  it('has every protection', async () => {
    expect(await inspectMain(await bundleMain())).toEqual([]);
  });

  it.each(FAULTS)('would be caught with this fault: %s', async (_name, fault) => {
    expect(await inspectMain(await bundleMain(fault))).not.toEqual([]);
  });
});
