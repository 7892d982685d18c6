export const goalsMessages = {
  what: 'goals',
} as const;
