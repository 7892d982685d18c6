import { useState } from 'react';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { RunbookVersion } from '@productops/backstage-plugin-product-ops-common';
import {
  useRunbookVersion,
  useRunbookVersions,
  useWrittenRunbook,
} from '../../api/authoringHooks';
import { isNotFound } from '../../api/errors';
import {
  Lines,
  Missing,
  Muted,
  NotFound,
  Pager,
  Panel,
  Tag,
  useUrlState,
  When,
} from '../../components';
import { useText } from '../../useText';
import { Difference } from './Difference';
import { RestoreDialog } from './RestoreDialog';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& .MuiButton-root': { textTransform: 'none' },
    },
    title: { fontSize: '1.35rem', fontWeight: 700, overflowWrap: 'anywhere' },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.25, 1.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ProductOpsRunbookVersions' },
);

function numberOf(text: string | undefined): number | undefined {
  return text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** How two versions differ; the first one stands against nothing. */
function Between(props: {
  entityRef: string;
  id: string;
  from?: number;
  to: number;
}) {
  const { entityRef, id, from, to } = props;
  const t = useText();
  const url = useUrlState();
  const wide = useMediaQuery<Theme>(theme => theme.breakpoints.up('md'), {
    noSsr: true,
  });
  const oneColumn = url.get('columns') === '1';
  const before = useRunbookVersion(entityRef, id, from);
  const after = useRunbookVersion(entityRef, id, to);
  const first = from === undefined || isNotFound(before.error);
  const texts = after.data && (before.data || first);
  return (
    <Panel
      title={
        first
          ? t('runbooks.authoring.list.first', { to: String(to) })
          : t('runbooks.authoring.list.between', {
              from: String(from),
              to: String(to),
            })
      }
    >
      {texts && after.data ? (
        <>
          {wide && !first && (
            <Link
              to={url.hrefWith({
                columns: oneColumn ? undefined : '1',
                from: String(from),
                to: String(to),
              })}
            >
              {oneColumn
                ? t('runbooks.authoring.difference.sideBySide')
                : t('runbooks.authoring.difference.oneColumn')}
            </Link>
          )}
          <Difference
            key={`${from} ${to}`}
            before={before.data?.text ?? ''}
            after={after.data.text}
            sideBySide={wide && !first && !oneColumn}
          />
        </>
      ) : (
        <Missing
          error={after.error ?? (first ? null : before.error)}
          onRetry={() => {
            before.refetch();
            after.refetch();
          }}
          what={t('runbooks.authoring.list.what')}
        />
      )}
    </Panel>
  );
}

/** What a runbook has said over time, what changed between two versions, and the way back to one. */
export function VersionsPage(props: { entityRef: string; id: string }) {
  const { entityRef, id } = props;
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const [restoring, setRestoring] = useState<number>();
  const cursor = url.get('cursor');
  const { data, error, refetch } = useRunbookVersions(entityRef, id, {
    limit: 20,
    ...(cursor && { cursor }),
  });
  const { data: written } = useWrittenRunbook(entityRef, id);
  const back = (
    <Link
      to={url.hrefWith({
        versions: undefined,
        from: undefined,
        to: undefined,
        columns: undefined,
        runbook: written?.state === 'removed' ? undefined : id,
      })}
    >
      {t('runbooks.authoring.list.toRunbook')}
    </Link>
  );
  if (isNotFound(error)) {
    return (
      <NotFound
        title={t('runbooks.authoring.list.title', { id })}
        text={t('runbooks.authoring.list.none')}
        action={back}
      />
    );
  }
  if (!data) {
    return (
      <>
        {back}
        <Missing
          error={error}
          onRetry={refetch}
          what={t('runbooks.authoring.list.what')}
        />
      </>
    );
  }
  const current = data.items.find(version => version.current)?.number;
  const to = numberOf(url.get('to')) ?? data.items[0].number;
  const from = numberOf(url.get('from')) ?? (to > 1 ? to - 1 : undefined);
  const comparing = (first: number, second: number) =>
    url.hrefWith({ from: String(first), to: String(second), cursor });
  const mayRestore =
    written?.may.author === true && written.state !== 'removed';
  const who = ({ origin, by }: RunbookVersion) =>
    origin === 'file'
      ? t('runbooks.authoring.list.file')
      : t('runbooks.authoring.list.portal', { who: by?.title ?? '?' });
  return (
    <div className={classes.root}>
      <div>
        {back}
        <Typography component="h2" className={classes.title}>
          {t('runbooks.authoring.list.title', { id })}
        </Typography>
      </div>
      <Between entityRef={entityRef} id={id} from={from} to={to} />
      <Panel title={t('runbooks.authoring.versions')} count={data.totalItems}>
        <Lines label={t('runbooks.authoring.versions')}>
          {data.items.map(version => {
            const { number } = version;
            return (
              <li key={number}>
                <div className={classes.line}>
                  <strong>
                    {t('runbooks.authoring.list.number', {
                      number: String(number),
                    })}
                  </strong>
                  {version.current && (
                    <Tag tone="ok">{t('runbooks.authoring.list.current')}</Tag>
                  )}
                  <span>{version.title}</span>
                </div>
                <Muted>
                  {who(version)}, <When value={version.at} />
                  {version.restores !== undefined &&
                    `, ${t('runbooks.authoring.list.restores', {
                      number: String(version.restores),
                    })}`}
                  {version.note && `: ${version.note}`}
                </Muted>
                <div className={classes.line}>
                  {number > 1 && (
                    <Link
                      to={comparing(number - 1, number)}
                      aria-current={
                        from === number - 1 && to === number
                          ? 'true'
                          : undefined
                      }
                    >
                      {t('runbooks.authoring.list.compare')}
                    </Link>
                  )}
                  {current !== undefined && number < current - 1 && (
                    <Link to={comparing(number, current)}>
                      {t('runbooks.authoring.list.withCurrent')}
                    </Link>
                  )}
                  {mayRestore && version.hash !== written.version && (
                    <Button
                      size="small"
                      variant="outlined"
                      onClick={() => setRestoring(number)}
                    >
                      {t('runbooks.authoring.list.restore')}
                    </Button>
                  )}
                </div>
              </li>
            );
          })}
        </Lines>
        <Pager
          pageInfo={data.pageInfo}
          onCursor={next => url.patch({ cursor: next })}
        />
      </Panel>
      {restoring !== undefined && written && (
        <RestoreDialog
          entityRef={entityRef}
          written={written}
          number={restoring}
          onClose={() => setRestoring(undefined)}
          onRestored={() => url.patch({ from: undefined, to: undefined })}
        />
      )}
    </div>
  );
}
