import type { FactSeries } from '../domain/facts';
import type { Agreement, AgreementComment, Goal, GoalHolder, Milestone } from '../domain/goal';
import type { Indicator, RelationWeights } from '../domain/indicator';
import type { Member, Unit } from '../domain/organisation';
import {
  byKind,
  day,
  decimal,
  flag,
  idText,
  integer,
  listOf,
  mapOf,
  oneOf,
  orNull,
  record,
  text,
  type Guard,
} from './shape';

export const unitShape = record<Unit>({
  id: idText,
  name: text,
  level: oneOf('company', 'department', 'group'),
  parentId: orNull(text),
  note: text,
  order: integer,
});

export const memberShape = record<Member>({
  id: idText,
  name: text,
  employeeNo: text,
  unitId: orNull(text),
  position: text,
  superiorId: orNull(text),
  superiorName: text,
  email: text,
  joinedOn: orNull(day),
  leftOn: orNull(day),
  bonusBase: integer,
  mentorId: orNull(text),
  aliases: listOf(text),
  external: flag,
  order: integer,
});

const relationWeights: Guard<RelationWeights> = mapOf(oneOf('superior', 'peer', 'customer', 'report'), decimal);

export const indicatorShape = record<Indicator>({
  id: idText,
  name: text,
  kind: oneOf('quantitative', 'qualitative'),
  aggregation: oneOf('sum', 'ratio', 'average', 'last'),
  direction: oneOf('higher', 'lower'),
  lowerFormula: oneOf('linear', 'inverse'),
  cap: orNull(decimal),
  unit: text,
  precision: integer,
  definition: text,
  source: text,
  numeratorName: text,
  denominatorName: text,
  relations: relationWeights,
  warning: orNull(record<NonNullable<Indicator['warning']>>({ threshold: decimal, run: integer })),
});

const agreement = record<Agreement>({
  state: oneOf('open', 'proposed', 'agreed'),
  on: orNull(day),
  comments: listOf(record<AgreementComment>({ at: day, by: text, text })),
});

export const goalShape = record<Goal>({
  id: idText,
  code: text,
  level: oneOf('company', 'department', 'group', 'person'),
  parentId: orNull(text),
  holder: byKind<GoalHolder>({
    unit: record({ kind: oneOf('unit'), unitId: text }),
    member: record({ kind: oneOf('member'), memberId: text }),
  }),
  indicatorId: text,
  dimension: text,
  dimensionValue: text,
  baseline: orNull(decimal),
  target: orNull(decimal),
  targetBasis: oneOf('total', 'perMonth'),
  weight: orNull(decimal),
  accountableId: orNull(text),
  accountableName: text,
  responsibleIds: listOf(text),
  supportingIds: listOf(text),
  due: orNull(day),
  source: text,
  agreement,
  note: text,
  partOfLarger: flag,
  order: integer,
});

const factColumns = record<FactSeries>({
  id: idText,
  dates: listOf(day),
  values: listOf(orNull(decimal)),
  numerators: listOf(orNull(decimal)),
  denominators: listOf(orNull(decimal)),
  sources: listOf(text),
});

/** Columns of one series must be equally long: a row is the same index in each. */
export const factsShape: Guard<FactSeries> = {
  problem: (value, at) => {
    const problem = factColumns.problem(value, at);
    if (problem !== null) return problem;
    const series = value as FactSeries;
    const columns = ['values', 'numerators', 'denominators', 'sources'] as const;
    const uneven = columns.find((name) => series[name].length !== series.dates.length);
    return uneven === undefined ? null : `${at}.${uneven}`;
  },
};

export const milestoneShape = record<Milestone>({
  id: idText,
  goalId: text,
  date: day,
  title: text,
  rule: oneOf('manual', 'cumulative', 'monthShare', 'periodShare'),
  threshold: orNull(decimal),
  state: oneOf('open', 'done', 'missed'),
  doneOn: orNull(day),
});
