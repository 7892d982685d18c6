import BuildIcon from '@material-ui/icons/BuildOutlined';
import CheckIcon from '@material-ui/icons/Check';
import FlashIcon from '@material-ui/icons/FlashOnOutlined';
import RestoreIcon from '@material-ui/icons/Restore';
import SettingsIcon from '@material-ui/icons/SettingsOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type {
  RunbookSummary,
  RunbookType,
} from '@productops/backstage-plugin-product-ops-common';
import { Tag } from '../components';
import { useText } from '../useText';

const ICONS: Record<RunbookType, JSX.Element> = {
  incident: <FlashIcon aria-hidden />,
  operational: <SettingsIcon aria-hidden />,
  maintenance: <BuildIcon aria-hidden />,
  recovery: <RestoreIcon aria-hidden />,
};

export function RunbookTypeTag(props: { type: RunbookType }) {
  const t = useText();
  return (
    <Tag
      tone={props.type === 'incident' ? 'info' : 'neutral'}
      icon={ICONS[props.type]}
    >
      {t(`runbooks.types.${props.type}`)}
    </Tag>
  );
}

/** Whether somebody vouched lately that it is still right. */
export function FreshnessTag(props: { runbook: RunbookSummary }) {
  const { stale, lastReviewed } = props.runbook;
  const t = useText();
  if (stale) {
    return (
      <Tag tone="warn" icon={<WarningIcon aria-hidden />}>
        {t('runbooks.stale')}
      </Tag>
    );
  }
  return lastReviewed ? (
    <Tag tone="ok" icon={<CheckIcon aria-hidden />}>
      {t('runbooks.fresh')}
    </Tag>
  ) : null;
}
