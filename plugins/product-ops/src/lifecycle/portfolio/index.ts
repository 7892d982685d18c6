export * from './ReadinessView';
export * from './StageBoard';
export * from './TeamReadiness';
