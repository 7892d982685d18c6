import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import {
  type CreateFollowUpBody,
  type EntityLink,
  type FollowUpDraft,
  type RoadmapHorizon,
} from '@productops/backstage-plugin-product-ops-common';
import { refusalOf } from '../../api/conflicts';
import { useCreateFollowUp } from '../../api/followUpsHooks';
import { useRequestKey } from '../../api/useRequestKey';
import { FormDialog } from '../../components';
import { HorizonField } from '../../roadmap/HorizonField';
import { useText } from '../../useText';

const MAX_TITLE = 255;
const MAX_DESCRIPTION = 20_000;

/** What a follow-up follows from. */
export type Ground = Pick<
  CreateFollowUpBody,
  'run' | 'step' | 'entity' | 'runbook'
>;

/** Puts what was learned on a roadmap: all is filled in, and may be changed. */
export function FollowUpDialog(props: {
  ground: Ground;
  draft: FollowUpDraft;
  /** Whose roadmap it is. */
  on: EntityLink;
  onClose: () => void;
}) {
  const { ground, draft, on, onClose } = props;
  const t = useText();
  const id = useId();
  const create = useCreateFollowUp();
  const keyOf = useRequestKey();
  const [title, setTitle] = useState(draft.title);
  const [description, setDescription] = useState(draft.description);
  const [horizon, setHorizon] = useState<RoadmapHorizon>('next');

  async function send() {
    const body = {
      ...ground,
      on: on.ref,
      fields: {
        title: title.trim(),
        category: draft.category,
        horizon,
        ...(description.trim() && { description: description.trim() }),
      },
    };
    try {
      await create.mutateAsync({ ...body, key: keyOf(body) });
      return undefined;
    } catch (error) {
      return `${t('runbooks.followUps.dialog.failed')}: ${
        refusalOf(error).message
      }`;
    }
  }

  return (
    <FormDialog
      title={t('runbooks.followUps.dialog.title', { entity: on.title })}
      text={t('runbooks.followUps.dialog.text')}
      submit={t('runbooks.followUps.dialog.submit')}
      complete={title.trim() !== ''}
      onClose={onClose}
      onSubmit={send}
    >
      <TextField
        id={`${id}title`}
        label={t('runbooks.followUps.dialog.titleLabel')}
        required
        variant="outlined"
        margin="normal"
        fullWidth
        value={title}
        inputProps={{ maxLength: MAX_TITLE, autoComplete: 'off' }}
        onChange={event => setTitle(event.target.value)}
      />
      <TextField
        id={`${id}description`}
        label={t('runbooks.followUps.dialog.description')}
        variant="outlined"
        margin="normal"
        fullWidth
        multiline
        minRows={4}
        maxRows={12}
        value={description}
        inputProps={{ maxLength: MAX_DESCRIPTION }}
        onChange={event => setDescription(event.target.value)}
      />
      <HorizonField
        label={t('runbooks.followUps.dialog.horizon')}
        value={horizon}
        onChange={setHorizon}
      />
    </FormDialog>
  );
}
