/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'zip' | 'compound' | 'oldExcel' | 'text' | 'markup' | 'binary';

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);

/** BIFF 2–4 sheets have no container: a BOF record stands first. */
function isOldExcel(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && (bytes[2] ?? 99) <= 0x10 && bytes[3] === 0
  );
}

function isMarkup(bytes: Uint8Array): boolean {
  const skip = starts(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
  const head = String.fromCharCode(...bytes.slice(skip, skip + 256))
    .trimStart()
    .toLowerCase();
  return (
    head.startsWith('<?xml') || head.startsWith('<!doctype') || head.startsWith('<html') || head.startsWith('<table')
  );
}

/** A zero byte outside UTF-16 means that no text was saved here. */
function isText(bytes: Uint8Array): boolean {
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) return true;
  const head = bytes.slice(0, 4096);
  const zeros = head.filter((byte) => byte === 0).length;
  if (zeros > 0)
    return (
      zeros > head.length / 4 && [...head].every((byte, index) => byte !== 0 || index % 2 === (head[1] === 0 ? 1 : 0))
    );
  return !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}

/** Looks at the first bytes only. */
export function sniff(bytes: Uint8Array): FileKind {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'compound';
  if (isOldExcel(bytes)) return 'oldExcel';
  if (isMarkup(bytes)) return 'markup';
  return isText(bytes) ? 'text' : 'binary';
}
