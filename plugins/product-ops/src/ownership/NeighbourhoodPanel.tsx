import { useState } from 'react';
import type { Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type {
  Composition,
  EntityOwnership,
} from '@productops/backstage-plugin-product-ops-common';
import { Choice, EntityName, Lines, Panel, Subheading } from '../components';
import { useText } from '../useText';
import { NeighbourhoodGraph } from './NeighbourhoodGraph';
import type { NeighbourGroup, Neighbourhood } from './neighbourLayout';

const SIDES = ['partOf', 'parts', 'dependsOn', 'dependents'] as const;
/** So many boxes of a sort are drawn; the list has more. */
const DRAWN = 5;

/** The sides that have anything. */
function sidesOf(neighbourhood: Composition) {
  return SIDES.map(side => ({ side, ...neighbourhood[side] })).filter(
    ({ total }) => total > 0,
  );
}

function useNeighbourhood(entityOwnership: EntityOwnership): Neighbourhood {
  const { entity, ownership, neighbourhood } = entityOwnership;
  const t = useText();
  const { owner, roles } = ownership;
  const holders = [
    ...(owner
      ? [
          {
            key: 'owner',
            entity: owner,
            title: owner.title,
            about: t('ownershipPage.tab.owner'),
          },
        ]
      : [
          {
            key: 'owner',
            title: t('ownershipPage.tab.nobody'),
            about: t('ownershipPage.tab.owner'),
          },
        ]),
    ...roles.map(({ role, holder }) => ({
      key: `${role} ${holder.ref}`,
      entity: holder,
      title: holder.title,
      about: t(`ownership.roles.${role}`),
    })),
  ];
  const around = sidesOf(neighbourhood).map(
    ({ side, total, items }): NeighbourGroup => ({
      key: side,
      title: t(`ownershipPage.tab.${side}`),
      side: side === 'partOf' ? 'left' : 'right',
      total,
      neighbours: items.slice(0, DRAWN).map(item => ({
        key: `${side} ${item.entity.ref}`,
        entity: item.entity,
        title: item.entity.title,
        about: [
          item.entity.kind,
          item.owner?.title ?? t('ownershipPage.tab.nobody'),
        ].join(' · '),
      })),
    }),
  );
  return {
    middle: {
      key: 'middle',
      entity,
      title: entity.title,
      about: entity.kind,
    },
    groups: [
      {
        key: 'answers',
        title: t('ownership.title'),
        side: 'left',
        total: holders.length,
        neighbours: holders.slice(0, DRAWN + 1),
      },
      ...around,
    ],
  };
}

/** The same as a list, with all that the answer has. */
function NeighbourList(props: { neighbourhood: Composition }) {
  const t = useText();
  return (
    <>
      {sidesOf(props.neighbourhood).map(({ side, total, items }) => (
        <div key={side}>
          <Subheading>{t(`ownershipPage.tab.${side}`)}</Subheading>
          <Lines label={t(`ownershipPage.tab.${side}`)}>
            {items.map(({ entity, owner }) => (
              <li key={entity.ref}>
                <EntityName entity={entity} />
                <span>
                  {owner ? (
                    <EntityName entity={owner} />
                  ) : (
                    t('ownershipPage.tab.nobody')
                  )}
                </span>
              </li>
            ))}
            {total > items.length && (
              <li>
                {t('common.more', { number: String(total - items.length) })}
              </li>
            )}
          </Lines>
        </div>
      ))}
    </>
  );
}

/** What is around it, with who owns that: drawn where there is room, and as a list. */
export function NeighbourhoodPanel(props: {
  entityOwnership: EntityOwnership;
}) {
  const { entityOwnership } = props;
  const t = useText();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'), {
    noSsr: true,
  });
  const [as, setAs] = useState<'graph' | 'list'>('graph');
  const drawn = useNeighbourhood(entityOwnership);
  const alone = sidesOf(entityOwnership.neighbourhood).length === 0;
  const draws = !narrow && as === 'graph';
  return (
    <Panel
      title={t('ownershipPage.tab.neighbourhood')}
      action={
        !narrow &&
        !alone && (
          <Choice
            label={t('ownershipPage.graph.views.label')}
            value={as}
            options={[
              { value: 'graph', label: t('ownershipPage.graph.views.graph') },
              { value: 'list', label: t('ownershipPage.tab.asList') },
            ]}
            onChange={setAs}
          />
        )
      }
    >
      {alone && t('ownershipPage.tab.alone')}
      {!alone && draws && (
        <NeighbourhoodGraph neighbourhood={drawn} onAll={() => setAs('list')} />
      )}
      {!alone && !draws && (
        <NeighbourList neighbourhood={entityOwnership.neighbourhood} />
      )}
    </Panel>
  );
}
