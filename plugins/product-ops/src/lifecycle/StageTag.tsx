import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { StageState } from '@productops/backstage-plugin-product-ops-common';
import { Tag } from '../components';
import { useText } from '../useText';
import { stageTone } from './tone';

/** The stage in a word; what is no known stage says so. */
export function StageTag(props: { stage: StageState }) {
  const { stage } = props;
  const t = useText();
  const declared = stage.stage ?? stage.declared;
  if (!stage.known && declared) {
    return (
      <Tag tone="warn" icon={<WarningIcon aria-hidden />}>
        {t('stage.unknown', { stage: declared })}
      </Tag>
    );
  }
  return (
    <Tag tone={stageTone(stage)}>
      {declared ? stage.title : t('stage.none')}
    </Tag>
  );
}
