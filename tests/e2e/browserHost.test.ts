import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HostApi } from '../../shared/host/api';
import { serve } from '../../build/serve.mjs';
import { watchComplaints } from './support/app';
import { launchBrowser } from './support/browser';

declare global {
  interface Window {
    host: HostApi;
  }
}

const project = fileURLToPath(new URL('../..', import.meta.url));

/** A page that holds nothing but the host and a worker, so that what the browser really does with them can be seen. */
async function buildPage(folder: string): Promise<void> {
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><title>host</title><link rel="icon" href="data:,"><script type="module" src="/page.ts"></script>',
  );
  await writeFile(join(folder, 'worker.ts'), "self.postMessage('up');");
  await writeFile(
    join(folder, 'page.ts'),
    `import { createHost, installTrustedTypes } from '${project}renderer/src/host/index.ts';
     installTrustedTypes();
     Object.assign(window, {
       host: createHost(),
       startWorker: () => new Promise((done) => {
         const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
         worker.onmessage = (event) => done(event.data);
       }),
     });`,
  );
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: { __APP_VERSION__: JSON.stringify('1.2.3') },
    worker: { format: 'es' },
    resolve: { alias: [{ find: /^#shared\/(.*)$/, replacement: `${project}shared/$1.ts` }] },
    build: { target: 'chrome122', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
}

describe('the browser host in a real browser, under the real policy', () => {
  let folder: string;
  let browser: Browser;
  let server: { url: string; close: () => Promise<void> };
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-host-'));
    await buildPage(folder);
    server = await serve({ root: join(folder, 'dist'), port: 0 });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await (await browser.newContext({ acceptDownloads: true })).newPage();
    complaints = watchComplaints(page);
    await page.goto(server.url);
  });
  afterEach(() => page.context().close());

  it('keeps verified backups in the private file system, over a reload', async () => {
    await page.evaluate(() =>
      window.host.writeBackup({ kind: 'daily', bytes: new TextEncoder().encode('plans'), plans: 1, records: 9 }),
    );
    await page.reload();
    const read = await page.evaluate(async () => {
      const list = await window.host.listBackups();
      if (!list.ok || !list.value[0]) return list;
      const bytes = await window.host.readBackup(list.value[0].id);
      return [list.value.length, list.value[0].verified, bytes.ok && new TextDecoder().decode(bytes.value)];
    });
    expect(read).toEqual([1, true, 'plans']);
    expect(complaints).toEqual([]);
  });

  it('saves a file as a download, byte for byte', async () => {
    const waiting = page.waitForEvent('download');
    await page.evaluate(() =>
      window.host.saveFile({ suggestedName: '评估 Q3.bin', bytes: new Uint8Array([0, 255, 10]) }),
    );
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('评估 Q3.bin');
    expect([...(await readFile(await download.path()))]).toEqual([0, 255, 10]);
    expect(complaints).toEqual([]);
  });

  it('opens the file a person chooses', async () => {
    const waiting = page.waitForEvent('filechooser');
    const opened = page.evaluate(async () => {
      const files = await window.host.openFiles({ filters: [{ name: 'x', extensions: ['csv'] }], multiple: false });
      return files.ok && files.value?.map((file) => [file.name, new TextDecoder().decode(file.bytes)]);
    });
    await (await waiting).setFiles({ name: '成员.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名') });
    expect(await opened).toEqual([['成员.csv', '姓名']]);
  });

  it('lets its own worker start and refuses a script of any other kind', async () => {
    expect(await page.evaluate(() => (window as unknown as { startWorker(): Promise<string> }).startWorker())).toBe(
      'up',
    );
    expect(complaints).toEqual([]);
    const refused = await page.evaluate(() => {
      try {
        document.createElement('script').src = '/assets/x.js';
        return 'allowed';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(refused).toBe('TypeError');
  });
});
