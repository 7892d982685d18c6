/** The text of the room. */
export const documentsMessages = {
  roadmap: 'Roadmap',
  runbooks: 'Runbooks',
  state: {
    pending: 'waiting to be read',
    ok: 'in force',
    stale: 'last good version',
    failed: 'cannot be read',
  },
  withErrors_one: 'in force, {{count}} error',
  withErrors_other: 'in force, {{count}} errors',
  filesWithErrors_one: '{{count}} file has errors',
  filesWithErrors_other: '{{count}} files have errors',
  read: 'read',
  declaredIn: 'Declared in',
  staleBanner:
    'The newest version of {{file}} has errors. You see the last good version',
  failedBanner: '{{file}} cannot be read',
  partBanner_one: '{{count}} error in {{file}}; everything else is shown',
  partBanner_other: '{{count}} errors in {{file}}; everything else is shown',
  pendingBanner: '{{file}} is being read for the first time.',
  expected: 'Expected: {{expected}}',
  moreErrors_one: 'and {{count}} more error',
  moreErrors_other: 'and {{count}} more errors',
  position: 'line {{line}}, column {{column}}',
  line: 'line {{line}}',
} as const;
