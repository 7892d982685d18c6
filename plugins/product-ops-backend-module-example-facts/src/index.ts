/**
 * An example of how another plugin adds facts and checks to the lifecycle of Product Ops.
 *
 * @packageDocumentation
 */
export { exampleFactsModule as default } from './module';
