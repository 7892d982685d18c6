import type {
  Composition,
  EntityOwnership,
} from '@productops/backstage-plugin-product-ops-common';
import { Panel } from '../components';
import { useText } from '../useText';
import { Names, Subheading } from './facts';

const SIDES = ['parts', 'partOf', 'dependsOn', 'dependents'] as const;
/** So many are named; the rest is a number. */
const SHOWN = 10;

/** What is around it. */
export function NeighbourhoodPanel(props: {
  neighbourhood: EntityOwnership['neighbourhood'];
}) {
  const { neighbourhood } = props;
  const t = useText();
  const sides = SIDES.map((side): [typeof side, Composition[typeof side]] => [
    side,
    neighbourhood[side],
  ]).filter(([, { total }]) => total > 0);
  return (
    <Panel title={t('ownershipPage.tab.neighbourhood')}>
      {sides.length === 0 && t('ownershipPage.tab.alone')}
      {sides.map(([side, { total, items }]) => (
        <div key={side}>
          <Subheading>{t(`ownershipPage.tab.${side}`)}</Subheading>
          <Names
            entities={items.slice(0, SHOWN).map(({ entity }) => entity)}
            total={total}
          />
        </div>
      ))}
    </Panel>
  );
}
