import { makeIndicator } from '../../builders';
import type { Indicator } from '../../indicator';

/** One indicator of the library: what it is called and means in both languages, and how it is computed. */
export interface LibraryEntry {
  /** Stable key, for starters and searches. */
  readonly key: string;
  /** Group it is listed under. */
  readonly theme: 'sales' | 'customers' | 'pipeline' | 'marketing' | 'money' | 'people' | 'judged';
  readonly name: Bilingual;
  readonly definition: Bilingual;
  readonly source: Bilingual;
  readonly unit: Bilingual;
  readonly numerator?: Bilingual;
  readonly denominator?: Bilingual;
  readonly rule: Partial<
    Pick<Indicator, 'kind' | 'aggregation' | 'direction' | 'lowerFormula' | 'precision' | 'cap' | 'relations'>
  >;
}

export interface Bilingual {
  readonly 'zh-CN': string;
  readonly en: string;
}

export const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

/** The indicator an entry describes, in the words of one language, ready to be put into a plan. */
export function indicatorFrom(entry: LibraryEntry, id: string, locale: keyof Bilingual = 'zh-CN'): Indicator {
  return makeIndicator({
    id,
    ...entry.rule,
    name: entry.name[locale],
    definition: entry.definition[locale],
    source: entry.source[locale],
    unit: entry.unit[locale],
    numeratorName: entry.numerator?.[locale] ?? '',
    denominatorName: entry.denominator?.[locale] ?? '',
  });
}
