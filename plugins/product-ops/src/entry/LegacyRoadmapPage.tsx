import { Content, Header, Page } from '@backstage/core-components';
import { useText } from '../useText';
import { RoadmapPageEntry } from './RoadmapPageEntry';

export function LegacyRoadmapPage() {
  const t = useText();
  return (
    <Page themeId="home">
      <Header title={t('roadmap.page.title')} />
      <Content>
        <RoadmapPageEntry />
      </Content>
    </Page>
  );
}
