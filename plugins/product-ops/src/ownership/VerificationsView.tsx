import { useEffect, useState } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ListOwnershipVerificationsQuery,
  Verification,
  VerificationPage,
} from '@productops/backstage-plugin-product-ops-common';
import { useVerifications } from '../api/ownershipHooks';
import {
  Choice,
  FilterButton,
  Missing,
  Pager,
  Toolbar,
  useUrlState,
} from '../components';
import { useText } from '../useText';
import { Calm, CountLine, NoMatch, Rows } from './rows';
import { type Answering, MOST_AT_ONCE, useAnswering } from './useAnswering';
import { AnswersTold } from './VerificationOutcomes';
import { VerificationRow } from './VerificationRow';

const STATES = ['overdue', 'due', 'upcoming'] as const;

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

/** What the address asks of the list of verifications. Values that the contract does not know are left out. */
function useVerificationsQuery() {
  const url = useUrlState();
  const state = STATES.filter(known => url.getAll('state').includes(known));
  const mine = url.get('mine') === 'true';
  const owner = url.get('owner');
  const entity = url.get('entity');
  const cursor = url.get('cursor');
  const query: ListOwnershipVerificationsQuery = {
    limit: 50,
    ...(cursor && { cursor }),
    ...(state.length && { state }),
    ...(owner && { owner }),
    ...(entity && { entity }),
    ...(mine && { mine }),
  };
  return {
    url,
    query,
    selected: { state, mine, owner, entity },
    filtered: Boolean(state.length || owner || entity),
    clear: () =>
      url.patch({
        state: undefined,
        owner: undefined,
        entity: undefined,
        mine: undefined,
      }),
  };
}

function Filters(props: {
  state: ReturnType<typeof useVerificationsQuery>;
  counts?: VerificationPage['counts'];
}) {
  const { url, selected, filtered, clear } = props.state;
  const t = useText();
  return (
    <Toolbar
      label={t('common.filters')}
      end={
        <Choice
          label={t('ownershipPage.verify.whose')}
          value={selected.mine ? 'mine' : 'all'}
          options={[
            { value: 'all', label: t('ownershipPage.verify.all') },
            { value: 'mine', label: t('ownershipPage.verify.mine') },
          ]}
          onChange={value =>
            url.patch({ mine: value === 'mine' ? 'true' : undefined })
          }
        />
      }
    >
      <FilterButton
        label={t('ownershipPage.verify.searchState')}
        whenNone={t('ownershipPage.verify.dueOnly')}
        options={STATES.map(value => ({
          value,
          label: t(`ownershipPage.verify.states.${value}`),
          ...(props.counts && { count: props.counts[value] }),
        }))}
        selected={selected.state}
        onChange={state => url.patch({ state })}
      />
      {selected.owner && (
        <FilterButton
          label={t('ownershipPage.verify.team')}
          options={[{ value: selected.owner, label: selected.owner }]}
          selected={[selected.owner]}
          onChange={([owner]) => url.patch({ owner })}
        />
      )}
      {selected.entity && (
        <FilterButton
          label={t('ownershipPage.transfers.entity')}
          options={[{ value: selected.entity, label: selected.entity }]}
          selected={[selected.entity]}
          onChange={([entity]) => url.patch({ entity })}
        />
      )}
      {filtered && (
        <Button color="primary" onClick={clear}>
          {t('common.clearFilters')}
        </Button>
      )}
    </Toolbar>
  );
}

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

function List(props: {
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

/** What is due to be verified, answered one by one or several at once. */
export function VerificationsView() {
  const t = useText();
  const state = useVerificationsQuery();
  const { url, query, selected, filtered, clear } = state;
  const answering = useAnswering();
  const { data, error, refetch, isPlaceholderData } = useVerifications(query);

  // The last answers empty the last page: go back to the first.
  const beyond = Boolean(
    data && !isPlaceholderData && query.cursor && data.items.length === 0,
  );
  useEffect(() => {
    if (beyond) {
      url.patch({}, { replace: true });
    }
  }, [beyond, url]);

  if (!data) {
    return (
      <>
        {error && <Filters state={state} />}
        <Missing
          error={error}
          onRetry={refetch}
          onClear={filtered || query.cursor ? clear : undefined}
          what={t('ownershipPage.verify.what')}
          rows={[40, 320]}
        />
      </>
    );
  }
  return (
    <div>
      <Filters state={state} counts={data.counts} />
      <AnswersTold answering={answering} />
      {data.items.length > 0 && (
        <>
          <CountLine
            count={t('ownershipPage.verify.count', { count: data.totalItems })}
          />
          <List
            items={data.items}
            answering={answering}
            updating={isPlaceholderData}
          />
        </>
      )}
      {data.items.length === 0 && filtered && (
        <NoMatch>{t('ownershipPage.verify.noMatch')}</NoMatch>
      )}
      {data.items.length === 0 && !filtered && (
        <Calm
          title={t('ownershipPage.verify.emptyTitle')}
          text={
            selected.mine
              ? t('ownershipPage.verify.emptyMine')
              : t('ownershipPage.verify.empty')
          }
        />
      )}
      <Pager
        pageInfo={data.pageInfo}
        onCursor={cursor => url.patch({ cursor })}
      />
    </div>
  );
}
