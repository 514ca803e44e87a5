// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import { createBrowserHost } from '../../renderer/src/host/browserHost';
import { BACKUP_EXTENSION } from '../../shared/host/backupName';
import { FakeOpfs } from './fakeOpfs';
import { describeHost, type HostHarness, type NamedBytes } from './hostContract';

/** A page whose downloads and file dialogs the test answers. */
async function start(): Promise<HostHarness> {
  const opfs = new FakeOpfs();
  const blobs = new Map<string, Blob>();
  const downloads: Promise<NamedBytes>[] = [];
  let answer: readonly NamedBytes[] | null = null;
  let now = Date.parse('2026-09-30T01:12:00.000Z');

  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = `blob:test/${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  });

  function onClick(event: Event): void {
    const target = event.target;
    if (target instanceof HTMLAnchorElement && target.download !== '') {
      event.preventDefault();
      const blob = blobs.get(target.href)!;
      downloads.push(blob.arrayBuffer().then((buffer) => ({ name: target.download, bytes: new Uint8Array(buffer) })));
    }
    if (target instanceof HTMLInputElement && target.type === 'file') {
      const files = answer?.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name));
      if (files) Object.defineProperty(target, 'files', { value: files });
      target.dispatchEvent(new Event(files ? 'change' : 'cancel'));
    }
  }
  document.addEventListener('click', onClick, true);

  return {
    host: createBrowserHost({
      window,
      version: '1.2.3',
      openRoot: opfs.openRoot,
      sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
      now: () => new Date(now),
      randomId: () => '1234',
    }),
    chooseFiles: async (files) => void (answer = files),
    delivered: () => Promise.all(downloads),
    damageBackup: async (id) => void (opfs.files.get(id + BACKUP_EXTENSION)![0]! ^= 1),
    cutWritesShort: () => void (opfs.cutShort = true),
    later: (minutes) => void (now += minutes * 60_000),
    close: async () => {
      window.dispatchEvent(new Event('pagehide'));
      await new Promise((done) => setTimeout(done, 0));
    },
    dispose: async () => {
      document.removeEventListener('click', onClick, true);
      vi.restoreAllMocks();
    },
  };
}

describeHost('the browser page', start);
