import { Teach } from '../../components';
import { ROADMAP_ANNOTATION_LINES, ROADMAP_LINES } from '../../documents';
import { useText } from '../../useText';

/** What a portal without any roadmap says: how the first one is written. */
export function PlanTeaching() {
  const t = useText();
  return (
    <Teach
      title={t('roadmap.plan.emptyTitle')}
      text={t('roadmap.plan.empty')}
      lines={[
        {
          label: t('common.addTo', { file: 'catalog-info.yaml' }),
          text: ROADMAP_ANNOTATION_LINES,
        },
        {
          label: t('common.createFile', { file: 'roadmap.yaml' }),
          text: ROADMAP_LINES,
        },
      ]}
    />
  );
}
