import { useCallback } from 'react';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { EntityLink } from '@productops/backstage-plugin-product-ops-common';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { useText } from '../useText';
import { mutedInk } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    link: { overflowWrap: 'break-word' },
    unknown: { color: mutedInk(theme), fontSize: '0.85em' },
  }),
  { name: 'ProductOpsEntityName' },
);

/** The address of an entity's page, or of one of its tabs; the same function as long as the routes are the same. */
export function useEntityPath(): (
  entity: Pick<EntityLink, 'kind' | 'namespace' | 'name'>,
  tab?: string,
) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    ({ kind, namespace, name }, tab) => {
      const path = entityRoute({ kind, namespace, name });
      return tab ? `${path.replace(/\/$/, '')}/${tab}` : path;
    },
    [entityRoute],
  );
}

/** An entity by its title, as a link to its page when there is one. It asks the catalog nothing. */
export function EntityName(props: { entity: EntityLink }) {
  const { entity } = props;
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  if (!entity.known) {
    return (
      <span className={classes.link} title={entity.ref}>
        {entity.title}{' '}
        <span className={classes.unknown}>({t('common.unknownEntity')})</span>
      </span>
    );
  }
  return (
    <Link to={path(entity)} title={entity.ref} className={classes.link}>
      {entity.title}
    </Link>
  );
}
