import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import {
  type EntityOverview,
  readableDuration,
} from '@productops/backstage-plugin-product-ops-common';
import { useEntityOverview } from '../api/hooks';
import {
  EntityName,
  line,
  linksInText,
  Missing,
  mutedInk,
  Panel,
  toneColors,
  useEntityPath,
} from '../components';
import { hasStage } from '../kinds';
import { StageTag } from '../lifecycle';
import { useText } from '../useText';
import { attentionLines } from './attentionLines';
import { SeverityIcon } from './SeverityIcon';

/** So many reasons are named on the card; the rest is a number. */
const REASONS = 3;

const useStyles = makeStyles(
  (theme: Theme) => ({
    facts: {
      margin: 0,
      fontSize: '0.9rem',
      '& > div': {
        display: 'grid',
        gridTemplateColumns: '112px minmax(0, 1fr)',
        gap: theme.spacing(1),
        padding: theme.spacing(0.6, 0),
        borderTop: `1px solid ${line(theme)}`,
      },
      '& dt': {
        color: mutedInk(theme),
        '&::first-letter': { textTransform: 'uppercase' },
      },
      '& dd': { margin: 0, overflowWrap: 'anywhere', ...linksInText },
    },
    attention: {
      listStyle: 'none',
      margin: theme.spacing(0, 0, 1.5),
      padding: 0,
      fontSize: '0.9rem',
      '& li': {
        display: 'flex',
        gap: theme.spacing(0.75),
        padding: '2px 0',
        overflowWrap: 'anywhere',
      },
    },
    via: { color: mutedInk(theme), fontSize: '0.82rem' },
    calm: { '& svg': { color: toneColors(theme, 'ok').ink } },
  }),
  { name: 'ProductOpsSummaryCard' },
);

function Attention(props: { overview: EntityOverview }) {
  const { attention } = props.overview;
  const classes = useStyles();
  const t = useText();
  const lines = attentionLines(attention, t);
  return (
    <ul className={classes.attention}>
      {attention.length === 0 && (
        <li className={classes.calm}>
          <CheckIcon fontSize="small" aria-hidden /> {t('overview.calm')}
        </li>
      )}
      {lines.slice(0, REASONS).map(({ id, title, items }) => (
        <li key={id}>
          <SeverityIcon severity={items[0].severity} /> {title}
        </li>
      ))}
      {lines.length > REASONS && (
        <li>{t('common.more', { number: String(lines.length - REASONS) })}</li>
      )}
    </ul>
  );
}

/** The short form of the overview, for the page of an entity that is not a product. */
export function SummaryCard() {
  const { entity } = useEntity();
  const classes = useStyles();
  const t = useText();
  const path = useEntityPath();
  const { data, error, refetch } = useEntityOverview(
    stringifyEntityRef(entity),
  );
  if (!data) {
    return (
      <Panel title={t('overview.summaryTitle')}>
        <Missing
          error={error}
          onRetry={refetch}
          what={t('overview.what')}
          rows={[24, 80]}
        />
      </Panel>
    );
  }
  const { rto, rpo } = data.operations;
  const recovery = [
    rto && t('overview.recoveryWithin', { duration: readableDuration(rto) }),
    rpo && t('overview.recoveryLoss', { duration: readableDuration(rpo) }),
  ].filter(Boolean);
  const now = data.roadmap.horizons.find(lane => lane.horizon === 'now');
  return (
    <Panel title={t('overview.summaryTitle')}>
      <Attention overview={data} />
      <dl className={classes.facts}>
        {hasStage(entity, data.lifecycle.current) && (
          <div>
            <dt>{t('stage.title')}</dt>
            <dd>
              <StageTag stage={data.lifecycle.current} />
            </dd>
          </div>
        )}
        {data.product && (
          <div>
            <dt>{t('overview.product')}</dt>
            <dd>
              <EntityName entity={data.product} />
            </dd>
          </div>
        )}
        <div>
          <dt>
            <Link to={path(data.entity, 'roadmap')}>{t('roadmap.title')}</Link>
          </dt>
          <dd>
            {now && now.total > 0
              ? now.items.map(item => item.title).join(', ')
              : t('overview.nothingNow')}
            {now && now.total > now.items.length && (
              <>
                {' '}
                {t('common.more', {
                  number: String(now.total - now.items.length),
                })}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>
            <Link to={path(data.entity, 'runbooks')}>
              {t('runbooks.title')}
            </Link>
          </dt>
          <dd>
            {data.runbooks.total === 0
              ? t('overview.runbooksNone')
              : t('runbooks.count', { count: data.runbooks.total })}
            {data.runbooks.stale > 0 &&
              `, ${t('overview.runbooksStale', {
                stale: String(data.runbooks.stale),
              })}`}
          </dd>
        </div>
        {recovery.length > 0 && (
          <div>
            <dt>{t('overview.recovery')}</dt>
            <dd>{recovery.join(', ')}</dd>
          </div>
        )}
        <div>
          <dt>{t('products.owner')}</dt>
          <dd>
            {data.ownership.owner ? (
              <EntityName entity={data.ownership.owner} />
            ) : (
              t('ownership.unowned')
            )}
          </dd>
        </div>
        {data.ownership.roles.map(role => (
          <div key={`${role.role} ${role.holder.ref}`}>
            <dt>{t(`ownership.roles.${role.role}`)}</dt>
            <dd>
              <EntityName entity={role.holder} />
              {role.via && (
                <span className={classes.via}>
                  {' '}
                  {t('ownership.via', { product: role.via.title })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
