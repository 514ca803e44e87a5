import { basename } from 'node:path';
import type { Issue } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import { readWorkbook } from '#shared/spreadsheet/readWorkbook';
import { issueMessage } from '#shared/texts/issueText';
import { readPlan } from '#shared/templates/readPlan';
import { readInput } from './files';
import { BadInput, type CliIo } from './io';
import { fill, wordsOf } from './texts';

/** A plan as read from a workbook, with what was found wrong in it and where. */
export interface LoadedPlan {
  readonly data: PlanData;
  readonly issues: readonly Issue[];
}

/** Where an issue stands: `file · sheet · cell`, or the file alone. */
export function placeOf(file: string, issue: Issue, io: CliIo): string {
  const name = basename(file);
  return issue.place
    ? fill(wordsOf(io.locale).cell, { file: name, sheet: issue.place.sheet, cell: issue.place.cell })
    : name;
}

/** Reads a plan workbook; stops with one line when it is no workbook or no plan. Issues of cells are given back. */
export async function loadPlan(file: string, io: CliIo): Promise<LoadedPlan> {
  const words = wordsOf(io.locale);
  const bytes = await readInput(file, io);
  const raw = await readWorkbook(bytes, basename(file));
  if (!raw.ok)
    throw new BadInput(fill(words.notAPlan, { file: basename(file), reason: issueMessage(raw.error, io.locale) }));
  const read = readPlan(raw.value, { newId: io.newId, now: io.now(), today: io.today(), locale: io.locale });
  if (!read.ok)
    throw new BadInput(fill(words.notAPlan, { file: basename(file), reason: issueMessage(read.error, io.locale) }));
  return read.value;
}

/** Stops with one line when a cell of the workbook could not be taken over: nothing is computed from half a plan. */
export function refuseBroken(file: string, issues: readonly Issue[], io: CliIo): void {
  const refused = issues.filter((issue) => issue.level === 'error' && issue.place !== undefined);
  const first = refused[0];
  if (!first) return;
  const words = wordsOf(io.locale);
  const line = fill(words.refused, { place: placeOf(file, first, io), reason: issueMessage(first, io.locale) });
  throw new BadInput(refused.length === 1 ? line : fill(words.more, { line, n: refused.length - 1 }));
}
