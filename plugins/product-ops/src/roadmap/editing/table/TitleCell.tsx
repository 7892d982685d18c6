import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/EditOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { RoadmapItem } from '@productops/backstage-plugin-product-ops-common';
import { toneColors } from '../../../components';
import { useText } from '../../../useText';
import { useEditing } from '../useEditing';
import type { Cell } from './cells';
import { EditableCell, useMayEdit } from './EditableCell';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: { display: 'flex', alignItems: 'center', gap: 2 },
    title: {
      textTransform: 'none',
      textAlign: 'left',
      padding: '2px 4px',
      minWidth: 0,
      fontSize: 'inherit',
      fontWeight: 700,
      lineHeight: 1.35,
      letterSpacing: 0,
      justifyContent: 'flex-start',
      '&:hover': { textDecoration: 'underline', background: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    warning: { color: toneColors(theme, 'warn').ink, fontSize: '1rem' },
    edit: { padding: 3, '& svg': { fontSize: '1rem' } },
  }),
  { name: 'ProductOpsTitleCell' },
);

/** The title of an item: it opens it, and F2 or the pencil changes it. */
export function TitleCell(props: { item: RoadmapItem; cell: Cell }) {
  const { item, cell } = props;
  const { open } = useEditing();
  const classes = useStyles();
  const t = useText();
  const mayEdit = useMayEdit()(item, cell);
  return (
    <EditableCell
      item={item}
      cell={cell}
      button={edit => (
        <span className={classes.root}>
          <Button
            className={classes.title}
            disableRipple
            data-cell
            aria-haspopup="dialog"
            onClick={() => open(item)}
            onKeyDown={event => {
              if (event.key === 'F2' && mayEdit) {
                event.preventDefault();
                edit();
              }
            }}
          >
            {item.title}
          </Button>
          {item.attention.length > 0 && (
            <WarningIcon
              className={classes.warning}
              titleAccess={t('roadmap.problems', {
                count: item.attention.length,
              })}
            />
          )}
          {mayEdit && (
            <IconButton
              size="small"
              className={classes.edit}
              aria-label={t('roadmap.editing.table.editing', {
                column: cell.label,
                title: item.title,
              })}
              onClick={edit}
            >
              <EditIcon />
            </IconButton>
          )}
        </span>
      )}
    />
  );
}
