/**
 * Issues and milestones of GitHub on the roadmaps of Product Ops.
 *
 * @packageDocumentation
 */
export { githubIssuesModule as default } from './module';
