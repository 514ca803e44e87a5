import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOST_ERRORS } from '../../shared/host/errors';
import { fileError } from '../../electron/main/services/fileErrors';
import { atomicWrite, sweepTemporaryFiles } from '../../electron/main/services/atomicWrite';

const SIZE = 2 * 1024 * 1024;
const KILLS = 15;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-atomic-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The writing program as one file Node can run. */
async function buildWriter(): Promise<string> {
  const outDir = join(folder, 'writer');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: new URL('writeForever.ts', import.meta.url).pathname,
      outDir,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  });
  return join(outDir, 'writer.mjs');
}

describe('an atomic write', () => {
  it('replaces the content and leaves nothing beside it', async () => {
    const path = join(folder, 'new', 'a.bin');
    expect(await atomicWrite(path, new Uint8Array([1]))).toEqual({ ok: true, value: null });
    expect(await atomicWrite(path, new Uint8Array([2, 3]))).toEqual({ ok: true, value: null });
    expect([...(await readFile(path))]).toEqual([2, 3]);
    expect(await readdir(join(folder, 'new'))).toEqual(['a.bin']);
  });

  it('reports a failure with the name only, keeps what was there, and leaves nothing beside it', async () => {
    // A folder in the file's place: the rename cannot succeed, whoever runs the test.
    const path = join(folder, 'taken');
    await mkdir(join(path, 'inside'), { recursive: true });
    const failed = await atomicWrite(path, new Uint8Array([1]));
    expect(failed).toEqual({ ok: false, error: { code: 'host.writeFailed', params: { name: 'taken' } } });
    expect((await readdir(folder)).filter((name) => name.endsWith('.waymark-tmp'))).toEqual([]);
    expect(await readdir(path)).toEqual(['inside']);
  });

  it.each([
    ['ENOSPC', 'host.noSpace'],
    ['EACCES', 'host.noPermission'],
    ['EROFS', 'host.noPermission'],
    ['EIO', 'host.writeFailed'],
  ])('says what the system says: %s is %s', (system, code) => {
    const error = Object.assign(new Error('at /home/somebody/plans'), { code: system });
    expect(fileError(error, '/home/somebody/plans', HOST_ERRORS.writeFailed)).toEqual({
      code,
      params: { name: 'plans' },
    });
  });

  it(`is never torn, though its process is killed ${KILLS} times in the middle of writing`, async () => {
    const writer = await buildWriter();
    const path = join(folder, 'crash', 'plans.bin');
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await new Promise((done) => setTimeout(done, kill * 3));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const content = await readFile(path);
      expect(content.length).toBe(SIZE);
      expect(content.equals(Buffer.alloc(SIZE, content[0]))).toBe(true);
    }
  });
});

describe('the sweep at the start', () => {
  it('removes what unfinished writes left, and nothing else', async () => {
    const place = join(folder, 'sweep');
    await mkdir(place);
    for (const name of ['.plan.0123456789ab.waymark-tmp', 'plan', '.plan.waymark-tmp', '.hidden']) {
      await writeFile(join(place, name), 'x');
    }
    expect(await sweepTemporaryFiles(place)).toBe(1);
    expect((await readdir(place)).sort()).toEqual(['.hidden', '.plan.waymark-tmp', 'plan']);
  });

  it('finds nothing in a folder that is not there yet', async () => {
    expect(await sweepTemporaryFiles(join(folder, 'nowhere'))).toBe(0);
  });
});
