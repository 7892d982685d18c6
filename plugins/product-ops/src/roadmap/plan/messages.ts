import { timelineMessages } from './timelineMessages';

export const planMessages = {
  what: 'the roadmap of all products',
  timeline: timelineMessages,
  file: {
    what: 'the change',
    title: 'Change “{{title}}” in its file',
    text: 'Git holds the truth of this item. Make this change in {{file}}; the portal reads it then.',
    itsFile: 'its file',
    before: '{{file}}, from line {{line}}, now',
    after: 'after the change',
    edit: 'Edit {{file}}',
  },
} as const;
