import type { Source } from '@productops/backstage-plugin-product-ops-common';
import { Teach } from '../components';
import { ROADMAP_ANNOTATION_LINES, ROADMAP_LINES } from '../documents';
import { type Text, useText } from '../useText';

/** What it takes to declare the first roadmap. */
export function firstLines(t: Text) {
  return [
    {
      label: t('common.addTo', { file: 'catalog-info.yaml' }),
      text: ROADMAP_ANNOTATION_LINES,
    },
    {
      label: t('common.createFile', { file: 'roadmap.yaml' }),
      text: ROADMAP_LINES,
    },
  ];
}

/** How to write a roadmap: both files where there is none yet, the items where the file is empty. */
export function RoadmapTeaching(props: { source?: Source; compact?: boolean }) {
  const { source, compact } = props;
  const t = useText();
  const title = compact ? undefined : t('roadmap.emptyTitle');
  if (source) {
    return (
      <Teach
        title={title}
        text={t('roadmap.emptyFile')}
        lines={[
          {
            label: t('common.addTo', { file: source.target }),
            text: ROADMAP_LINES,
          },
        ]}
      />
    );
  }
  return (
    <Teach title={title} text={t('roadmap.empty')} lines={firstLines(t)} />
  );
}
