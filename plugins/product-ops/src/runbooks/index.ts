export * from './RunbooksContent';
export type { RunbooksSettings } from './RunbookLibrary';
