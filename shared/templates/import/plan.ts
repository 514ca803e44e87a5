import type { Change } from '../../domain/change';
import type { Issue } from '../../domain/issue';
import type { PlanData } from '../../domain/planData';
import type { Bilingual } from '../definition';
import type { ImportClock } from './workingPlan';

export interface ImportContext extends ImportClock {
  /** The open plan; null = the file makes a new one. */
  readonly data: PlanData | null;
  /** Answers to the questions of an earlier run, by question id. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

/** Where something stands in the file. */
export interface ImportPlace {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
}

export interface FieldChange {
  readonly column: string;
  readonly label: Bilingual;
  /** As shown; '' = empty. */
  readonly before: string;
  readonly after: string;
  /** A1 address of the changed cell; null where the file has no such column. */
  readonly cell?: string | null | undefined;
}

/** One line of the preview. */
export type PreviewRow =
  | {
      readonly kind: 'added' | 'changed' | 'removed';
      readonly sheetId: string;
      readonly key: string;
      /** What the row is called: its first columns. */
      readonly name: string;
      /** Null for a removed row. */
      readonly place: ImportPlace | null;
      readonly fields: readonly FieldChange[];
    }
  | {
      readonly kind: 'refused';
      readonly sheetId: string;
      readonly name: string;
      readonly place: ImportPlace;
      readonly code: string;
      /** Label of the column the reason is about. */
      readonly label: Bilingual | null;
      readonly params: Readonly<Record<string, string | number>>;
      /** The row as it stood, by column label in the file: for the workbook of refused rows. */
      readonly written: readonly { readonly header: string; readonly text: string }[];
    };

/** Something the file leaves open. Answered by passing `answers[id] = option` to the next `planImport`. */
export interface ImportQuestion {
  readonly id: string;
  readonly code: string;
  readonly place: ImportPlace;
  readonly params: Readonly<Record<string, string | number>>;
  readonly options: readonly string[];
  /** The option the plan of changes was made with. */
  readonly chosen: string;
  readonly answered: boolean;
}

export interface RecognisedSheet {
  readonly name: string;
  /** Null: not one of ours; left alone. */
  readonly sheetId: string | null;
  /** 1-based. */
  readonly headerRow: number | null;
  readonly rowCount: number;
  readonly unknownColumns: readonly string[];
}

/** What an import would do, all of it: this very plan is shown, and this very plan is carried out (rule 9). */
export interface ImportPlan {
  readonly sheets: readonly RecognisedSheet[];
  /** To be applied in one transaction; empty when nothing differs. With `data` null: see `after`. */
  readonly changes: readonly Change[];
  /** The plan with the changes. */
  readonly after: PlanData;
  readonly rows: readonly PreviewRow[];
  readonly questions: readonly ImportQuestion[];
  /** About the file as a whole: nothing recognised, newer format, another plan, columns missing. */
  readonly issues: readonly Issue[];
}
