import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Lifecycle } from '@productops/backstage-plugin-product-ops-common';
import { EntityName, mutedInk, OnDate, When } from '../components';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 3),
      margin: theme.spacing(2, 0, 0),
      fontSize: '0.85rem',
      '& > div': { display: 'flex', gap: 6, flexWrap: 'wrap' },
      '& dt': { color: mutedInk(theme) },
      '& dd': { margin: 0 },
    },
    far: { color: mutedInk(theme) },
  }),
  { name: 'ProductOpsMilestones' },
);

const NAMES = [
  'generalAvailability',
  'endOfSale',
  'endOfSupport',
  'endOfLife',
] as const;

/** The dates of a life, and who takes over. */
export function Milestones(props: { lifecycle: Lifecycle }) {
  const { milestones = {}, successor } = props.lifecycle;
  const classes = useStyles();
  const t = useText();
  const named = NAMES.flatMap(name => {
    const value = milestones[name];
    return value ? [{ name, value }] : [];
  });
  if (named.length === 0 && !successor) {
    return null;
  }
  return (
    <dl className={classes.root} aria-label={t('stage.milestones')}>
      {named.map(({ name, value }) => (
        <div key={name}>
          <dt>{t(`stage.${name}`)}</dt>
          <dd>
            <OnDate value={value} />{' '}
            <span className={classes.far}>
              (<When value={value} />)
            </span>
          </dd>
        </div>
      ))}
      {successor && (
        <div>
          <dt>{t('stage.successor')}</dt>
          <dd>
            <EntityName entity={successor} />
          </dd>
        </div>
      )}
    </dl>
  );
}
