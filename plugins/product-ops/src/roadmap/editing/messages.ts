export const editingMessages = {
  what: 'the item',
} as const;
