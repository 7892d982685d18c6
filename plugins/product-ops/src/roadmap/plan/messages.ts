export const planMessages = {
  what: 'the roadmap of all products',
} as const;
