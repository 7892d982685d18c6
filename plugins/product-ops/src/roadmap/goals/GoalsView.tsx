import { useText } from '../../useText';

export function GoalsView() {
  const t = useText();
  return <p>{t('roadmap.goals.what')}</p>;
}
