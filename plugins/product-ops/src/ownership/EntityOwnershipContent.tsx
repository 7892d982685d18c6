import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityOwnership } from '../api/ownershipHooks';
import { Columns, Missing } from '../components';
import { PRODUCT_KIND } from '../kinds';
import { useText } from '../useText';
import { EntityGaps, EntityTransfer, EntityVerification } from './EntityPanels';
import { GraphLink } from './GraphLink';
import { NeighbourhoodPanel } from './NeighbourhoodPanel';
import { OriginPanel } from './OriginPanel';
import { OwnershipHistory } from './OwnershipHistory';
import { PersonPanel } from './PersonPanel';
import { TeamPanel } from './TeamPanel';
import { WhoAnswers } from './WhoAnswers';

function OwnedContent(props: { entityRef: string }) {
  const { entityRef } = props;
  const t = useText();
  const { data, error, refetch } = useEntityOwnership(entityRef);
  if (!data) {
    return (
      <Missing
        error={error}
        onRetry={refetch}
        what={t('ownershipPage.what')}
        rows={[220, 160]}
      />
    );
  }
  return (
    <Columns
      bar={<GraphLink root={entityRef} />}
      wide={<NeighbourhoodPanel entityOwnership={data} />}
      main={
        <>
          <WhoAnswers
            ownership={data.ownership}
            isProduct={data.entity.kind === PRODUCT_KIND}
          />
          <EntityGaps entityOwnership={data} />
          <EntityVerification entityOwnership={data} />
          <EntityTransfer entityOwnership={data} />
        </>
      }
      side={
        <>
          <OriginPanel entityOwnership={data} />
          <OwnershipHistory entityRef={entityRef} />
        </>
      }
    />
  );
}

/** The Ownership tab of an entity: who answers for it, or what a team or person owns. */
export function EntityOwnershipContent() {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  // Nothing of one entity, such as an open dialog, is left over when the page turns to another.
  switch (entity.kind.toLocaleLowerCase('en-US')) {
    case 'group':
      return <TeamPanel key={ref} team={ref} />;
    case 'user':
      return <PersonPanel key={ref} person={ref} />;
    default:
      return <OwnedContent key={ref} entityRef={ref} />;
  }
}
