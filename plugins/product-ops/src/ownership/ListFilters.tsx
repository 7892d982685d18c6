import type { ReactNode } from 'react';
import { FilterButton, Toolbar, type useUrlState } from '../components';
import { useText } from '../useText';

/** The filters of a list of what is to be done: by state, and by the team and entity that a link has named. */
export function ListFilters<State extends string>(props: {
  url: ReturnType<typeof useUrlState>;
  /** What the states are called, and what holds when none is chosen. */
  state: { label: string; whenNone: string };
  states: { value: State; label: string; count?: number }[];
  selected: { state: State[]; owner?: string; entity?: string };
  filtered: boolean;
  onClear: () => void;
  end?: ReactNode;
}) {
  const { url, selected } = props;
  const t = useText();
  const named = [
    ['owner', t('ownershipPage.verify.team'), selected.owner],
    ['entity', t('ownershipPage.transfers.entity'), selected.entity],
  ] as const;
  return (
    <Toolbar
      onClear={props.filtered ? props.onClear : undefined}
      label={t('common.filters')}
      end={props.end}
    >
      <FilterButton
        label={props.state.label}
        whenNone={props.state.whenNone}
        options={props.states}
        selected={selected.state}
        onChange={state => url.patch({ state })}
      />
      {named.map(
        ([name, label, value]) =>
          value !== undefined && (
            <FilterButton
              key={name}
              label={label}
              options={[{ value, label: value }]}
              selected={[value]}
              onChange={([left]) => url.patch({ [name]: left })}
            />
          ),
      )}
    </Toolbar>
  );
}
