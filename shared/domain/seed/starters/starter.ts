import type { Goal } from '../../goal';
import type { Scenario } from '../../plan';
import type { Policy } from '../../policy';
import type { Bilingual } from '../library/entry';

/** One indicator a starter proposes. */
export interface StarterIndicator {
  /** Key in the indicator library. */
  readonly key: string;
  /** Weight among a person's indicators of its kind, 100 = 100 %; a starter's weights of a kind add to 100. */
  readonly weight: string;
  /** A target that is sensible without knowing the team (a rate, a score); none for volumes, which only the team knows. */
  readonly target?: string;
  readonly targetBasis?: Goal['targetBasis'];
  /** Stands at company level, too, as the direction it comes from. */
  readonly fromCompany?: boolean;
}

/** A point of the rhythm: a share of the way through the period, 0 = first day, 1 = last day. */
export interface StarterMilestone {
  readonly at: number;
  readonly key: string;
  readonly title: Bilingual;
  /** Judged from the numbers at this share of the period's target; ticked by hand where there is none. */
  readonly periodShare?: string;
}

/** What a plan for one situation (适用情境) begins with. */
export interface ScenarioStarter {
  readonly scenario: Scenario;
  readonly title: Bilingual;
  /** When to choose it and what it brings, in one sentence. */
  readonly description: Bilingual;
  readonly indicators: readonly StarterIndicator[];
  readonly milestones: readonly StarterMilestone[];
  /** Rules that differ from the specification's defaults. */
  readonly policy: Partial<Policy>;
  /** Growing shares month by month instead of working days: a ramp-up. */
  readonly rampUp: boolean;
  /** Joint reward of the team, as text; none where reward is personal. */
  readonly teamReward: Bilingual | null;
}
