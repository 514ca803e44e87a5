import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createMainApi } from '../../electron/main/ipc/mainApi';
import { registerIpc } from '../../electron/main/ipc/registerIpc';
import { isTrustedSender } from '../../electron/main/ipc/trustedSender';
import { createDiskFolder, localDay } from '../../electron/main/services/backupRing';
import { createCloseHandshake } from '../../electron/main/services/closeHandshake';
import { createFileTokens } from '../../electron/main/services/fileTokens';
import { createPreloadApi } from '../../electron/preload/createPreloadApi';
import { createHash } from 'node:crypto';
import { createBackupRing, type BackupFolder } from '../../shared/host/backupRing';
import { BEFORE_CLOSE_CHANNEL } from '../../shared/host/channels';
import type { HostHarness, NamedBytes } from '../contract/hostContract';
import { createFakeIpc, WINDOW_ID } from './fakeIpc';

/** The parts a test replaces to plant a fault. */
export interface Faults {
  readonly registerIpc?: typeof registerIpc;
  readonly isTrustedSender?: typeof isTrustedSender;
  readonly createMainApi?: typeof createMainApi;
}

export interface MainHarness extends HostHarness {
  readonly ipc: ReturnType<typeof createFakeIpc>;
  readonly folder: string;
  readonly shown: string[];
  hasMailProgram: boolean;
}

/** Main and preload joined by a fake IPC pair, with the real services in a temporary folder. */
export async function startMain(faults: Faults = {}): Promise<MainHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-'));
  const documents = join(folder, 'documents');
  const backups = join(folder, 'backups');
  await mkdir(documents);
  const ipc = createFakeIpc();
  const shown: string[] = [];
  const opened: string[] = [];
  let now = Date.parse('2026-09-30T01:12:00.000Z');
  let answer: string[] | null = null;
  let cut = false;

  const disk = createDiskFolder(backups);
  const shortDisk: BackupFolder = {
    ...disk,
    write: (name, bytes) => disk.write(name, cut ? bytes.subarray(0, bytes.length - 1) : bytes),
  };
  const newId = (): string => randomBytes(18).toString('base64url');
  const handshake = createCloseHandshake((question) => ipc.send(BEFORE_CLOSE_CHANNEL, question), 200);
  const harness: MainHarness = {
    host: createPreloadApi(ipc.ipcRenderer),
    ipc,
    folder,
    shown,
    hasMailProgram: true,
    async chooseFiles(files) {
      answer =
        files &&
        (await Promise.all(
          files.map(async ({ name, bytes }) => {
            const path = join(folder, name);
            await writeFile(path, bytes);
            return path;
          }),
        ));
    },
    async delivered() {
      const saved = (await readdir(documents)).map((name) => join(documents, name));
      return Promise.all(
        [...saved, ...opened].map(async (path): Promise<NamedBytes> => ({
          name: basename(path),
          bytes: new Uint8Array(await readFile(path)),
        })),
      );
    },
    async damageBackup(id) {
      const name = (await readdir(backups)).find((file) => file.startsWith(id))!;
      const bytes = await readFile(join(backups, name));
      bytes[0]! ^= 1;
      await writeFile(join(backups, name), bytes);
    },
    cutWritesShort: () => void (cut = true),
    later: (minutes) => void (now += minutes * 60_000),
    close: () => handshake.ask(),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };

  const api = (faults.createMainApi ?? createMainApi)({
    info: () => ({ kind: 'electron', version: '1.2.3', platform: 'test', locale: 'zh-CN', durableBackups: true }),
    askOpen: async () => answer,
    askSave: async (name) => join(documents, name),
    async openPath(path) {
      if (harness.hasMailProgram) opened.push(path);
      return harness.hasMailProgram;
    },
    showInFolder: (path) => shown.push(path),
    exists: existsSync,
    printer: () => ({ printToPDF: async ({ landscape }) => new TextEncoder().encode(`%PDF ${landscape}`) }),
    setTheme: () => undefined,
    backups: createBackupRing({
      folder: shortDisk,
      sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
      now: () => new Date(now).toISOString(),
      dayOf: localDay,
    }),
    tokens: createFileTokens(newId),
    draftsFolder: join(folder, 'drafts'),
    newId,
  });
  (faults.registerIpc ?? registerIpc)({
    ipc: ipc.ipcMain,
    api,
    isTrusted: (event) => (faults.isTrustedSender ?? isTrustedSender)(event, WINDOW_ID),
    closeReady: (question) => handshake.answer(question),
  });
  return harness;
}
