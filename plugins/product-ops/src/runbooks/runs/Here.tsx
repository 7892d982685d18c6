import { useRunPresence } from '../../api/runsHooks';
import { Muted } from '../../components';
import { useText } from '../../useText';

/** Who has the page of a run open at this moment. */
export function Here(props: { id: string }) {
  const t = useText();
  const { data } = useRunPresence(props.id);
  if (!data?.here.length) {
    return null;
  }
  return (
    <Muted>
      {t('runbooks.runs.here', {
        count: data.here.length,
        names: data.here.map(({ title }) => title).join(', '),
      })}
    </Muted>
  );
}
