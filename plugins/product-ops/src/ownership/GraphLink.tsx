import { Link } from '@backstage/core-components';
import { useText } from '../useText';
import { useOwnershipPath } from './useOwnershipPath';

/** The way to the graph, opened at something; nothing where the portal has no such page. */
export function GraphLink(props: { root: string }) {
  const t = useText();
  const to = useOwnershipPath()({ root: props.root });
  return to === undefined ? null : (
    <Link to={to}>{t('ownershipPage.tab.openGraph')}</Link>
  );
}
