/** The text of reviews. */
export const reviewsMessages = {
  title: 'Reviews',
  what: 'the reviews',
  stillRight: 'Still right',
  why: 'This runbook wants a review',
  none: 'Nobody has reviewed it here yet.',
  declared: 'The file tells of a review on',
  due: 'The next is due on',
  past: 'The next was due on',
  noPeriod: 'It asks for no regular review: only changes make it stale.',
  thisVersion: 'this version',
  olderVersion: 'another version',
  run: 'See the run',
  standing: 'Standing',
  stale: 'wants a review',
  fresh: 'fresh',
  dueFromTeam_one: '{{count}} runbook wants a review',
  dueFromTeam_other: '{{count}} runbooks want a review',
  dialog: {
    title: 'Still right: {{title}}',
    text: 'You vouch that this text is right as it stands. What has changed under it up to now is settled by that.',
    note: 'Note (optional)',
    submit: 'It is still right',
    changed:
      'The runbook has changed since you opened it. The page shows the new text: read it, and review that.',
    failed: 'The review could not be recorded',
  },
} as const;
