import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import type {
  PatchRoadmapItemBody,
  PlanItemSummary,
} from '@productops/backstage-plugin-product-ops-common';
import { FormDialog } from '../../components';
import { EntityField } from '../../ownership/EntityField';
import { useText } from '../../useText';

const DATES = ['start', 'end'] as const;

/** What solves a conflict, and only somebody who thinks can say: who answers for an item, or when it is worked on. */
export function MissingFieldDialog(props: {
  type: 'choose-owner' | 'set-dates';
  item: PlanItemSummary;
  onClose: () => void;
  onChosen: (fields: PatchRoadmapItemBody['fields']) => Promise<void>;
}) {
  const { type, item, onClose, onChosen } = props;
  const t = useText();
  const [owner, setOwner] = useState('');
  const [dates, setDates] = useState({
    start: item.start ?? '',
    end: item.end ?? '',
  });
  const [problem, setProblem] = useState<string>();
  const words = {
    'choose-owner': {
      title: t('roadmap.plan.conflicts.ownerTitle', { title: item.title }),
      text: t('roadmap.plan.conflicts.ownerText'),
    },
    'set-dates': {
      title: t('roadmap.plan.conflicts.datesTitle', { title: item.title }),
      text: t('roadmap.plan.conflicts.datesText'),
    },
  }[type];
  const chosen = {
    start: dates.start || undefined,
    end: dates.end || undefined,
  };

  async function send() {
    if (type === 'choose-owner') {
      await onChosen({ owner: owner.trim() });
      return undefined;
    }
    if (dates.start >= dates.end) {
      setProblem(t('roadmap.plan.conflicts.datesOrder'));
      return false;
    }
    await onChosen(chosen);
    return undefined;
  }

  return (
    <FormDialog
      {...words}
      submit={t('roadmap.plan.conflicts.set')}
      complete={
        type === 'choose-owner'
          ? owner.trim() !== ''
          : dates.start !== '' && dates.end !== ''
      }
      onClose={onClose}
      onSubmit={send}
    >
      {type === 'choose-owner' ? (
        <EntityField
          among="owners"
          label={t('roadmap.editing.fields.owner')}
          required
          hint={t('ownershipPage.transfers.newOwnerHint')}
          value={owner}
          onChange={setOwner}
        />
      ) : (
        DATES.map(name => (
          <TextField
            key={name}
            id={`missing-${name}`}
            type="date"
            label={t(`roadmap.editing.fields.${name}`)}
            required
            variant="outlined"
            margin="dense"
            fullWidth
            InputLabelProps={{ shrink: true }}
            error={name === 'end' && problem !== undefined}
            helperText={name === 'end' ? problem : undefined}
            value={dates[name]}
            onChange={event => {
              setProblem(undefined);
              setDates(before => ({ ...before, [name]: event.target.value }));
            }}
          />
        ))
      )}
    </FormDialog>
  );
}
