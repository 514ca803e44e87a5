/** What a file may be before any parser sees it: each bound stopped a hostile workbook without refusing a real one. */
export const LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 30 * 1024 * 1024,
  /** Files inside the zip. */
  entries: 2000,
  /** Inflated bytes of one of them, and of all together. */
  entryBytes: 150 * 1024 * 1024,
  totalBytes: 250 * 1024 * 1024,
  /** Inflated ÷ deflated bytes of one entry. */
  ratio: 400,
  /** Filled cells an OpenDocument sheet may come to by repeating. */
  repeatedCells: 5_000_000,
  /** Rows and columns of a sheet that are read. */
  rows: 100_000,
  columns: 512,
} as const;
