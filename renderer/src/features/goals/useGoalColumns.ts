import { computed, onScopeDispose, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { fromDecimal, sum } from '#shared/calc/fraction';
import { toDecimal } from '#shared/calc/quantity';
import type { IndicatorId } from '#shared/domain/ids';
import { weightedGoals } from '#shared/domain/validateWeights';
import { issueText } from '../../i18n/issueText';
import { usePlanStore } from '../../stores/plan';
import { usePublishedStore } from '../../stores/published';
import { useSessionStore } from '../../stores/session';
import type { SheetColumn } from '../../ui/grid/model';
import { goalCell, parseTarget, parseWeight, type GoalCell } from './model/goalCells';
import type { GoalRow } from './model/goalRows';

/** Key of a figure's column: `<part>:<indicator>`. */
export const columnKey = (part: 'target' | 'monthly' | 'coverage' | 'gap' | 'weight', id: IndicatorId): string =>
  `${part}:${id}`;

/**
 * Columns of the goal tree: the first indicator in full, the others as target and gap, then owner and agreement; with
 * `weights` also what each indicator weighs for a person, and what these come to.
 */
export function useGoalColumns(indicators: Ref<readonly IndicatorId[]>, weights: Ref<boolean>) {
  const { t } = useI18n();
  const store = usePlanStore();
  const published = usePublishedStore();

  const cellOf = (row: GoalRow, id: IndicatorId): GoalCell | null =>
    published.data ? goalCell(published.data, published.result, row, id) : null;

  const narrowWindow = window.matchMedia('(max-width: 1359px)');
  const narrow = ref(narrowWindow.matches);
  const onWidth = (): void => void (narrow.value = narrowWindow.matches);
  narrowWindow.addEventListener('change', onWidth);
  onScopeDispose(() => narrowWindow.removeEventListener('change', onWidth));
  /** Widths of a wide and of a narrow window, in px. */
  const width = (wide: number, small: number): number => (narrow.value ? small : wide);

  const english = computed(() => useSessionStore().locale === 'en');
  const planning = computed(() => store.plan?.stage === 'planning' || store.plan?.stage === 'running');

  function checkNumber(text: string): string | null {
    const parsed = parseTarget(text);
    return parsed.ok ? null : issueText(parsed.error);
  }

  function checkWeight(text: string): string | null {
    const parsed = parseWeight(text);
    return parsed.ok ? null : issueText(parsed.error);
  }

  function figureColumns(id: IndicatorId, full: boolean): SheetColumn<GoalRow>[] {
    const indicator = store.indicator(id);
    if (!indicator) return [];
    const group = { group: indicator.name, groupNote: indicator.unit, align: 'end' as const };
    const allowed = (row: GoalRow): boolean => planning.value && row.holder !== null;
    const period = (row: GoalRow): string => {
      const target = cellOf(row, id)?.result?.target;
      return target ? toDecimal(target) : '';
    };
    const perMonth = (row: GoalRow): string => {
      const goal = row.goals.get(id);
      if (goal?.targetBasis === 'perMonth') return goal.target ?? '';
      const average = cellOf(row, id)?.result?.monthlyAverage;
      return average ? toDecimal(average) : '';
    };
    const target: SheetColumn<GoalRow> = {
      ...group,
      key: columnKey('target', id),
      title: t('goals.column.target'),
      width: full ? width(82, 68) : width(58, english.value ? 64 : 52),
      divided: !full,
      cellClass: (row) => (row.level === 'person' ? '' : 'strong'),
      text: (row) => cellOf(row, id)?.target ?? '',
      edit: { allowed, text: period, check: (_, text) => checkNumber(text) },
    };
    const gap: SheetColumn<GoalRow> = {
      ...group,
      key: columnKey('gap', id),
      title: t(indicator.aggregation === 'ratio' ? 'goals.column.implied' : 'goals.column.gap'),
      // English says it in more room: “1,500.0 open”.
      width: full ? width(104, english.value ? 116 : 94) : width(english.value ? 80 : 70, english.value ? 74 : 58),
      text: (row) => gapText(cellOf(row, id)?.gap, full),
    };
    const weight: SheetColumn<GoalRow>[] = weights.value
      ? [
          {
            ...group,
            key: columnKey('weight', id),
            title: t('goals.column.weight'),
            width: width(64, 60),
            text: (row) => (row.level === 'person' ? (row.goals.get(id)?.weight ?? '') : ''),
            edit: {
              allowed: (row) => planning.value && row.level === 'person' && row.goals.has(id),
              text: (row) => row.goals.get(id)?.weight ?? '',
              check: (_, text) => checkWeight(text),
            },
          },
        ]
      : [];
    // Scores and end values are not divided: there is nothing to say beside the target.
    if (indicator.aggregation !== 'sum') {
      return indicator.aggregation === 'ratio' ? [target, gap, ...weight] : [target, ...weight];
    }
    if (!full) return [target, gap, ...weight];
    return [
      target,
      {
        ...group,
        key: columnKey('monthly', id),
        title: t('goals.column.monthly'),
        width: width(72, 66),
        cellClass: () => 'faint',
        text: (row) => cellOf(row, id)?.monthly ?? '',
        edit: { allowed, text: perMonth, check: (_, text) => checkNumber(text) },
      },
      {
        ...group,
        align: 'start',
        key: columnKey('coverage', id),
        title: t('goals.column.coverage'),
        note: t('goals.column.coverageNote'),
        width: width(142, 126),
        text: (row) => cellOf(row, id)?.ratioText ?? '',
      },
      gap,
      ...weight,
    ];
  }

  /** What a person's quantitative weights come to; 100 is right. */
  function weightTotal(row: GoalRow): string {
    const { data } = store;
    if (!data || row.holder?.kind !== 'member') return '';
    const goals = weightedGoals(data, row.holder.memberId, 'quantitative');
    return goals.length === 0 ? '' : toDecimal(sum(goals.map(({ weight }) => fromDecimal(weight ?? '0'))));
  }

  const totalColumn = computed<SheetColumn<GoalRow>[]>(() =>
    weights.value
      ? [
          {
            key: 'weights',
            title: t('goals.column.weightTotal'),
            note: '%',
            width: width(96, 90),
            align: 'end',
            divided: true,
            cellClass: (row) => (weightTotal(row) === '100' ? 'faint' : 'unlike'),
            text: weightTotal,
          },
        ]
      : [],
  );

  /** Name of a line; headings of a view by dimension say what they add up. */
  function nameOf({ name, heading }: GoalRow): string {
    if (heading?.value === null) return t('goals.view.all', { name });
    return heading && name === '' ? t('goals.view.noValue') : name;
  }

  /** In words; a part carried here is its share where room is short. */
  function gapText(gap: GoalCell['gap'] | undefined, full: boolean): string {
    if (!gap || gap.kind === 'none') return '';
    if (gap.kind === 'part' && !full) return `${gap.text}%`;
    return gap.kind === 'zero' || gap.kind === 'implied' ? gap.text : t(`goals.gap.${gap.kind}`, { n: gap.text });
  }

  const columns = computed<SheetColumn<GoalRow>[]>(() => [
    {
      key: 'name',
      title: t('goals.column.holder'),
      width: width(200, english.value ? 190 : 160),
      grow: true,
      sticky: 'start',
      text: nameOf,
    },
    ...indicators.value.flatMap((id, index) => figureColumns(id, index === 0)),
    ...totalColumn.value,
    {
      key: 'owner',
      title: t('goals.column.owner'),
      width: width(80, 74),
      divided: true,
      text: ownerOf,
      edit: {
        allowed: (row) => planning.value && row.goals.size > 0,
        text: ownerName,
        check: () => null,
      },
    },
    { key: 'agreement', title: t('goals.column.agreement'), width: width(132, 132), text: agreementText },
  ]);

  function ownerName(row: GoalRow): string {
    const goal = [...row.goals.values()][0];
    return goal ? (store.member(goal.accountableId)?.name ?? goal.accountableName) : '';
  }

  function ownerOf(row: GoalRow): string {
    const goal = [...row.goals.values()][0];
    const self = row.holder?.kind === 'member' && goal?.accountableId === row.holder.memberId;
    return self ? t('goals.self') : ownerName(row);
  }

  function agreementText(row: GoalRow): string {
    const goal = [...row.goals.values()][0];
    return goal ? t(`common.agreement.${goal.agreement.state}`) : '';
  }

  return { columns, cellOf, gapText, nameOf, planning };
}
