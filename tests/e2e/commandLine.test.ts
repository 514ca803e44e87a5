import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const CLI = join(import.meta.dirname, '../../dist/cli/waymark.mjs');

/** Runs the built command line; `deaf` closes its output before a word was read, as `| head` does when it has enough. */
function waymark(args: readonly string[], deaf = false): Promise<{ code: number | null; err: string }> {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  if (deaf) child.stdout.destroy();
  else child.stdout.resume();
  let err = '';
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, err })));
}

describe('The built command line', () => {
  let folder: string;
  let sample: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-cli-'));
    sample = join(folder, 'sample.xlsx');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('writes the sample, evaluates it into a folder and finds nothing wrong with it', async () => {
    expect(await waymark(['sample', '--out', sample])).toEqual({ code: 0, err: '' });
    expect((await stat(sample)).size).toBeGreaterThan(10_000);
    expect(await waymark(['evaluate', sample, '--out', join(folder, 'out')])).toEqual({ code: 0, err: '' });
    expect(await waymark(['check', sample])).toEqual({ code: 0, err: '' });
  });

  it('ends quietly when nobody reads on', async () => {
    const { code, err } = await waymark(['check', sample], true);
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  it('answers a file that is none with exit code 2 and one line', async () => {
    const { code, err } = await waymark(['check', join(folder, 'none.xlsx')]);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
