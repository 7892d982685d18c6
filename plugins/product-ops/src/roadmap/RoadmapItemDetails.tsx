import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type {
  RoadmapDependency,
  RoadmapItem,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  linksInText,
  mutedInk,
  OnDate,
  OutLink,
  Tag,
  useEntityPath,
} from '../components';
import { LazyMarkdown } from '../runbooks/LazyMarkdown';
import { useText } from '../useText';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const useStyles = makeStyles(
  (theme: Theme) => ({
    description: {
      fontSize: '0.88rem',
      marginTop: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    facts: {
      fontSize: '0.85rem',
      margin: theme.spacing(1, 0, 0),
      '& dt': {
        color: mutedInk(theme),
        fontWeight: 700,
        marginTop: theme.spacing(0.75),
      },
      '& dd': { margin: 0, overflowWrap: 'anywhere', ...linksInText },
      '& ul': { margin: 0, paddingLeft: theme.spacing(2.25) },
    },
    tags: { display: 'flex', flexWrap: 'wrap', gap: 4, marginTop: 2 },
    source: { fontSize: '0.85rem', marginTop: theme.spacing(1) },
  }),
  { name: 'ProductOpsRoadmapItemDetails' },
);

function Dependency(props: { dependency: RoadmapDependency }) {
  const { dependency } = props;
  const t = useText();
  const path = useEntityPath();
  const { entity, known, title, id, status, end } = dependency;
  const name = title ?? id;
  if (!known) {
    return (
      <Tag tone="warn" icon={<WarningIcon aria-hidden />}>
        {dependency.ref}: {t('roadmap.dependencyUnknown')}
      </Tag>
    );
  }
  return (
    <>
      {entity ? (
        <>
          <Link
            to={`${path(entity, 'roadmap')}?item=${encodeURIComponent(id)}`}
          >
            {name}
          </Link>{' '}
          (<EntityName entity={entity} />)
        </>
      ) : (
        <Link to={`?item=${encodeURIComponent(id)}`}>{name}</Link>
      )}
      {status && ` · ${t(`roadmap.statuses.${status}`)}`}
      {end && (
        <>
          {' · '}
          {t('roadmap.until', { date: <OnDate value={end} /> })}
        </>
      )}
    </>
  );
}

function Fact(props: { name: string; when: boolean; children: ReactNode }) {
  return props.when ? (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  ) : null;
}

/** Who made an item in the portal, and who changed it last. */
function Recorded(props: { item: RoadmapItem }) {
  const { createdBy, createdAt, changedBy, changedAt, version } = props.item;
  const classes = useStyles();
  const t = useText();
  if (!createdBy || !createdAt) {
    return null;
  }
  const who = <EntityName entity={createdBy} />;
  return (
    <div className={classes.source}>
      {changedBy && changedAt && version > 1
        ? t('roadmap.recordedChanged', {
            who,
            changer: <EntityName entity={changedBy} />,
            when: <OnDate value={changedAt} />,
          })
        : t('roadmap.recorded', { who, when: <OnDate value={createdAt} /> })}
    </div>
  );
}

/** All that is known of an item. */
export function RoadmapItemDetails(props: { item: RoadmapItem }) {
  const { item } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <>
      {item.description && (
        <div className={classes.description}>
          <LazyMarkdown content={item.description} />
        </div>
      )}
      <dl className={classes.facts}>
        <Fact name={t('roadmap.owner')} when={Boolean(item.owner)}>
          {item.owner && <EntityName entity={item.owner} />}
        </Fact>
        <Fact name={t('roadmap.dependsOn')} when={item.dependsOn.length > 0}>
          <ul>
            {item.dependsOn.map((dependency, index) => (
              <li key={index}>
                <Dependency dependency={dependency} />
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={t('roadmap.milestones')} when={item.milestones.length > 0}>
          <ul>
            {item.milestones.map(({ name, value }, index) => (
              <li key={index}>
                {name}: {DATE.test(value) ? <OnDate value={value} /> : value}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={t('roadmap.links')} when={item.links.length > 0}>
          <ul>
            {item.links.map((link, index) => (
              <li key={index}>
                <OutLink url={link.url}>{link.title ?? link.url}</OutLink>
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={t('roadmap.labels')} when={item.labels.length > 0}>
          <span className={classes.tags}>
            {item.labels.map((label, index) => (
              <Tag key={index}>{label}</Tag>
            ))}
          </span>
        </Fact>
      </dl>
      <Recorded item={item} />
      {item.sourceUrl && (
        <div className={classes.source}>
          <OutLink url={item.sourceUrl}>
            {item.line && t('roadmap.sourceLine', { line: String(item.line) })}
            {!item.line &&
              (item.sourceTitle
                ? t('roadmap.sources.open', { system: item.sourceTitle })
                : t('common.source'))}
          </OutLink>
        </div>
      )}
    </>
  );
}
