import { useUrlState } from '../../components';
import { GoalPage } from './GoalPage';
import { GoalsList } from './GoalsList';

/** What the company wants of its products: all goals, or the one that the address names. */
export function GoalsView() {
  const url = useUrlState();
  const entity = url.get('of');
  const id = url.get('goal');
  const source = url.get('source') === 'recorded' ? 'recorded' : undefined;
  return entity && id ? (
    <GoalPage
      key={`${id}@${entity}/${source}`}
      goal={{ entity, id, ...(source && { source }) }}
    />
  ) : (
    <GoalsList />
  );
}
