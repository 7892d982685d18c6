import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { RunbookSearchPage } from '@productops/backstage-plugin-product-ops-common';
import { useRunbookSearch } from '../../api/runbooksHooks';
import { runbooksRouteRef } from '../../routes';
import { useText } from '../../useText';

/** A portal may leave the page of runbooks out: then there is no way to it, and no reason to fail. */
function useRunbooksRoute(): (() => string) | undefined {
  try {
    return useRouteRef(runbooksRouteRef);
  } catch {
    return undefined;
  }
}

/** The runbooks of a team, and of the teams below it, that want a review: how many there are. */
export function useDueRunbooks(owner: string): RunbookSearchPage | undefined {
  return useRunbookSearch({ team: owner, stale: true, limit: 1 }).data;
}

/** How many runbooks of a team or a person want a review, and the way to them. */
export function DueRunbooksText(props: { owner: string; count: number }) {
  const { owner, count } = props;
  const t = useText();
  const route = useRunbooksRoute();
  const text = t('runbooks.reviews.dueFromTeam', { count });
  const query = new URLSearchParams({ stale: 'true', team: owner });
  return route ? <Link to={`${route()}?${query}`}>{text}</Link> : <>{text}</>;
}
