import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router';
import { usePanelStore } from './stores/panel';
import { usePlanStore } from './stores/plan';

/** Screens that stand in the frame of rail and top bar, by the name of their route. */
export const SCREENS = [
  'overview',
  'goals',
  'tracking',
  'feedback',
  'evaluation',
  'conversation',
  'incentives',
  'retrospective',
  'data',
  'settings',
] as const;

export type ScreenName = (typeof SCREENS)[number];

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: { name: 'overview' } },
  { path: '/overview', name: 'overview', component: () => import('./features/overview/OverviewScreen.vue') },
  { path: '/goals', name: 'goals', component: () => import('./features/goals/GoalsScreen.vue') },
  { path: '/tracking', name: 'tracking', component: () => import('./features/tracking/TrackingScreen.vue') },
  { path: '/feedback', name: 'feedback', component: () => import('./features/feedback/FeedbackScreen.vue') },
  { path: '/evaluation', name: 'evaluation', component: () => import('./features/evaluation/EvaluationScreen.vue') },
  {
    path: '/conversation/:memberId?',
    name: 'conversation',
    component: () => import('./features/conversation/ConversationScreen.vue'),
  },
  { path: '/incentives', name: 'incentives', component: () => import('./features/incentives/IncentivesScreen.vue') },
  {
    path: '/retrospective',
    name: 'retrospective',
    component: () => import('./features/retrospective/RetrospectiveScreen.vue'),
  },
  { path: '/data', name: 'data', component: () => import('./features/data/DataScreen.vue') },
  { path: '/settings', name: 'settings', component: () => import('./features/settings/SettingsScreen.vue') },
  { path: '/welcome', name: 'welcome', component: () => import('./features/welcome/WelcomeScreen.vue') },
  { path: '/:unknown(.*)*', redirect: { name: 'overview' } },
];

/** Hash history, because the page is a file of the app and no server answers for its paths. */
export const router = createRouter({ history: createWebHashHistory(), routes });

/** Without an open plan there is nothing to show but the welcome. */
router.beforeEach((to) => {
  if (to.name !== 'welcome' && !usePlanStore().data) return { name: 'welcome' };
  return true;
});

router.afterEach((to, from) => {
  if (to.name !== from.name) usePanelStore().close();
});
