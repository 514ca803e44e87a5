import { unzipSync, zipSync } from 'fflate';

/** Zips cannot hold a date before 1980. */
const EARLIEST = Date.UTC(1980, 0, 2);

/** Packs a zip anew with one date for all its files, so that the same workbook gives the same bytes. */
export function settleZip(bytes: Uint8Array, at: string): Uint8Array {
  const time = Date.parse(at);
  const utc = new Date(Number.isNaN(time) ? EARLIEST : Math.max(time, EARLIEST));
  // A zip holds wall-clock time: UTC's is written everywhere, not the time zone's of the machine.
  const mtime = new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  );
  return zipSync(unzipSync(bytes), { level: 6, mtime });
}
