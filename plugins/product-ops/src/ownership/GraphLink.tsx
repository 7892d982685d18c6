import { Link } from '@backstage/core-components';
import { useText } from '../useText';
import { useOwnershipPath } from './useOwnershipPath';

/** The way to the graph, opened at something. */
export function GraphLink(props: { root: string }) {
  const t = useText();
  const path = useOwnershipPath();
  return (
    <Link to={path({ root: props.root })}>
      {t('ownershipPage.tab.openGraph')}
    </Link>
  );
}
