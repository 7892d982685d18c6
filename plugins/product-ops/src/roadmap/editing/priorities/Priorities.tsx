import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  rankItems,
  type RoadmapItem,
  SCORE_INPUTS,
} from '@productops/backstage-plugin-product-ops-common';
import { mutedInk, Panel } from '../../../components';
import { useText } from '../../../useText';
import { inputName } from '../FieldValue';
import { itemKey } from '../itemFields';
import { useEditing } from '../useEditing';
import { candidatesOf } from './candidates';
import { Matrix } from './Matrix';
import { RankingChanges } from './RankingChanges';
import { RankingTable } from './RankingTable';

const useStyles = makeStyles(
  (theme: Theme) => ({
    page: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    note: { color: mutedInk(theme), fontSize: '0.88rem' },
    explained: {
      fontSize: '0.85rem',
      margin: theme.spacing(1, 0, 1.5),
      display: 'grid',
      gap: theme.spacing(0.5, 2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
      '& dt': { fontWeight: 700 },
      '& dd': { margin: 0, color: mutedInk(theme) },
    },
  }),
  { name: 'ProductOpsPriorities' },
);

/** What comes first and why: the ranking with its inputs, and value against effort. */
export function Priorities(props: { items: RoadmapItem[] }) {
  const { entityRef, method } = useEditing();
  const classes = useStyles();
  const t = useText();
  const candidates = candidatesOf(props.items, entityRef);
  const { ranked, unscored } = rankItems(candidates, method);
  return (
    <div className={classes.page}>
      <Panel
        title={t('roadmap.editing.priorities.ranked')}
        count={ranked.length}
      >
        <Typography className={classes.note}>
          {t(`roadmap.editing.priorities.${method}`)}
        </Typography>
        <dl className={classes.explained}>
          {SCORE_INPUTS[method].map(name => (
            <div key={name}>
              <dt>{inputName(name, t)}</dt>
              <dd>{t(`roadmap.editing.explained.${name as 'reach'}`)}</dd>
            </div>
          ))}
        </dl>
        {ranked.length === 0 ? (
          <Typography>{t('roadmap.editing.priorities.none')}</Typography>
        ) : (
          <RankingTable
            label={t('roadmap.editing.priorities.ranked')}
            rows={ranked.map(({ item, value, place }) => ({
              item: item.item,
              key: itemKey(item.item),
              place,
              value,
            }))}
          />
        )}
      </Panel>
      {unscored.length > 0 && (
        <Panel
          title={t('roadmap.editing.priorities.unscored')}
          count={unscored.length}
        >
          <Typography className={classes.note}>
            {t('roadmap.editing.priorities.unscoredText')}
          </Typography>
          <RankingTable
            label={t('roadmap.editing.priorities.unscored')}
            rows={unscored.map(({ item, missing }) => ({
              item: item.item,
              key: itemKey(item.item),
              missing,
            }))}
          />
        </Panel>
      )}
      <RankingChanges items={props.items} />
      <Matrix candidates={candidates} method={method} />
    </div>
  );
}
