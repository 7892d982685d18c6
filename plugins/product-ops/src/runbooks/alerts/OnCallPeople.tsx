import type { AlertOnCall } from '@productops/backstage-plugin-product-ops-common';
import { EntityName, OutLink, When } from '../../components';
import { useText } from '../../useText';

/** Who is on call, where they are reached, and until when. */
export function OnCallPeople(props: { people: AlertOnCall['people'] }) {
  const t = useText();
  return (
    <>
      {props.people.map(({ name, user, url, until }, index) => (
        <span key={`${name} ${index}`}>
          {index > 0 && ', '}
          {user?.known && !url ? (
            <EntityName entity={user} />
          ) : (
            <OutLink url={url}>{name}</OutLink>
          )}
          {until && (
            <>
              {' '}
              ({t('runbooks.firing.until')} <When value={until} />)
            </>
          )}
        </span>
      ))}
    </>
  );
}
