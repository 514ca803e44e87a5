import { createPlanGraph, evaluatePlan } from '#shared/calc/plan';
import { makeFacts } from '#shared/domain/builders';
import { applyChanges, putRecord } from '#shared/domain/change';
import { readWorkbook } from '#shared/spreadsheet/readWorkbook';
import { writeWorkbook } from '#shared/spreadsheet/writeWorkbook';
import { renderWorkbook } from '#shared/templates/renderWorkbook';
import { issueMessage } from '#shared/texts/issueText';
import type { Arguments } from '../args';
import { BadInput, EXIT, type CliIo } from '../io';
import { largePlan } from './largePlan';

const PEOPLE = 500;
const EDITS = 40;
const TODAY = '2026-09-22';

async function timed<T>(run: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await run();
  return { value, ms: performance.now() - start };
}

/**
 * `bench`: how long the parts of the work take for 500 people with 6 goals each, as times and as ratios to computing the
 * plan anew in the same run. Machines differ, so only the ratios can be compared.
 */
export async function bench(_args: Arguments, io: CliIo): Promise<number> {
  const data = largePlan(PEOPLE);
  evaluatePlan(largePlan(20), TODAY);
  const anew = await timed(() => evaluatePlan(data, TODAY));

  const graph = createPlanGraph();
  graph.run(data, TODAY);
  const edits: number[] = [];
  let current = data;
  for (let edit = 0; edit < EDITS; edit += 1) {
    const facts = makeFacts(`m${(edit * 37) % PEOPLE}-i2`, [['2026-07-05', String(edit)]]);
    current = applyChanges(current, [putRecord(current, 'facts', facts)]);
    edits.push((await timed(() => graph.run(current, TODAY))).ms);
  }
  edits.sort((a, b) => a - b);

  const rendered = await timed(() =>
    renderWorkbook('goals', { data, result: anew.value, locale: io.locale, exportedAt: io.now() }),
  );
  const written = await timed(() => writeWorkbook(rendered.value));
  const bytes = written.value;
  if (!bytes.ok) throw new BadInput(issueMessage(bytes.error, io.locale));
  const read = await timed(() => readWorkbook(bytes.value, 'bench.xlsx'));

  const lines: [string, number][] = [
    ['evaluate anew', anew.ms],
    ['edit, median', edits[Math.floor(EDITS / 2)] ?? 0],
    ['edit, 95th percentile', edits[Math.floor(EDITS * 0.95)] ?? 0],
    ['render template 1', rendered.ms],
    ['write .xlsx', written.ms],
    ['read .xlsx', read.ms],
  ];
  for (const [name, ms] of lines) {
    io.print(`${name.padEnd(24)}${ms.toFixed(1).padStart(10)} ms${(ms / anew.ms).toFixed(3).padStart(10)} ×`);
  }
  return EXIT.ok;
}
