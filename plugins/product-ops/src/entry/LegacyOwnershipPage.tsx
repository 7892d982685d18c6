import { Content, Header, Page } from '@backstage/core-components';
import { useText } from '../useText';
import { OwnershipEntry } from './OwnershipEntry';

export function LegacyOwnershipPage() {
  const t = useText();
  return (
    <Page themeId="home">
      <Header title={t('ownershipPage.title')} />
      <Content>
        <OwnershipEntry />
      </Content>
    </Page>
  );
}
