import { Content, Header, Page } from '@backstage/core-components';
import { useText } from '../useText';
import { RunbooksPageEntry } from './RunbooksPageEntry';

export function LegacyRunbooksPage() {
  const t = useText();
  return (
    <Page themeId="home">
      <Header title={t('runbooks.title')} />
      <Content>
        <RunbooksPageEntry />
      </Content>
    </Page>
  );
}
