import { editingMessages } from './editing/messages';
import { exchangeMessages } from './exchange/messages';
import { feedbackMessages } from './feedback/messages';
import { goalsMessages } from './goals/messages';
import { planMessages } from './plan/messages';
import { sourcesMessages } from './sources/messages';

/** The text of the room. */
export const roadmapMessages = {
  page: {
    title: 'Roadmap',
    views: {
      label: 'What the page is about',
      plan: 'Plan',
      goals: 'Goals',
      feedback: 'Feedback',
    },
  },
  plan: planMessages,
  goals: goalsMessages,
  feedback: feedbackMessages,
  editing: editingMessages,
  exchange: exchangeMessages,
  sources: sourcesMessages,
  title: 'Roadmap',
  what: 'the roadmap',
  board: 'Board',
  count_one: '{{count}} item',
  count_other: '{{count}} items',
  countShown_one: '{{count}} item shown',
  countShown_other: '{{count}} items shown',
  shown: '{{number}} shown',
  searchLabel: 'Find an item',
  status: 'Status',
  horizon: 'Horizon',
  category: 'Category',
  openOnly: 'open',
  statuses: {
    proposed: 'proposed',
    planned: 'planned',
    'in-progress': 'in progress',
    done: 'done',
    dropped: 'dropped',
    deferred: 'deferred',
  },
  horizons: { now: 'Now', next: 'Next', later: 'Later', none: 'No horizon' },
  until: 'until {{date}}',
  from: 'from {{date}}',
  range: '{{start}} – {{end}}',
  goal: 'goal: {{goal}}',
  score: '{{method}} {{value}}',
  owner: 'Owner',
  dependsOn: 'Waits for',
  dependencyUnknown: 'no such item',
  milestones: 'Milestones',
  labels: 'Labels',
  links: 'Links',
  problems_one: '{{count}} problem',
  problems_other: '{{count}} problems',
  pastEnd: 'past its end, {{ago}}',
  categoryUnknown: 'unknown category',
  sourceLine: 'Line {{line}} of the source',
  recorded: 'Made in the portal by {{who}}, {{when}}',
  recordedChanged:
    'Made in the portal by {{who}}, changed by {{changer}}, {{when}}',
  laneEmpty: 'Nothing here',
  laneEmptyHere: 'Nothing on this page',
  noMatch: 'No item matches these filters.',
  noneOpen:
    'No open items. The table has what is done, dropped or yet to be written.',
  emptyTitle: 'No roadmap yet',
  empty:
    'A roadmap is a file beside the catalog entry. Name it there, and write the first item:',
  emptyFile: 'The file has no items yet. Write the first one:',
} as const;
