import { Content, Header, Page } from '@backstage/core-components';
import type { ProductsSettings } from '../overview';
import { useText } from '../useText';
import { ProductsEntry } from './ProductsEntry';

export function LegacyProductsPage(props: ProductsSettings) {
  const t = useText();
  return (
    <Page themeId="home">
      <Header
        title={t('overview.pageTitle')}
        subtitle={t('overview.pageSubtitle')}
      />
      <Content>
        <ProductsEntry {...props} />
      </Content>
    </Page>
  );
}
