import { useId, useState } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import type { EntityLink } from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useViewActions } from '../../api/exchangeHooks';
import { FormDialog } from '../../components';
import { useText } from '../../useText';
import { AudienceField } from './AudienceField';

const useStyles = makeStyles(
  (theme: Theme) => ({
    fields: {
      display: 'grid',
      gap: theme.spacing(2),
      margin: theme.spacing(2, 0),
    },
  }),
  { name: 'ProductOpsSaveViewDialog' },
);

/** Saves what the page shows now under a name. */
export function SaveViewDialog(props: {
  query: string;
  teams: EntityLink[];
  onClose: () => void;
}) {
  const { query, teams, onClose } = props;
  const classes = useStyles();
  const t = useText();
  const id = useId();
  const { create } = useViewActions();
  const [name, setName] = useState('');
  const [sharedWith, setSharedWith] = useState('nobody');

  async function save() {
    try {
      await create.mutateAsync({ name, query, sharedWith });
      return undefined;
    } catch (error) {
      return t('roadmap.exchange.view.failed', {
        reason: refusalOf(error).message,
      });
    }
  }

  return (
    <FormDialog
      title={t('roadmap.exchange.view.saveTitle')}
      text={t('roadmap.exchange.view.saveText')}
      submit={t('roadmap.exchange.view.submit')}
      complete={name.trim() !== ''}
      onClose={onClose}
      onSubmit={save}
    >
      <div className={classes.fields}>
        <TextField
          id={`${id}-name`}
          size="small"
          variant="outlined"
          label={t('roadmap.exchange.view.name')}
          value={name}
          inputProps={{ maxLength: 100 }}
          onChange={event => setName(event.target.value)}
        />
        <AudienceField
          id={`${id}-audience`}
          teams={teams}
          value={sharedWith}
          onChange={setSharedWith}
        />
      </div>
    </FormDialog>
  );
}
