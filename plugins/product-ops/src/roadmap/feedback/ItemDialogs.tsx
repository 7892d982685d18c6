import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { type RoadmapHorizon } from '@productops/backstage-plugin-product-ops-common';
import {
  useLinkFeedback,
  useMakeItemOfFeedback,
} from '../../api/feedbackHooks';
import { useRoadmapItems } from '../../api/hooks';
import { useRequestKey } from '../../api/useRequestKey';
import { FormDialog, SearchField } from '../../components';
import { useText } from '../../useText';
import { HorizonField } from '../HorizonField';
import type { DialogProps } from './ModeratorDialogs';
import { PickList } from './PickList';
import { refusedWords } from './words';

const MAX_TITLE = 255;

/** Links a request to an item on the roadmap of its entity. */
export function LinkDialog({ feedback, onClose }: DialogProps) {
  const { entity, links } = feedback;
  const t = useText();
  const link = useLinkFeedback(feedback.id);
  const [q, setQ] = useState('');
  const [asked, setAsked] = useState<string>();
  const { data } = useRoadmapItems(entity.ref, { limit: 20, ...(q && { q }) });
  const picks = (data?.items ?? []).filter(
    ({ id, source }) =>
      !links.some(
        other =>
          other.entity.ref === entity.ref &&
          other.id === id &&
          other.source === source,
      ),
  );
  const chosen = picks.find(({ id, source }) => `${source}/${id}` === asked);

  async function send() {
    if (!chosen) {
      return undefined;
    }
    try {
      await link.mutateAsync({
        entity: entity.ref,
        item: chosen.id,
        source: chosen.source,
      });
      return undefined;
    } catch (error) {
      return refusedWords(t, error).words;
    }
  }

  return (
    <FormDialog
      title={t('roadmap.feedback.dialogs.link.title', {
        title: feedback.title,
      })}
      text={t('roadmap.feedback.dialogs.link.text')}
      submit={t('roadmap.feedback.dialogs.link.submit')}
      complete={chosen !== undefined}
      onClose={onClose}
      onSubmit={send}
    >
      <SearchField
        label={t('roadmap.feedback.dialogs.link.find', {
          entity: entity.title,
        })}
        value={q}
        onChange={setQ}
      />
      <PickList
        label={t('roadmap.feedback.dialogs.link.choose')}
        none={t('roadmap.feedback.dialogs.link.none')}
        picks={picks.map(({ id, source, title, status }) => ({
          value: `${source}/${id}`,
          title,
          hint: t(`roadmap.statuses.${status}`),
        }))}
        chosen={asked}
        onChoose={setAsked}
      />
    </FormDialog>
  );
}

/** Makes an item of a request, linked to it. */
export function MakeItemDialog({ feedback, onClose }: DialogProps) {
  const t = useText();
  const id = useId();
  const make = useMakeItemOfFeedback(feedback.id);
  const [title, setTitle] = useState(feedback.title);
  const [horizon, setHorizon] = useState<RoadmapHorizon>('next');
  const keyOf = useRequestKey();

  async function send() {
    const fields = { title: title.trim(), horizon };
    try {
      await make.mutateAsync({ fields, key: keyOf(fields) });
      return undefined;
    } catch (error) {
      return refusedWords(t, error).words;
    }
  }

  return (
    <FormDialog
      title={t('roadmap.feedback.dialogs.item.title', {
        title: feedback.title,
      })}
      text={t('roadmap.feedback.dialogs.item.text', {
        entity: feedback.entity.title,
      })}
      submit={t('roadmap.feedback.dialogs.item.submit')}
      complete={title.trim() !== ''}
      onClose={onClose}
      onSubmit={send}
    >
      <TextField
        id={`${id}title`}
        label={t('roadmap.feedback.dialogs.item.titleLabel')}
        required
        variant="outlined"
        margin="normal"
        fullWidth
        value={title}
        inputProps={{ maxLength: MAX_TITLE, autoComplete: 'off' }}
        onChange={event => setTitle(event.target.value)}
      />
      <HorizonField
        label={t('roadmap.feedback.dialogs.item.horizon')}
        value={horizon}
        onChange={setHorizon}
      />
    </FormDialog>
  );
}
