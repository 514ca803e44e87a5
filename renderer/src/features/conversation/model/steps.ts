/** The steps of a performance conversation, in order (design: 成绩 → 数据 → 差距 → 改进计划 → 激励 → 确认). */
export const STEPS = ['achievements', 'data', 'gaps', 'plan', 'incentive', 'confirm'] as const;
export type Step = (typeof STEPS)[number];

/** The step before or after; null at the ends. */
export function neighbour(step: Step, by: 1 | -1): Step | null {
  return STEPS[STEPS.indexOf(step) + by] ?? null;
}
