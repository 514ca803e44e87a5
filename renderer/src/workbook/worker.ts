import { err, ok } from '#shared/domain/issue';
import { readWorkbook } from '#shared/spreadsheet/readWorkbook';
import { writeCsv } from '#shared/spreadsheet/writeCsv';
import { writeWorkbook } from '#shared/spreadsheet/writeWorkbook';
import { takeParts } from './parts';
import type { Answers, Job, Reply, Request } from './protocol';

/** Does the heavy work away from the window; the page ends it when it takes too long. */
function run(job: Job): Promise<Answers[keyof Answers]> {
  switch (job.kind) {
    case 'read':
      return readWorkbook(job.bytes, job.name, job.options);
    case 'write':
      return writeWorkbook(job.model);
    case 'csv':
      return Promise.resolve(ok(writeCsv(job.rows)));
  }
}

addEventListener('message', (event: MessageEvent<Request>) => {
  const { id, job } = event.data;
  run(job).then(
    (whole) => {
      const { answer, parts } = takeParts(whole);
      for (const part of parts) postMessage({ id, part } satisfies Reply);
      postMessage({ id, answer } satisfies Reply);
    },
    () => postMessage({ id, answer: err({ code: 'file.workerFailed' }) } satisfies Reply),
  );
});
