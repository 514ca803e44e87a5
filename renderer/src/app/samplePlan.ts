import { makeSamplePlan } from '#shared/domain/seed/samplePlan';
import { services } from '../stores/services';
import { storeAndOpen } from './openPlan';

/** Makes the sample plan as a plan of its own, stores and opens it. False after saying what went wrong. */
export async function openSamplePlan(): Promise<boolean> {
  const { newId, now } = services();
  return storeAndOpen(makeSamplePlan({ newId, now: now() }));
}
