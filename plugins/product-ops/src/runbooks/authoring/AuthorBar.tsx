import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link, LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/EditOutlined';
import type { Runbook } from '@productops/backstage-plugin-product-ops-common';
import { useChangeRunbook, useWrittenRunbook } from '../../api/authoringHooks';
import { refusalOf } from '../../api/conflicts';
import { FormDialog, useEntityPath, When } from '../../components';
import { useText } from '../../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      marginBottom: theme.spacing(1.5),
      fontSize: '0.92rem',
      '& .MuiButton-root': { textTransform: 'none' },
    },
  }),
  { name: 'ProductOpsAuthorBar' },
);

/** The address of the tab of runbooks of an entity with something open: the reader is on other pages, too. */
export function useRunbooksTab(entityRef: string) {
  const path = useEntityPath();
  return (state: Record<string, string>) =>
    `${path(parseEntityRef(entityRef), 'runbooks')}?${new URLSearchParams(
      state,
    )}`;
}

function RemoveDialog(props: {
  entityRef: string;
  runbook: Runbook;
  version: string;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const { entityRef, runbook, version, onClose, onRemoved } = props;
  const t = useText();
  const change = useChangeRunbook(entityRef, runbook.id);
  async function remove() {
    try {
      await change.mutateAsync({ version, removed: true });
      onRemoved();
      return undefined;
    } catch (error) {
      return `${t('runbooks.authoring.failed')}: ${refusalOf(error).message}`;
    }
  }
  return (
    <FormDialog
      title={t('runbooks.authoring.removeTitle', { title: runbook.title })}
      text={t('runbooks.authoring.removeText')}
      submit={t('runbooks.authoring.remove')}
      onClose={onClose}
      onSubmit={remove}
    >
      {null}
    </FormDialog>
  );
}

/** What one may do with a runbook that is written in the portal, and what the portal has beside a file. */
export function AuthorBar(props: {
  entityRef: string;
  runbook: Runbook;
  onRemoved: () => void;
}) {
  const { entityRef, runbook, onRemoved } = props;
  const { written } = runbook;
  const classes = useStyles();
  const t = useText();
  const tab = useRunbooksTab(entityRef);
  const [removing, setRemoving] = useState(false);
  const { data } = useWrittenRunbook(entityRef, runbook.id, {
    enabled: written?.state === 'in-force',
  });
  if (!written) {
    return null;
  }
  if (written.state === 'overruled') {
    return (
      <div className={classes.bar} role="note">
        <span>
          {t('runbooks.authoring.overruled', { who: written.by.title })}{' '}
          <Link to={tab({ versions: runbook.id })}>
            {t('runbooks.authoring.versions')}
          </Link>
        </span>
      </div>
    );
  }
  return (
    <div className={classes.bar}>
      <span>
        {t('runbooks.authoring.list.portal', { who: written.by.title })},{' '}
        <When value={written.at} />
      </span>
      {data?.may.author && (
        <>
          <LinkButton
            to={tab({ edit: runbook.id })}
            size="small"
            variant="outlined"
            color="primary"
            startIcon={<EditIcon fontSize="small" />}
          >
            {t('runbooks.authoring.edit')}
          </LinkButton>
          <Button size="small" onClick={() => setRemoving(true)}>
            {t('runbooks.authoring.remove')}
          </Button>
        </>
      )}
      {removing && (
        <RemoveDialog
          entityRef={entityRef}
          runbook={runbook}
          version={written.version}
          onClose={() => setRemoving(false)}
          onRemoved={onRemoved}
        />
      )}
    </div>
  );
}
