export * from './commands';
export * from './log';
export * from './parameters';
export * from './permissions';
export * from './pinnedSteps';
export * from './record';
export * from './shell';
export * from './state';
