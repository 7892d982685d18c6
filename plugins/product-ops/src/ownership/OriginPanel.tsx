import type { EntityOwnership } from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  Muted,
  Names,
  OutLink,
  Panel,
  Subheading,
} from '../components';
import { useText } from '../useText';

/** How ownership comes about: where it is declared, what it takes from the product, and who stands above. */
export function OriginPanel(props: { entityOwnership: EntityOwnership }) {
  const { origin, ownership } = props.entityOwnership;
  const { file = 'catalog-info.yaml', url, editUrl, product, system } = origin;
  const { teams = [] } = origin;
  const t = useText();
  const inherits = ownership.roles.filter(role => role.origin === 'product');
  return (
    <Panel title={t('ownershipPage.tab.origin')}>
      <div>
        {ownership.owner
          ? t('ownershipPage.tab.declared')
          : t('ownershipPage.tab.declaredNowhere')}{' '}
        {(ownership.owner || url || editUrl) && (
          <OutLink url={url ?? editUrl}>{file}</OutLink>
        )}
      </div>
      {editUrl && (
        <Muted>
          <OutLink url={editUrl}>{t('overview.editFile', { file })}</OutLink>
        </Muted>
      )}
      {product && (
        <>
          <Subheading>{t('ownershipPage.tab.rolesFrom')}</Subheading>
          <EntityName entity={product} />
          {inherits.length > 0 && (
            <Muted>
              {inherits
                .map(({ role }) => t(`ownership.roles.${role}`))
                .join(', ')}
            </Muted>
          )}
        </>
      )}
      {system && (
        <>
          <Subheading>{t('ownershipPage.tab.system')}</Subheading>
          <EntityName entity={system} />
        </>
      )}
      {teams.length > 0 && (
        <>
          <Subheading>{t('ownershipPage.tab.teamsAbove')}</Subheading>
          <Names entities={teams} />
        </>
      )}
    </Panel>
  );
}
