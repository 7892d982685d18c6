import { Teach } from '../../components';
import { useText } from '../../useText';
import { firstLines } from '../RoadmapTeaching';

/** What a portal without any roadmap says: how the first one is written. */
export function PlanTeaching() {
  const t = useText();
  return (
    <Teach
      title={t('roadmap.plan.emptyTitle')}
      text={t('roadmap.plan.empty')}
      lines={firstLines(t)}
    />
  );
}
