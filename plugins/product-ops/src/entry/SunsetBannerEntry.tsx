import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { SunsetBanner } from '../lifecycle/sunset';
import { Surface } from './Surface';

const useStyles = makeStyles(
  // Where nothing leaves, the card takes no room between the others.
  { root: { '&:empty': { display: 'none' } } },
  { name: 'ProductOpsSunsetBannerEntry' },
);

export function SunsetBannerEntry() {
  const classes = useStyles();
  const { entity } = useEntity();
  return (
    <Surface className={classes.root}>
      <SunsetBanner entityRef={stringifyEntityRef(entity)} />
    </Surface>
  );
}
