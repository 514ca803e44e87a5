import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const project = fileURLToPath(new URL('../..', import.meta.url));
const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
  getConfig(project: string, file: string, options: null): Promise<Record<string, unknown>>;
  validateConfiguration(config: object, log: object): Promise<void>;
};
const { DebugLogger } = require('builder-util') as { DebugLogger: new (on: boolean) => object };

const load = (): Promise<Record<string, unknown>> => getConfig(project, 'electron-builder.yml', null);

describe('the packaging configuration', () => {
  it("passes the packager's own schema, which refuses an unknown key", async () => {
    const config = await load();
    await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined();
    await expect(validateConfiguration({ ...config, electronFuse: {} }, new DebugLogger(false))).rejects.toThrow();
  });

  it('builds for Windows, macOS and Linux under an id that never changes', async () => {
    expect(await load()).toMatchObject({
      appId: 'cn.waymark.app',
      win: { target: ['nsis', 'portable'] },
      mac: { target: ['dmg'] },
      linux: { target: ['AppImage', 'deb'] },
    });
  });

  it('closes the fuses that would let the program be run as something else', async () => {
    expect((await load())['electronFuses']).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('has an icon, and starts from the bundle package.json names', () => {
    const { main } = JSON.parse(readFileSync(`${project}package.json`, 'utf8')) as { main: string };
    expect(main).toBe('dist/electron/main.cjs');
    expect(existsSync(`${project}build/icons/icon.png`)).toBe(true);
  });
});
