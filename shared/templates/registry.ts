import { both, type AnySheet, type Bilingual } from './definition';
import { membersSheet } from './sheets/members';

/** A workbook that can be exported, handed out blank, and imported. */
export interface TemplateDefinition {
  readonly title: Bilingual;
  /** In the order they stand in the file. */
  readonly sheets: readonly AnySheet[];
}

/** Every sheet, in the order they stand in the plan workbook; import goes through them in this order too. */
export const SHEETS: readonly AnySheet[] = [membersSheet];

/** Templates by kind. `plan` is the plan workbook: all sheets in one file. */
export const TEMPLATES = {
  plan: { title: both('方案工作簿', 'Plan workbook'), sheets: SHEETS },
  members: { title: both('成员名单', 'Members'), sheets: [membersSheet] },
} as const satisfies Readonly<Record<string, TemplateDefinition>>;

export type TemplateKind = keyof typeof TEMPLATES;
export const TEMPLATE_KINDS = Object.keys(TEMPLATES) as readonly TemplateKind[];
