export * from './permissions';
export * from './runbookIdFromTitle';
export * from './templates';
