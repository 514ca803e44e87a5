import type { Borders, Fill, Style } from 'exceljs';
import type { CellRole, ConditionalFormat } from '../../workbook/model';

/** The design's light tokens, as ARGB: workbooks are printed on white. */
const INK = 'FF1A1F27';
const INK_2 = 'FF4A505A';
const INK_3 = 'FF6B727C';
const CANVAS = 'FFF6F8FA';
const SUNKEN = 'FFF2F4F6';
const LINE = 'FFE1E4E8';
const LINE_STRONG = 'FFC8CCD2';

export const FONT = 'Microsoft YaHei';

const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const edge = (argb: string) => ({ style: 'thin' as const, color: { argb } });
const hair: Partial<Borders> = { bottom: edge(LINE), right: edge(LINE), left: edge(LINE), top: edge(LINE) };

/** Look of each role; only `input` cells are open on a protected sheet. */
export const ROLE_STYLES: Readonly<Record<CellRole, Partial<Style>>> = {
  title: {
    font: { name: FONT, size: 16, bold: true, color: { argb: INK } },
    alignment: { vertical: 'middle', horizontal: 'left' },
  },
  infoLabel: { font: { name: FONT, size: 10, color: { argb: INK_3 } }, alignment: { vertical: 'middle' } },
  infoValue: { font: { name: FONT, size: 10, color: { argb: INK } }, alignment: { vertical: 'middle' } },
  header: {
    font: { name: FONT, size: 10, bold: true, color: { argb: INK_2 } },
    fill: fill(CANVAS),
    border: {
      top: edge(LINE_STRONG),
      bottom: { style: 'medium', color: { argb: LINE_STRONG } },
      left: edge(LINE),
      right: edge(LINE),
    },
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  },
  input: {
    font: { name: FONT, size: 10, color: { argb: INK } },
    border: hair,
    alignment: { vertical: 'middle', wrapText: true },
    protection: { locked: false },
  },
  computed: {
    font: { name: FONT, size: 10, color: { argb: INK } },
    fill: fill(SUNKEN),
    border: hair,
    alignment: { vertical: 'middle' },
  },
  locked: {
    font: { name: FONT, size: 10, color: { argb: INK_2 } },
    border: hair,
    alignment: { vertical: 'middle', wrapText: true },
  },
  total: {
    font: { name: FONT, size: 10, bold: true, color: { argb: INK } },
    fill: fill(CANVAS),
    border: {
      top: { style: 'medium', color: { argb: LINE_STRONG } },
      bottom: edge(LINE_STRONG),
      left: edge(LINE),
      right: edge(LINE),
    },
    alignment: { vertical: 'middle' },
  },
  note: { font: { name: FONT, size: 9, color: { argb: INK_3 } }, alignment: { vertical: 'middle', wrapText: true } },
  signature: { font: { name: FONT, size: 10, color: { argb: INK_2 } }, alignment: { vertical: 'bottom' } },
  plain: { font: { name: FONT, size: 10, color: { argb: INK } }, alignment: { vertical: 'middle' } },
};

/** Fill and ink of a conditional format; word and shape stand in the cell itself. */
export const TONES: Readonly<Record<ConditionalFormat['tone'], { fill: string; ink: string }>> = {
  ok: { fill: 'FFE3F8EF', ink: 'FF00614A' },
  watch: { fill: 'FFFFF2DC', ink: 'FF7F4A00' },
  alert: { fill: 'FFFFEEED', ink: 'FFB3261E' },
  muted: { fill: SUNKEN, ink: INK_3 },
};

/** Background fill of a conditional format: Excel reads it from `bgColor`. */
export const toneFill = (tone: ConditionalFormat['tone']): Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: TONES[tone].fill },
  bgColor: { argb: TONES[tone].fill },
});
