// The views: their titles, where they stand in the navigation, and how each is loaded when it is first shown.

export const VIEWS = {
  overview: ['Overview', () => import('./views/overview/overview.js')],
  scans: ['Scans', () => import('./views/scans.js')],
  scan: [null, () => import('./views/scan/scan.js')],
  cases: ['Cases', () => import('./views/cases.js')],
  case: [null, () => import('./views/case/case.js')],
  review: [null, () => import('./views/review/review.js')],
  triggers: ['Triggers', () => import('./views/triggers.js')],
  sources: ['Sources', () => import('./views/sources.js')],
  models: ['Models', () => import('./views/models.js')],
  schedules: ['Schedules', () => import('./views/schedules.js')],
  policies: ['Policies', () => import('./views/policies.js')],
  events: ['Events', () => import('./views/events.js')],
  start: ['Start here', () => import('./views/start.js')],
};
/** Views that belong to another one in the navigation. */
export const PARENT = { scan: 'scans', case: 'cases', review: 'cases' };
