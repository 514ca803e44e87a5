import { both, type AnySheet, type Bilingual } from './definition';
import { feedbackFormSheet } from './forms/feedbackForm';
import { evaluationDetailSheet } from './sheets/evaluationDetail';
import { evaluationSummarySheet } from './sheets/evaluationSummary';
import { feedbackSheet } from './sheets/feedback';
import { goalsSheet } from './sheets/goals';
import { incentivesSheet } from './sheets/incentives';
import { indicatorsSheet } from './sheets/indicators';
import { lessonDecisionsSheet } from './sheets/lessonDecisions';
import { lessonEvidenceSheet } from './sheets/lessonEvidence';
import { lessonsSheet } from './sheets/lessons';
import { sopVersionsSheet } from './sheets/sopVersions';
import { meetingsSheet } from './sheets/meetings';
import { membersSheet } from './sheets/members';
import { milestonesSheet } from './sheets/milestones';
import { monthlyReviewSheet } from './sheets/monthlyReview';
import { planSheet } from './sheets/planSettings';
import { rulesSheet } from './sheets/rules';
import { teamRewardsSheet } from './sheets/teamRewards';
import { trackingSheet } from './sheets/tracking';

/** A workbook that can be exported, handed out blank, and imported. */
export interface TemplateDefinition {
  readonly title: Bilingual;
  /** In the order they stand in the file. */
  readonly sheets: readonly AnySheet[];
}

/** Every sheet, in the order they stand in the plan workbook; import goes through them in this order too. */
export const SHEETS: readonly AnySheet[] = [
  planSheet,
  membersSheet,
  indicatorsSheet,
  goalsSheet,
  milestonesSheet,
  trackingSheet,
  monthlyReviewSheet,
  meetingsSheet,
  feedbackSheet,
  evaluationSummarySheet,
  evaluationDetailSheet,
  incentivesSheet,
  teamRewardsSheet,
  rulesSheet,
  lessonsSheet,
  sopVersionsSheet,
  lessonDecisionsSheet,
  lessonEvidenceSheet,
];

/** Templates by kind. `plan` is the plan workbook: all sheets in one file. */
export const TEMPLATES = {
  plan: { title: both('方案工作簿', 'Plan workbook'), sheets: SHEETS },
  goals: {
    title: both('营销团队目标设定与分解表', 'Goals and their breakdown'),
    sheets: [goalsSheet, milestonesSheet],
  },
  tracking: {
    title: both('目标过程跟踪表', 'Weekly tracking'),
    sheets: [trackingSheet, monthlyReviewSheet, meetingsSheet],
  },
  evaluation: {
    title: both('目标评估与绩效表', 'Evaluation and results'),
    sheets: [evaluationSummarySheet, evaluationDetailSheet, rulesSheet],
  },
  incentives: {
    title: both('激励措施兑现表', 'Payout of incentives'),
    sheets: [incentivesSheet, teamRewardsSheet, rulesSheet],
  },
  feedback: { title: both('360度反馈表', '360-degree feedback form'), sheets: [feedbackFormSheet] },
  retrospective: {
    title: both('复盘与SOP', 'Retrospective and SOP'),
    sheets: [lessonsSheet, sopVersionsSheet, lessonDecisionsSheet, lessonEvidenceSheet],
  },
  members: { title: both('成员名单', 'Members'), sheets: [membersSheet] },
} as const satisfies Readonly<Record<string, TemplateDefinition>>;

export type TemplateKind = keyof typeof TEMPLATES;
export const TEMPLATE_KINDS = Object.keys(TEMPLATES) as readonly TemplateKind[];
