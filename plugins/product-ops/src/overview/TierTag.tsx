import { Tag } from '../components';
import { type Text, useText } from '../useText';

const MEANT = ['1', '2', '3', '4'] as const;

export function tierMeaning(tier: number | string, t: Text): string {
  const known = MEANT.find(value => value === String(tier));
  return known
    ? t('tier.full', { tier: known, meaning: t(`tier.${known}`) })
    : t('tier.short', { tier: String(tier) });
}

/** The tier and what it means. */
export function TierTag(props: { tier: number; short?: boolean }) {
  const t = useText();
  const full = tierMeaning(props.tier, t);
  return (
    <Tag tone={props.tier === 1 ? 'info' : 'neutral'} title={full}>
      {props.short ? t('tier.short', { tier: String(props.tier) }) : full}
    </Tag>
  );
}
