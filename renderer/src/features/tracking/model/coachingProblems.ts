import type { CoachingKind } from '#shared/domain/tracking';

/** Fields of the form as they are typed; empty text for nothing. */
export interface CoachingFields {
  readonly kind: CoachingKind;
  readonly memberId: string;
  readonly topic: string;
  readonly mentorId: string;
  readonly on: string;
  readonly due: string;
}

/** What keeps help from being arranged: no content, a pair without its second person, a day due before it begins. */
export function coachingProblems(fields: CoachingFields): ('topic' | 'mentor' | 'due')[] {
  const alone = fields.mentorId === '' || fields.mentorId === fields.memberId;
  return [
    ...(fields.topic.trim() === '' ? (['topic'] as const) : []),
    ...(fields.kind === 'mentor' && alone ? (['mentor'] as const) : []),
    ...(fields.on !== '' && fields.due !== '' && fields.due < fields.on ? (['due'] as const) : []),
  ];
}
