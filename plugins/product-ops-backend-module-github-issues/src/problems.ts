import type { RoadmapSourceProblem } from '@productops/backstage-plugin-product-ops-node';

/**
 * What people are told of an answer that is an error. Nothing of the answer itself is in it: that may hold what they may
 * not know.
 *
 * @param status - nothing when there was no answer
 */
export function problemOf(
  status: number | undefined,
  place: { host: string; owner: string; repo: string },
): RoadmapSourceProblem {
  const { host, owner, repo } = place;
  const name = `${owner}/${repo}`;
  switch (status) {
    case undefined:
      return {
        code: 'unreachable',
        message: `${host} could not be reached.`,
        expected: 'an answer; it is asked again later',
      };
    case 401:
      return {
        code: 'unauthorized',
        message: `${host} does not accept the credentials that are configured for it.`,
        expected: `a valid token or app under integrations.github for ${host}`,
      };
    case 403:
      return {
        code: 'forbidden',
        message: `The credentials that are configured for ${host} may not read the issues of ${name}.`,
        expected: 'the permission to read issues',
      };
    case 404:
      return {
        code: 'not-found',
        message: `There is no repository ${name} on ${host}, or the credentials that are configured may not see it.`,
        expected: 'a repository that may be read',
      };
    case 410:
      return {
        code: 'no-issues',
        message: `The repository ${name} has no issues: they are switched off.`,
        expected: 'issues switched on in the settings of the repository',
      };
    default:
      return {
        code: status >= 500 ? 'server-error' : 'unexpected-answer',
        message: `${host} answered with the status ${status}.`,
        expected: 'a list; it is asked again later',
      };
  }
}
