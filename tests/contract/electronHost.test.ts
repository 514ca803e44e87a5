import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMAND_CHANNEL, HOST_CHANNELS, HOST_METHODS } from '../../shared/host/channels';
import { OWN_PAGE } from '../electron/fakeIpc';
import { startMain, type MainHarness } from '../electron/fakeMain';
import { describeHost } from './hostContract';

describeHost('Electron: main and preload over IPC', () => startMain());

describe('the desktop host', () => {
  let world: MainHarness;
  beforeEach(async () => {
    world = await startMain();
  });
  afterEach(() => world.dispose());

  it.each([
    ['another site', { ...OWN_PAGE, senderFrame: { url: 'https://waymark/', parent: null } }],
    ['another host of the scheme', { ...OWN_PAGE, senderFrame: { url: 'app://waymark.evil/', parent: null } }],
    ['a name with a user in front', { ...OWN_PAGE, senderFrame: { url: 'app://x@waymark/', parent: null } }],
    ['a frame inside the page', { ...OWN_PAGE, senderFrame: { url: 'app://waymark/', parent: {} } }],
    ['a frame that is gone', { ...OWN_PAGE, senderFrame: null }],
    ['another window', { ...OWN_PAGE, sender: { id: 99 } }],
  ])('refuses every call of %s', async (_who, sender) => {
    for (const channel of world.ipc.channels()) {
      expect(await world.ipc.invokeAs(sender, channel), channel).toEqual({ ok: false, error: { code: 'host.denied' } });
    }
  });

  it('has a channel for every call and one for the answer before closing, no more', () => {
    expect(world.ipc.channels().sort()).toEqual(
      [...HOST_METHODS.map((method) => HOST_CHANNELS[method]), 'waymark:closeReady'].sort(),
    );
  });

  it('hands out a token, never a path, and shows that file for it', async () => {
    const saved = await world.host.saveFile({ suggestedName: 'a.txt', bytes: new Uint8Array([1]) });
    const token = saved.ok ? (saved.value?.token ?? '') : '';
    expect(JSON.stringify(saved)).not.toContain(world.folder);
    expect(await world.host.showFile(token)).toEqual({ ok: true, value: null });
    expect(world.shown).toEqual([join(world.folder, 'documents', 'a.txt')]);
  });

  it('asks where to keep a mail draft when there is no mail program', async () => {
    world.hasMailProgram = false;
    await world.host.openMailDraft({ to: [], subject: 'Q3', text: 'x', attachments: [] });
    expect((await world.delivered()).map((file) => file.name)).toEqual(['Q3.eml']);
  });

  it('puts the printed page where the person says', async () => {
    await world.host.printToPdf({ suggestedName: 'talk.pdf', landscape: true });
    expect(await readFile(join(world.folder, 'documents', 'talk.pdf'), 'utf8')).toBe('%PDF true');
  });

  it('passes the commands of the menu on until the listener leaves', () => {
    const heard: string[] = [];
    const leave = world.host.onCommand((command) => heard.push(command));
    world.ipc.send(COMMAND_CHANNEL, 'undo');
    leave();
    world.ipc.send(COMMAND_CHANNEL, 'redo');
    expect(heard).toEqual(['undo']);
  });

  it('closes after its time even when the page never finishes', async () => {
    world.host.onBeforeClose(() => new Promise(() => undefined));
    await world.close();
  });

  it('turns an argument that cannot cross into an error value', async () => {
    const call = world.host.setTheme as (theme: unknown) => ReturnType<typeof world.host.setTheme>;
    expect(await call(() => 'light')).toEqual({
      ok: false,
      error: { code: 'host.unexpected', params: { method: 'setTheme' } },
    });
  });
});
