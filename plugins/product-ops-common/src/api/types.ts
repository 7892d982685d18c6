import type { components, operations } from './openapi.generated';

export type {
  components as ProductOpsComponents,
  operations as ProductOpsOperations,
  paths as ProductOpsPaths,
} from './openapi.generated';

/** An entity that another one names. @public */
export type EntityLink = components['schemas']['EntityLink'];
/** A stage of the configured list. @public */
export type Stage = components['schemas']['Stage'];
/** The stage an entity is in, known or not. @public */
export type StageState = components['schemas']['StageState'];
/** How urgent an attention item is. @public */
export type Severity = components['schemas']['Severity'];
/** Something about an entity that somebody should act on. @public */
export type AttentionItem = components['schemas']['AttentionItem'];
/** What one can do about an attention item. @public */
export type AttentionAction = components['schemas']['AttentionAction'];
/** Somebody who holds a role for an entity. @public */
export type RoleHolder = components['schemas']['RoleHolder'];
/** Owner and role holders. @public */
export type Ownership = components['schemas']['Ownership'];
/** Stage, configured stages, milestones and successor. @public */
export type Lifecycle = components['schemas']['Lifecycle'];
/** A strategic outcome with a metric. @public */
export type Goal = components['schemas']['Goal'];
/** The status of a roadmap item. @public */
export type RoadmapStatus = components['schemas']['RoadmapStatus'];
/** The horizon of a roadmap item. @public */
export type RoadmapHorizon = components['schemas']['RoadmapHorizon'];
/** The declared inputs of a score, and the score. @public */
export type Score = components['schemas']['Score'];
/** What a roadmap item waits for. @public */
export type RoadmapDependency = components['schemas']['RoadmapDependency'];
/** One item of a roadmap. @public */
export type RoadmapItem = components['schemas']['RoadmapItem'];
/** Open items by horizon, with counts. @public */
export type RoadmapSummary = components['schemas']['RoadmapSummary'];
/** A page of roadmap items. @public */
export type RoadmapPage = components['schemas']['RoadmapPage'];
/** Where a roadmap item comes from. @public */
export type RoadmapSource = components['schemas']['RoadmapSource'];
/** How reading items from another system went. @public */
export type RoadmapSourceState = components['schemas']['RoadmapSourceState'];
/** What the caller may do with a roadmap. @public */
export type RoadmapMay = components['schemas']['RoadmapMay'];
/** One item of a roadmap with what the caller may do. @public */
export type RoadmapItemDetails = components['schemas']['RoadmapItemDetails'];
/** How the file of a declared roadmap item is to be changed. @public */
export type RoadmapFileChange = components['schemas']['RoadmapFileChange'];
/** What became of a roadmap item. @public */
export type RoadmapEvent = components['schemas']['RoadmapEvent'];
/** A page of what became of a roadmap item. @public */
export type RoadmapHistoryPage = components['schemas']['RoadmapHistoryPage'];
/** What somebody said about a roadmap item. @public */
export type RoadmapComment = components['schemas']['RoadmapComment'];
/** A page of comments on a roadmap item. @public */
export type RoadmapCommentPage = components['schemas']['RoadmapCommentPage'];
/** What has become of feedback. @public */
export type FeedbackStatus = components['schemas']['FeedbackStatus'];
/** What somebody asks of an entity. @public */
export type Feedback = components['schemas']['Feedback'];
/** A roadmap item that answers feedback. @public */
export type FeedbackLink = components['schemas']['FeedbackLink'];
/** Feedback that other feedback names. @public */
export type FeedbackRef = components['schemas']['FeedbackRef'];
/** What the caller may do with feedback. @public */
export type FeedbackMay = components['schemas']['FeedbackMay'];
/** How much feedback there is, by status. @public */
export type FeedbackCounts = components['schemas']['FeedbackCounts'];
/** A page of feedback. @public */
export type FeedbackPage = components['schemas']['FeedbackPage'];
/** The feedback that a roadmap item answers. @public */
export type ItemFeedback = components['schemas']['ItemFeedback'];
/** A roadmap item made of feedback, and the feedback. @public */
export type FeedbackItem = components['schemas']['FeedbackItem'];
/** What is wrong with the text of a runbook. @public */
export type RunbookFinding = components['schemas']['RunbookFinding'];
/** Why a runbook is stale. @public */
export type RunbookStaleReason = components['schemas']['RunbookStaleReason'];
/** A recorded review of a runbook. @public */
export type RunbookReview = components['schemas']['RunbookReview'];
/** A page of the reviews of a runbook. @public */
export type RunbookReviewPage = components['schemas']['RunbookReviewPage'];
/** The review of a runbook that is to be recorded. @public */
export type ReviewRunbookBody = components['schemas']['ReviewRunbook'];
/** Which reviews of a runbook. @public */
export type ListRunbookReviewsQuery = NonNullable<
  operations['listRunbookReviews']['parameters']['query']
>;
/** What is written in the portal as a runbook. @public */
export type WrittenRunbook = components['schemas']['WrittenRunbook'];
/** What has become of a runbook that is written in the portal. @public */
export type WrittenRunbookState = components['schemas']['WrittenRunbookState'];
/** A runbook that is written in the portal, with its text. @public */
export type WrittenRunbookDetails =
  components['schemas']['WrittenRunbookDetails'];
/** A page of runbooks that are written in the portal. @public */
export type WrittenRunbookPage = components['schemas']['WrittenRunbookPage'];
/** What a runbook said at some time. @public */
export type RunbookVersion = components['schemas']['RunbookVersion'];
/** What a runbook said at some time, with its text. @public */
export type RunbookVersionDetails =
  components['schemas']['RunbookVersionDetails'];
/** A page of versions. @public */
export type RunbookVersionPage = components['schemas']['RunbookVersionPage'];
/** A runbook that somebody writes. @public */
export type WriteRunbookBody = components['schemas']['WriteRunbook'];
/** What is to become of a runbook that is written in the portal. @public */
export type ChangeWrittenRunbookBody =
  components['schemas']['ChangeWrittenRunbook'];
/** Which written runbooks are asked for. @public */
export type ListWrittenRunbooksQuery = NonNullable<
  operations['listWrittenRunbooks']['parameters']['query']
>;
/** Which versions are asked for. @public */
export type ListRunbookVersionsQuery = NonNullable<
  operations['listRunbookVersions']['parameters']['query']
>;
/** A runbook that a search found. @public */
export type RunbookHit = components['schemas']['RunbookHit'];
/** A page of the runbooks that a search found. @public */
export type RunbookSearchPage = components['schemas']['RunbookSearchPage'];
/** A runbook that answers an alert, and why. @public */
export type RunbookCandidate = components['schemas']['RunbookCandidate'];
/** The runbook that answers an alert, and the others. @public */
export type RunbookResolution = components['schemas']['RunbookResolution'];
/** What a search of runbooks can be asked for. @public */
export type SearchRunbooksQuery = NonNullable<
  operations['searchRunbooks']['parameters']['query']
>;
/** What a runbook is for. @public */
export type RunbookType = components['schemas']['RunbookType'];
/** A runbook without its text. @public */
export type RunbookSummary = components['schemas']['RunbookSummary'];
/** A step of a runbook, with its sub-steps. @public */
export type RunbookStep = components['schemas']['RunbookStep'];
/** A value that a run of a runbook asks for. @public */
export type RunbookParameter = components['schemas']['RunbookParameter'];
/** A runbook with its text and steps. @public */
export type Runbook = components['schemas']['Runbook'];
/** The runbooks of an entity, the first few and counts. @public */
export type RunbooksSummary = components['schemas']['RunbooksSummary'];
/** A page of runbooks. @public */
export type RunbookPage = components['schemas']['RunbookPage'];
/** Whether a run goes on. @public */
export type RunbookRunStatus = components['schemas']['RunbookRunStatus'];
/** How a run ended. @public */
export type RunbookRunOutcome = components['schemas']['RunbookRunOutcome'];
/** Why a runbook is run. @public */
export type RunbookRunReason = components['schemas']['RunbookRunReason'];
/** What has become of a step in a run. @public */
export type RunbookRunStepState = components['schemas']['RunbookRunStepState'];
/** A step of the version that a run is pinned to. @public */
export type RunbookRunPinnedStep =
  components['schemas']['RunbookRunPinnedStep'];
/** What somebody says has happened in a run. @public */
export type RunbookRunCommand = components['schemas']['RunbookRunCommand'];
/** What has happened in a run, at its place in the one order. @public */
export type RunbookRunEvent = components['schemas']['RunbookRunEvent'];
/** Events of a run in their order, and the people that they name. @public */
export type RunbookRunEventPage = components['schemas']['RunbookRunEventPage'];
/** A run as lists show it. @public */
export type RunbookRun = components['schemas']['RunbookRun'];
/** A page of runs. @public */
export type RunbookRunPage = components['schemas']['RunbookRunPage'];
/** A run with the version of the runbook that it is pinned to. @public */
export type RunbookRunDetails = components['schemas']['RunbookRunDetails'];
/** All of a closed run. @public */
export type RunbookRunRecord = components['schemas']['RunbookRunRecord'];
/** A page of the runs of all entities. @public */
export type AllRunbookRunsPage = components['schemas']['AllRunbookRunsPage'];
/** Who has the page of a run open. @public */
export type RunbookRunPresence = components['schemas']['RunbookRunPresence'];
/** An alert that another system has told of. @public */
export type Alert = components['schemas']['Alert'];
/** A page of the alerts that fire. @public */
export type AlertPage = components['schemas']['AlertPage'];
/** The runbook that answers an alert. @public */
export type AlertRunbook = components['schemas']['AlertRunbook'];
/** Who is on call for an entity. @public */
export type AlertOnCall = components['schemas']['AlertOnCall'];
/** How many alerts were taken. @public */
export type ReceivedAlerts = components['schemas']['ReceivedAlerts'];
/** A roadmap item that was made of a run or of a runbook. @public */
export type FollowUp = components['schemas']['FollowUp'];
/** Follow-ups, and whether there may be more. @public */
export type FollowUpList = components['schemas']['FollowUpList'];
/** What the last drill has proven of what is promised. @public */
export type RecoveryProof = components['schemas']['RecoveryProof'];
/** The time to recover in, or the data that may be lost. @public */
export type RecoveryObjective = components['schemas']['RecoveryObjective'];
/** What a drill measured against what was promised. @public */
export type DrillMeasure = components['schemas']['DrillMeasure'];
/** A drill that is over. @public */
export type Drill = components['schemas']['Drill'];
/** A drill that is to be. @public */
export type DrillPlan = components['schemas']['DrillPlan'];
/** By when the next drill is due. @public */
export type DrillDue = components['schemas']['DrillDue'];
/** The longest promises among all that an entity rests on. @public */
export type RolledUpObjectives = components['schemas']['RolledUpObjectives'];
/** A promise that is tighter than one that it rests on. @public */
export type RecoveryConflict = components['schemas']['RecoveryConflict'];
/** What an entity promises of recovery, what that rests on, and what drills have proven. @public */
export type EntityRecovery = components['schemas']['EntityRecovery'];
/** The recovery of one entity among many. @public */
export type RecoveryEntry = components['schemas']['RecoveryEntry'];
/** How many entities are in which state. @public */
export type RecoveryCounts = components['schemas']['RecoveryCounts'];
/** A page of the recovery of entities, with what it comes to. @public */
export type RecoveryPage = components['schemas']['RecoveryPage'];
/** Tier and recovery objectives. @public */
export type Operations = components['schemas']['Operations'];
/** Entities related in one way: the first few and the total. @public */
export type RelatedEntities = components['schemas']['RelatedEntities'];
/** What an entity is made of, part of and depends on. @public */
export type Composition = components['schemas']['Composition'];
/** An error in a declared file, with its place. @public */
export type DocumentError = components['schemas']['DocumentError'];
/** A declared file or folder, and how reading it went. @public */
export type Source = components['schemas']['Source'];
/** All behind an entity page. @public */
export type EntityOverview = components['schemas']['EntityOverview'];
/** One product of the portfolio. @public */
export type ProductRow = components['schemas']['ProductRow'];
/** The values of a filter with their counts. @public */
export type Facet = components['schemas']['Facet'];
/** A page of the portfolio. @public */
export type ProductPage = components['schemas']['ProductPage'];
/** Cursors to the neighbouring pages. @public */
export type PageInfo = components['schemas']['PageInfo'];
/** The age of directory and documents. @public */
export type ProductOpsStatus = components['schemas']['Status'];

/** What the distribution of a node of the ownership graph is by. @public */
export type OwnershipLens = components['schemas']['OwnershipLens'];
/** A rule that an entity breaks for which nobody answers, or not well. @public */
export type OwnershipGapRule = components['schemas']['OwnershipGapRule'];
/** Entities, and those of them with gaps. @public */
export type OwnershipCounts = components['schemas']['OwnershipCounts'];
/** A value with its count. @public */
export type OwnershipShare = components['schemas']['OwnershipShare'];
/** A node of the ownership graph. @public */
export type OwnershipNode = components['schemas']['OwnershipNode'];
/** The ownership graph, cut to what can be read. @public */
export type OwnershipGraph = components['schemas']['OwnershipGraph'];
/** A page of the children of a node. @public */
export type OwnershipChildren = components['schemas']['OwnershipChildren'];
/** What a search in the ownership graph found, with the way to it. @public */
export type OwnershipMatches = components['schemas']['OwnershipMatches'];
/** What a team owns. @public */
export type TeamOwnership = components['schemas']['TeamOwnership'];
/** What a person answers for, and what is to be done about it. @public */
export type PersonOwnership = components['schemas']['PersonOwnership'];
/** An entity that a person answers for, and in which ways. @public */
export type AnsweredFor = components['schemas']['AnsweredFor'];
/** What teams a team depends on, and is needed by. @public */
export type OwnershipDependencies =
  components['schemas']['OwnershipDependencies'];
/** A page of what a team or person has in one role. @public */
export type OwnedEntityPage = components['schemas']['OwnedEntityPage'];
/** Teams at the other end of dependencies. @public */
export type TeamDependencies = components['schemas']['TeamDependencies'];
/** Something that nobody answers for, or not well. @public */
export type OwnershipGap = components['schemas']['OwnershipGap'];
/** A page of gaps. @public */
export type OwnershipGapPage = components['schemas']['OwnershipGapPage'];
/** Who answers for an entity, how that comes about, and how it was before. @public */
export type EntityOwnership = components['schemas']['EntityOwnership'];
/** One thing that became of the ownership of an entity. @public */
export type OwnershipEvent = components['schemas']['OwnershipEvent'];
/** A page of what became of the ownership of an entity. @public */
export type OwnershipHistoryPage =
  components['schemas']['OwnershipHistoryPage'];
/** Whether ownership of an entity is due to be verified. @public */
export type Verification = components['schemas']['Verification'];
/** Whether a verification is due. @public */
export type VerificationState = components['schemas']['VerificationState'];
/** A page of verifications. @public */
export type VerificationPage = components['schemas']['VerificationPage'];
/** An answer to whether ownership is still right. @public */
export type VerificationAnswer = components['schemas']['VerificationAnswer'];
/** What became of answers. @public */
export type VerificationResults = components['schemas']['VerificationResults'];
/** A proposed change of owner. @public */
export type Transfer = components['schemas']['Transfer'];
/** How far a transfer is. @public */
export type TransferState = components['schemas']['TransferState'];
/** A page of transfers. @public */
export type TransferPage = components['schemas']['TransferPage'];

/** How checks count. @public */
export type Readiness = components['schemas']['Readiness'];
/** Somebody who has a say, and who that is for an entity. @public */
export type LifecycleApprover = components['schemas']['Approver'];
/** A check of an entity, answered. @public */
export type LifecycleCheck = components['schemas']['LifecycleCheck'];
/** A stage on the rail of an entity. @public */
export type RailStage = components['schemas']['RailStage'];
/** A stage that an entity may move to, with its gate. @public */
export type NextStage = components['schemas']['NextStage'];
/** Where an entity is in its life. @public */
export type EntityLifecycle = components['schemas']['EntityLifecycle'];
/** Entities together, and how ready they are. @public */
export type ReadinessGroup = components['schemas']['ReadinessGroup'];
/** A page of readiness. @public */
export type ReadinessPage = components['schemas']['ReadinessPage'];

/** Where a transition between stages stands. @public */
export type StageTransitionState =
  components['schemas']['StageTransitionState'];
/** Somebody who approves a transition, and whether that has happened. @public */
export type TransitionApprover = components['schemas']['TransitionApprover'];
/** What to change in which file, so that the catalog shows a stage. @public */
export type StageFileChange = components['schemas']['StageFileChange'];
/** A move of an entity from a stage to another one. @public */
export type StageTransition = components['schemas']['StageTransition'];
/** A page of transitions between stages. @public */
export type StageTransitionPage = components['schemas']['StageTransitionPage'];
/** A check by its name. @public */
export type CheckName = components['schemas']['CheckName'];
/** The answer of a person to a check. @public */
export type AttestedAnswer = components['schemas']['AttestedAnswer'];
/** What a person answered to a check. @public */
export type Attestation = components['schemas']['Attestation'];
/** A page of answers to checks. @public */
export type AttestationPage = components['schemas']['AttestationPage'];
/** A granted exception to one check of one entity. @public */
export type Waiver = components['schemas']['Waiver'];
/** A page of exceptions. @public */
export type WaiverPage = components['schemas']['WaiverPage'];
/** What is under way with the stage of an entity, and what the caller may do. @public */
export type LifecycleActions = components['schemas']['LifecycleActions'];
/** What can become of the stage of an entity. @public */
export type LifecycleEventType = components['schemas']['LifecycleEventType'];
/** Something that became of the stage of an entity. @public */
export type LifecycleEvent = components['schemas']['LifecycleEvent'];
/** A page of what became of the stage of an entity. @public */
export type LifecycleHistoryPage =
  components['schemas']['LifecycleHistoryPage'];
/** All that became of the stage of an entity. @public */
export type LifecycleHistoryExport =
  components['schemas']['LifecycleHistoryExport'];
/** The stages as columns. @public */
export type StageBoard = components['schemas']['StageBoard'];
/** A stage with what is in it. @public */
export type StageColumn = components['schemas']['StageColumn'];
/** Whether a sunset plan is in force. @public */
export type SunsetPlanState = components['schemas']['SunsetPlanState'];
/** What an owner says about something that depends on what is retired. @public */
export type SunsetAnswer = components['schemas']['SunsetAnswer'];
/** Where a dependant of a sunset plan stands. @public */
export type SunsetDependantState =
  components['schemas']['SunsetDependantState'];
/** How something is retired. @public */
export type SunsetPlan = components['schemas']['SunsetPlan'];
/** What a plan says to those who depend on what leaves. @public */
export type SunsetPlanOutline = components['schemas']['SunsetPlanOutline'];
/** A page of sunset plans. @public */
export type SunsetPlanPage = components['schemas']['SunsetPlanPage'];
/** A page of what depends on something that is retired. @public */
export type SunsetDependantPage = components['schemas']['SunsetDependantPage'];
/** Whether an entity is retired, and what of that which it depends on is. @public */
export type EntitySunset = components['schemas']['EntitySunset'];
/** Something that depends on what is retired, and what its owner says. @public */
export type SunsetDependantView = components['schemas']['SunsetDependant'];

/** What `GET /products` can be asked for. @public */
export type ListProductsQuery = NonNullable<
  operations['listProducts']['parameters']['query']
>;
/** What a roadmap can be asked for. @public */
export type ListRoadmapItemsQuery = NonNullable<
  operations['listRoadmapItems']['parameters']['query']
>;
/** What a list of runbooks can be asked for. @public */
export type ListRunbooksQuery = NonNullable<
  operations['listRunbooks']['parameters']['query']
>;
/** What the ownership graph can be asked for. @public */
export type GetOwnershipGraphQuery = NonNullable<
  operations['getOwnershipGraph']['parameters']['query']
>;
/** What the children of a node can be asked for. @public */
export type ListOwnershipChildrenQuery = NonNullable<
  operations['listOwnershipChildren']['parameters']['query']
>;
/** What the ownership of a person can be asked for. @public */
export type GetPersonOwnershipQuery = NonNullable<
  operations['getPersonOwnership']['parameters']['query']
>;
/** What the dependencies of a team can be asked for, beside the team. @public */
export type ListOwnershipDependenciesQuery = Omit<
  operations['listOwnershipDependencies']['parameters']['query'],
  'team'
>;
/** What the list of what a team or person has can be asked for. @public */
export type ListOwnedEntitiesQuery = NonNullable<
  operations['listOwnedEntities']['parameters']['query']
>;
/** What a search in the ownership graph takes. @public */
export type SearchOwnershipQuery = NonNullable<
  operations['searchOwnership']['parameters']['query']
>;
/** What the list of gaps can be asked for. @public */
export type ListOwnershipGapsQuery = NonNullable<
  operations['listOwnershipGaps']['parameters']['query']
>;
/** What the list of verifications can be asked for. @public */
export type ListOwnershipVerificationsQuery = NonNullable<
  operations['listOwnershipVerifications']['parameters']['query']
>;
/** What the history of ownership can be asked for. @public */
export type ListOwnershipHistoryQuery = NonNullable<
  operations['listOwnershipHistory']['parameters']['query']
>;
/** What the list of transfers can be asked for. @public */
export type ListOwnershipTransfersQuery = NonNullable<
  operations['listOwnershipTransfers']['parameters']['query']
>;
/** What readiness can be asked for. @public */
export type GetReadinessQuery = NonNullable<
  operations['getReadiness']['parameters']['query']
>;
/** A proposal of another owner. @public */
export type ProposeOwnershipTransferBody =
  operations['proposeOwnershipTransfer']['requestBody']['content']['application/json'];
/** A decision about a transfer. @public */
export type DecideOwnershipTransferBody =
  operations['decideOwnershipTransfer']['requestBody']['content']['application/json'];
/** What the history of a stage can be asked for. @public */
export type ListLifecycleHistoryQuery = NonNullable<
  operations['listLifecycleHistory']['parameters']['query']
>;
/** What the stage board can be asked for. @public */
export type GetStageBoardQuery = NonNullable<
  operations['getStageBoard']['parameters']['query']
>;
/** What the list of transitions between stages can be asked for. @public */
export type ListStageTransitionsQuery = NonNullable<
  operations['listStageTransitions']['parameters']['query']
>;
/** What the list of answers to checks can be asked for. @public */
export type ListAttestationsQuery = NonNullable<
  operations['listAttestations']['parameters']['query']
>;
/** What the list of exceptions can be asked for. @public */
export type ListWaiversQuery = NonNullable<
  operations['listWaivers']['parameters']['query']
>;
/** What the list of sunset plans can be asked for. @public */
export type ListSunsetPlansQuery = NonNullable<
  operations['listSunsetPlans']['parameters']['query']
>;
/** What the list of dependants of a sunset plan can be asked for. @public */
export type ListSunsetDependantsQuery = NonNullable<
  operations['listSunsetDependants']['parameters']['query']
>;
/** A request for another stage. @public */
export type RequestStageTransitionBody =
  operations['requestStageTransition']['requestBody']['content']['application/json'];
/** A decision about a transition between stages. @public */
export type DecideStageTransitionBody =
  operations['decideStageTransition']['requestBody']['content']['application/json'];
/** An answer to a check. @public */
export type AttestCheckBody =
  operations['attestCheck']['requestBody']['content']['application/json'];
/** An exception to be granted. @public */
export type GrantWaiverBody =
  operations['grantWaiver']['requestBody']['content']['application/json'];
/** Why an exception is taken back. @public */
export type RevokeWaiverBody =
  operations['revokeWaiver']['requestBody']['content']['application/json'];
/** A sunset plan to be kept. @public */
export type SaveSunsetPlanBody =
  operations['saveSunsetPlan']['requestBody']['content']['application/json'];
/** Why a sunset plan ends. @public */
export type EndSunsetPlanBody =
  operations['endSunsetPlan']['requestBody']['content']['application/json'];
/** What an owner says about a dependant. @public */
export type AcknowledgeSunsetBody =
  operations['acknowledgeSunset']['requestBody']['content']['application/json'];
/** What the history of a roadmap item can be asked for. @public */
export type ListRoadmapHistoryQuery = NonNullable<
  operations['listRoadmapHistory']['parameters']['query']
>;
/** What the comments on a roadmap item can be asked for. @public */
export type ListRoadmapCommentsQuery = NonNullable<
  operations['listRoadmapComments']['parameters']['query']
>;
/** Which of two roadmap items with one id is meant. @public */
export type GetRoadmapItemQuery = NonNullable<
  operations['getRoadmapItem']['parameters']['query']
>;
/** A roadmap item to be recorded. @public */
export type CreateRoadmapItemBody =
  operations['createRoadmapItem']['requestBody']['content']['application/json'];
/** A change of fields of a roadmap item. @public */
export type PatchRoadmapItemBody =
  operations['patchRoadmapItem']['requestBody']['content']['application/json'];
/** What is to be done with a roadmap item. @public */
export type ActOnRoadmapItemBody =
  operations['actOnRoadmapItem']['requestBody']['content']['application/json'];
/** A comment to be added. @public */
export type AddRoadmapCommentBody =
  operations['addRoadmapComment']['requestBody']['content']['application/json'];
/** A change of fields that a file is to declare. @public */
export type PrepareRoadmapFileChangeBody =
  operations['prepareRoadmapFileChange']['requestBody']['content']['application/json'];
/** What the list of feedback can be asked for. @public */
export type ListFeedbackQuery = NonNullable<
  operations['listFeedback']['parameters']['query']
>;
/** What the feedback on an entity can be asked for. @public */
export type ListEntityFeedbackQuery = NonNullable<
  operations['listEntityFeedback']['parameters']['query']
>;
/** What the comments on feedback can be asked for. @public */
export type ListFeedbackCommentsQuery = NonNullable<
  operations['listFeedbackComments']['parameters']['query']
>;
/** The run of a runbook that is to be started. @public */
export type StartRunbookRunBody =
  operations['startRunbookRun']['requestBody']['content']['application/json'];
/** What a list of runs can be asked for. @public */
export type ListRunbookRunsQuery = NonNullable<
  operations['listRunbookRuns']['parameters']['query']
>;
/** What the list of all runs can be asked for. @public */
export type ListAllRunbookRunsQuery = NonNullable<
  operations['listAllRunbookRuns']['parameters']['query']
>;
/** Which page of the drills of an entity. @public */
export type GetEntityRecoveryQuery = NonNullable<
  operations['getEntityRecovery']['parameters']['query']
>;
/** Of which entities the recovery is asked for. @public */
export type ListRecoveryQuery = NonNullable<
  operations['listRecovery']['parameters']['query']
>;
/** The drill that is to be planned. @public */
export type PlanDrillBody =
  operations['planDrill']['requestBody']['content']['application/json'];
/** A change of a planned drill. @public */
export type ChangeDrillPlanBody =
  operations['changeDrillPlan']['requestBody']['content']['application/json'];
/** What the list of alerts can be asked for. @public */
export type ListAlertsQuery = NonNullable<
  operations['listAlerts']['parameters']['query']
>;
/** Of what the follow-ups are asked for. @public */
export type ListFollowUpsQuery = NonNullable<
  operations['listFollowUps']['parameters']['query']
>;
/** The follow-up that is to be made. @public */
export type CreateFollowUpBody =
  operations['createFollowUp']['requestBody']['content']['application/json'];
/** Which events of a run are asked for. @public */
export type ListRunbookRunEventsQuery = NonNullable<
  operations['listRunbookRunEvents']['parameters']['query']
>;
/** What somebody posts. @public */
export type PostFeedbackBody =
  operations['postFeedback']['requestBody']['content']['application/json'];
/** A change of feedback, or an answer to it. @public */
export type PatchFeedbackBody =
  operations['patchFeedback']['requestBody']['content']['application/json'];
/** What feedback is merged into. @public */
export type MergeFeedbackBody =
  operations['mergeFeedback']['requestBody']['content']['application/json'];
/** Which roadmap item answers feedback. @public */
export type LinkFeedbackBody =
  operations['linkFeedback']['requestBody']['content']['application/json'];
/** The roadmap item to be made of feedback. @public */
export type MakeItemOfFeedbackBody =
  operations['makeItemOfFeedback']['requestBody']['content']['application/json'];
/** An item of any roadmap, as lists across products show it. @public */
export type PlanItem = components['schemas']['PlanItem'];
/** An entity with a roadmap, as a plan shows it. @public */
export type PlanEntity = components['schemas']['PlanEntity'];
/** What items of a plan stand under. @public */
export type PlanGroup = components['schemas']['PlanGroup'];
/** The values of the filters of a plan, with counts. @public */
export type PlanFacets = components['schemas']['PlanFacets'];
/** A page of items of all roadmaps. @public */
export type PlanPage = components['schemas']['PlanPage'];
/** The least that is said of an item. @public */
export type PlanItemSummary = components['schemas']['PlanItemSummary'];
/** A dependency between items. @public */
export type PlanDependency = components['schemas']['PlanDependency'];
/** A page of dependencies between items. @public */
export type PlanDependencyPage = components['schemas']['PlanDependencyPage'];
/** What solves a conflict. @public */
export type PlanConflictAction = components['schemas']['PlanConflictAction'];
/** Where plans contradict each other or the facts. @public */
export type PlanConflict = components['schemas']['PlanConflict'];
/** A page of conflicts. @public */
export type PlanConflictPage = components['schemas']['PlanConflictPage'];
/** A dependency that the catalog makes likely. @public */
export type PlanSuggestion = components['schemas']['PlanSuggestion'];
/** A page of suggested dependencies. @public */
export type PlanSuggestionPage = components['schemas']['PlanSuggestionPage'];
/** What became of a suggested dependency. @public */
export type PlanDecision = components['schemas']['PlanDecision'];
/** A part of the effort. @public */
export type PlanShare = components['schemas']['PlanShare'];
/** A part of the effort, by what is new and what keeps things running. @public */
export type PlanShareByClass = components['schemas']['PlanShareByClass'];
/** What effort goes into in a period. @public */
export type PlanMixPeriod = components['schemas']['PlanMixPeriod'];
/** What effort goes into. @public */
export type PlanMix = components['schemas']['PlanMix'];
/** An item with its place in the ranking of its roadmap. @public */
export type RoadmapRankedItem = components['schemas']['RoadmapRankedItem'];
/** The items of a roadmap by their score. @public */
export type RoadmapRanking = components['schemas']['RoadmapRanking'];
/** What items of all roadmaps can be asked for. @public */
export type ListPlanItemsQuery = NonNullable<
  operations['listPlanItems']['parameters']['query']
>;
/** What dependencies between items can be asked for. @public */
export type ListPlanDependenciesQuery = NonNullable<
  operations['listPlanDependencies']['parameters']['query']
>;
/** What conflicts can be asked for. @public */
export type ListPlanConflictsQuery = NonNullable<
  operations['listPlanConflicts']['parameters']['query']
>;
/** What suggested dependencies can be asked for. @public */
export type ListPlanSuggestionsQuery = NonNullable<
  operations['listPlanSuggestions']['parameters']['query']
>;
/** What the investment mix can be asked for. @public */
export type GetPlanMixQuery = NonNullable<
  operations['getPlanMix']['parameters']['query']
>;
/** What the ranking of a roadmap can be asked for. @public */
export type GetRoadmapRankingQuery = NonNullable<
  operations['getRoadmapRanking']['parameters']['query']
>;
/** An answer to a suggested dependency. @public */
export type DecidePlanSuggestionBody =
  operations['decidePlanSuggestion']['requestBody']['content']['application/json'];
/** Where a goal stands, in a word. @public */
export type GoalState = components['schemas']['GoalState'];
/** How a goal is measured, with its current value. @public */
export type GoalMetric = components['schemas']['GoalMetric'];
/** Where the values of a metric are read from, and how that went. @public */
export type GoalMetricSource = components['schemas']['GoalMetricSource'];
/** A goal with where it stands. @public */
export type GoalSummary = components['schemas']['GoalSummary'];
/** All about a goal. @public */
export type GoalDetails = components['schemas']['GoalDetails'];
/** An item of any roadmap that points at a goal. @public */
export type GoalItem = components['schemas']['GoalItem'];
/** A team that works on a goal. @public */
export type GoalTeam = components['schemas']['GoalTeam'];
/** A recorded value of a metric. @public */
export type GoalValue = components['schemas']['GoalValue'];
/** A change of a recorded goal. @public */
export type GoalEvent = components['schemas']['GoalEvent'];
/** A page of goals across entities. @public */
export type GoalPage = components['schemas']['GoalPage'];
/** A page of the goals of an entity. @public */
export type EntityGoalPage = components['schemas']['EntityGoalPage'];
/** A page of recorded values. @public */
export type GoalValuePage = components['schemas']['GoalValuePage'];
/** A page of changes of a goal. @public */
export type GoalHistoryPage = components['schemas']['GoalHistoryPage'];
/** What the list of goals can be asked for. @public */
export type ListGoalsQuery = NonNullable<
  operations['listGoals']['parameters']['query']
>;
/** Which page of the goals of an entity. @public */
export type ListEntityGoalsQuery = NonNullable<
  operations['listEntityGoals']['parameters']['query']
>;
/** Which page of the values of a metric. @public */
export type ListGoalValuesQuery = NonNullable<
  operations['listGoalValues']['parameters']['query']
>;
/** Which page of the history of a goal. @public */
export type ListGoalHistoryQuery = NonNullable<
  operations['listGoalHistory']['parameters']['query']
>;
/** Which of two goals with one id is meant. @public */
export type GetGoalQuery = NonNullable<
  operations['getGoal']['parameters']['query']
>;
/** A goal to be recorded. @public */
export type CreateGoalBody =
  operations['createGoal']['requestBody']['content']['application/json'];
/** A change of a goal. @public */
export type PatchGoalBody =
  operations['patchGoal']['requestBody']['content']['application/json'];
/** A value to be recorded. @public */
export type AddGoalValueBody =
  operations['addGoalValue']['requestBody']['content']['application/json'];
/** What is wrong with a CSV text or a row of it. @public */
export type RoadmapCsvProblem = components['schemas']['RoadmapCsvProblem'];
/** What an import makes of one row. @public */
export type RoadmapImportRow = components['schemas']['RoadmapImportRow'];
/** What an import would do. @public */
export type RoadmapImport = components['schemas']['RoadmapImport'];
/** What an import did. @public */
export type RoadmapImportResult = components['schemas']['RoadmapImportResult'];
/** A calendar feed, without its address. @public */
export type RoadmapFeed = components['schemas']['RoadmapFeed'];
/** A calendar feed with its address. @public */
export type CreatedRoadmapFeed = components['schemas']['CreatedRoadmapFeed'];
/** A page of calendar feeds. @public */
export type RoadmapFeedPage = components['schemas']['RoadmapFeedPage'];
/** A saved view of the roadmaps. @public */
export type SavedRoadmapView = components['schemas']['RoadmapView'];
/** A page of saved views. @public */
export type SavedRoadmapViewPage = components['schemas']['RoadmapViewPage'];
/** Which items of a roadmap are exported. @public */
export type ExportRoadmapCsvQuery = NonNullable<
  operations['exportRoadmapCsv']['parameters']['query']
>;
/** Which roadmaps and items are exported. @public */
export type ExportRoadmapsCsvQuery = NonNullable<
  operations['exportRoadmapsCsv']['parameters']['query']
>;
/** What the list of calendar feeds can be asked for. @public */
export type ListRoadmapFeedsQuery = NonNullable<
  operations['listRoadmapFeeds']['parameters']['query']
>;
/** What the list of saved views can be asked for. @public */
export type ListRoadmapViewsQuery = NonNullable<
  operations['listRoadmapViews']['parameters']['query']
>;
/** A calendar feed to be made. @public */
export type CreateRoadmapFeedBody =
  operations['createRoadmapFeed']['requestBody']['content']['application/json'];
/** A view to be saved. @public */
export type CreateRoadmapViewBody =
  operations['createRoadmapView']['requestBody']['content']['application/json'];
/** A change of a saved view. @public */
export type PatchRoadmapViewBody =
  operations['patchRoadmapView']['requestBody']['content']['application/json'];
