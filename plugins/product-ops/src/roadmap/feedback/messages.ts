export const feedbackMessages = {
  what: 'feedback',
} as const;
