export * from './api';
export * from './documents';
export * from './lifecycle';
export * from './overview';
export * from './ownership';
export * from './product';
export * from './roadmap';
export * from './runbooks';
