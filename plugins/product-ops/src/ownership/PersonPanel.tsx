import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { Panel } from '../components';
import { useText } from '../useText';
import { DependenciesPanel } from './DependenciesPanel';
import { DuePanel } from './DuePanel';
import { Columns } from './facts';
import { GraphLink } from './GraphLink';
import { useOwnershipPath } from './useOwnershipPath';

/** What is known of what a person owns by name: ownership is added up by team only. */
export function PersonPanel(props: { person: string }) {
  const { person } = props;
  const t = useText();
  const path = useOwnershipPath();
  return (
    <Columns
      main={
        <>
          <Panel
            title={t('ownershipPage.tab.person')}
            action={<GraphLink root={person} />}
          >
            <Typography>{t('ownershipPage.tab.personText')}</Typography>
            <Link to={path({ view: 'gaps', owner: person })}>
              {t('ownershipPage.tab.personGaps')}
            </Link>
          </Panel>
          <DependenciesPanel team={person} />
        </>
      }
      side={<DuePanel owner={person} />}
    />
  );
}
