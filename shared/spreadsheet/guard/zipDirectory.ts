import { err, ok, type Result } from '../../domain/issue';
import { LIMITS } from './limits';

/** One file of a zip, as its central directory lists it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly inflatedSize: number;
  /** Its bytes in the file. */
  readonly data: Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_COMMENT = 65_557;

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - MAX_COMMENT);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): Result<{ entry: ZipEntry; next: number }> {
  const corrupt = err({ code: 'file.corrupt' });
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return corrupt;
  if ((view.getUint16(at + 8, true) & 1) === 1) return err({ code: 'file.password' });
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) return corrupt;
  const size = view.getUint32(at + 20, true);
  const inflatedSize = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const local = view.getUint32(at + 42, true);
  // 0xFFFFFFFF stands for "see the zip64 record": no workbook within our limits needs one.
  if (size === 0xffffffff || inflatedSize === 0xffffffff || local === 0xffffffff)
    return err({ code: 'file.tooLarge', params: limitMb() });
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) return corrupt;
  // A parser may believe the local header instead: it must say the same. Bit 3 leaves its sizes to a record behind the data.
  const later = (view.getUint16(local + 6, true) & 8) !== 0;
  if (view.getUint16(local + 8, true) !== method) return corrupt;
  if (!later && (view.getUint32(local + 18, true) !== size || view.getUint32(local + 22, true) !== inflatedSize))
    return corrupt;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > bytes.length) return corrupt;
  return ok({
    entry: {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method,
      crc: view.getUint32(at + 16, true),
      size,
      inflatedSize,
      data: bytes.subarray(start, start + size),
    },
    next: at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  });
}

const limitMb = (): { limit: number } => ({ limit: LIMITS.fileBytes / 1024 / 1024 });

/** The entries of a zip; `file.corrupt`, `file.password` or `file.tooLarge` when it is none we read. */
export function zipDirectory(bytes: Uint8Array): Result<ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) return err({ code: 'file.corrupt' });
  const end = endOfDirectory(view);
  if (end === null) return err({ code: 'file.corrupt' });
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.entries) return err({ code: 'file.bomb' });
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(bytes, view, at);
    if (!read.ok) return read;
    const name = read.value.entry.name.toLowerCase();
    // Of two files with one name, the check and the parser might take different ones.
    if (names.has(name)) return err({ code: 'file.corrupt' });
    names.add(name);
    entries.push(read.value.entry);
    at = read.value.next;
  }
  return ok(entries);
}
