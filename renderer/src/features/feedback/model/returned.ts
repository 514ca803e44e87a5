import type { FeedbackForm } from '#shared/domain/feedback';
import type { AppError, Result } from '#shared/domain/issue';
import type { PlanData } from '#shared/domain/planData';
import type { Instant } from '#shared/domain/primitives';
import { returnedInto, type ReturnedForm } from '#shared/templates/forms/readFeedbackForm';

/** A file that was dropped, as it was read. */
export interface ReturnedFile {
  readonly fileName: string;
  readonly answer: Result<ReturnedForm>;
}

/** What the files would do: new answers, answers that replace stored ones (asked first), and what cannot be used. */
export interface ReturnPreview {
  readonly fresh: readonly FeedbackForm[];
  readonly replacing: readonly FeedbackForm[];
  readonly refused: readonly { readonly fileName: string; readonly error: AppError }[];
  /** Names of files that another one with the same token, later in the list, stands for. */
  readonly repeated: readonly string[];
}

/** Sorts returned files by their token (specification section 4: a form counts once). The last of two copies stands. */
export function previewReturned(data: PlanData, files: readonly ReturnedFile[], at: Instant): ReturnPreview {
  const last = new Map(files.flatMap((file) => (file.answer.ok ? [[file.answer.value.token, file] as const] : [])));
  const fresh: FeedbackForm[] = [];
  const replacing: FeedbackForm[] = [];
  const refused: { fileName: string; error: AppError }[] = [];
  const repeated: string[] = [];
  for (const file of files) {
    const { fileName, answer } = file;
    if (!answer.ok) {
      refused.push({ fileName, error: answer.error });
      continue;
    }
    if (last.get(answer.value.token) !== file) {
      repeated.push(fileName);
      continue;
    }
    const into = returnedInto(data, answer.value, at);
    if (!into.ok) refused.push({ fileName, error: into.error });
    else (into.value.replaces ? replacing : fresh).push(into.value.form);
  }
  return { fresh, replacing, refused, repeated };
}
