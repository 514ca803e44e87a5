import type { Issue } from './issue';
import type { CollectionName, PlanData } from './planData';
import { issueAbout, repeated } from './validateSupport';

/** Milestones: their goal, date and threshold. */
export function validateMilestones(data: PlanData): Issue[] {
  const { start, end } = data.plan;
  return [...data.milestones.values()].flatMap((milestone) => {
    const issues: Issue[] = [];
    const about = (code: string, level: Issue['level'], params: Issue['params'] = {}): void => {
      issues.push(issueAbout('milestones', milestone.id, code, level, { title: milestone.title, ...params }));
    };
    if (milestone.title.trim() === '') about('milestone.noTitle', 'warning');
    if (!data.goals.has(milestone.goalId)) about('milestone.noGoal', 'error');
    if (milestone.date < start || milestone.date > end)
      about('milestone.dateOutside', 'warning', { date: milestone.date, start, end });
    if (milestone.rule !== 'manual' && milestone.threshold === null) about('milestone.noThreshold', 'warning');
    return issues;
  });
}

/** Reported figures: their goal, and days outside the period, which count for nothing. */
export function validateFacts(data: PlanData): Issue[] {
  const { start, end } = data.plan;
  return [...data.facts.values()].flatMap((series) => {
    const goal = data.goals.get(series.id);
    if (!goal) return [issueAbout('facts', series.id, 'facts.noGoal', 'error')];
    const count = series.dates.filter((date) => date < start || date > end).length;
    return count === 0
      ? []
      : [issueAbout('facts', series.id, 'facts.outsidePeriod', 'warning', { code: goal.code, count })];
  });
}

/** One reference of a record: the collection it points into and the id, null where it is optional. */
type Reference = readonly [CollectionName, string | null];

/** References of everything that hangs on goals, members and indicators; a broken one is an error. */
export function validateReferences(data: PlanData): Issue[] {
  const issues: Issue[] = [];
  const check = <K extends CollectionName>(name: K, refer: (record: RecordOf<K>) => readonly Reference[]): void => {
    for (const record of data[name].values()) {
      const broken = refer(record as RecordOf<K>).find(([target, id]) => id !== null && !data[target].has(id));
      if (broken)
        issues.push(
          issueAbout(name, record.id, 'data.brokenReference', 'error', { collection: name, target: broken[0] }),
        );
    }
  };
  check('trackingNotes', ({ goalId, ownerId }) => [
    ['goals', goalId],
    ['members', ownerId],
  ]);
  check('monthlyReviews', ({ goalId, ownerId }) => [
    ['goals', goalId],
    ['members', ownerId],
  ]);
  check('meetings', ({ memberId, ownerId }) => [
    ['members', memberId],
    ['members', ownerId],
  ]);
  check('coaching', ({ memberId, goalId, mentorId }) => [
    ['members', memberId],
    ['goals', goalId],
    ['members', mentorId],
  ]);
  check('feedbackForms', ({ assesseeId, raterId, answers }) => [
    ['members', assesseeId],
    ['members', raterId],
    ...answers.map(({ indicatorId }): Reference => ['indicators', indicatorId]),
  ]);
  check('feedbackDecisions', ({ id }) => [['members', id]]);
  check('noDataDecisions', ({ id }) => [['goals', id]]);
  check('conversations', ({ id }) => [['members', id]]);
  check('adjustments', ({ memberId }) => [['members', memberId]]);
  check('payouts', ({ id }) => [['members', id]]);
  check('teamRewards', ({ goalId }) => [['goals', goalId]]);
  const { id, teamGoalId } = data.plan;
  if (teamGoalId !== null && !data.goals.has(teamGoalId))
    issues.push(issueAbout('plan', id, 'plan.noTeamGoal', 'error'));
  return issues;
}

type RecordOf<K extends CollectionName> = PlanData[K] extends ReadonlyMap<string, infer R> ? R : never;

/** A form counts once (specification section 4); a reason is required for every adjustment (section 9). */
export function validateClosing(data: PlanData): Issue[] {
  const forms = repeated(data.feedbackForms.values(), (form) => form.token).map(({ record }) =>
    issueAbout('feedbackForms', record.id, 'feedback.duplicateToken', 'error', { rater: record.raterName }),
  );
  const outOfRange = [...data.feedbackForms.values()]
    .filter((form) => form.answers.some(({ score }) => score !== null && (Number(score) < 0 || Number(score) > 100)))
    .map((form) =>
      issueAbout('feedbackForms', form.id, 'feedback.scoreOutOfRange', 'error', { rater: form.raterName }),
    );
  const adjustments = [...data.adjustments.values()]
    .filter((adjustment) => adjustment.reason.trim() === '')
    .map((adjustment) =>
      issueAbout('adjustments', adjustment.id, 'adjustment.noReason', 'error', {
        name: data.members.get(adjustment.memberId)?.name ?? '',
      }),
    );
  return [...forms, ...outOfRange, ...adjustments];
}
