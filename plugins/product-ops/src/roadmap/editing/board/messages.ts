export const boardMessages = {
  by: 'Lanes by',
  byHorizon: 'By horizon',
  byStatus: 'By status',
  handle: 'Move {{title}}',
  menu: 'More for {{title}}',
  instructions:
    'Press space to take the item, the arrow keys to choose its place, space to put it there, and escape to leave it where it was.',
  taken: 'Took {{title}}. Choose its place with the arrow keys.',
  over: '{{title}}: {{lane}}, place {{number}} of {{total}}.',
  put: 'Put {{title}} in {{lane}}, place {{number}} of {{total}}.',
  left: '{{title}} stays where it was.',
  open: 'Open',
  up: 'Move up',
  down: 'Move down',
  to: 'Move to {{lane}}',
  toPrepared: 'Prepare the move to {{lane}}…',
  moved: '“{{title}}” is in {{place}}.',
  changedSince:
    'Somebody else changed “{{title}}” meanwhile, so it was not moved. You see it as it is now: move it again if you still want to.',
} as const;
