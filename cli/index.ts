import { randomUUID } from 'node:crypto';
import type { CliIo } from './io';
import { run } from './run';

const two = (n: number): string => String(n).padStart(2, '0');

function localDay(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const io: CliIo = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  now: () => new Date().toISOString(),
  today: () => localDay(new Date()),
  newId: randomUUID,
  locale: /^en/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'en' : 'zh-CN',
};

// Who reads along may have seen enough (`| head`): that is no failure of ours, and nothing is left to say.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await run(process.argv.slice(2), io);
