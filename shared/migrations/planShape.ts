import type { PolicyEffect, PolicyVersion } from '../domain/policyHistory';
import type { Dimension, Plan } from '../domain/plan';
import type { Band, GradeBand, Policy, Scoring } from '../domain/policy';
import {
  byKind,
  day,
  decimal,
  flag,
  idText,
  instant,
  integer,
  listOf,
  mapOf,
  month,
  oneOf,
  optional,
  orNull,
  record,
  text,
} from './shape';

const band = record<Band>({ from: decimal, value: decimal });

const policy = record<Policy>({
  version: integer,
  quantitativeShare: decimal,
  qualitativeShare: decimal,
  scoring: byKind<Scoring>({
    bands: record({ kind: oneOf('bands'), bands: listOf(band) }),
    proportional: record({ kind: oneOf('proportional'), maximum: decimal }),
  }),
  grades: listOf(record<GradeBand>({ from: decimal, name: text })),
  payoutBands: listOf(band),
  payoutBasis: oneOf('overallCompletion', 'primaryIndicator', 'totalScore'),
  starShare: decimal,
  starRounding: oneOf('floor', 'round', 'ceil'),
  warningThreshold: decimal,
  warningRun: integer,
  prorate: flag,
  budget: orNull(integer),
  ownHolidays: listOf(day),
  ownWorkdays: listOf(day),
  monthWeights: mapOf(month, decimal),
});

/** Shape of a plan's head in data version 1. */
export const planShape = record<Plan>({
  id: idText,
  name: text,
  teamName: text,
  start: day,
  end: day,
  scenario: oneOf('strategy', 'newBusiness', 'plateau', 'campaign'),
  asOf: orNull(day),
  moneyUnit: oneOf('yuan', 'wan'),
  stage: oneOf('planning', 'running', 'final', 'paid', 'closed'),
  policy,
  policyHistory: optional(
    listOf(
      record<PolicyVersion>({
        policy,
        at: instant,
        note: text,
        effects: optional(listOf(record<PolicyEffect>({ name: text, before: integer, after: integer }))),
      }),
    ),
  ),
  teamGoalId: orNull(text),
  feedbackReminders: optional(listOf(integer)),
  dimensions: optional(listOf(record<Dimension>({ name: text, values: listOf(text) }))),
  causes: optional(listOf(text)),
  feedbackMinimum: optional(mapOf(oneOf('superior', 'peer', 'customer', 'report', 'self'), integer)),
  feedbackScale: optional(oneOf('hundred', 'five')),
  createdAt: instant,
  updatedAt: instant,
});
