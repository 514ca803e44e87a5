import { atomicWrite } from '../../electron/main/services/atomicWrite';

/**
 * Writes ever new versions of one file until it is killed: 2 MB of one byte, the byte counting up. Run as a program by
 * `atomicWrite.test.ts`.
 */
const [path = ''] = process.argv.slice(2);
for (let version = 1; ; version = (version % 250) + 1) {
  const written = await atomicWrite(path, new Uint8Array(2 * 1024 * 1024).fill(version));
  if (!written.ok) process.exit(3);
  process.stdout.write('.');
}
