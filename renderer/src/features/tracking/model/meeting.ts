import { putRecord, removeRecord, type Change } from '#shared/domain/change';
import type { GoalResult, PlanResult } from '#shared/calc/result';
import type { Goal, Milestone } from '#shared/domain/goal';
import type { MemberId, NewId } from '#shared/domain/ids';
import type { Indicator } from '#shared/domain/indicator';
import type { Member } from '#shared/domain/organisation';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';
import type { ActionState, MeetingEntry } from '#shared/domain/tracking';
import { milestoneStanding } from '../../overview/model/milestoneStanding';
import { peoplesGoals } from './standing';

/** Length of a weekly meeting in seconds: fifteen minutes, split evenly by people. */
export const MEETING_SECONDS = 15 * 60;

/** Seconds each of so many people has. */
export const secondsEach = (people: number): number => Math.floor(MEETING_SECONDS / Math.max(1, people));

/** `2:05`, with a minus sign when the time is over. */
export function clockText(seconds: number): string {
  const whole = Math.trunc(Math.abs(seconds));
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return seconds <= -1 ? `\u2212${text}` : text;
}

/** Everybody who carries numbers, in the order of the plan. */
export function meetingPeople(data: PlanData): Member[] {
  const carriers = new Set<MemberId>();
  for (const { goal } of peoplesGoals(data)) if (goal.holder.kind === 'member') carriers.add(goal.holder.memberId);
  return [...data.members.values()].filter(({ id }) => carriers.has(id)).sort((a, b) => a.order - b.order);
}

/** An action that was agreed and is not done: from an earlier meeting, or the measure of a week. */
export interface OpenAction {
  readonly from: 'meeting' | 'note';
  readonly id: string;
  readonly text: string;
  readonly due: IsoDate | null;
  readonly state: ActionState;
  readonly agreedOn: IsoDate | null;
}

/** What the team looks at when it is somebody's turn. */
export interface PersonCard {
  readonly member: Member;
  readonly goals: readonly { readonly goal: Goal; readonly indicator: Indicator; readonly figures: GoalResult }[];
  /** The next milestone that is not reached. */
  readonly milestone: Milestone | null;
  readonly actions: readonly OpenAction[];
}

/** Actions of one person agreed before a day and not done, the earliest due first. */
export function openActions(data: PlanData, memberId: MemberId, before: IsoDate): OpenAction[] {
  const meetings = [...data.meetings.values()]
    .filter((entry) => entry.action !== '' && entry.state !== 'done' && entry.date < before)
    .filter((entry) => (entry.ownerId ?? entry.memberId) === memberId)
    .map(({ id, action, due, state, date }) => ({
      from: 'meeting' as const,
      id,
      text: action,
      due,
      state,
      agreedOn: date,
    }));
  const notes = [...data.trackingNotes.values()]
    .filter((note) => note.measure !== '' && note.state !== 'done' && note.ownerId === memberId)
    .filter((note) => note.recordedOn === null || note.recordedOn <= before)
    .map(({ id, measure, due, state, recordedOn }) => ({
      from: 'note' as const,
      id,
      text: measure,
      due,
      state,
      agreedOn: recordedOn,
    }));
  return [...meetings, ...notes].sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
}

/** The change that sets how far an action is. */
export function setActionState(data: PlanData, action: OpenAction, state: ActionState): Change[] {
  if (action.from === 'meeting') {
    const entry = data.meetings.get(action.id);
    return entry ? [putRecord(data, 'meetings', { ...entry, state })] : [];
  }
  const note = data.trackingNotes.get(action.id);
  return note ? [putRecord(data, 'trackingNotes', { ...note, state })] : [];
}

export function personCard(data: PlanData, result: PlanResult, member: Member, date: IsoDate): PersonCard {
  const goals = peoplesGoals(data).flatMap(({ goal, indicator }) => {
    const figures = result.goals.get(goal.id);
    const own = goal.holder.kind === 'member' && goal.holder.memberId === member.id;
    return own && figures ? [{ goal, indicator, figures }] : [];
  });
  const ids = new Set(goals.map(({ goal }) => goal.id));
  const milestone =
    [...data.milestones.values()]
      .filter(({ goalId, state }) => ids.has(goalId) && state === 'open')
      .filter((item) => !milestoneStanding(item, result.goals.get(item.goalId)).reached)
      .sort((a, b) => (a.date < b.date ? -1 : 1))[0] ?? null;
  return { member, goals, milestone, actions: openActions(data, member.id, date) };
}

/** Entries of one meeting, people in the order of the plan, the team's own first. */
export function entriesOn(data: PlanData, date: IsoDate): MeetingEntry[] {
  const place = (entry: MeetingEntry): number =>
    entry.memberId === null ? -1 : (data.members.get(entry.memberId)?.order ?? Infinity);
  return [...data.meetings.values()].filter((entry) => entry.date === date).sort((a, b) => place(a) - place(b));
}

/** Days of the meetings on record, the latest first. */
export const meetingDays = (data: PlanData): IsoDate[] =>
  [...new Set([...data.meetings.values()].map(({ date }) => date))].sort().reverse();

/** What was said about one person in one meeting: the entry that holds more than a further action. */
export const entryOf = (data: PlanData, date: IsoDate, memberId: MemberId): MeetingEntry | null =>
  entriesOn(data, date).find((entry) => entry.memberId === memberId) ?? null;

export type MeetingPart = Partial<Omit<MeetingEntry, 'id' | 'date' | 'memberId'>>;

function blankEntry(id: string, date: IsoDate, memberId: MemberId | null, attendees: string): MeetingEntry {
  return {
    id,
    date,
    attendees,
    memberId,
    progress: '',
    difficulty: '',
    support: '',
    keyIssue: '',
    action: '',
    ownerId: null,
    ownerName: '',
    due: null,
    state: 'open',
  };
}

/** The change that writes a part of a person's entry; a new one is made where there is none. */
export function writeEntry(
  data: PlanData,
  at: { readonly date: IsoDate; readonly memberId: MemberId; readonly attendees: string },
  part: MeetingPart,
  newId: NewId,
): Change {
  const before = entryOf(data, at.date, at.memberId) ?? blankEntry(newId(), at.date, at.memberId, at.attendees);
  return putRecord(data, 'meetings', { ...before, ...part });
}

/** The change that adds an action: into the person's entry while that has none, else as a line of its own. */
export function addAction(
  data: PlanData,
  at: { readonly date: IsoDate; readonly memberId: MemberId; readonly attendees: string },
  action: { readonly text: string; readonly ownerId: MemberId | null; readonly due: IsoDate | null },
  newId: NewId,
): Change {
  const part: MeetingPart = {
    action: action.text.trim(),
    ownerId: action.ownerId,
    ownerName: action.ownerId === null ? '' : (data.members.get(action.ownerId)?.name ?? ''),
    due: action.due,
    state: 'open',
  };
  const first = entryOf(data, at.date, at.memberId);
  if (!first || first.action === '') return writeEntry(data, at, part, newId);
  return putRecord(data, 'meetings', { ...blankEntry(newId(), at.date, at.memberId, at.attendees), ...part });
}

/** The changes that take back an action: what else was said stays, an entry that held nothing more goes. */
export function removeAction(data: PlanData, entry: MeetingEntry): Change[] {
  const said = (['progress', 'difficulty', 'support', 'keyIssue'] as const).some((field) => entry[field] !== '');
  if (!said) return removeRecord(data, 'meetings', entry.id);
  const { id, date, memberId, attendees, progress, difficulty, support, keyIssue } = entry;
  const blank = blankEntry(id, date, memberId, attendees);
  return [putRecord(data, 'meetings', { ...blank, progress, difficulty, support, keyIssue })];
}

/** Minutes as plain text for a mail, a block a person. */
export function minutesText(
  data: PlanData,
  date: IsoDate,
  words: Readonly<Record<'progress' | 'difficulty' | 'support' | 'keyIssue' | 'action', string>>,
): string {
  const fields = ['progress', 'difficulty', 'support', 'keyIssue'] as const;
  return entriesOn(data, date)
    .map((entry) => {
      const name = entry.memberId === null ? '' : (data.members.get(entry.memberId)?.name ?? '');
      const lines = fields.filter((field) => entry[field] !== '').map((field) => `  ${words[field]}: ${entry[field]}`);
      const owner = [entry.ownerName, entry.due ?? ''].filter((part) => part !== '').join(', ');
      if (entry.action !== '') lines.push(`  ${words.action}: ${entry.action}${owner === '' ? '' : ` (${owner})`}`);
      return [name, ...lines].join('\n');
    })
    .join('\n\n');
}
