import { compare, fromDecimal } from '#shared/calc/fraction';
import type { Indicator } from '#shared/domain/indicator';
import type { Policy } from '#shared/domain/policy';
import { fromPercent, toPercent } from '../../policy/bandDraft';

type Rule = Indicator['warning'];

/** An indicator's own warning rule as two texts; both blank where the plan's rule holds. */
export const warningTexts = (rule: Rule): { readonly threshold: string; readonly run: string } =>
  rule === null ? { threshold: '', run: '' } : { threshold: toPercent(rule.threshold), run: String(rule.run) };

/** Whether a typed share can be a threshold: above 0, at most 100 %; blank stands for the plan's. */
export function isThreshold(text: string): boolean {
  const ratio = fromPercent(text);
  return (
    text === '' || (ratio !== null && fromDecimal(ratio).n > 0n && compare(fromDecimal(ratio), fromDecimal('1')) <= 0)
  );
}

/** Whether a text can be the length of a run: 1 to 53 weeks; blank stands for the plan's. */
export const isRun = (text: string): boolean => text === '' || /^([1-9]|[1-4][0-9]|5[0-3])$/.test(text);

/**
 * The rule after one of its texts was typed (specification section 7). What is blank is taken from the plan; a rule that
 * says just what the plan says, or is blank in both, is none of its own.
 */
export function withWarningText(rule: Rule, part: Partial<{ threshold: string; run: string }>, policy: Policy): Rule {
  const texts = { ...warningTexts(rule), ...part };
  const threshold = texts.threshold === '' ? policy.warningThreshold : fromPercent(texts.threshold);
  const run = texts.run === '' ? policy.warningRun : Number(texts.run);
  if (threshold === null || !isRun(texts.run)) return rule;
  const asPlan =
    compare(fromDecimal(threshold), fromDecimal(policy.warningThreshold)) === 0 && run === policy.warningRun;
  return asPlan ? null : { threshold, run };
}
