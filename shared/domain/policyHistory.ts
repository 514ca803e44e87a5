import { sameValue } from './change';
import type { Plan } from './plan';
import type { Policy } from './policy';
import type { Fen, Instant } from './primitives';

/** What a change of the rules meant for one person when it was kept, paid amounts in 分. */
export interface PolicyEffect {
  /** The name then: the record outlives the person. */
  readonly name: string;
  readonly before: Fen;
  readonly after: Fen;
}

/** A version of a plan's rules as it was put into force; kept when later ones follow. */
export interface PolicyVersion {
  readonly policy: Policy;
  readonly at: Instant;
  /** Why, in the manager's words; '' = not said. */
  readonly note: string;
  /** Whose pay it changed; missing where nobody looked (an import). */
  readonly effects?: readonly PolicyEffect[];
}

/** What is known of a change beside the rules themselves. */
export interface Enactment {
  readonly at: Instant;
  readonly note: string;
  readonly effects?: readonly PolicyEffect[];
}

/** All versions that were kept, oldest first; of a plan whose rules were never changed, the one in force. */
export function policyVersions(plan: Plan): readonly PolicyVersion[] {
  const kept = plan.policyHistory ?? [];
  const known = kept.some(({ policy }) => policy.version === plan.policy.version);
  return known ? kept : [...kept, { policy: plan.policy, at: plan.createdAt, note: '' }];
}

/** The same rules, whatever their numbers. */
export const sameRules = (a: Policy, b: Policy): boolean => sameValue({ ...a, version: 0 }, { ...b, version: 0 });

/**
 * The plan under new rules as its next version; the one before stays readable. Rules that are the same make no version.
 * Going back to an old one is a new version, too (issue 6: policies are versioned per plan).
 */
export function enactPolicy(plan: Plan, rules: Policy, { at, note, effects }: Enactment): Plan {
  if (sameRules(plan.policy, rules)) return plan;
  const before = policyVersions(plan);
  const version = 1 + Math.max(...before.map(({ policy }) => policy.version));
  const policy = { ...rules, version };
  const entry: PolicyVersion = { policy, at, note, ...(effects ? { effects } : {}) };
  return { ...plan, policy, policyHistory: [...before, entry], updatedAt: at };
}
