import { Teach } from '../../components';
import { useText } from '../../useText';
import { FeedbackBrowser } from './FeedbackBrowser';

/** What people ask for, of all that the reader may see: the inbox of product managers. */
export function FeedbackView() {
  const t = useText();
  return (
    <FeedbackBrowser
      empty={() => (
        <Teach
          title={t('roadmap.feedback.emptyTitle')}
          text={t('roadmap.feedback.empty')}
          lines={[]}
        />
      )}
    />
  );
}
