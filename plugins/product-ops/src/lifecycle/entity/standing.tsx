import FailedIcon from '@material-ui/icons/HighlightOff';
import NotApplicableIcon from '@material-ui/icons/RemoveCircleOutline';
import OpenIcon from '@material-ui/icons/HelpOutline';
import PassedIcon from '@material-ui/icons/CheckCircleOutline';
import WaivedIcon from '@material-ui/icons/EventAvailable';
import type {
  CheckStanding,
  LifecycleCheck,
} from '@productops/backstage-plugin-product-ops-common';
import { Tag, type Tone } from '../../components';
import { useText } from '../../useText';

const LOOKS: Record<CheckStanding, { tone: Tone; Icon: typeof OpenIcon }> = {
  failed: { tone: 'bad', Icon: FailedIcon },
  open: { tone: 'warn', Icon: OpenIcon },
  waived: { tone: 'info', Icon: WaivedIcon },
  passed: { tone: 'ok', Icon: PassedIcon },
  notApplicable: { tone: 'neutral', Icon: NotApplicableIcon },
};

/** The most urgent first. */
export const STANDINGS: CheckStanding[] = [
  'failed',
  'open',
  'waived',
  'passed',
  'notApplicable',
];

/** How a check counts: a waiver covers what failed or is open, and changes nothing of what passed. */
export function standingOfCheck(
  check: Pick<LifecycleCheck, 'outcome' | 'waiver'>,
): CheckStanding {
  const { outcome, waiver } = check;
  if (outcome === 'passed' || outcome === 'notApplicable') {
    return outcome;
  }
  if (waiver) {
    return 'waived';
  }
  return outcome === 'failed' ? 'failed' : 'open';
}

/** How a check counts, by colour, shape and word; with a number, how many count so. */
export function StandingTag(props: {
  standing: CheckStanding;
  count?: number;
}) {
  const { standing, count } = props;
  const { tone, Icon } = LOOKS[standing];
  const t = useText();
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {count !== undefined && `${count} `}
      {t(`lifecycleTab.standings.${standing}`)}
    </Tag>
  );
}
