import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_VIEW_URL,
} from '@backstage/catalog-model';
import type { AlphaEntity } from '@backstage/catalog-model/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import { linksInText, OutLink, safeUrl, toneColors } from '../components';
import { ErrorList } from '../documents';
import { useText } from '../useText';
import { type CatalogErrors, catalogErrorsIn } from './catalogErrors';

const ORPHAN = 'backstage.io/orphan';
/** More than these say nothing new. */
const SHOWN = 10;

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5, 2),
      borderRadius: 8,
      border: `1px solid ${toneColors(theme, 'bad').border}`,
      background: toneColors(theme, 'bad').background,
      '& > svg': { color: toneColors(theme, 'bad').ink },
      '& > div': { minWidth: 0, overflowWrap: 'anywhere' },
    },
    title: { fontWeight: 700, fontSize: '0.92rem' },
    advice: { fontSize: '0.88rem', ...linksInText },
    list: { margin: 0, paddingLeft: theme.spacing(2.5), fontSize: '0.88rem' },
  }),
  { name: 'ProductOpsCatalogProblems' },
);

/** The file that the entity is declared in, to be opened where it can be changed. */
function FileLink(props: { file: string }) {
  const { entity } = useEntity();
  const t = useText();
  const { [ANNOTATION_EDIT_URL]: editUrl, [ANNOTATION_VIEW_URL]: viewUrl } =
    entity.metadata.annotations ?? {};
  const edit = safeUrl(editUrl);
  const url = edit ?? safeUrl(viewUrl);
  return url ? (
    <OutLink url={url}>
      {t(edit ? 'overview.editFile' : 'overview.openFile', props)}
    </OutLink>
  ) : null;
}

/** What is wrong in the newest version of the file, and what to do about it. */
function RefusedVersion(props: CatalogErrors) {
  const classes = useStyles();
  const t = useText();
  const { file } = props.errors[0];
  return (
    <>
      <div className={classes.title}>
        {t('documents.staleBanner', { file })}
      </div>
      <ErrorList {...props} />
      <div className={classes.advice}>
        {t('overview.putRight')} <FileLink file={file} />
      </div>
    </>
  );
}

/** What the catalog itself says is wrong with the entity; the stock overview would show it too. */
export function CatalogProblems() {
  const { entity } = useEntity<AlphaEntity>();
  const classes = useStyles();
  const t = useText();
  const refused: CatalogErrors[] = [];
  const problems: string[] = [];
  for (const { level, message } of entity.status?.items ?? []) {
    const errors = level === 'error' ? catalogErrorsIn(message) : undefined;
    if (errors) {
      refused.push(errors);
    } else if (level === 'error') {
      problems.push(message);
    }
  }
  if (entity.metadata.annotations?.[ORPHAN] === 'true') {
    problems.push(t('overview.orphan'));
  }
  if (refused.length + problems.length === 0) {
    return null;
  }
  return (
    <div role="alert" className={classes.root}>
      <ErrorIcon aria-hidden />
      <div>
        {refused.slice(0, SHOWN).map((errors, index) => (
          <RefusedVersion key={index} {...errors} />
        ))}
        {problems.length > 0 && (
          <>
            <div className={classes.title}>{t('overview.catalogProblems')}</div>
            <ul className={classes.list}>
              {problems.slice(0, SHOWN).map((problem, index) => (
                <li key={index}>{problem}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
