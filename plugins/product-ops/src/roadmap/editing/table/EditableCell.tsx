import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  diffFields,
  patchFields,
  type RoadmapItem,
  validateItemPatch,
} from '@productops/backstage-plugin-product-ops-common';
import { line, toneColors } from '../../../components';
import { useText } from '../../../useText';
import { problemsByField } from '../form/itemDraft';
import { fieldsOfItem } from '../itemFields';
import { useEditing } from '../useEditing';
import type { Cell } from './cells';

const useStyles = makeStyles(
  (theme: Theme) => ({
    value: {
      display: 'block',
      width: '100%',
      minHeight: 28,
      padding: '3px 6px',
      borderRadius: 3,
      font: 'inherit',
      textAlign: 'left',
      border: '1px solid transparent',
      '&:hover': { borderColor: line(theme) },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -1,
      },
    },
    plain: { padding: '4px 7px' },
    editor: {
      font: 'inherit',
      color: theme.palette.text.primary,
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.primary.main}`,
      borderRadius: 3,
      padding: '4px 6px',
      width: '100%',
      minWidth: 90,
      boxSizing: 'border-box',
    },
    problem: {
      color: toneColors(theme, 'bad').ink,
      fontSize: '0.8rem',
      minWidth: 160,
      whiteSpace: 'normal',
    },
  }),
  { name: 'ProductOpsEditableCell' },
);

/** Whether this cell of this item is the reader's to change. */
export function useMayEdit(): (item: RoadmapItem, cell: Cell) => boolean {
  const { may } = useEditing();
  return (item, cell) => item.source === 'recorded' && may[cell.needs];
}

/** A value that becomes a field by enter, F2 or a click, and is saved by enter or left by escape. */
export function EditableCell(props: {
  item: RoadmapItem;
  cell: Cell;
  /** How the value looks; as it is typed where it is not given. */
  children?: ReactNode;
  /** In place of the value, to show what begins the editing. */
  button?: (edit: () => void) => ReactNode;
}) {
  const { item, cell, children } = props;
  const { save, tell, categories, entityRef } = useEditing();
  const classes = useStyles();
  const t = useText();
  const id = useId();
  // The item as it was when one began: what others change meanwhile is a conflict, not something to write over.
  const [begun, setBegun] = useState<RoadmapItem>();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const returns = useRef(false);
  useEffect(() => {
    // The focus stays where one was, once the field is the value again.
    if (!begun && returns.current) {
      returns.current = false;
      root.current?.querySelector<HTMLElement>('[data-cell]')?.focus();
    }
  }, [begun]);
  const mayEdit = useMayEdit()(item, cell);
  const text = cell.valueOf(item);
  const said = cell.options?.find(({ value }) => value === text)?.label ?? text;
  const shown = children ?? said;

  function begin() {
    setBegun(item);
    setTyped(text);
    setProblem(undefined);
  }
  function end() {
    returns.current = true;
    setBegun(undefined);
  }
  async function commit() {
    if (!begun || busy) {
      return;
    }
    const base = fieldsOfItem(begun);
    const read = validateItemPatch(cell.patchOf(begun, typed), base, {
      categories,
      entityRef,
      itemId: begun.id,
    });
    if (!read.ok) {
      const found = problemsByField(read.problems);
      setProblem(found[cell.name] ?? Object.values(found)[0]);
      return;
    }
    const { after } = diffFields(base, patchFields(base, read.fields));
    if (Object.keys(after).length === 0) {
      end();
      return;
    }
    setBusy(true);
    const saved = await save(begun, after);
    setBusy(false);
    if (saved.ok) {
      tell({
        good: true,
        text: t('roadmap.editing.edit.done', { title: saved.item.title }),
        ...(saved.item.version > begun.version && { undo: saved.item }),
      });
      end();
    } else {
      setProblem(saved.message);
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    // The table's own keys are for values, not for who types.
    event.stopPropagation();
    if (event.key === 'Enter') {
      event.preventDefault();
      commit();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      end();
    }
  }
  function onBlur() {
    // Who leaves without a change has looked; what was typed stays until it is saved or left.
    if (begun && !busy && !problem && typed === cell.valueOf(begun)) {
      setBegun(undefined);
    }
  }

  if (begun) {
    const editor = {
      className: classes.editor,
      'aria-label': t('roadmap.editing.table.editing', {
        column: cell.label,
        title: begun.title,
      }),
      'aria-invalid': Boolean(problem),
      'aria-describedby': problem ? `${id}problem` : undefined,
      value: typed,
      disabled: busy,
      autoFocus: true,
      onKeyDown,
      onBlur,
    };
    const options = cell.options?.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ));
    return (
      <div ref={root}>
        {cell.type === 'select' ? (
          <select {...editor} onChange={event => setTyped(event.target.value)}>
            {options}
            {!cell.options?.some(({ value }) => value === typed) && (
              <option value={typed}>{typed}</option>
            )}
          </select>
        ) : (
          <input
            {...editor}
            type={cell.type === 'date' ? 'date' : 'text'}
            inputMode={cell.type === 'number' ? 'decimal' : undefined}
            maxLength={255}
            list={options ? `${id}options` : undefined}
            onChange={event => setTyped(event.target.value)}
          />
        )}
        {cell.type !== 'select' && options && (
          <datalist id={`${id}options`}>{options}</datalist>
        )}
        <div id={`${id}problem`} role="alert" className={classes.problem}>
          {problem}
        </div>
      </div>
    );
  }
  if (!mayEdit) {
    return (
      <div className={props.button ? undefined : classes.plain}>
        {props.button?.(() => undefined) ?? shown}
      </div>
    );
  }
  return (
    <div ref={root}>
      {props.button?.(begin) ?? (
        <ButtonBase
          disableRipple
          data-cell
          className={classes.value}
          aria-label={t('roadmap.editing.table.editCell', {
            column: cell.label,
            title: item.title,
            value: said || t('roadmap.editing.noValue'),
          })}
          onClick={begin}
          onKeyDown={event => {
            if (event.key === 'F2') {
              event.preventDefault();
              begin();
            }
          }}
        >
          {shown || '–'}
        </ButtonBase>
      )}
    </div>
  );
}
