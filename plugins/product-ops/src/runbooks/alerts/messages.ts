/** The text of alerts. */
export const firingMessages = {
  title: 'Firing alerts',
  what: 'the alerts',
  none: 'No alert fires.',
  noMatch: 'No alert matches these filters.',
  since: 'since',
  runbook: 'Runbook',
  start: 'Start run',
  starting: 'Start a run for {{name}}',
  onCall: 'On call',
  until: 'until',
  fires: 'alert',
  recent: 'Ended lately',
  resolved: 'resolved',
  unheard: 'not heard of any more, taken as ended',
  lines: 'What would match it',
  matched: 'Runbook',
  withRunbook: 'has a runbook',
  without: 'has none',
  truncated: 'More fire than are looked at: these are of the latest.',
  hidden:
    'Alerts that name no entity are not among them: to see these needs a permission of its own.',
} as const;
