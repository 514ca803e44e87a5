import { both } from '../definition';

/** Every text of the 360 form; the reader knows the form again by them. */
export const WORDS = {
  sheet: both('360度反馈表', 'Feedback form'),
  title: both('360度反馈表', '360-degree feedback form'),
  plan: both('方案', 'Plan'),
  assessee: both('被评人', 'Assessee'),
  relation: both('评价关系', 'Your relation'),
  due: both('请在此日期前交回', 'Please return by'),
  token: both('表单编号', 'Form no.'),
  indicator: both('指标', 'Indicator'),
  description: both('说明', 'What it means'),
  score: both('评分', 'Score'),
  notObserved: both('不了解', 'Not observed'),
  comment: both('具体事例/建议', 'Example or suggestion'),
  strengths: both('做得好的', 'What goes well'),
  improvements: both('可改进的', 'What could be better'),
  howHundred: both(
    '每项评 0–100 分；没有接触过的，请在“不了解”选是，不必评分。只有带框的空白单元格可以填写。',
    'Score each item from 0 to 100; choose Yes under Not observed for what you have not seen. Only the empty framed cells are open.',
  ),
  howFive: both(
    '每项评 1–5 分（5 为最好）；没有接触过的，请在“不了解”选是，不必评分。只有带框的空白单元格可以填写。',
    'Score each item from 1 to 5 (5 is best); choose Yes under Not observed for what you have not seen. Only the empty framed cells are open.',
  ),
} as const;

/** What is promised to whom, as it really is (specification section 4). */
export const PROMISES = {
  anonymous: both(
    '保密说明：同一关系的评价满 3 份才单独显示平均分和文字；不满 3 份时只并入综合得分，文字不显示。被评人看不到是谁写的；收表的负责人按表单编号知道谁已交回，留底的完整数据里也有每份答案。',
    'Confidentiality: scores and comments of your relation are shown only from 3 answers on; with fewer they count only inside the combined score and comments are not shown. The assessee does not see who wrote what; whoever collects the forms knows by the form number who returned one, and the full copy of the data kept there holds each answer.',
  ),
  wordsOnly: both(
    '保密说明：您不必评分，只写文字。同一关系满 3 份才显示文字，被评人看不到是谁写的；收表的负责人按表单编号知道谁已交回，留底的完整数据里也有每份答案。',
    'Confidentiality: no scores are asked of you, only words. They are shown only from 3 forms of your relation on, and the assessee does not see who wrote what; whoever collects the forms knows by the form number who returned one, and the full copy of the data kept there holds each answer.',
  ),
  superior: both(
    '保密说明：上级通常只有一位，您的评分和文字可以辨认出来自您。',
    'Confidentiality: there is usually one superior; your scores and comments can be recognised as yours.',
  ),
  customer: both(
    '保密说明：客户评价份数少，您的评分和文字可能被辨认出来自您。',
    'Confidentiality: customers are few; your scores and comments can be recognised as yours.',
  ),
  self: both(
    '说明：自评不计入得分，只与他人的评价对照，负责人可以看到。',
    'Note: your own view does not count; it is compared with that of the others, and the manager sees it.',
  ),
  unknown: both(
    '保密说明：同事和下级的评价满 3 份才单独显示；上级和客户的评价可以辨认。',
    'Confidentiality: peers and reports are shown only from 3 answers on; superiors and customers can be recognised.',
  ),
} as const;
