export * from './limits';
export * from './problems';
export * from './yamlFile';
