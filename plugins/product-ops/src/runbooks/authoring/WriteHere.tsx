import { useNavigate } from 'react-router-dom';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/EditOutlined';
import {
  RUNBOOK_TEMPLATES,
  type RunbookType,
} from '@productops/backstage-plugin-product-ops-common';
import { MenuButton, mutedInk, useUrlState } from '../../components';
import { useText } from '../../useText';
import { useNotInForce } from './NotInForce';

const useStyles = makeStyles(
  (theme: Theme) => ({
    explained: {
      display: 'grid',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
      color: mutedInk(theme),
      fontSize: '0.9rem',
    },
  }),
  { name: 'ProductOpsWriteHere' },
);

const TYPES = Object.keys(RUNBOOK_TEMPLATES) as RunbookType[];

/** Begins a runbook in the portal, from a template by its type; nothing for who may not. */
export function WriteHere(props: {
  entityRef: string;
  /** Whether to say what that is. */
  explained?: boolean;
}) {
  const classes = useStyles();
  const t = useText();
  const url = useUrlState();
  const navigate = useNavigate();
  const { data } = useNotInForce(props.entityRef);
  if (!data?.may.author) {
    return null;
  }
  const button = (
    <MenuButton
      label={t('runbooks.authoring.write')}
      icon={<EditIcon fontSize="small" />}
    >
      {close =>
        TYPES.map(type => (
          <MenuItem
            key={type}
            onClick={() => {
              close();
              navigate(url.hrefWith({ new: type }));
            }}
          >
            {t(`runbooks.types.${type}`)}
          </MenuItem>
        ))
      }
    </MenuButton>
  );
  return props.explained ? (
    <div className={classes.explained}>
      {t('runbooks.authoring.writeText')}
      <div>{button}</div>
    </div>
  ) : (
    button
  );
}
