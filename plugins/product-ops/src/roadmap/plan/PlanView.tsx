import { useText } from '../../useText';

export function PlanView() {
  const t = useText();
  return <p>{t('roadmap.plan.what')}</p>;
}
