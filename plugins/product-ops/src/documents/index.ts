export * from './Banner';
export * from './ErrorList';
export * from './SourceBanner';
export * from './SourceLine';
export * from './SourceTag';
export * from './lines';
