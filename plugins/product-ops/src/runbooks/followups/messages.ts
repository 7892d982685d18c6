/** The text of follow-ups. */
export const followUpsMessages = {
  title: 'Follow-ups',
  none: 'Nothing was put on the roadmap because of it yet.',
  add: 'Follow up',
  follows: 'Follows from',
  ofRun: 'the run “{{reason}}” of {{runbook}}',
  ofStep: 'step {{step}} of the run “{{reason}}” of {{runbook}}',
  ofRunbook: 'the runbook {{runbook}}',
  step: 'step {{step}}',
  archived: 'archived',
  dialog: {
    title: 'Put it on the roadmap of {{entity}}',
    text: 'Who plans sees it there, with the way back to here. Change whatever says it better.',
    submit: 'Put on the roadmap',
    titleLabel: 'What is to be done',
    description: 'What was learned',
    horizon: 'When',
    failed: 'It was not put on the roadmap',
  },
} as const;
