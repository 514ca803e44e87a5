import { defaultPolicy, makePlan, makePlanData } from '../builders';
import type { NewId } from '../ids';
import type { PlanData } from '../planData';
import type { Instant } from '../primitives';
import { goalKey, REGION, SALES, sampleContext } from './sample/context';
import { sampleConversations } from './sample/conversations';
import { sampleFacts } from './sample/facts';
import { sampleFeedback } from './sample/feedback';
import { sampleGoals } from './sample/goals';
import { sampleLessons } from './sample/lessons';
import { sampleCoaching, sampleMeetings } from './sample/meetings';
import { sampleMilestones } from './sample/milestones';
import { sampleIndicators, sampleMembers, sampleUnits } from './sample/organisation';
import { sampleAdjustments, samplePayouts, sampleTeamRewards } from './sample/rewards';
import { sampleNotes, sampleReviews } from './sample/tracking';

/**
 * The scheme's own example as a whole plan: East China, third quarter of 2026, 1500 万元, 80 new customers, twelve people
 * in three groups, the whole quarter reported and judged. Every call makes records with fresh ids.
 */
export function makeSamplePlan({ newId, now }: { readonly newId: NewId; readonly now: Instant }): PlanData {
  const context = sampleContext(newId, now);
  const { id } = context;
  const plan = makePlan({
    id: id('plan'),
    name: '华东大区 · 2026 年第三季度',
    teamName: REGION,
    start: '2026-07-01',
    end: '2026-09-30',
    asOf: '2026-10-12',
    stage: 'running',
    policy: { ...defaultPolicy(), budget: 280_000_00 },
    teamGoalId: id(goalKey(REGION, SALES)),
    createdAt: now,
    updatedAt: now,
  });
  return makePlanData(plan, {
    units: sampleUnits(context),
    members: sampleMembers(context),
    indicators: sampleIndicators(context),
    goals: sampleGoals(context),
    facts: sampleFacts(context),
    milestones: sampleMilestones(context),
    trackingNotes: sampleNotes(context),
    monthlyReviews: sampleReviews(context),
    meetings: sampleMeetings(context),
    coaching: sampleCoaching(context),
    feedbackForms: sampleFeedback(context),
    conversations: sampleConversations(context),
    adjustments: sampleAdjustments(context),
    payouts: samplePayouts(context),
    teamRewards: sampleTeamRewards(context),
    lessons: sampleLessons(context),
  });
}
