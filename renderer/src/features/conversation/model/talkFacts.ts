import { atLeast, ONE } from '#shared/calc/fraction';
import type { PlanResult, ScoreRow } from '#shared/calc/result';
import type { MemberId } from '#shared/domain/ids';
import type { Indicator } from '#shared/domain/indicator';
import type { PlanData } from '#shared/domain/planData';
import type { IsoDate } from '#shared/domain/primitives';

/** A line of the score sheet with its indicator. */
export interface TalkRow {
  readonly row: ScoreRow;
  readonly indicator: Indicator;
}

/** Something that happened in the period and may be spoken of. */
export interface TalkEvent {
  readonly on: IsoDate | null;
  readonly kind: 'warning' | 'measure' | 'coaching';
  readonly text: string;
}

/** The lines of one kind of the person's score sheet. */
export function talkRows(data: PlanData, result: PlanResult, id: MemberId, kind: ScoreRow['kind']): TalkRow[] {
  return (result.members.get(id)?.rows ?? []).flatMap((row) => {
    const indicator = data.indicators.get(row.indicatorId);
    return indicator && row.kind === kind ? [{ row, indicator }] : [];
  });
}

/** Quantitative lines that reached their target, and those that did not (what has no data is a gap). */
export function splitByTarget(rows: readonly TalkRow[]): { reached: TalkRow[]; missed: TalkRow[] } {
  const reached = rows.filter(({ row }) => row.completion.capped !== null && atLeast(row.completion.capped, ONE));
  return {
    reached,
    missed: rows.filter((one) => !reached.includes(one) && one.row.completion.state !== 'notApplicable'),
  };
}

/** Measures and coaching recorded for the person in the period, oldest first. Nothing of anybody else. */
export function talkEvents(data: PlanData, id: MemberId): TalkEvent[] {
  const mine = new Set(
    [...data.goals.values()]
      .filter((goal) => goal.holder.kind === 'member' && goal.holder.memberId === id)
      .map((goal) => goal.id),
  );
  const events: TalkEvent[] = [];
  for (const note of data.trackingNotes.values()) {
    if (!mine.has(note.goalId) || (note.measure === '' && note.cause === '')) continue;
    const text = [note.cause, note.measure].filter((part) => part !== '').join(' → ');
    events.push({ on: note.recordedOn, kind: note.intervention ? 'warning' : 'measure', text });
  }
  for (const help of data.coaching.values()) {
    if (help.memberId !== id) continue;
    events.push({
      on: help.on,
      kind: 'coaching',
      text: [help.topic, help.effect].filter((part) => part !== '').join('：'),
    });
  }
  return events.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
}
