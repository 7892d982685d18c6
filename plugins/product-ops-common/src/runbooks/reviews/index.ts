export {
  changedGround,
  type DeadPage,
  type RunbookGround,
  type RunbookTrouble,
} from './changedGround';
export { runbookReviewPermission } from './permissions';
export {
  runbookStanding,
  type ReviewedRunbook,
  type RunbookStanding,
} from './standing';
