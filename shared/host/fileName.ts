/** Characters no file system of ours allows in a name, and control characters. */
const FORBIDDEN = /[\p{Cc}<>:"/\\|?*]+/gu;
/** Direction marks can make `gpj.exe` read `exe.jpg`. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** File systems allow 255 bytes; a Chinese character takes three. */
const MAX_CHARACTERS = 80;

/**
 * A name every system accepts, without any folder in it: what is forbidden becomes `_`, a name of nothing becomes
 * `waymark`. Long names are cut before the extension.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/s.exec(plain) ?? [];
  const cut =
    Array.from(stem)
      .slice(0, MAX_CHARACTERS)
      .join('')
      .replace(/[.\s]+$/, '') || 'waymark';
  const named = cut + extension;
  return RESERVED.test(named) ? `_${named}` : named;
}
