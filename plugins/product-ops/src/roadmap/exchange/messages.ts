export const exchangeMessages = {
  what: 'the file',
} as const;
