export * from './SunsetBanner';
export * from './SunsetPanel';
