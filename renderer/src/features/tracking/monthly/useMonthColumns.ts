import { useI18n } from 'vue-i18n';
import { fromDecimal } from '#shared/calc/fraction';
import { parseWrittenDate } from '#shared/templates/codec/dateText';
import { applyChanges, type Change } from '#shared/domain/change';
import { formatPercent, formatQuantity, formatSigned } from '../../../format/number';
import { usePlanStore } from '../../../stores/plan';
import type { EditOrigin, RowEdit, SheetColumn } from '../../../ui/grid/model';
import { thresholdOf } from '../../overview/needText';
import { ownerPart, writeReview, type MonthRow } from '../model/monthly';

/** Columns of the monthly review and how its texts are written. */
export function useMonthColumns() {
  const { t } = useI18n();
  const store = usePlanStore();

  const free = { allowed: () => true, check: () => null };
  const ownerOf = (row: MonthRow): string =>
    row.review ? (store.member(row.review.ownerId)?.name ?? row.review.ownerName) : '';

  function rate(row: MonthRow): string {
    const edges = store.data ? [fromDecimal(thresholdOf(store.data, row.goal))] : [];
    return formatPercent(row.figure.completion, edges);
  }

  const columns = (unit: string): SheetColumn<MonthRow>[] => [
    { key: 'name', title: t('tracking.monthly.holder'), width: 148, sticky: 'start', text: (row) => row.name },
    {
      key: 'target',
      title: t('common.label.target'),
      note: unit,
      width: 92,
      align: 'end',
      text: (row) => formatQuantity(row.figure.target, row.indicator.precision),
    },
    {
      key: 'actual',
      title: t('common.label.actual'),
      width: 76,
      align: 'end',
      text: (row) => formatQuantity(row.figure.actual, row.indicator.precision),
    },
    { key: 'completion', title: t('common.label.completion'), note: '%', width: 104, align: 'end', text: rate },
    {
      key: 'deviation',
      title: t('tracking.monthly.deviation'),
      width: 92,
      align: 'end',
      text: (row) => formatSigned(row.deviation, row.indicator.precision),
    },
    {
      key: 'cause',
      title: t('overview.warning.cause'),
      width: 180,
      grow: true,
      divided: true,
      text: (row) => row.review?.cause ?? '',
      edit: { ...free, text: (row) => row.review?.cause ?? '' },
    },
    {
      key: 'measure',
      title: t('overview.warning.measure'),
      width: 180,
      grow: true,
      text: (row) => row.review?.measure ?? '',
      edit: { ...free, text: (row) => row.review?.measure ?? '' },
    },
    {
      key: 'owner',
      title: t('overview.warning.owner'),
      width: 80,
      text: ownerOf,
      edit: { ...free, text: ownerOf },
    },
    {
      key: 'due',
      title: t('overview.warning.due'),
      width: 116,
      text: (row) => row.review?.due ?? '',
      edit: {
        allowed: () => true,
        text: (row) => row.review?.due ?? '',
        check: (_, text) => (dueOf(text) === undefined ? t('tracking.monthly.badDate', { text }) : null),
      },
    },
    {
      key: 'last',
      title: t('tracking.monthly.last'),
      width: 140,
      grow: true,
      divided: true,
      cellClass: () => 'faint',
      text: (row) => row.last?.measure ?? '',
    },
  ];

  /** undefined = not a day; null = none. */
  function dueOf(text: string): string | null | undefined {
    if (text.trim() === '') return null;
    const short = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text.trim());
    const year = store.plan?.start.slice(0, 4) ?? '';
    const parsed = parseWrittenDate(
      short ? `${year}-${short[1]?.padStart(2, '0')}-${short[2]?.padStart(2, '0')}` : text,
    );
    return parsed.ok ? parsed.value : undefined;
  }

  function write(month: string, edits: readonly RowEdit<MonthRow>[], origin: EditOrigin): void {
    let { data } = store;
    if (!data) return;
    const changes: Change[] = [];
    for (const { row, columnKey, text } of edits) {
      const part =
        columnKey === 'owner'
          ? ownerPart(data, text)
          : columnKey === 'due'
            ? { due: dueOf(text) ?? null }
            : { [columnKey]: text };
      const made = writeReview(data, row.goal.id, month, part, store.newId);
      changes.push(...made);
      data = applyChanges(data, made);
    }
    store.edit(`tracking.edit.review.${origin}`, changes, { n: edits.length, month });
  }

  return { columns, write };
}
