export * from './followUpDraft';
