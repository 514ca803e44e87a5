import { makeFeedbackForm } from '../../builders';
import type { FeedbackAnswer, FeedbackForm } from '../../feedback';
import type { Relation } from '../../indicator';
import { indicatorKey, memberKey, QUALITATIVE, type SampleContext } from './context';
import { COMMENTS } from './comments';
import { leaderOf } from './organisation';
import { PEOPLE, type SamplePerson } from './people';
import { SCORES } from './scores';

const CUSTOMERS = ['恒远机电 采购部', '新达材料 供应链部', '东成实业 采购部', '海川装备 物资部', '启明电子 采购部'];
const SENT_AT = '2026-09-28T01:30:00.000Z';
const DUE = '2026-10-08';

interface Asked {
  readonly relation: Relation;
  /** A member's name, or a customer as written. */
  readonly rater: string;
  readonly scores: readonly number[];
}

/** Who was asked about one person and what they gave; customers judge the first indicator only. */
function asked(person: SamplePerson, index: number): Asked[] {
  const scores = SCORES.find((row) => row.name === person.name);
  if (!scores) return [];
  const leader = leaderOf(person.group);
  const leads = leader === person.name;
  const others = PEOPLE.filter((other) => other !== person && other.name !== leader);
  const near = [
    ...others.filter((other) => other.group === person.group),
    ...others.filter((other) => other.group !== person.group),
  ];
  const reports = leads ? PEOPLE.filter((other) => other.group === person.group && other !== person) : [];
  const peers = leads
    ? GROUP_LEADERS.filter((name) => name !== person.name).concat(near.at(-1)?.name ?? '')
    : near.map((other) => other.name);
  return [
    { relation: 'superior', rater: leads ? '周敏' : leader, scores: scores.superior },
    ...scores.peers.map((row, place): Asked => ({ relation: 'peer', rater: peers[place] ?? '', scores: row })),
    ...scores.customers.map((score, place): Asked => ({
      relation: 'customer',
      rater: CUSTOMERS[(index + place) % CUSTOMERS.length] ?? '',
      scores: [score],
    })),
    // Reports are asked for the talk only: no indicator gives them a weight.
    ...reports.map((report, place): Asked => ({
      relation: 'report',
      rater: report.name,
      scores: scores.superior.map((score) => score + place - 1),
    })),
    { relation: 'self', rater: person.name, scores: scores.self },
  ];
}

const GROUP_LEADERS = [...new Set(PEOPLE.map((person) => leaderOf(person.group)))];

/** All forms of the round, returned, with comments where somebody wrote some. */
export function sampleFeedback({ id }: SampleContext): FeedbackForm[] {
  const members = new Set(PEOPLE.map((person) => person.name));
  return PEOPLE.flatMap((person, index) =>
    asked(person, index).map(({ relation, rater, scores }, place) => {
      const said = COMMENTS[`${person.name} ${relation}`];
      const first = place === asked(person, index).findIndex((form) => form.relation === relation);
      const text = first ? said : undefined;
      const answers = scores.map((score, at): FeedbackAnswer => ({
        indicatorId: id(indicatorKey(QUALITATIVE[at]?.name ?? '')),
        score: String(score),
        notObserved: false,
        comment: at === 0 ? (text?.example ?? '') : '',
      }));
      return makeFeedbackForm({
        id: id(`form:${person.name}:${relation}:${place}`),
        token: id(`token:${person.name}:${relation}:${place}`),
        assesseeId: id(memberKey(person.name)),
        relation,
        raterId: members.has(rater) ? id(memberKey(rater)) : null,
        raterName: rater,
        due: DUE,
        state: 'returned',
        sentAt: SENT_AT,
        returnedAt: `2026-10-0${1 + ((index + place) % 8)}T02:00:00.000Z`,
        answers,
        strengths: text?.strengths ?? '',
        improvements: text?.improvements ?? '',
      });
    }),
  );
}
