import { useI18n } from 'vue-i18n';
import type { PeriodChoice, PeriodKind } from './model/period';

/** Names of periods and plans in the language of the screen. */
export function usePeriodName() {
  const { t } = useI18n();

  /** 2026 年第三季度; with 财年 when the fiscal year is not the calendar's. */
  function periodName(kind: PeriodKind, fiscalStart: number, { year, n }: PeriodChoice): string {
    const calendar = fiscalStart === 1 || kind === 'month';
    const of = t(calendar ? 'welcome.name.year' : 'welcome.name.fiscalYear', { year });
    return kind === 'year' ? of : t('welcome.name.part', { year: of, part: t(`welcome.name.${kind}${n}`) });
  }

  /** The name proposed for a plan: team and period. */
  function planName(
    team: string,
    kind: PeriodKind,
    fiscalStart: number,
    period: PeriodChoice | null,
    typed: { readonly start: string; readonly end: string },
  ): string {
    const when = period ? periodName(kind, fiscalStart, period) : t('common.dateRange', typed);
    return team === '' ? when : t('welcome.name.plan', { team, period: when });
  }

  return { periodName, planName };
}
