import type { Plan } from '../domain/plan';
import type { Policy } from '../domain/policy';
import { say, type Locale } from './definition';
import { SETTINGS, type Setting } from './sheets/settings';

/** One rule as sheet 方案 words it. */
export interface RuleText {
  readonly key: string;
  readonly label: string;
  /** '' = not set. */
  readonly text: string;
}

/** A rule that is another in a later version. */
export interface RuleChange extends RuleText {
  readonly before: string;
}

/** Lines of 方案 that are no rules. */
const HEAD: ReadonlySet<string> = new Set(['name', 'teamName', 'start', 'end', 'scenario', 'asOf', 'moneyUnit']);

function textOf(setting: Setting, plan: Plan, locale: Locale): string {
  const value = setting.get(plan) ?? '';
  const choice = setting.choices?.find((one) => one.value === value);
  return choice ? say(choice.label, locale) : value;
}

/** All rules of a policy in the words of sheet 方案 (templates.md), in its order. `plan` lends the rest of the head. */
export function policyTexts(policy: Policy, plan: Plan, locale: Locale): RuleText[] {
  const own = { ...plan, policy };
  return SETTINGS.filter(({ key }) => !HEAD.has(key)).map((setting) => ({
    key: setting.key,
    label: say(setting.label, locale),
    text: textOf(setting, own, locale),
  }));
}

/** What is another in `after` than in `before`, in the words of sheet 方案. */
export function policyChanges(before: Policy, after: Policy, plan: Plan, locale: Locale): RuleChange[] {
  const old = new Map(policyTexts(before, plan, locale).map(({ key, text }) => [key, text]));
  return policyTexts(after, plan, locale)
    .map((rule) => ({ ...rule, before: old.get(rule.key) ?? '' }))
    .filter(({ before: was, text }) => was !== text);
}
