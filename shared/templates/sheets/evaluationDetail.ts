import { HUNDRED, multiply } from '../../calc/fraction';
import type { Fraction } from '../../calc/result';
import { INDICATOR_KINDS, RELATIONS } from '../choices';
import { both, say, type FormulaSite, type SheetContext, type SheetDefinition } from '../definition';
import { completionText, inBand, ladder } from './evaluation/formulaParts';
import { scoreLines, type ScoreLine } from './evaluation/scoreRows';
import { percentFormat } from './evaluation/shownFormat';

const inPoints = (ratio: Fraction | null): Fraction | null => (ratio === null ? null : multiply(ratio, HUNDRED));

/** Sheet 评估明细 of template 3: the score sheet, one row an indicator of a member. Export only. */
export const evaluationDetailSheet: SheetDefinition<ScoreLine> = {
  id: 'evaluationDetail',
  sheetName: both('评估明细', 'Score sheet'),
  title: both('目标评估明细', 'Score sheet'),
  signatures: [both('被考核人', 'Assessee'), both('考核人', 'Assessor')],
  instructions: [
    both(
      '完成率为封顶之后、参与计分的完成率；目标为 0 的正向指标不适用，其权重由其余指标分担。',
      'Completion is after the cap, as it is scored; a target of 0 does not apply and leaves its weight to the rest.',
    ),
    both(
      '没有数据的指标按 0 计，已确认排除的留空；定性得分是各方评价加权后的值。',
      'No data counts 0, what was excluded is empty; qualitative scores are the combined answers.',
    ),
  ],
  frozenColumns: 3,
  columns: [
    {
      key: 'name',
      label: both('姓名', 'Name'),
      required: true,
      kind: 'text',
      note: both('成员姓名', "The member's name"),
      width: 12,
      get: ({ member }) => member.name,
    },
    {
      key: 'employeeNo',
      label: both('工号', 'Employee no.'),
      kind: 'text',
      note: both('公司工号', 'Number in the company'),
      width: 11,
      get: ({ member }) => member.employeeNo,
    },
    {
      key: 'indicator',
      label: both('指标名称', 'Indicator'),
      required: true,
      kind: 'text',
      note: both('考核的指标', 'What is judged'),
      width: 16,
      get: ({ indicator }) => indicator?.name ?? '',
    },
    {
      key: 'kind',
      label: both('指标类型', 'Kind'),
      required: true,
      kind: 'choice',
      choices: INDICATOR_KINDS,
      note: both('量化或定性', 'By numbers or by people'),
      width: 15,
      get: ({ score }) => score.kind,
    },
    {
      key: 'weight',
      label: both('权重(%)', 'Weight (%)'),
      required: true,
      kind: 'percent',
      note: both('同类指标合计 100', 'Those of one kind add to 100'),
      width: 9,
      get: ({ score }) => score.weight,
    },
    {
      key: 'target',
      label: both('目标值', 'Target'),
      kind: 'decimal',
      note: both('期间目标', 'Target of the period'),
      width: 12,
      get: ({ score }) => score.target,
    },
    {
      key: 'actual',
      label: both('实际值', 'Actual'),
      kind: 'decimal',
      note: both('截至日期的实际', 'Actual as of the date'),
      width: 12,
      get: ({ score }) => score.actual,
    },
    {
      key: 'completion',
      label: both('完成率(%)', 'Completion (%)'),
      kind: 'percent',
      computed: true,
      format: '[>=100]0.0;[>=99.95]0.0########;0.0',
      note: both('实际 ÷ 目标，封顶之后', 'Actual ÷ target, after the cap'),
      width: 11,
      get: ({ score }) => inPoints(score.completion.capped),
      variant: ({ score, edges }) => ({ kind: 'percent', format: percentFormat(score.completion.capped, edges) }),
      formula: (row, site, ctx) => {
        if (row && row.score.kind === 'qualitative') return null;
        const completion = completionText(row?.indicator ?? null, site.cell('target'), site.cell('actual'), true);
        return ctx.blank ? `IF(${isPeople(site, ctx)},"",${completion})` : completion;
      },
    },
    {
      key: 'points',
      label: both('得分', 'Points'),
      kind: 'decimal',
      computed: true,
      openWhenBlank: true,
      format: '0.00',
      note: both('量化按规则的档位；定性为评价得分', 'By the bands of Rules; the judged score for qualitative ones'),
      width: 9,
      get: ({ score }) => score.points,
      formula: pointsFormula,
    },
    {
      key: 'weighted',
      label: both('加权得分', 'Weighted points'),
      kind: 'decimal',
      computed: true,
      format: '0.00',
      note: both('得分 × 权重 ÷ 参与计分的权重之和', 'Points × weight ÷ weights that count'),
      width: 10,
      get: ({ score }) => score.weightedPoints,
      formula: (row, site) => {
        if (row && !row.weightLive) return null;
        const same = ['name', 'employeeNo', 'kind'].map((key) => `(${site.column(key)}=${site.cell(key)})`).join('*');
        const weights = `SUMPRODUCT(${same}*ISNUMBER(${site.column('points')}),${site.column('weight')})`;
        const points = site.cell('points');
        return `IF(${points}="","",IF(${weights}=0,"",${points}*${site.cell('weight')}/${weights}))`;
      },
    },
    {
      key: 'source',
      label: both('评价来源', 'Judged by'),
      kind: 'text',
      note: both('数据来源，或评价关系与权重', 'Source of the numbers, or relations and weights'),
      width: 26,
      get: sourceOf,
    },
    {
      key: 'answers',
      label: both('有效人数', 'Answers'),
      kind: 'integer',
      note: both('给出评分的人数', 'How many gave a score'),
      width: 9,
      get: ({ feedback }) =>
        feedback ? String(feedback.relations.reduce((count, relation) => count + relation.answers, 0)) : null,
    },
    {
      key: 'self',
      label: both('自评', 'Self'),
      kind: 'decimal',
      format: '0.00',
      note: both('自评得分，不计入', "The member's own score; does not count"),
      width: 9,
      get: ({ feedback }) => feedback?.self ?? null,
    },
  ],
  rows: scoreLines,
  rowKey: ({ member, score }) => `${member.id}#${score.goalId ?? score.indicatorId}`,
};

const kindLabel = (kind: string, ctx: SheetContext): string => {
  const choice = INDICATOR_KINDS.find(({ value }) => value === kind);
  return choice ? say(choice.label, ctx.locale) : kind;
};

const isPeople = (site: FormulaSite, ctx: SheetContext): string =>
  `OR(${site.cell('name')}="",${site.cell('kind')}="${kindLabel('qualitative', ctx)}")`;

/** Points of a completion by the rules (specification section 3); no data counts 0 unless it was excluded. */
function pointsFormula(row: ScoreLine | null, site: FormulaSite, ctx: SheetContext): string | null {
  if (row && !row.pointsLive) return null;
  const { scoring } = ctx.data.plan.policy;
  const [completion, target] = [site.cell('completion'), site.cell('target')];
  const figure = `N(${completion})`;
  let points: string;
  if (scoring.kind === 'proportional') {
    const maximum = site.otherCell('rules', 'value', 'score.maximum');
    if (maximum === null) return null;
    points = `MAX(0,MIN(${figure},${maximum}))`;
  } else {
    const bands = ladder(site, 'score', scoring.bands.length);
    if (bands === null) return null;
    points = inBand(figure, bands, '0');
  }
  const atZero = row?.indicator?.direction === 'lower' ? '<0' : '<=0';
  const leftOut = row?.excluded ? 'TRUE' : `AND(${target}<>"",N(${target})${atZero})`;
  const judged = `IF(AND(${completion}="",${leftOut}),"",${points})`;
  return ctx.blank ? `IF(${isPeople(site, ctx)},"",${judged})` : judged;
}

function sourceOf({ indicator, score, feedback }: ScoreLine, ctx: SheetContext): string {
  if (score.kind === 'quantitative') {
    return ctx.data.goals.get(score.goalId ?? '')?.source || (indicator?.source ?? '');
  }
  return RELATIONS.flatMap(({ value, label }) => {
    const weight = Object.entries(indicator?.relations ?? {}).find(([relation]) => relation === value)?.[1];
    const due = feedback?.relations.some(({ relation }) => relation === value) ?? false;
    return weight !== undefined && due ? [`${say(label, ctx.locale)} ${weight}%`] : [];
  }).join(' · ');
}
