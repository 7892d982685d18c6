export * from './api';
export * from './product';
