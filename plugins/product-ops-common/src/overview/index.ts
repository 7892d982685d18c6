export * from './attention';
export * from './documentsAttention';
export * from './facts';
export * from './scoped';
