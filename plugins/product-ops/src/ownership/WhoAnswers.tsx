import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type {
  EntityLink,
  Ownership,
} from '@productops/backstage-plugin-product-ops-common';
import {
  EntityName,
  mutedInk,
  Panel,
  Tag,
  Teach,
  toneColors,
} from '../components';
import { OWNER_LINES, ROLE_LINES, ROLE_ANNOTATION_LINES } from '../documents';
import { useText } from '../useText';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gap: theme.spacing(1.25),
    },
    entry: { display: 'flex', gap: theme.spacing(1.5), alignItems: 'center' },
    initials: {
      flex: 'none',
      width: 32,
      height: 32,
      borderRadius: '50%',
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      fontSize: '0.75rem',
      fontWeight: 700,
      background: toneColors(theme, 'info').background,
      color: toneColors(theme, 'info').ink,
    },
    what: { color: mutedInk(theme), fontSize: '0.85rem', lineHeight: 1.35 },
    name: { fontSize: '0.92rem', lineHeight: 1.35, minWidth: 0 },
    roles: { marginTop: theme.spacing(2) },
  }),
  { name: 'ProductOpsWhoAnswers' },
);

function initials(title: string): string {
  const words = title.split(/[\s\-_.]+/).filter(Boolean);
  const letters =
    words.length > 1 ? words[0].charAt(0) + words[1].charAt(0) : title;
  return letters.slice(0, 2).toLocaleUpperCase();
}

function Entry(props: { holder: EntityLink; what: string; via?: EntityLink }) {
  const { holder, what, via } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <li className={classes.entry}>
      <span className={classes.initials} aria-hidden>
        {initials(holder.title)}
      </span>
      <div className={classes.name}>
        <EntityName entity={holder} />
        <div className={classes.what}>
          {what}
          {via && ` · ${t('ownership.via', { product: via.title })}`}
        </div>
      </div>
    </li>
  );
}

/** Owner and role holders, as a list. */
export function People(props: { ownership: Ownership }) {
  const { owner, roles } = props.ownership;
  const classes = useStyles();
  const t = useText();
  return (
    <ul className={classes.list}>
      {owner ? (
        <Entry
          holder={owner}
          what={t(
            owner.kind === 'user' ? 'ownership.person' : 'ownership.team',
          )}
        />
      ) : (
        <li>
          <Tag tone="warn" icon={<WarningIcon aria-hidden />}>
            {t('ownership.unowned')}
          </Tag>
        </li>
      )}
      {roles.map(role => (
        <Entry
          key={`${role.role} ${role.holder.ref}`}
          holder={role.holder}
          what={t(`ownership.roles.${role.role}`)}
          via={role.via}
        />
      ))}
    </ul>
  );
}

/** Who answers for an entity, by role, and the lines that would name more. */
export function WhoAnswers(props: {
  ownership: Ownership;
  isProduct: boolean;
}) {
  const { ownership } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <Panel title={t('ownership.title')}>
      <People ownership={ownership} />
      {!ownership.owner && (
        <Typography component="div" className={classes.roles}>
          <Teach
            text={t('ownership.unownedLong')}
            lines={[
              {
                label: t('common.addTo', { file: 'catalog-info.yaml' }),
                text: OWNER_LINES,
              },
            ]}
          />
        </Typography>
      )}
      {ownership.roles.length === 0 && (
        <Typography component="div" className={classes.roles}>
          <Teach
            text={t('ownership.noRoles')}
            lines={[
              {
                label: t('common.addTo', { file: 'catalog-info.yaml' }),
                text: props.isProduct ? ROLE_LINES : ROLE_ANNOTATION_LINES,
              },
            ]}
          />
        </Typography>
      )}
    </Panel>
  );
}
