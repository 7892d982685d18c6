import { useText } from '../../useText';

export function FeedbackView() {
  const t = useText();
  return <p>{t('roadmap.feedback.what')}</p>;
}
