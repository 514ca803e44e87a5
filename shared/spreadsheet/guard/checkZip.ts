import { Inflate } from 'fflate';
import { err, ok, type AppError, type Result } from '../../domain/issue';
import { crc32 } from './crc32';
import { LIMITS } from './limits';
import { zipDirectory, type ZipEntry } from './zipDirectory';

/** Inflates in small steps, so that a bomb is seen long before it fills the memory. */
const STEP = 16 * 1024;
const DOCTYPE = '<!doctype';

class Stop extends Error {
  constructor(readonly reason: AppError) {
    super(reason.code);
  }
}

const isXml = (name: string): boolean => /\.(xml|rels|vml)$/i.test(name);

/** Watches one entry while it is inflated: its size, its checksum, and, in XML, a document type. */
function watcher(entry: ZipEntry, budget: number) {
  let size = 0;
  let crc = 0;
  let tail = '';
  return {
    take(chunk: Uint8Array): void {
      size += chunk.length;
      if (size > LIMITS.entryBytes || size > budget || size > Math.max(entry.size, 1024) * LIMITS.ratio) {
        throw new Stop({ code: 'file.bomb' });
      }
      crc = crc32(chunk, crc);
      if (!isXml(entry.name)) return;
      // Dropping zero bytes finds the word in UTF-16 too.
      const text = tail + new TextDecoder('latin1').decode(chunk).replaceAll('\0', '');
      if (text.toLowerCase().includes(DOCTYPE)) throw new Stop({ code: 'file.doctype' });
      tail = text.slice(-DOCTYPE.length);
    },
    finish(): number {
      if (size !== entry.inflatedSize || crc !== entry.crc) throw new Stop({ code: 'file.corrupt' });
      return size;
    },
  };
}

function checkEntry(entry: ZipEntry, budget: number): number {
  const watch = watcher(entry, budget);
  if (entry.method === 0) {
    watch.take(entry.data);
    return watch.finish();
  }
  const inflate = new Inflate((chunk) => watch.take(chunk));
  for (let at = 0; at < entry.data.length; at += STEP) {
    inflate.push(entry.data.subarray(at, at + STEP), at + STEP >= entry.data.length);
  }
  return watch.finish();
}

/**
 * Checks a zip before any parser opens it: number and size of its files, compression ratio, checksums, no document type, no
 * encryption. Errors: `file.corrupt`, `file.bomb`, `file.doctype`, `file.password`, `file.tooLarge`. Gives the names in it.
 */
export function checkZip(bytes: Uint8Array): Result<string[]> {
  const directory = zipDirectory(bytes);
  if (!directory.ok) return directory;
  let left: number = LIMITS.totalBytes;
  try {
    for (const entry of directory.value) left -= checkEntry(entry, left);
  } catch (error) {
    // The inflater throws its own errors on a broken stream.
    return err(error instanceof Stop ? error.reason : { code: 'file.corrupt' });
  }
  return ok(directory.value.map((entry) => entry.name));
}
