import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Verification } from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../useText';
import { Rows } from '../components';
import { type Answering, MOST_AT_ONCE } from './useAnswering';
import { VerificationRow } from './VerificationRow';

const useStyles = makeStyles(
  (theme: Theme) => ({
    bulk: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1.5),
      marginBottom: theme.spacing(0.5),
      paddingLeft: theme.spacing(2.25),
    },
    check: { padding: 2 },
    all: { '& .MuiFormControlLabel-label': { fontSize: '0.9rem' } },
  }),
  { name: 'ProductOpsVerifications' },
);

function Bulk(props: {
  answerable: Verification[];
  chosen: Verification[];
  answering: Answering;
  onChoose: (refs: string[]) => void;
}) {
  const { answerable, chosen, answering, onChoose } = props;
  const classes = useStyles();
  const t = useText();
  if (answerable.length === 0) {
    return null;
  }
  const all = chosen.length === answerable.length;
  return (
    <div className={classes.bulk}>
      <FormControlLabel
        className={classes.all}
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={all}
            indeterminate={chosen.length > 0 && !all}
            onChange={() =>
              onChoose(all ? [] : answerable.map(({ entity }) => entity.ref))
            }
          />
        }
        label={
          chosen.length > 0
            ? t('ownershipPage.verify.selected', { count: chosen.length })
            : t('ownershipPage.verify.selectAll')
        }
      />
      {chosen.length > 0 && (
        <Button
          size="small"
          variant="contained"
          color="primary"
          disabled={answering.busy}
          onClick={async () => {
            await answering.confirm(chosen);
            onChoose([]);
          }}
        >
          {t('ownershipPage.verify.stillOursSelected', {
            count: chosen.length,
          })}
        </Button>
      )}
    </div>
  );
}

/** Verifications, each with its answers, and a choice of several to confirm at once. */
export function VerificationList(props: {
  items: Verification[];
  answering: Answering;
  updating: boolean;
}) {
  const { items, answering, updating } = props;
  const classes = useStyles();
  const t = useText();
  const [refs, setRefs] = useState<string[]>([]);
  // What is no longer in sight is no longer chosen.
  const answerable = items
    .filter(({ mayAnswer }) => mayAnswer)
    .slice(0, MOST_AT_ONCE);
  const chosen = answerable.filter(({ entity }) => refs.includes(entity.ref));
  return (
    <>
      <Bulk
        answerable={answerable}
        chosen={chosen}
        answering={answering}
        onChoose={setRefs}
      />
      <Rows label={t('ownershipPage.verify.list')} updating={updating}>
        {items.map(verification => {
          const { entity, mayAnswer } = verification;
          return (
            <VerificationRow
              key={entity.ref}
              verification={verification}
              answering={answering}
              lead={
                <Checkbox
                  size="small"
                  color="primary"
                  className={classes.check}
                  disabled={!mayAnswer}
                  title={
                    mayAnswer ? undefined : t('ownershipPage.verify.notYours')
                  }
                  checked={chosen.includes(verification)}
                  onChange={(_, checked) =>
                    setRefs(
                      checked
                        ? [...refs, entity.ref]
                        : refs.filter(ref => ref !== entity.ref),
                    )
                  }
                  inputProps={{
                    'aria-label': t('ownershipPage.verify.select', {
                      entity: entity.title,
                    }),
                  }}
                />
              }
            />
          );
        })}
      </Rows>
    </>
  );
}
