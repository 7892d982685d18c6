import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { type Asked, useOwnershipPath } from './useOwnershipPath';

/** The way to the ownership page, asked something; the words alone where the portal has no such page. */
export function OwnershipLink(props: { asked: Asked; children: ReactNode }) {
  const to = useOwnershipPath()(props.asked);
  return to === undefined ? (
    <>{props.children}</>
  ) : (
    <Link to={to}>{props.children}</Link>
  );
}
