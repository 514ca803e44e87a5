import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BackupInput, HostApi } from '../../shared/host/api';
import type { AppError, Result } from '../../shared/domain/issue';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A host with the world around it in the test's hands. */
export interface HostHarness {
  readonly host: HostApi;
  /** What the person answers to the next file dialog; null = cancels. */
  chooseFiles(files: readonly NamedBytes[] | null): Promise<void>;
  /** Every file that reached the person so far. */
  delivered(): Promise<NamedBytes[]>;
  /** Changes one byte of a stored backup behind the host's back. */
  damageBackup(id: string): Promise<void>;
  /** From now on what is written to the backups' place is cut short, without an error. */
  cutWritesShort(): void;
  /** Lets time pass, so that the next backup is of a later moment. */
  later(minutes: number): void;
  /** The person closes the window; settles when the page has been given its time. */
  close(): Promise<void>;
  dispose(): Promise<void>;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${result.error.code}`);
  return result.value;
}

const codeOf = (result: Result<unknown, AppError>): string => (result.ok ? 'ok' : result.error.code);

const backup = (text: string, more: Partial<BackupInput> = {}): BackupInput => ({
  kind: 'recent',
  bytes: bytesOf(text),
  plans: 1,
  records: 100,
  ...more,
});

/** What every host does, whichever it is (architecture rule 3). */
export function describeHost(name: string, start: () => Promise<HostHarness>): void {
  describe(`the contract of the host, kept by ${name}`, () => {
    let world: HostHarness;
    let host: HostApi;
    beforeEach(async () => {
      world = await start();
      host = world.host;
    });
    afterEach(() => world.dispose());

    it('says what it is', async () => {
      const info = valueOf(await host.info());
      expect(['electron', 'browser']).toContain(info.kind);
      expect(info.version).toMatch(/^\d+\.\d+\.\d+/);
      expect(info.locale).not.toBe('');
    });

    it('gives the names and bytes of the files a person chose, in their order', async () => {
      await world.chooseFiles([
        { name: '华东 目标.xlsx', bytes: bytesOf('one') },
        { name: 'b.csv', bytes: bytesOf('two') },
      ]);
      const files = valueOf(
        await host.openFiles({ filters: [{ name: 'x', extensions: ['xlsx', 'csv'] }], multiple: true }),
      );
      expect(files?.map((file) => [file.name, file.size, textOf(file.bytes)])).toEqual([
        ['华东 目标.xlsx', 3, 'one'],
        ['b.csv', 3, 'two'],
      ]);
    });

    it('gives null, not an error, when the person cancels the file dialog', async () => {
      await world.chooseFiles(null);
      expect(valueOf(await host.openFiles({ filters: [], multiple: false }))).toBeNull();
    });

    it('saves exactly the bytes it was given', async () => {
      const bytes = new Uint8Array([0, 255, 13, 10, 128]);
      const saved = valueOf(await host.saveFile({ suggestedName: '绩效评估 Q3.xlsx', bytes }));
      expect(saved?.name).toBe('绩效评估 Q3.xlsx');
      expect((await world.delivered()).map((file) => [file.name, [...file.bytes]])).toEqual([
        ['绩效评估 Q3.xlsx', [...bytes]],
      ]);
    });

    it('never lets a suggested name lead into another folder', async () => {
      await host.saveFile({ suggestedName: '../../etc/pass:wd.txt', bytes: bytesOf('x') });
      const [file] = await world.delivered();
      expect(file?.name).toBe('_.._etc_pass_wd.txt');
    });

    it('makes a mail draft with its recipient, subject, text and attachment, marked as not sent', async () => {
      await host.openMailDraft({
        to: ['li@example.com'],
        subject: '三季度互评',
        text: '请填写附件。',
        attachments: [{ name: '互评表.xlsx', bytes: bytesOf('form') }],
      });
      const [draft] = await world.delivered();
      const mail = textOf(draft?.bytes ?? new Uint8Array());
      expect(draft?.name).toBe('三季度互评.eml');
      expect(mail).toMatch(/^X-Unsent: 1\r$/im);
      expect(mail).toMatch(/^To: li@example\.com\r$/m);
      expect(mail).toContain(btoa(String.fromCharCode(...bytesOf('form'))));
      expect(mail).toContain(encodeURIComponent('互评表'));
    });

    it('refuses a line break in a subject or an address, which would become another header', async () => {
      const draft = { to: ['a@b.c'], subject: 'x', text: '', attachments: [] };
      expect(codeOf(await host.openMailDraft({ ...draft, subject: 'x\r\nBcc: z@z.z' }))).toBe('host.badArguments');
      expect(codeOf(await host.openMailDraft({ ...draft, to: ['a@b.c\nBcc: z@z.z'] }))).toBe('host.badArguments');
      expect(await world.delivered()).toEqual([]);
    });

    it('reads a backup back as it was written, and lists it as verified', async () => {
      const entry = valueOf(await host.writeBackup(backup('all my plans', { plans: 3 })));
      expect(entry).toMatchObject({ kind: 'recent', plans: 3, verified: true, size: 12 });
      expect(textOf(valueOf(await host.readBackup(entry.id)))).toBe('all my plans');
      expect(valueOf(await host.listBackups())).toEqual([entry]);
    });

    it('shows a damaged backup as not verified, refuses to read it, and keeps the last good one readable', async () => {
      const good = valueOf(await host.writeBackup(backup('good')));
      world.later(5);
      const bad = valueOf(await host.writeBackup(backup('soon bad')));
      await world.damageBackup(bad.id);
      expect(valueOf(await host.listBackups()).map((entry) => [entry.id, entry.verified])).toEqual([
        [bad.id, false],
        [good.id, true],
      ]);
      expect(codeOf(await host.readBackup(bad.id))).toBe('host.backupDamaged');
      expect(textOf(valueOf(await host.readBackup(good.id)))).toBe('good');
    });

    it('never calls a backup written that did not arrive whole', async () => {
      world.cutWritesShort();
      expect(codeOf(await host.writeBackup(backup('cut')))).toBe('host.notVerified');
      expect(valueOf(await host.listBackups()).filter((entry) => entry.verified)).toEqual([]);
    });

    it('never gives up a rich backup for near-empty ones, however many come', async () => {
      const rich = valueOf(await host.writeBackup(backup('rich', { records: 500 })));
      for (let n = 0; n < 16; n += 1) {
        world.later(1);
        valueOf(await host.writeBackup(backup(`poor ${n}`, { records: 3 })));
      }
      const left = valueOf(await host.listBackups());
      expect(left.map((entry) => entry.id)).toContain(rich.id);
      expect(left.length).toBeLessThan(6);
    });

    it('says when a backup is not there', async () => {
      const id = 'recent-20260930T011200123Z-1p-1r-00000000000000000000000000000000';
      expect(codeOf(await host.readBackup(id))).toBe('host.backupNotFound');
    });

    it('refuses ids and tokens that are paths, and tokens nobody gave out', async () => {
      expect(codeOf(await host.readBackup('../../secret'))).toBe('host.badArguments');
      expect(codeOf(await host.showFile('/etc/passwd'))).toBe('host.badArguments');
      expect(codeOf(await host.showFile('abcdefghijklmnop'))).toBe('host.unknownToken');
    });

    it('answers wrong arguments with an error value and does nothing', async () => {
      const loose = host as unknown as Record<string, (...args: unknown[]) => Promise<Result<unknown>>>;
      for (const [method, args] of [
        ['saveFile', []],
        ['saveFile', [{ suggestedName: 'a', bytes: 'text' }]],
        ['saveFile', [{ suggestedName: 'a', bytes: bytesOf('x'), path: '/tmp/a' }]],
        ['writeBackup', [backup('x', { kind: '../x' as 'recent' })]],
        ['writeBackup', [backup('x', { plans: Number.NaN })]],
        ['setTheme', ['purple']],
        ['info', ['additional']],
      ] as const) {
        expect(codeOf(await loose[method]!(...args)), method).toBe('host.badArguments');
      }
      expect(await world.delivered()).toEqual([]);
      expect(valueOf(await host.listBackups())).toEqual([]);
    });

    it('accepts every theme', async () => {
      for (const theme of ['light', 'dark', 'system'] as const)
        expect(await host.setTheme(theme)).toEqual({ ok: true, value: null });
    });

    it('tells every listener before the window closes, but none that has left', async () => {
      const heard: string[] = [];
      host.onBeforeClose(async () => void heard.push('first'));
      const leave = host.onBeforeClose(async () => void heard.push('left'));
      host.onBeforeClose(() => Promise.reject(new Error('its own trouble')));
      host.onBeforeClose(async () => void heard.push('last'));
      leave();
      await world.close();
      expect(heard).toEqual(['first', 'last']);
    });
  });
}
