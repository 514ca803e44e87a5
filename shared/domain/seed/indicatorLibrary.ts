import type { Indicator } from '../indicator';
import { indicatorFrom, type Bilingual, type LibraryEntry } from './library/entry';
import { JUDGED_ENTRIES } from './library/judged';
import { PROCESS_ENTRIES } from './library/process';
import { SALES_ENTRIES } from './library/sales';

export { indicatorFrom, type Bilingual, type LibraryEntry } from './library/entry';

/** All indicators that are shipped (step 2 of the scheme), measured ones first, in the order they are offered. */
export const indicatorLibrary: readonly LibraryEntry[] = [...SALES_ENTRIES, ...PROCESS_ENTRIES, ...JUDGED_ENTRIES];

/** The library's indicator of a key as a record with a given id. Throws a RangeError for a key that is not shipped. */
export function libraryIndicator(key: string, id: string, locale: keyof Bilingual = 'zh-CN'): Indicator {
  const entry = indicatorLibrary.find((each) => each.key === key);
  if (!entry) throw new RangeError(`indicatorLibrary: no ${key}`);
  return indicatorFrom(entry, id, locale);
}
