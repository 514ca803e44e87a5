import { computed } from 'vue';
import type { MailKind } from '../../app/mailLog';
import { usePlanStore } from '../../stores/plan';
import { usePublishedStore } from '../../stores/published';
import { parcels } from '../feedback/model/sending';
import { useSending } from '../feedback/useSending';
import { agreementLines } from '../goals/model/agreement';
import { signerOf } from '../goals/model/letterBook';
import { useLetters } from '../goals/useLetters';
import { useStatements } from '../incentives/useStatements';
import { meetingDays } from '../tracking/model/meeting';
import { useMinutesMail } from '../tracking/meeting/useMinutesMail';

/** Somebody a draft can be made for; `email` '' = no address is known, the file is saved or the address typed by hand. */
export interface Addressee {
  readonly key: string;
  readonly name: string;
  readonly email: string;
}

/** Letters of one kind that can be drafted now. */
export interface MailBatch {
  readonly kind: MailKind;
  /** What it is about, where the kind alone does not say: the day of the meeting. */
  readonly about: string;
  readonly to: readonly Addressee[];
  /** One letter goes to all of them; otherwise one each. */
  readonly together: boolean;
  readonly make: (keys: readonly string[]) => Promise<void>;
}

/** Everything a letter can be drafted for now, kind by kind; kinds nobody is to be written to are left out. */
export function useMailDrafts() {
  const store = usePlanStore();
  const published = usePublishedStore();
  const sending = useSending();
  const letters = useLetters();
  const statements = useStatements();
  const minutes = useMinutesMail();

  function formBatch(kind: 'forms' | 'reminders'): MailBatch {
    const list = kind === 'forms' ? sending.planned.value : sending.waiting.value;
    const all = store.data ? parcels(store.data, list) : [];
    const keyOf = ({ name, email }: { name: string; email: string }): string => `${name}|${email}`;
    return {
      kind,
      about: '',
      to: all.map(({ name, email }) => ({ key: keyOf({ name, email }), name, email })),
      together: false,
      make: (keys) =>
        sending.send(
          all.filter((parcel) => keys.includes(keyOf(parcel))).flatMap((parcel) => parcel.forms),
          kind === 'reminders',
        ),
    };
  }

  const letterBatch = computed<MailBatch>(() => {
    const lines = store.data && !published.isFrozen ? agreementLines(store.data) : [];
    const open = lines.filter((line) => line.state !== 'agreed');
    const to = open.flatMap((line) => {
      const member = store.member(signerOf(line));
      return member ? [{ key: line.key, name: member.name, email: member.email }] : [];
    });
    return {
      kind: 'letters',
      about: '',
      to,
      together: false,
      make: (keys) => letters.mail(open.filter((line) => keys.includes(line.key))),
    };
  });

  const statementBatch = computed<MailBatch>(() => {
    const ids = published.result?.ranking ?? [];
    const to = ids.flatMap((id) => {
      const member = published.data?.members.get(id);
      return member ? [{ key: id, name: member.name, email: member.email }] : [];
    });
    return {
      kind: 'statements',
      about: '',
      to,
      together: false,
      make: (keys) => statements.draftMails(statements.pages(keys)),
    };
  });

  const minutesBatch = computed<MailBatch>(() => {
    const date = store.data ? (meetingDays(store.data).find((day) => day <= store.asOf) ?? '') : '';
    const to = minutes.speakers(date).flatMap((id) => {
      const member = store.member(id);
      return member ? [{ key: id, name: member.name, email: member.email }] : [];
    });
    return { kind: 'minutes', about: date, to, together: true, make: () => minutes.mail(date) };
  });

  const batches = computed(() =>
    [letterBatch.value, minutesBatch.value, formBatch('forms'), formBatch('reminders'), statementBatch.value].filter(
      ({ to }) => to.length > 0,
    ),
  );
  return { batches };
}
