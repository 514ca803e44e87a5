import { makeFacts, type Fact } from '../../builders';
import type { FactSeries } from '../../facts';
import { COLLECTIONS_BY_WEEK } from './collections';
import { COLLECTION_RATE, goalKey, NEW_CUSTOMERS, REPORT_DAYS, SALES, type SampleContext } from './context';
import { NEW_CUSTOMER_WEEKS } from './newCustomers';
import { PEOPLE } from './people';
import { SALES_BY_WEEK } from './sales';

/** Name of the export a day's figures were read from. */
const exportOf = (name: string, day: string): string => `${name}_${day.slice(5, 7)}${day.slice(8)}.xlsx`;

function series(goalId: string, sourceName: string, facts: readonly Fact[]): FactSeries {
  const made = makeFacts(goalId, facts);
  return { ...made, sources: made.dates.map((day) => exportOf(sourceName, day)) };
}

/** The quarter's figures of every person. */
export function sampleFacts({ id }: SampleContext): FactSeries[] {
  return PEOPLE.flatMap(({ name }) => {
    const sales = (SALES_BY_WEEK[name] ?? []).flatMap((value, index): Fact[] =>
      value === null ? [] : [[REPORT_DAYS[index] ?? '', value]],
    );
    const signed = NEW_CUSTOMER_WEEKS[name] ?? [];
    const customers = REPORT_DAYS.map((day, index): Fact => [day, signed.includes(index + 1) ? '1' : '0']);
    const { collected = [], invoiced = [] } = COLLECTIONS_BY_WEEK[name] ?? {};
    const collections = REPORT_DAYS.map((day, index): Fact => [day, collected[index] ?? '0', invoiced[index] ?? '0']);
    return [
      series(id(goalKey(name, SALES)), 'CRM 导出', sales),
      series(id(goalKey(name, NEW_CUSTOMERS)), 'CRM 导出', customers),
      series(id(goalKey(name, COLLECTION_RATE)), '财务回款', collections),
    ];
  });
}
