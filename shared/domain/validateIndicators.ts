import { fromDecimal, isNegative, isZero, sum } from '../calc/fraction';
import type { Issue } from './issue';
import type { PlanData } from './planData';
import { issueAbout, repeated } from './validateSupport';

/** Indicators: names, units, what a ratio is made of, who judges (specification sections 2 and 4). */
export function validateIndicators(data: PlanData): Issue[] {
  const issues: Issue[] = [];
  const indicators = [...data.indicators.values()];
  for (const indicator of indicators) {
    const about = (code: string, level: Issue['level']): void => {
      issues.push(issueAbout('indicators', indicator.id, code, level, { name: indicator.name }));
    };
    if (indicator.name.trim() === '') about('indicator.noName', 'error');
    if (indicator.precision < 0 || indicator.precision > 6) about('indicator.precision', 'error');
    if (indicator.cap !== null && isNegative(fromDecimal(indicator.cap))) about('indicator.capNegative', 'error');
    if (indicator.warning !== null && indicator.warning.run < 1) about('indicator.warningRun', 'error');
    if (indicator.kind === 'quantitative') {
      if (indicator.unit.trim() === '') about('indicator.noUnit', 'hint');
      if (indicator.aggregation === 'ratio' && (indicator.numeratorName === '' || indicator.denominatorName === '')) {
        about('indicator.noRatioNames', 'hint');
      }
    } else {
      const weights = Object.values(indicator.relations).map(fromDecimal);
      if (weights.some(isNegative)) about('indicator.relationNegative', 'error');
      else if (isZero(sum(weights))) about('indicator.noRelations', 'error');
    }
  }
  for (const { record } of repeated(indicators, (indicator) => indicator.name)) {
    issues.push(issueAbout('indicators', record.id, 'indicator.duplicate', 'warning', { name: record.name }));
  }
  return issues;
}
