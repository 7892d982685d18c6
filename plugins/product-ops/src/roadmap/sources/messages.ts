/** The text about items of other systems. */
export const sourcesMessages = {
  label: 'Items of other systems',
  from: 'From {{system}}',
  read: 'read',
  open: 'Open in {{system}}',
  pending: 'The items of {{system}} are being read for the first time.',
  stale:
    '{{system}} cannot be read now. You see its items as they were last read',
  failed: 'The items of {{system}} cannot be read',
  part_one:
    '{{count}} problem with the items of {{system}}; everything else is shown',
  part_other:
    '{{count}} problems with the items of {{system}}; everything else is shown',
  again: 'It is asked again',
} as const;
