import { useState } from 'react';
import { useFeedbackChoices } from '../../api/feedbackHooks';
import { FilterButton, useUrlState } from '../../components';
import { useText } from '../../useText';

/** Chooses one product and one team; the address says which. */
export function EntityFilters() {
  const url = useUrlState();
  const t = useText();
  const product = url.get('product');
  const team = url.get('team');
  const [opened, setOpened] = useState(Boolean(product || team));
  const { data } = useFeedbackChoices(opened);
  // One at a time: the latest that was chosen.
  const choose = (name: 'product' | 'team') => (values: string[]) =>
    url.patch({ [name]: values[values.length - 1] });
  return (
    <>
      <FilterButton
        label={t('runbooks.page.product')}
        options={(data?.items ?? []).map(({ entity }) => ({
          value: entity.ref,
          label: entity.title,
        }))}
        selected={product ? [product] : []}
        onOpen={() => setOpened(true)}
        onChange={choose('product')}
      />
      <FilterButton
        label={t('runbooks.page.team')}
        options={(data?.facets.owner ?? [])
          .filter(({ value }) => value !== 'none')
          .map(({ value, label }) => ({ value, label }))}
        selected={team ? [team] : []}
        onOpen={() => setOpened(true)}
        onChange={choose('team')}
      />
    </>
  );
}
