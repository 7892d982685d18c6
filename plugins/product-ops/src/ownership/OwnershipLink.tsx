import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { type Asked, useOwnershipPath } from './useOwnershipPath';

/** The way to the ownership page, asked something; the words alone where nothing is, or the portal has no such page. */
export function OwnershipLink(props: {
  asked: Asked | undefined;
  children: ReactNode;
}) {
  const path = useOwnershipPath();
  const to = props.asked && path(props.asked);
  return to === undefined ? (
    <>{props.children}</>
  ) : (
    <Link to={to}>{props.children}</Link>
  );
}
