import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import type { PlanResult } from '#shared/calc/result';
import type { PlanData } from '#shared/domain/planData';
import { dayRange } from '../../format/date';
import { usePanelStore } from '../../stores/panel';
import { services } from '../../stores/services';
import { useToastStore } from '../../stores/toasts';
import { indicatorName } from '../derivation/context';
import { holderName } from './model/lookups';
import type { Need, NeedGroup } from './model/needs';
import { slotNumbers } from './needText';

/** What opens when a line of 需要我处理 is acted on. */
export function useNeedActions(): {
  act: (need: Need, data: PlanData, result: PlanResult) => Promise<void>;
  more: (group: NeedGroup) => void;
} {
  const { t } = useI18n();
  const router = useRouter();
  const panel = usePanelStore();
  const toasts = useToastStore();

  async function remind(need: Need & { kind: 'unreported' }, data: PlanData, result: PlanResult): Promise<void> {
    const slots = result.timeline.slots.filter((slot) => need.slots.includes(slot.n));
    const first = slots[0];
    const last = slots.at(-1);
    const { holder } = need.goal;
    const email = holder.kind === 'member' ? (data.members.get(holder.memberId)?.email ?? '') : '';
    const params = {
      name: holderName(data, need.goal),
      slots: slotNumbers(need.slots),
      indicator: indicatorName(data, need.goal.indicatorId),
      range: first && last ? dayRange(first.start, last.end) : '',
    };
    const opened = await services().host.openMailDraft({
      to: email === '' ? [] : [email],
      subject: t('overview.mail.subject', params),
      text: t('overview.mail.text', params),
      attachments: [],
    });
    if (!opened.ok) toasts.showError(opened.error);
    else toasts.show({ messageKey: 'overview.mail.done' });
  }

  async function act(need: Need, data: PlanData, result: PlanResult): Promise<void> {
    switch (need.kind) {
      case 'warning':
        panel.show({ kind: 'warning', id: need.goal.id });
        return;
      case 'unreported':
        return remind(need, data, result);
      case 'milestone':
        await router.push({ name: 'goals', query: { view: 'milestones', goal: need.goal.id } });
        return;
      case 'agreement':
        await router.push({ name: 'goals', query: { view: 'agreement', goal: need.goal.id } });
        return;
      case 'coaching':
        await router.push({ name: 'tracking', query: { view: 'coaching', member: need.coaching.memberId } });
        return;
      case 'feedback':
        await router.push({ name: 'feedback' });
        return;
      case 'talk':
        await router.push({ name: 'conversation', params: { memberId: need.memberId } });
    }
  }

  function more(group: NeedGroup): void {
    if (group === 'talk') void router.push({ name: 'conversation' });
    else if (group === 'feedback') void router.push({ name: 'feedback' });
    else if (group === 'milestone' || group === 'agreement') {
      void router.push({ name: 'goals', query: { view: group === 'milestone' ? 'milestones' : 'agreement' } });
    } else void router.push({ name: 'tracking' });
  }

  return { act, more };
}
