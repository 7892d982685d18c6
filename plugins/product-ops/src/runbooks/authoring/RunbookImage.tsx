import { createContext, useContext, useState } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import BrokenIcon from '@material-ui/icons/BrokenImageOutlined';
import { useRunbookImage } from '../../api/authoringHooks';
import { refusalOf } from '../../api/conflicts';
import { line, mutedInk } from '../../components';
import { useText } from '../../useText';

/** The runbook whose images are shown. Without one, images are links. */
export const ImagesOf = createContext<
  { entityRef: string; id: string; version: string } | undefined
>(undefined);

const useStyles = makeStyles(
  (theme: Theme) => ({
    image: { maxWidth: '100%', height: 'auto' },
    instead: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      border: `1px dashed ${line(theme)}`,
      borderRadius: 6,
      padding: theme.spacing(0.5, 1),
      color: mutedInk(theme),
      fontSize: '0.88rem',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ProductOpsRunbookImage' },
);

function LoadedImage(props: {
  of: { entityRef: string; id: string; version: string };
  target: string;
  alt: string;
  title?: string;
}) {
  const { of, target, alt, title } = props;
  const classes = useStyles();
  const t = useText();
  const { data: url, error } = useRunbookImage({ ...of, target });
  const [broken, setBroken] = useState(false);
  const name = alt || target;
  if (error || broken) {
    return (
      <span className={classes.instead}>
        <BrokenIcon aria-hidden fontSize="small" />
        <span>
          {t('runbooks.authoring.image.failed', { alt: name })}
          {error && ` (${refusalOf(error).message})`}
        </span>
      </span>
    );
  }
  if (!url) {
    return (
      <span className={classes.instead}>
        {t('runbooks.authoring.image.loading', { alt: name })}
      </span>
    );
  }
  return (
    <img
      className={classes.image}
      src={url}
      alt={alt}
      title={title}
      onError={() => setBroken(true)}
    />
  );
}

/** An image of the folder of runbooks, fetched as the reader; what cannot be shown says what it is of and why. */
export function RunbookImage(props: {
  target: string;
  alt: string;
  title?: string;
}) {
  const of = useContext(ImagesOf);
  return of ? <LoadedImage {...props} of={of} /> : <>{props.alt}</>;
}
