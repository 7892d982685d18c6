// Generated from openapi.yaml by `yarn generate:api`. Do not edit.
/** The paths of the HTTP contract, as `openapi-fetch` and the typed router take them. @public */
export interface paths {
  '/entities/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * The overview of an entity
     * @description The one call behind an entity page. Lists inside are cut to the first few, beside their totals.
     */
    get: operations['getEntityOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/roadmap': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** The roadmap items of an entity, declared and recorded ones, in their order */
    get: operations['listRoadmapItems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/roadmap/items': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Record a roadmap item */
    post: operations['createRoadmapItem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}': {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    /** One roadmap item, also one that has left its file */
    get: operations['getRoadmapItem'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change fields of a recorded item
     * @description `null` takes a field away, one that is absent stays. Who closes an item takes its horizon away. `score` needs the permission to prioritise, all else that to update.
     */
    patch: operations['patchRoadmapItem'];
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/actions': {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reorder, reschedule or drop an item, or take a change back
     * @description `reorder` puts it between two others by their ranks (`after`, `before`), declared ones too, and may change `fields` of a recorded one with it; `shift` moves start and end by `days`, `move` its first day to the day `to`, both keep the duration; `resize` moves `start` or `end`; `undo` takes back the `change` of that version.
     */
    post: operations['actOnRoadmapItem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/file-change': {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * How the file of a declared item is to be changed
     * @description The file is read as it is now. Nothing is written, neither to the file nor here.
     */
    post: operations['prepareRoadmapFileChange'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/history': {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    /**
     * What became of an item, the latest first
     * @description The latest thousand changes are kept.
     */
    get: operations['listRoadmapHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/comments': {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    /** The comments on an item, the first one first */
    get: operations['listRoadmapComments'];
    put?: never;
    /** Comment on an item */
    post: operations['addRoadmapComment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/comments/{comment}': {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
        comment: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a comment of one's own */
    delete: operations['removeRoadmapComment'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/runbooks': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** The runbooks of an entity, by title */
    get: operations['listRunbooks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/runbooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    /** One runbook with its text and steps */
    get: operations['getRunbook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runbooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The runbooks of all entities that the caller may read, found by alert, symptom or any words of their text
     * @description With a text, the best match comes first: a runbook that answers an alert of that name, then names and titles, then the text. Where no runbook has all the words, those with any of them are given. Without a text, by title.
     */
    get: operations['searchRunbooks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runbooks/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The runbook that answers an alert for the entity that its labels name
     * @description Nothing is chosen where several answer equally well: then they are among the others. Where none answers, the nearest by their text are given.
     */
    get: operations['resolveRunbook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/alerts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The alerts that fire, of the entities that one may read
     * @description The most severe first, then the latest. An alert is of the entity that its labels name, else of the one whose runbook answers it. Those of no entity need the permission `product-ops.alert.read-unmatched`. Asked of an `entity`, those of its parts are among them, and the ones that ended within a day are told too.
     */
    get: operations['listAlerts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/on-call': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is on call for an entity
     * @description Nobody, where no plugin is installed that knows.
     */
    get: operations['getOnCall'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/alerts/{source}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tell of alerts, as another system does by a webhook
     * @description For other systems, with an external access token that may `product-ops.alert.receive`; people are refused. The source `alertmanager` takes what Alertmanager's webhook of version 4 sends; modules add others. The same alert, told again, is one. What the source does not take is refused as a whole. While as many of a source fire as are kept, new ones are refused (503) and all others are kept: tell of them again later.
     */
    post: operations['receiveAlerts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/runbooks/{id}/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    /** The recorded reviews of a runbook, the latest first */
    get: operations['listRunbookReviews'];
    put?: never;
    /**
     * Vouch that a runbook is still right
     * @description The same request of the same person, with the same `id`, gives the same review, however often it is sent. It needs the permission `product-ops.runbook.review` on the entity.
     */
    post: operations['reviewRunbook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/runbooks/{id}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start a run of a runbook, pinned to the version it has now
     * @description The same request of the same person, with the same `id`, gives the same run, however often it is sent. It needs the permission `product-ops.runbook.run` on the entity.
     */
    post: operations['startRunbookRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/written-runbooks': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** What is written in the portal as runbooks of an entity, the removed and the overruled ones too, by title */
    get: operations['listWrittenRunbooks'];
    put?: never;
    /**
     * Write a runbook in the portal
     * @description Its id is that of the front matter, else it is made from the title. It is read like a file, and refused with what is wrong where it has mistakes. With an `Idempotency-Key` it is written once, however often it is sent. It needs the permission `product-ops.runbook.author` on the entity.
     */
    post: operations['writeRunbook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/written-runbooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    /** One runbook that is written in the portal, as it was typed */
    get: operations['getWrittenRunbook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change the text of a runbook, restore an earlier one, remove the runbook or bring it back
     * @description `version` is the one that was read. The same text again changes nothing. It needs the permission `product-ops.runbook.author` on the entity.
     */
    patch: operations['changeWrittenRunbook'];
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/runbooks/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    /** What a runbook has said over time, the latest version first */
    get: operations['listRunbookVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/runbooks/{id}/versions/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
        number: number;
      };
      cookie?: never;
    };
    /** One version of a runbook, as it was written */
    get: operations['getRunbookVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/runbooks/{id}/image': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    /**
     * An image that the text of a runbook shows, from the place where its file lies
     * @description PNG, JPEG, GIF, WebP and AVIF, told by their first bytes, up to 2 MB, inside the folder of runbooks.
     */
    get: operations['getRunbookImage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** The runs of an entity's runbooks, those that are not closed first, then the latest first */
    get: operations['listRunbookRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    /** One run with the version of the runbook that it is pinned to */
    get: operations['getRunbookRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    /** What has happened in a run, in its one order */
    get: operations['listRunbookRunEvents'];
    put?: never;
    /**
     * Say what has happened in a run
     * @description Nothing that was said is changed or taken away: what follows counts. The same `id` of the same person is kept once, however often it is sent. It needs the permission `product-ops.runbook.run` on the entity.
     */
    post: operations['appendRunbookRunEvent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/record': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    /** The record of a closed run in one piece */
    get: operations['exportRunbookRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The runs of all entities that one may read, those that are not closed first, then the latest first */
    get: operations['listAllRunbookRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/runs/{id}/presence': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that one has the page of a run open
     * @description Said again every twenty seconds; who has not said it for a minute is gone. A run that is closed has nobody.
     */
    post: operations['joinRunbookRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/recovery': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * What an entity promises of recovery, what that rests on, and what drills have proven
     * @description What the caller may not read is neither named nor counted.
     */
    get: operations['getEntityRecovery'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/recovery/plans': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Plan a drill
     * @description The same request again gives the same plan. It needs `product-ops.drill.plan`.
     */
    post: operations['planDrill'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/drill-plans/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Move or cancel a planned drill
     * @description A conflict (409) tells the plan as it is when its version is another, or it is not planned any more. It needs `product-ops.drill.plan`.
     */
    patch: operations['changeDrillPlan'];
    trace?: never;
  };
  '/recovery': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is promised of recovery, and what drills have proven, by product
     * @description The products, and other entities that promise something of recovery, the most critical first. Only what the caller may read is listed and counted.
     */
    get: operations['listRecovery'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/follow-ups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was put on roadmaps because of a run or a runbook, or why an item is there
     * @description Of a run (`run`), of a runbook and all its runs (`entity` and `runbook`), or of an item (`entity` and `item`). What the caller may not read is left out.
     */
    get: operations['listFollowUps'];
    put?: never;
    /**
     * Put what was learned on a roadmap
     * @description Makes a roadmap item, linked to the run or the runbook: both or none. The item's origin is `run:`, `drill:` or `runbook:` and the id. It needs the permission to record items of the entity whose roadmap it is.
     */
    post: operations['createFollowUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/ownership': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** Who answers for an entity, how that comes about, and how it was before */
    get: operations['getEntityOwnership'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/lifecycle': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** Where an entity is in its life, what its stage demands, and what the next ones would */
    get: operations['getEntityLifecycle'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/ownership/history': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * All that became of the ownership of an entity, the latest first
     * @description Changes of the owner, answers to whether it is right, and transfers from their proposal to their end. None of it is ever changed or removed.
     */
    get: operations['listOwnershipHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/graph': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Teams in their hierarchy with what they own, cut to what can be read
     * @description A tree: the root, `depth` levels below it, and one more below each node of `expand`. Of the children of a node the first `breadth` are there, those with the most entities first; one node of type `more` stands for the rest. Counts include everything below a node, once, as far as the caller may read it.
     */
    get: operations['getOwnershipGraph'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/children': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All children of a node of the graph, searchable */
    get: operations['listOwnershipChildren'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Teams, people and entities by text, each with the way to it in the graph */
    get: operations['searchOwnership'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/teams/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** What a team owns, by itself and through its sub-teams */
    get: operations['getTeamOwnership'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/people/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** What a person answers for, by name, through teams and in roles */
    get: operations['getPersonOwnership'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/dependencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What teams depend on each other, by the dependencies of what they own */
    get: operations['listOwnershipDependencies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/entities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a team with its sub-teams, or a person, has in one role
     * @description As the owner: what would have no owner if the team went, with those who hold a role for it and would stay.
     */
    get: operations['listOwnedEntities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/gaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that nobody answers for, or not well, with what would mend it */
    get: operations['listOwnershipGaps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/verifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is due to be verified as still owned, the longest overdue first */
    get: operations['listOwnershipVerifications'];
    put?: never;
    /**
     * Say that ownership is still right, or that it is wrong
     * @description Each answer is taken by itself and all that were taken are told. One answer alone that cannot be taken is an error: 409 with the current state in `error.current` where the entity has changed since `version`, whoever answers for it now. An answer with `to` also needs the permission to propose transfers.
     */
    post: operations['verifyOwnership'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/transfers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Proposed changes of owners, the latest first */
    get: operations['listOwnershipTransfers'];
    put?: never;
    /**
     * Propose another owner of an entity
     * @description 409 with the open transfer in `error.current` when the entity is to go to somebody else already, and with the entity and its owner in `error.current` when `from` is not its owner any more.
     */
    post: operations['proposeOwnershipTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ownership/transfers/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept or decline a transfer, or take it back */
    post: operations['decideOwnershipTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/feedback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What people ask for, across all entities that the caller may read
     * @description What was taken back or merged into something else is not listed, and not counted.
     */
    get: operations['listFeedback'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/feedback': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** What people ask of an entity */
    get: operations['listEntityFeedback'];
    put?: never;
    /**
     * Ask something of an entity
     * @description Who posts has voted for it.
     */
    post: operations['postFeedback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/feedback': {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    /** The feedback that a roadmap item answers, most votes first */
    get: operations['listItemFeedback'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/feedback/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    /** One piece of feedback, also one that was merged or taken back */
    get: operations['getFeedback'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change feedback, answer it, or take it back
     * @description `title`, `text` and `withdrawn` are its author's, as long as it is open or under review; taking it back removes what it says. `status`, `reason` and `answer` need the permission to moderate; declining needs a reason.
     */
    patch: operations['patchFeedback'];
    trace?: never;
  };
  '/feedback/{id}/votes': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Vote for it, once
     * @description A second vote of the same person changes nothing.
     */
    post: operations['voteForFeedback'];
    /** Take one's vote back */
    delete: operations['takeFeedbackVoteBack'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/feedback/{id}/comments': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    /** The comments on it, the first one first */
    get: operations['listFeedbackComments'];
    put?: never;
    /** Comment on it */
    post: operations['addFeedbackComment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/feedback/{id}/comments/{comment}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
        comment: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a comment of one's own */
    delete: operations['removeFeedbackComment'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/feedback/{id}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Merge it into other feedback that asks for the same
     * @description Its votes count there, each person's once, and so do the items it is linked to; the permission to moderate is needed on both entities.
     */
    post: operations['mergeFeedback'];
    /**
     * Take a merge back
     * @description Votes and items that came with it go with it; who has voted for both keeps both votes.
     */
    delete: operations['undoFeedbackMerge'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/feedback/{id}/links': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Link it to a roadmap item that answers it
     * @description Feedback that was open or under review is planned from then on. When all its items are closed and one of them is done, it is shipped.
     */
    post: operations['linkFeedback'];
    /** Take a link to a roadmap item away */
    delete: operations['unlinkFeedback'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/feedback/{id}/item': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a roadmap item of it, linked to it
     * @description Title and description are those of the feedback where `fields` has none; the origin is `feedback:` and its id. It needs the permissions to moderate and to record items.
     */
    post: operations['makeItemOfFeedback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The portfolio, filtered, sorted and paged
     * @description Filters of different names must all match; several values of one filter match any of them. Facet counts of a filter leave that filter itself out, so that they say what choosing another value would give.
     */
    get: operations['listProducts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readiness': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How ready things are for the stage they are in, rolled up */
    get: operations['getReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/lifecycle/actions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** What is under way with the stage of an entity, and what the caller may do about it */
    get: operations['getLifecycleActions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/lifecycle/history': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * All that became of the stage of an entity, the latest first
     * @description Changes of stage, transitions with their decisions, exceptions with their end, answers of people and sunset plans. None of it is ever changed or removed.
     */
    get: operations['listLifecycleHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/lifecycle/history/export': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** The history of an entity's stage in one piece, the first entry first */
    get: operations['exportLifecycleHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/sunset': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** Whether an entity is retired, and what of that which it depends on is */
    get: operations['getEntitySunset'];
    put?: never;
    /**
     * Begin to retire an entity, or change the plan
     * @description Everything that depends on it now becomes a dependant of the plan; what begins to later is flagged as late. The same plan again changes nothing.
     */
    post: operations['saveSunsetPlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/lifecycle/board': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The stages as columns, in each what has been there longest */
    get: operations['getStageBoard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/lifecycle/transitions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Moves between stages, the latest first */
    get: operations['listStageTransitions'];
    put?: never;
    /**
     * Ask that an entity moves to another stage
     * @description Checks that fail keep nobody from asking; they keep the gate closed until they pass or are waived. Where nobody has to approve and the gate is open, it is approved at once. Where no file declares the stage, approval changes it.
     */
    post: operations['requestStageTransition'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/lifecycle/transitions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    /**
     * One transition with all checks of its gate
     * @description The checks are as they are now while it is requested, and as they were once it is approved or refused.
     */
    get: operations['getStageTransition'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/lifecycle/transitions/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve or refuse a transition, or take it back */
    post: operations['decideStageTransition'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/lifecycle/attestations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Answers of people to checks of an entity, the latest first */
    get: operations['listAttestations'];
    put?: never;
    /** Answer a check that no fact answers */
    post: operations['attestCheck'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/lifecycle/waivers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Granted exceptions, the latest first */
    get: operations['listWaivers'];
    put?: never;
    /** Grant an exception to one check of one entity */
    post: operations['grantWaiver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/lifecycle/waivers/{id}/revocation': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take an exception back before it ends */
    post: operations['revokeWaiver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/lifecycle/sunsets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is retired, the earliest end of life first */
    get: operations['listSunsetPlans'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/lifecycle/sunsets/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a sunset plan, since it is done or given up */
    post: operations['endSunsetPlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/lifecycle/sunsets/{id}/dependants': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    /** What must move before an entity is retired, what is due first */
    get: operations['listSunsetDependants'];
    put?: never;
    /** Say as the owner of a dependant what becomes of it */
    post: operations['acknowledgeSunset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/items': {
    parameters: {
      query?: {
        /** @description Only items of these entities, by ref */
        entity?: components['parameters']['PlanEntity'];
        /** @description Only items of these products and of what they are made of, by ref */
        product?: components['parameters']['PlanProduct'];
        /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
        team?: components['parameters']['PlanTeam'];
        /** @description Only items of entities of these domains, by ref; `none` stands for those of none */
        domain?: components['parameters']['PlanDomain'];
        /** @description Only items that point at these goals; `none` stands for those that point at none */
        goal?: components['parameters']['PlanGoal'];
        /** @description Only items of these categories; `none` stands for those without one */
        category?: components['parameters']['PlanCategory'];
        /** @description Only items with one of these statuses */
        status?: components['parameters']['PlanStatus'];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: components['parameters']['PlanHorizon'];
        /** @description Only items of these owners of their own, by ref; `none` stands for items without one */
        owner?: components['parameters']['PlanOwner'];
        /** @description Only items of these sources - `declared`, `recorded`, or the id of another one */
        source?: components['parameters']['PlanSource'];
        /** @description Only items that came from there */
        origin?: components['parameters']['PlanOrigin'];
        /** @description Only items with these words in id, title, labels, or the title of their entity; all must match */
        q?: components['parameters']['PlanText'];
        /** @description Only items that end on this day (`YYYY-MM-DD`) or later */
        from?: components['parameters']['PlanFrom'];
        /** @description Only items that start on this day (`YYYY-MM-DD`) or earlier */
        to?: components['parameters']['PlanTo'];
        /** @description Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end */
        undated?: components['parameters']['PlanUndated'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Items of all roadmaps that the caller may read, filtered, sorted and paged
     * @description Filters of different names must all match; several values of one filter match any of them. Everything is counted after what the caller may read. Facet counts of a filter leave that filter itself out.
     */
    get: operations['listPlanItems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/dependencies': {
    parameters: {
      query?: {
        /** @description Only items of these entities, by ref */
        entity?: components['parameters']['PlanEntity'];
        /** @description Only items of these products and of what they are made of, by ref */
        product?: components['parameters']['PlanProduct'];
        /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
        team?: components['parameters']['PlanTeam'];
        /** @description Only items of entities of these domains, by ref; `none` stands for those of none */
        domain?: components['parameters']['PlanDomain'];
        /** @description Only items that point at these goals; `none` stands for those that point at none */
        goal?: components['parameters']['PlanGoal'];
        /** @description Only items of these categories; `none` stands for those without one */
        category?: components['parameters']['PlanCategory'];
        /** @description Only items with one of these statuses */
        status?: components['parameters']['PlanStatus'];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: components['parameters']['PlanHorizon'];
        /** @description Only items of these owners of their own, by ref; `none` stands for items without one */
        owner?: components['parameters']['PlanOwner'];
        /** @description Only items of these sources - `declared`, `recorded`, or the id of another one */
        source?: components['parameters']['PlanSource'];
        /** @description Only items that came from there */
        origin?: components['parameters']['PlanOrigin'];
        /** @description Only items with these words in id, title, labels, or the title of their entity; all must match */
        q?: components['parameters']['PlanText'];
        /** @description Only items that end on this day (`YYYY-MM-DD`) or later */
        from?: components['parameters']['PlanFrom'];
        /** @description Only items that start on this day (`YYYY-MM-DD`) or earlier */
        to?: components['parameters']['PlanTo'];
        /** @description Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end */
        undated?: components['parameters']['PlanUndated'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The dependencies of the items that a filter gives, within and across products
     * @description Dependencies from or to an item that matches. What leads to an item of an entity that the caller may not read is left out.
     */
    get: operations['listPlanDependencies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/conflicts': {
    parameters: {
      query?: {
        /** @description Only items of these entities, by ref */
        entity?: components['parameters']['PlanEntity'];
        /** @description Only items of these products and of what they are made of, by ref */
        product?: components['parameters']['PlanProduct'];
        /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
        team?: components['parameters']['PlanTeam'];
        /** @description Only items of entities of these domains, by ref; `none` stands for those of none */
        domain?: components['parameters']['PlanDomain'];
        /** @description Only items that point at these goals; `none` stands for those that point at none */
        goal?: components['parameters']['PlanGoal'];
        /** @description Only items of these categories; `none` stands for those without one */
        category?: components['parameters']['PlanCategory'];
        /** @description Only items with one of these statuses */
        status?: components['parameters']['PlanStatus'];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: components['parameters']['PlanHorizon'];
        /** @description Only items of these owners of their own, by ref; `none` stands for items without one */
        owner?: components['parameters']['PlanOwner'];
        /** @description Only items of these sources - `declared`, `recorded`, or the id of another one */
        source?: components['parameters']['PlanSource'];
        /** @description Only items that came from there */
        origin?: components['parameters']['PlanOrigin'];
        /** @description Only items with these words in id, title, labels, or the title of their entity; all must match */
        q?: components['parameters']['PlanText'];
        /** @description Only items that end on this day (`YYYY-MM-DD`) or later */
        from?: components['parameters']['PlanFrom'];
        /** @description Only items that start on this day (`YYYY-MM-DD`) or earlier */
        to?: components['parameters']['PlanTo'];
        /** @description Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end */
        undated?: components['parameters']['PlanUndated'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where plans contradict each other or the facts, with what solves it
     * @description Conflicts in which an item that matches takes part, the most urgent first. Found in what the caller may read.
     */
    get: operations['listPlanConflicts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/suggestions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Dependencies that the catalog makes likely
     * @description The entities of two open items of one period depend on each other in the catalog, and the items do not yet. What overlaps most comes first; of those that were answered the latest. Found in what the caller may read.
     */
    get: operations['listPlanSuggestions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/suggestions/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept, dismiss or restore a suggested dependency
     * @description It needs `product-ops.roadmap.item.update` on the entity of the item that would wait. To accept adds the dependency to a recorded item; of a declared one the answer says how its file is to be changed. To restore makes an answered suggestion open again; a dependency that was added stays. What was decided so already stays as it is.
     */
    post: operations['decidePlanSuggestion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/mix': {
    parameters: {
      query?: {
        /** @description Only items of these entities, by ref */
        entity?: components['parameters']['PlanEntity'];
        /** @description Only items of these products and of what they are made of, by ref */
        product?: components['parameters']['PlanProduct'];
        /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
        team?: components['parameters']['PlanTeam'];
        /** @description Only items of entities of these domains, by ref; `none` stands for those of none */
        domain?: components['parameters']['PlanDomain'];
        /** @description Only items that point at these goals; `none` stands for those that point at none */
        goal?: components['parameters']['PlanGoal'];
        /** @description Only items of these categories; `none` stands for those without one */
        category?: components['parameters']['PlanCategory'];
        /** @description Only items with one of these statuses */
        status?: components['parameters']['PlanStatus'];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: components['parameters']['PlanHorizon'];
        /** @description Only items of these owners of their own, by ref; `none` stands for items without one */
        owner?: components['parameters']['PlanOwner'];
        /** @description Only items of these sources - `declared`, `recorded`, or the id of another one */
        source?: components['parameters']['PlanSource'];
        /** @description Only items that came from there */
        origin?: components['parameters']['PlanOrigin'];
        /** @description Only items with these words in id, title, labels, or the title of their entity; all must match */
        q?: components['parameters']['PlanText'];
        /** @description Only items that end on this day (`YYYY-MM-DD`) or later */
        from?: components['parameters']['PlanFrom'];
        /** @description Only items that start on this day (`YYYY-MM-DD`) or earlier */
        to?: components['parameters']['PlanTo'];
        /** @description Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end */
        undated?: components['parameters']['PlanUndated'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What effort goes into, by period, team, product, category and origin
     * @description The effort of each item (of RICE, else the job size of WSJF) is spread evenly over its days. Of the filter, `from` and `to` are the first and the last day; the current quarter and the three before when absent.
     */
    get: operations['getPlanMix'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/roadmap/ranking': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** The open items of an entity by their score, and what changed since a day */
    get: operations['getRoadmapRanking'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/goals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Goals across entities, declared and recorded ones
     * @description Filters of different names must all match; several values of one filter match any of them. State, progress and counts are those of today. Facet counts of a filter leave that filter itself out.
     */
    get: operations['listGoals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/goals': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** The goals of an entity, declared and recorded ones */
    get: operations['listEntityGoals'];
    put?: never;
    /** Record a goal */
    post: operations['createGoal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/goals/{id}': {
    parameters: {
      query?: {
        /** @description Which one, where both a file and the portal have a goal with the id; that of the file when absent */
        source?: components['parameters']['GoalSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['GoalId'];
      };
      cookie?: never;
    };
    /** One goal with its metric, items, teams and risks; an archived one too */
    get: operations['getGoal'];
    put?: never;
    post?: never;
    /** Archive a recorded goal; its values and history stay, and it can be taken back */
    delete: operations['archiveGoal'];
    options?: never;
    head?: never;
    /** Change fields of a recorded goal, archive it, or take it back */
    patch: operations['patchGoal'];
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/goals/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['GoalId'];
      };
      cookie?: never;
    };
    /** What became of a recorded goal, the latest first */
    get: operations['listGoalHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/goals/{id}/values': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['GoalId'];
      };
      cookie?: never;
    };
    /** The recorded values of a goal's metric, corrected ones too, the latest moment first */
    get: operations['listGoalValues'];
    put?: never;
    /**
     * Record a value of a goal's metric, or correct one
     * @description People and other services may. A correction takes the place of a value, which stays in the list with who recorded it.
     */
    post: operations['addGoalValue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}/roadmap.csv': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * The roadmap of an entity as CSV
     * @description UTF-8 with a byte order mark, commas, a first row with the names of the columns. No cell is a formula. An import of it changes nothing. At most 2,000 items: where more match, the answer is an error that says how many.
     */
    get: operations['exportRoadmapCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap.csv': {
    parameters: {
      query?: {
        /** @description Only items of these entities, by ref */
        entity?: components['parameters']['PlanEntity'];
        /** @description Only items of these products and of what they are made of, by ref */
        product?: components['parameters']['PlanProduct'];
        /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
        team?: components['parameters']['PlanTeam'];
        /** @description Only items of entities of these domains, by ref; `none` stands for those of none */
        domain?: components['parameters']['PlanDomain'];
        /** @description Only items that point at these goals; `none` stands for those that point at none */
        goal?: components['parameters']['PlanGoal'];
        /** @description Only items of these categories; `none` stands for those without one */
        category?: components['parameters']['PlanCategory'];
        /** @description Only items with one of these statuses */
        status?: components['parameters']['PlanStatus'];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: components['parameters']['PlanHorizon'];
        /** @description Only items of these owners of their own, by ref; `none` stands for items without one */
        owner?: components['parameters']['PlanOwner'];
        /** @description Only items of these sources - `declared`, `recorded`, or the id of another one */
        source?: components['parameters']['PlanSource'];
        /** @description Only items that came from there */
        origin?: components['parameters']['PlanOrigin'];
        /** @description Only items with these words in id, title, labels, or the title of their entity; all must match */
        q?: components['parameters']['PlanText'];
        /** @description Only items that end on this day (`YYYY-MM-DD`) or later */
        from?: components['parameters']['PlanFrom'];
        /** @description Only items that start on this day (`YYYY-MM-DD`) or earlier */
        to?: components['parameters']['PlanTo'];
        /** @description Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end */
        undated?: components['parameters']['PlanUndated'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Items of all roadmaps that the caller may read as CSV, filtered like the plan
     * @description Like the roadmap of one entity as CSV, with the same bound.
     */
    get: operations['exportRoadmapsCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What an import of a CSV text would do, row by row
     * @description Nothing is written but the plan itself, which can be applied within a day by who asked for it. At most 2,000 rows and 2 MB of UTF-8. A text that cannot be read as a whole is an error (400) with `error.problems`: row, column, what, and what was expected.
     */
    post: operations['previewRoadmapImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/imports/{id}/apply': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Do what a plan says, all or nothing
     * @description Asked again, it gives the same answer and does nothing. Where an item has changed since the plan was made, nothing is written and the answer is a conflict (409) with `error.rows`: row, item and what has changed.
     */
    post: operations['applyRoadmapImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/feeds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The calendar feeds of the caller, the latest first */
    get: operations['listRoadmapFeeds'];
    put?: never;
    /**
     * Make a calendar feed of a roadmap
     * @description The address is a secret that is told once: who knows it reads what the person who made it may read. At most 20 of one person.
     */
    post: operations['createRoadmapFeed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/feeds/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke a calendar feed
     * @description One's own, or with the permission `product-ops.roadmap.share.manage` that of somebody else. Its address answers 404 from then on.
     */
    delete: operations['revokeRoadmapFeed'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/feeds/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The secret of a feed, and `.ics` behind it */
        file: string;
      };
      cookie?: never;
    };
    /**
     * A calendar feed, for calendars
     * @description The only operation that needs no sign-in. An unknown, a revoked and an expired address answer alike (404). Items and milestones with dates are all-day events, 1,000 at most, the nearest ones.
     */
    get: operations['readRoadmapFeed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Saved views, one's own first, then those that others share */
    get: operations['listRoadmapViews'];
    put?: never;
    /**
     * Save a view of the roadmaps
     * @description The same name with the same view again gives the one that there is; with another view it is a conflict (409) with the one that has the name in `error.current`. At most 50 of one person.
     */
    post: operations['createRoadmapView'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/roadmap/views/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a view
     * @description One's own, or with the permission `product-ops.roadmap.share.manage` one that somebody else shares.
     */
    delete: operations['deleteRoadmapView'];
    options?: never;
    head?: never;
    /** Rename a view of one's own, change what it shows or who sees it */
    patch: operations['patchRoadmapView'];
    trace?: never;
  };
  '/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How old the directory and the documents are
     * @description For any signed-in caller. It says nothing of single entities.
     */
    get: operations['getStatus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This contract */
    get: operations['getOpenApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

/** The schemas of the HTTP contract by name. @public */
export interface components {
  schemas: {
    /**
     * @description `verification` tells how the verification of ownership stands; `readiness` how the checks of the present stage do, where something evaluates them
     * @default stage
     * @enum {string}
     */
    OwnershipLens:
      | 'stage'
      | 'gaps'
      | 'tier'
      | 'kind'
      | 'verification'
      | 'readiness';
    /** @enum {string} */
    OwnershipGapRule:
      | 'unowned'
      | 'dangling-owner'
      | 'owner-without-members'
      | 'one-person-team'
      | 'missing-role'
      | 'dangling-holder';
    OwnershipCounts: {
      entities: number;
      /** @description Entities with any gap */
      gaps: number;
    };
    OwnershipShare: {
      value: string;
      title: string;
      count: number;
    };
    OwnershipNode: {
      /** @description Where the node is in the tree; the same for the same place in every answer */
      id: string;
      parent?: string;
      /**
       * @description `unowned` stands for what nobody owns, `dangling` for what somebody owns who is not in the catalog or whom the caller may not read, `people` for what people own by themselves, `more` for the children that were left out
       * @enum {string}
       */
      type:
        | 'organisation'
        | 'team'
        | 'person'
        | 'entity'
        | 'people'
        | 'unowned'
        | 'dangling'
        | 'more';
      title: string;
      entity?: components['schemas']['EntityLink'];
      depth: number;
      stage?: components['schemas']['StageState'];
      tier?: number;
      /** @description The rules that the entity itself breaks, one as often as it has gaps of it (two roles not filled) */
      gaps?: components['schemas']['OwnershipGapRule'][];
      counts: components['schemas']['OwnershipCounts'];
      /** @description Entities that it has by itself, not through what is below it */
      direct?: number;
      /** @description What is below it by the lens, in the order of the lens */
      distribution: components['schemas']['OwnershipShare'][];
      /** @description How many children it has; of `more`, how many it stands for */
      children: number;
      expanded: boolean;
    };
    OwnershipGraph: {
      /** @description The id of the root */
      root: string;
      /** @description Parents before their children, siblings in order */
      nodes: components['schemas']['OwnershipNode'][];
      totals: {
        entities: number;
        teams: number;
        people: number;
        gaps: number;
        /** @description Entities whose ownership is to be verified, and not yet overdue */
        verificationsDue: number;
        verificationsOverdue: number;
      };
      /** @description The lenses that can be asked for */
      lenses: components['schemas']['OwnershipLens'][];
      /** @description By type, the most first, the filter of types left out */
      types: components['schemas']['OwnershipShare'][];
      /** @description The stages of the installation in their order, also those that nothing is in, then what is in no stage or an unknown one; the filter of stages left out */
      stages: components['schemas']['OwnershipShare'][];
    };
    OwnershipChildren: {
      items: components['schemas']['OwnershipNode'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    OwnershipMatches: {
      items: {
        entity: components['schemas']['EntityLink'];
        owner?: components['schemas']['EntityLink'];
        /** @description Ids of the nodes from the root to it */
        path: string[];
      }[];
    };
    TeamOwnership: {
      team: components['schemas']['EntityLink'];
      parents: components['schemas']['EntityLink'][];
      children: components['schemas']['CountedTeams'];
      /** @description People of the team and of its sub-teams */
      members: {
        total: number;
        items: components['schemas']['EntityLink'][];
      };
      direct: components['schemas']['OwnershipCounts'];
      total: components['schemas']['OwnershipCounts'];
      byKind: components['schemas']['OwnershipShare'][];
      byStage: components['schemas']['OwnershipShare'][];
      /** @description The most critical first */
      products: {
        total: number;
        items: components['schemas']['OwnershipNode'][];
      };
      /** @description Entities for which the team, or a sub-team, holds a role; by role, those without any left out */
      roles: {
        role: components['schemas']['HeldRole'];
        count: number;
      }[];
      /** @description Who holds which roles for what the team owns, those with the most entities first */
      roleHolders: {
        total: number;
        items: {
          role: components['schemas']['HeldRole'];
          holder: components['schemas']['EntityLink'];
          /** @description Entities */
          count: number;
        }[];
      };
      /** @description Gaps by rule; one entity may have several */
      gaps: components['schemas']['OwnershipShare'][];
      /** @description What would have no owner if the team and its sub-teams went */
      ifGone: {
        entities: number;
        /** @description Those of them for which nobody outside of it holds any role */
        withoutAnybody: number;
      };
    };
    CountedTeams: {
      total: number;
      items: {
        team: components['schemas']['EntityLink'];
        counts: components['schemas']['OwnershipCounts'];
      }[];
    };
    /** @enum {string} */
    HeldRole:
      | 'productManager'
      | 'techLead'
      | 'operations'
      | 'support'
      | 'security';
    OwnedEntityPage: {
      holder: components['schemas']['EntityLink'];
      items: {
        entity: components['schemas']['EntityLink'];
        owner?: components['schemas']['EntityLink'];
        tier?: number;
        stage?: components['schemas']['StageState'];
        gaps?: components['schemas']['OwnershipGapRule'][];
        /** @description Who else answers for it, as its owner or in a role, and is not of the team */
        others: components['schemas']['EntityLink'][];
      }[];
      /** @description That match the filters */
      totalItems: number;
      /** @description Those that match the filters and that nobody else holds any role for */
      aloneItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    /**
     * @description As the owner by name, as a member of the team that owns it, or in a role of one's own or of a team
     * @enum {string}
     */
    AnswersHow: 'owner' | 'team' | 'role';
    PersonOwnership: {
      person: components['schemas']['EntityLink'];
      /** @description The teams that the person is a member of, with what they own through their sub-teams */
      teams: components['schemas']['CountedTeams'];
      /** @description Entities that the person answers for, each once, and in each of the ways; what one answers for in two ways counts in both */
      counts: {
        all: components['schemas']['OwnershipCounts'];
        owner: number;
        team: number;
        role: number;
      };
      /** @description Of all of them */
      verifications: {
        due: number;
        overdue: number;
      };
      /** @description Open ones from or to the person or a team of the person, the latest first */
      transfers: {
        total: number;
        items: components['schemas']['PersonTransfer'][];
      };
      items: components['schemas']['AnsweredFor'][];
      /** @description That match the filters */
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    PersonTransfer: {
      id: string;
      entity: components['schemas']['EntityLink'];
      from?: components['schemas']['EntityLink'];
      to: components['schemas']['EntityLink'];
      state: components['schemas']['TransferState'];
      /** Format: date-time */
      proposedAt: string;
    };
    AnsweredFor: {
      entity: components['schemas']['EntityLink'];
      owner?: components['schemas']['EntityLink'];
      tier?: number;
      stage?: components['schemas']['StageState'];
      gaps?: components['schemas']['OwnershipGapRule'][];
      verification: components['schemas']['VerificationState'];
      /** @description The ways in which the person answers for it, the nearest first */
      how: {
        how: components['schemas']['AnswersHow'];
        /** @enum {string} */
        role?:
          | 'productManager'
          | 'techLead'
          | 'operations'
          | 'support'
          | 'security';
        /** @description The team through which the person does, or the product whose role it is */
        via?: components['schemas']['EntityLink'];
      }[];
    };
    OwnershipDependencies: {
      team: components['schemas']['EntityLink'];
      dependsOn: components['schemas']['TeamDependencies'];
      neededBy: components['schemas']['TeamDependencies'];
    };
    TeamDependencies: {
      /** @description How many teams */
      total: number;
      items: {
        /** @description Absent for what nobody owns */
        team?: components['schemas']['EntityLink'];
        /** @description Dependencies */
        count: number;
        /** @description Up to five; up to a hundred where one other team is asked for */
        examples: {
          from: components['schemas']['EntityLink'];
          to: components['schemas']['EntityLink'];
        }[];
      }[];
    };
    OwnershipGap: {
      entity: components['schemas']['EntityLink'];
      owner?: components['schemas']['EntityLink'];
      tier?: number;
      stage?: components['schemas']['StageState'];
      rule: components['schemas']['OwnershipGapRule'];
      severity: components['schemas']['Severity'];
      title: string;
      detail?: string;
      action?: components['schemas']['AttentionAction'];
      /**
       * Format: date-time
       * @description When the suite found it first
       */
      since: string;
    };
    OwnershipGapPage: {
      items: components['schemas']['OwnershipGap'][];
      totalItems: number;
      /** @description By rule, the filter of rules left out */
      rules: components['schemas']['OwnershipShare'][];
      /** @description By owner, the most first */
      teams: components['schemas']['OwnershipShare'][];
      /** @description Gaps at the end of each day, of all that match the filters and are known today; days before the suite ran are absent */
      trend: {
        /** Format: date */
        day: string;
        count: number;
      }[];
      pageInfo: components['schemas']['PageInfo'];
    };
    /**
     * @description Overdue is due for longer than the days of grace
     * @enum {string}
     */
    VerificationState: 'overdue' | 'due' | 'upcoming';
    Verification: {
      entity: components['schemas']['EntityLink'];
      owner?: components['schemas']['EntityLink'];
      tier?: number;
      state: components['schemas']['VerificationState'];
      /** Format: date */
      dueAt: string;
      /** @description Goes up with every answer and every change of the owner */
      version: number;
      mayAnswer: boolean;
      /** @description The latest answer */
      last?: {
        /** @enum {string} */
        answer: 'confirmed' | 'wrong';
        by: components['schemas']['EntityLink'];
        /** Format: date-time */
        at: string;
        reason?: string;
      };
    };
    VerificationPage: {
      items: components['schemas']['Verification'][];
      totalItems: number;
      /** @description By state, the filter of states left out */
      counts: {
        overdue: number;
        due: number;
        upcoming: number;
      };
      pageInfo: components['schemas']['PageInfo'];
    };
    VerificationAnswer: {
      entity: string;
      version: number;
      /** @enum {string} */
      answer: 'confirmed' | 'wrong';
      /** @description Needed where the answer is `wrong` */
      reason?: string;
      /** @description Who should own it instead; opens a transfer to them */
      to?: string;
    };
    VerificationResults: {
      results: {
        entity: string;
        /**
         * @description `failed` is what could not be kept for a reason that is not in the answer: it can be sent again
         * @enum {string}
         */
        outcome:
          | 'recorded'
          | 'conflict'
          | 'forbidden'
          | 'not-found'
          | 'invalid'
          | 'failed';
        message?: string;
        current?: components['schemas']['Verification'];
        /** @description The transfer that the answer asked for, or the one that is open instead */
        transfer?: components['schemas']['Transfer'];
        /** @description Whether the answer opened `transfer`. When not, it was open before, and may go to somebody else */
        opened?: boolean;
      }[];
    };
    /**
     * @description An accepted one is complete when the catalog shows the new owner. One is superseded when the catalog shows yet another, shows the new one before anybody accepted, or has been without the entity for seven days
     * @enum {string}
     */
    TransferState:
      | 'proposed'
      | 'accepted'
      | 'declined'
      | 'withdrawn'
      | 'completed'
      | 'superseded';
    Transfer: {
      id: string;
      version: number;
      entity: components['schemas']['EntityLink'];
      from?: components['schemas']['EntityLink'];
      to: components['schemas']['EntityLink'];
      state: components['schemas']['TransferState'];
      reason: string;
      proposedBy: components['schemas']['EntityLink'];
      /** Format: date-time */
      proposedAt: string;
      decidedBy?: components['schemas']['EntityLink'];
      /** Format: date-time */
      decidedAt?: string;
      decisionReason?: string;
      /** Format: date-time */
      closedAt?: string;
      mayDecide: boolean;
      mayWithdraw: boolean;
      /** @description What follows the entity to its new owner, since it names no owner of its own */
      comesAlong: {
        /** @description Open ones */
        roadmapItems: number;
        /** @description That are stale */
        runbooksDue: number;
      };
      /** @description What to write into which file, until the catalog shows the new owner */
      change?: components['schemas']['AttentionAction'];
    };
    TransferPage: {
      items: components['schemas']['Transfer'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    EntityOwnership: {
      entity: components['schemas']['EntityLink'];
      ownership: components['schemas']['Ownership'];
      /** @description Where the owner is declared, and who stands above */
      origin: {
        file?: string;
        url?: string;
        editUrl?: string;
        product?: components['schemas']['EntityLink'];
        system?: components['schemas']['EntityLink'];
        /** @description The teams above the owner, the nearest first */
        teams?: components['schemas']['EntityLink'][];
      };
      gaps: components['schemas']['AttentionItem'][];
      /** @description Changes of the owner, the latest first */
      history: {
        /** Format: date-time */
        at: string;
        from?: components['schemas']['EntityLink'];
        to?: components['schemas']['EntityLink'];
        /**
         * @description Whether the suite saw the entity first, the catalog showed another owner, or an accepted transfer was completed by it
         * @enum {string}
         */
        origin: 'first-seen' | 'catalog' | 'transfer';
      }[];
      /** @description Whether the caller is a person who may propose another owner */
      mayPropose: boolean;
      neighbourhood: components['schemas']['Composition'];
    };
    OwnershipEvent: {
      id: string;
      /** Format: date-time */
      at: string;
      /**
       * @description Changes of the owner by what made them known - the suite saw the entity first, the `catalog` showed another owner, or an accepted `transfer` was completed by it - then answers, and steps of a transfer
       * @enum {string}
       */
      event:
        | 'first-seen'
        | 'catalog'
        | 'transfer'
        | 'confirmed'
        | 'wrong'
        | 'proposed'
        | 'accepted'
        | 'declined'
        | 'withdrawn'
        | 'superseded';
      /** @description The owner before; of an answer, the owner that it is about */
      from?: components['schemas']['EntityLink'];
      to?: components['schemas']['EntityLink'];
      by?: components['schemas']['EntityLink'];
      /** @description The reason that was given */
      text?: string;
    };
    OwnershipHistoryPage: {
      items: components['schemas']['OwnershipEvent'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    /** @enum {string} */
    CheckOutcome: 'passed' | 'failed' | 'notApplicable' | 'unanswered';
    /** @description Checks by how they count. `demanded` is passed, failed, open and waived together; checks that do not apply are not among them. */
    Readiness: {
      demanded: number;
      passed: number;
      failed: number;
      /** @description Not answered yet, or no more */
      open: number;
      /** @description Failed or open, under a granted exception */
      waived: number;
      notApplicable: number;
    };
    /** @description Somebody who has a say - the owner, the holders of a role, or a certain group or user */
    Approver: {
      /** @description `owner`, a role, or a full ref */
      approver: string;
      title: string;
      /** @description Who that is for this entity; empty when nobody is */
      holders: components['schemas']['EntityLink'][];
    };
    LifecycleCheck: {
      id: string;
      /** @description What must be true */
      title: string;
      /** @description Why it matters */
      description?: string;
      outcome: components['schemas']['CheckOutcome'];
      evidence: string;
      /** @description Entities that the evidence is about */
      about?: components['schemas']['EntityLink'][];
      /**
       * Format: date-time
       * @description Since when the outcome is this one
       */
      since?: string;
      /**
       * Format: date-time
       * @description When the answer, or how it counts, changes by itself
       */
      until?: string;
      /** @description Who may answer a check that no fact answers */
      answeredBy?: components['schemas']['Approver'][];
      /** @description Who answered it, where a person did */
      answer?: {
        by: components['schemas']['EntityLink'];
        /** Format: date-time */
        at: string;
      };
      /** @description The granted exception that is in force */
      waiver?: {
        /** Format: date-time */
        until: string;
        reason: string;
        by: components['schemas']['EntityLink'];
      };
      remedy?: components['schemas']['AttentionAction'];
    };
    RailStage: {
      id: string;
      title: string;
      /**
       * @description By the order of the list, whether the entity was ever in it or not
       * @enum {string}
       */
      state: 'past' | 'current' | 'ahead';
      /**
       * Format: date-time
       * @description When it entered last, as far as is known
       */
      since?: string;
      /** @description Whether it was in it already when the suite saw it first, so that it may have been there for longer */
      atLeast?: boolean;
      /** @description Whole days in it, all its stays together */
      days?: number;
    };
    NextStage: {
      stage: string;
      title: string;
      /** @enum {string} */
      direction: 'forward' | 'back';
      readiness: components['schemas']['Readiness'];
      checks: components['schemas']['LifecycleCheck'][];
      /** @description Who approves the entry, each of them once */
      approvers: components['schemas']['Approver'][];
      /** @description Whether who asks for the stage may not approve it */
      fourEyes: boolean;
    };
    EntityLifecycle: {
      entity: components['schemas']['EntityLink'];
      stage: components['schemas']['StageState'];
      /**
       * Format: date-time
       * @description When it entered its stage, as far as is known
       */
      since?: string;
      /** @description Whether it was in it already when the suite saw it first, so that it may be there for longer */
      atLeast?: boolean;
      /** @description The configured stages, in order */
      rail: components['schemas']['RailStage'][];
      readiness: components['schemas']['Readiness'];
      /** @description What the present stage demands; empty when it is none or an unknown one */
      checks: components['schemas']['LifecycleCheck'][];
      /** @description The stages that may come next, in order */
      next: components['schemas']['NextStage'][];
      /**
       * Format: date-time
       * @description When its facts were last looked at; absent before the first time
       */
      evaluatedAt?: string;
    };
    ReadinessGroup: {
      /** @description A ref, the id of a check or of a stage, or `none` */
      value: string;
      title: string;
      entity?: components['schemas']['EntityLink'];
      stage?: components['schemas']['StageState'];
      /** @description Of which something is demanded */
      entities: number;
      /** @description Those of them that lack nothing */
      ready: number;
      readiness: components['schemas']['Readiness'];
    };
    ReadinessPage: {
      items: components['schemas']['ReadinessGroup'][];
      /** @description Groups that there are */
      totalItems: number;
      /** @description All entities that match, together */
      total: {
        entities: number;
        ready: number;
        readiness: components['schemas']['Readiness'];
      };
      /** @description How the checks counted at the end of each day, of all entities that match today; days before the suite ran are absent. Empty where one check is asked for. */
      trend: {
        /** Format: date */
        day: string;
        passed: number;
        failed: number;
        open: number;
        waived: number;
      }[];
      /**
       * Format: date-time
       * @description When checks were last answered; absent before the first time
       */
      evaluatedAt?: string;
      pageInfo: components['schemas']['PageInfo'];
    };
    /**
     * @description An approved one is complete when the entity is in the stage, and superseded when it went elsewhere
     * @enum {string}
     */
    StageTransitionState:
      | 'requested'
      | 'approved'
      | 'completed'
      | 'refused'
      | 'withdrawn'
      | 'superseded';
    TransitionApprover: {
      /** @description `owner`, a role, or a full ref */
      approver: string;
      title: string;
      /** @description Who that is for this entity */
      holders: components['schemas']['EntityLink'][];
      /**
       * @description `vacant` is one that nobody in the catalog is: somebody must be named first. `skipped` is a vacant one that the stage passes over
       * @enum {string}
       */
      state: 'waiting' | 'approved' | 'vacant' | 'skipped';
    };
    /** @description What to change in which file, so that the catalog shows the stage */
    StageFileChange: {
      file?: string;
      /** @description Where the stage is declared, from 1, as far as is known */
      line?: number;
      /** @description Where the file can be edited */
      href?: string;
      /** @description What is declared now */
      old?: string;
      new: string;
      yaml: string;
    };
    StageTransition: {
      id: string;
      version: number;
      entity: components['schemas']['EntityLink'];
      from?: components['schemas']['StageState'];
      to: components['schemas']['StageState'];
      state: components['schemas']['StageTransitionState'];
      /** @description Whether a file declares the stage of the entity */
      declared: boolean;
      reason: string;
      requestedBy: components['schemas']['EntityLink'];
      /** Format: date-time */
      requestedAt: string;
      /** Format: date-time */
      approvedAt?: string;
      /** Format: date-time */
      closedAt?: string;
      /** @description The first one first */
      decisions: {
        /** @enum {string} */
        decision: 'approve' | 'refuse' | 'withdraw';
        by: components['schemas']['EntityLink'];
        /** Format: date-time */
        at: string;
        /** @description For whom that person spoke, as titles */
        as: string[];
        reason?: string;
      }[];
      approvers: components['schemas']['TransitionApprover'][];
      fourEyes: boolean;
      /** @description The checks that keep the gate closed while it is requested */
      blocking: components['schemas']['CheckName'][];
      /** @description All checks of the gate, where one transition is asked for; as they were at `checkedAt` */
      checks?: components['schemas']['LifecycleCheck'][];
      /** Format: date-time */
      checkedAt?: string;
      change?: components['schemas']['StageFileChange'];
      /** @description Whether the caller may approve or refuse it */
      mayApprove: boolean;
      mayWithdraw: boolean;
      /** @description What it waits for, in one sentence, while it is open */
      hint?: string;
    };
    StageTransitionPage: {
      items: components['schemas']['StageTransition'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    CheckName: {
      id: string;
      title: string;
    };
    /** @enum {string} */
    AttestedAnswer: 'yes' | 'no' | 'notApplicable';
    Attestation: {
      id: string;
      /** @description The how manyth answer to the check of the entity it is */
      version: number;
      entity: components['schemas']['EntityLink'];
      check: components['schemas']['CheckName'];
      answer: components['schemas']['AttestedAnswer'];
      evidence: string;
      by: components['schemas']['EntityLink'];
      /** Format: date-time */
      at: string;
      /** Format: date-time */
      validUntil?: string;
      /**
       * @description Whether it counts
       * @enum {string}
       */
      state: 'current' | 'expired' | 'replaced';
    };
    AttestationPage: {
      items: components['schemas']['Attestation'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    /** @enum {string} */
    WaiverState: 'active' | 'expired' | 'revoked';
    Waiver: {
      id: string;
      version: number;
      entity: components['schemas']['EntityLink'];
      check: components['schemas']['CheckName'];
      /** @description The stages whose gates go by it: those that demand the check and for which who granted it has a say. A gate never goes by an exception of who asked for the stage, unless the stage wants no four eyes */
      stages: components['schemas']['StageState'][];
      reason: string;
      /** Format: date-time */
      until: string;
      state: components['schemas']['WaiverState'];
      by: components['schemas']['EntityLink'];
      /** Format: date-time */
      at: string;
      revokedBy?: components['schemas']['EntityLink'];
      /** Format: date-time */
      revokedAt?: string;
      revokedReason?: string;
      mayRevoke: boolean;
    };
    WaiverPage: {
      items: components['schemas']['Waiver'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    LifecycleActions: {
      entity: components['schemas']['EntityLink'];
      stage: components['schemas']['StageState'];
      /** @description Whether a file declares the stage */
      declared: boolean;
      /** @description The open one */
      transition?: components['schemas']['StageTransition'];
      /** @description The latest one that is closed */
      last?: components['schemas']['StageTransition'];
      /** @description The checks of this stage and the next ones that people answer */
      attestations: {
        check: components['schemas']['CheckName'];
        /** @description To be sent with an answer */
        version: number;
        mayAnswer: boolean;
        last?: components['schemas']['Attestation'];
      }[];
      /** @description The exceptions in force */
      waivers: components['schemas']['Waiver'][];
      /** @description What the caller may do */
      may: {
        request: boolean;
        /** @description The ids of the checks for which the caller may grant exceptions */
        waive: string[];
        sunset: boolean;
      };
    };
    /** @enum {string} */
    LifecycleEventType:
      | 'stage'
      | 'requested'
      | 'approved'
      | 'refused'
      | 'withdrawn'
      | 'completed'
      | 'superseded'
      | 'attested'
      | 'waiver-granted'
      | 'waiver-revoked'
      | 'waiver-expired'
      | 'sunset-begun'
      | 'sunset-changed'
      | 'sunset-ended'
      | 'sunset-answered';
    LifecycleEvent: {
      id: string;
      /** Format: date-time */
      at: string;
      event: components['schemas']['LifecycleEventType'];
      /**
       * @description Of a change of stage - the suite saw the entity first, an approved transition was completed, the entity left the catalog or returned, the stages were configured otherwise while its file is as before, or `drift` - its file was changed, and nobody approved it
       * @enum {string}
       */
      origin?:
        | 'first-seen'
        | 'transition'
        | 'left'
        | 'returned'
        | 'configuration'
        | 'drift';
      from?: components['schemas']['StageState'];
      to?: components['schemas']['StageState'];
      /** @description The id of the transition behind it */
      transition?: string;
      check?: components['schemas']['CheckName'];
      answer?: components['schemas']['AttestedAnswer'];
      by?: components['schemas']['EntityLink'];
      as?: string[];
      /** @description The reason, evidence or message */
      text?: string;
      /** @description The end of an exception or answer, or of life, or the day of a dependant */
      until?: string;
      /** @description What the owner of a dependant said */
      said?: components['schemas']['SunsetAnswer'];
      /** @description The dependant, or on its own page what it is to move away from */
      about?: components['schemas']['EntityLink'];
    };
    LifecycleHistoryPage: {
      items: components['schemas']['LifecycleEvent'][];
      totalItems: number;
      /** @description True where there is more than the latest 4,000 of each sort that are told and counted */
      truncated?: boolean;
      pageInfo: components['schemas']['PageInfo'];
    };
    LifecycleHistoryExport: {
      entity: components['schemas']['EntityLink'];
      /** Format: date-time */
      exportedAt: string;
      /** @description True where there is more than the latest 20,000, and 4,000 of each sort, that are exported */
      truncated?: boolean;
      items: components['schemas']['LifecycleEvent'][];
    };
    StageBoard: {
      columns: components['schemas']['StageColumn'][];
      totalItems: number;
    };
    StageColumn: {
      /** @description The stage as filters name it; `none` for those without one */
      value: string;
      stage: components['schemas']['StageState'];
      totalItems: number;
      /** @description What has been there longest first */
      items: {
        entity: components['schemas']['EntityLink'];
        owner?: components['schemas']['EntityLink'];
        tier?: number;
        /**
         * Format: date-time
         * @description As far as is known
         */
        since?: string;
        /** @description Whole days in the stage */
        days?: number;
        /** @description Whether it was in it already when the suite saw it first, so that it may be there for longer */
        atLeast?: boolean;
        /** @description How the checks of its stage count; absent before they were answered, or where none are demanded */
        readiness?: components['schemas']['Readiness'];
        /** @description Whether it came there without approval */
        drift?: boolean;
        /** @description The open transition */
        transition?: {
          id: string;
          state: components['schemas']['StageTransitionState'];
          to: components['schemas']['StageState'];
        };
      }[];
    };
    /** @enum {string} */
    SunsetPlanState: 'active' | 'ended';
    /** @enum {string} */
    SunsetAnswer: 'acknowledged' | 'moved' | 'objected';
    /**
     * @description What its owner said; `gone` is what depends no more
     * @enum {string}
     */
    SunsetDependantState:
      | 'open'
      | 'acknowledged'
      | 'moved'
      | 'objected'
      | 'gone';
    SunsetPlan: {
      id: string;
      version: number;
      entity: components['schemas']['EntityLink'];
      stage: components['schemas']['StageState'];
      successor?: components['schemas']['EntityLink'];
      /** Format: date */
      endOfSale?: string;
      /** Format: date */
      endOfSupport?: string;
      /** Format: date */
      endOfLife: string;
      message?: string;
      state: components['schemas']['SunsetPlanState'];
      begunBy: components['schemas']['EntityLink'];
      /** Format: date-time */
      begunAt: string;
      changedBy?: components['schemas']['EntityLink'];
      /** Format: date-time */
      changedAt?: string;
      endedBy?: components['schemas']['EntityLink'];
      /** Format: date-time */
      endedAt?: string;
      endReason?: string;
      /** @description Its dependants that the caller may read, by where they stand; `late` ones began to depend after the plan began, and `overdue` ones still depend after their day */
      counts: {
        total: number;
        open: number;
        acknowledged: number;
        moved: number;
        objected: number;
        gone: number;
        late: number;
        overdue: number;
      };
      /** @description Who owns what still depends on it, those with the most first */
      teams: {
        /** @description Absent for what nobody owns */
        owner?: components['schemas']['EntityLink'];
        dependants: number;
        /** @description Not answered yet */
        open: number;
      }[];
      mayEdit: boolean;
    };
    SunsetPlanPage: {
      items: components['schemas']['SunsetPlan'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    SunsetDependant: {
      /** @description The id of the plan */
      plan: string;
      version: number;
      entity: components['schemas']['EntityLink'];
      owner?: components['schemas']['EntityLink'];
      /** @description The part that it depends on, where it is not the whole */
      via?: components['schemas']['EntityLink'];
      state: components['schemas']['SunsetDependantState'];
      late: boolean;
      /** Format: date-time */
      since: string;
      /** Format: date-time */
      goneAt?: string;
      /** Format: date */
      dueOn: string;
      overdue: boolean;
      /** @description What its owner said last */
      answer?: {
        answer: components['schemas']['SunsetAnswer'];
        note?: string;
        by: components['schemas']['EntityLink'];
        /** Format: date-time */
        at: string;
      };
      mayAnswer: boolean;
    };
    SunsetDependantPage: {
      items: components['schemas']['SunsetDependant'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    /** @description What a plan says to those who depend on what leaves. Who may not read the retired entity, and answers for a dependant, learns its ref and dates alone */
    SunsetPlanOutline: {
      id: string;
      entity: components['schemas']['EntityLink'];
      successor?: components['schemas']['EntityLink'];
      /** Format: date */
      endOfSale?: string;
      /** Format: date */
      endOfSupport?: string;
      /** Format: date */
      endOfLife: string;
      message?: string;
    };
    /** @description That an entity is in `sunset` or a later stage, and what its file names to use instead */
    LeavingStage: {
      stage: components['schemas']['StageState'];
      successor?: components['schemas']['EntityLink'];
    };
    EntitySunset: {
      entity: components['schemas']['EntityLink'];
      /** @description The one in force */
      plan?: components['schemas']['SunsetPlan'];
      /** @description Where it is in `sunset` or a later stage and has no plan */
      leaving?: components['schemas']['LeavingStage'];
      /** @description What it depends on that has a sunset plan, or is in `sunset` or a later stage; the earliest end of life first */
      dependsOn: {
        entity: components['schemas']['EntityLink'];
        stage: components['schemas']['StageState'];
        plan?: components['schemas']['SunsetPlanOutline'];
        /** @description What its file names to use instead, where it has no plan */
        successor?: components['schemas']['EntityLink'];
        /** @description This entity as a dependant of the plan */
        dependant?: components['schemas']['SunsetDependant'];
      }[];
      mayPlan: boolean;
    };
    ErrorResponse: {
      error: {
        name: string;
        message: string;
      } & {
        [key: string]: unknown;
      };
      request?: {
        method?: string;
        url?: string;
      };
      response: {
        statusCode: number;
      };
    } & {
      [key: string]: unknown;
    };
    /** @description An entity that another one names. `known` is false when it is not in the catalog or the caller may not read it; then title is the name in the ref. */
    EntityLink: {
      /** @description The full ref, `kind:namespace/name`, in lower case */
      ref: string;
      kind: string;
      namespace: string;
      name: string;
      title: string;
      /** @description Its `spec.type` */
      type?: string;
      known: boolean;
    };
    Stage: {
      id: string;
      title: string;
    };
    /** @description The stage an entity is in. `stage` is a configured stage id, or what the entity declares when that is unknown, or absent when it declares none. */
    StageState: {
      stage?: string;
      title: string;
      /** @description The value of `spec.lifecycle` as written */
      declared?: string;
      /** @description Whether it is a configured stage or one of its aliases */
      known: boolean;
    };
    /** @enum {string} */
    Severity: 'critical' | 'warning' | 'info';
    /** @description What one can do about it - a page to open, a source to edit, or lines of YAML to add. */
    AttentionAction: {
      label: string;
      /** @description A place in the portal (starts with `/`) or a URL of the source */
      href?: string;
      /**
       * @description A tab of the entity page
       * @enum {string}
       */
      tab?: 'roadmap' | 'runbooks';
      /** @description Lines to add to the file */
      yaml?: string;
      /** @description The file that the lines belong to */
      file?: string;
    };
    AttentionItem: {
      /** @description Stable: the rule and what it is about */
      id: string;
      severity: components['schemas']['Severity'];
      /** @enum {string} */
      subject: 'ownership' | 'lifecycle' | 'roadmap' | 'runbooks' | 'documents';
      /** @description What is wrong, in one sentence */
      title: string;
      detail?: string;
      action?: components['schemas']['AttentionAction'];
    };
    RoleHolder: {
      /** @enum {string} */
      role:
        | 'productManager'
        | 'techLead'
        | 'operations'
        | 'support'
        | 'security';
      title: string;
      holder: components['schemas']['EntityLink'];
      /**
       * @description Whether the entity says so itself, in its spec or an annotation, or the product it is part of
       * @enum {string}
       */
      origin: 'spec' | 'annotation' | 'product';
      via?: components['schemas']['EntityLink'];
    };
    Ownership: {
      owner?: components['schemas']['EntityLink'];
      roles: components['schemas']['RoleHolder'][];
    };
    Lifecycle: {
      current: components['schemas']['StageState'];
      /** @description The configured stages, in order */
      stages: components['schemas']['Stage'][];
      milestones?: {
        generalAvailability?: string;
        endOfSale?: string;
        endOfSupport?: string;
        endOfLife?: string;
      };
      successor?: components['schemas']['EntityLink'];
    };
    Goal: {
      id: string;
      title: string;
      due?: string;
      metric?: {
        name: string;
        unit?: string;
        baseline?: number;
        target?: number;
        current?: number;
        /** @description Share of the way from baseline to target, 0 to 1 */
        progress?: number;
      };
      items: {
        total: number;
        done: number;
      };
    };
    /** @enum {string} */
    RoadmapStatus:
      | 'proposed'
      | 'planned'
      | 'in-progress'
      | 'done'
      | 'dropped'
      | 'deferred';
    /** @enum {string} */
    RoadmapHorizon: 'now' | 'next' | 'later';
    /** @description The inputs as declared, and the score they give (RICE or WSJF). */
    Score: {
      /** @enum {string} */
      method?: 'rice' | 'wsjf';
      inputs: {
        [key: string]: number;
      };
      value?: number;
    };
    RoadmapDependency: {
      /** @description As declared: `id`, or `id@<entity ref>` */
      ref: string;
      id: string;
      entity?: components['schemas']['EntityLink'];
      /** @description Whether that item exists and the caller may read its entity */
      known: boolean;
      title?: string;
      status?: components['schemas']['RoadmapStatus'];
      end?: string;
    };
    /** @description Where an item comes from: `declared` in a file, `recorded` in the portal, or the id of another system that is read, such as `github-issues` */
    RoadmapSource: string;
    /** @description How reading an entity's items from another system went. Where it goes wrong, the last good items stay. */
    RoadmapSourceState: {
      source: components['schemas']['RoadmapSource'];
      /** @description What the system is called */
      title: string;
      /** @description What is read there, such as a repository */
      target: string;
      /** @description Where people see it */
      url?: string;
      /**
       * @description `pending` before the first answer, `stale` when the items are those of the last good one, `failed` when there never was one; errors beside `ok` are about single items.
       * @enum {string}
       */
      state: 'pending' | 'ok' | 'stale' | 'failed';
      /** @description When it was last asked */
      readAt?: string;
      /** @description When what is shown was last right */
      goodAt?: string;
      /** @description When it is asked again */
      nextReadAt?: string;
      errors: components['schemas']['DocumentError'][];
      /** @description All errors, also those beyond the first 100 */
      errorCount: number;
    };
    /** @description The place of an item among the others; compare as texts by code unit */
    RoadmapRank: string;
    /** @description The fields of an item by the names of the file; what is wrong with them the answer says field by field */
    RoadmapFields: {
      [key: string]: unknown;
    };
    /** @description What the caller may do with the roadmap */
    RoadmapMay: {
      create: boolean;
      update: boolean;
      prioritise: boolean;
      comment: boolean;
    };
    RoadmapItemDetails: components['schemas']['RoadmapItem'] & {
      /** @description It left its file, and is kept as it was */
      archived: boolean;
      /** @description Where it came from */
      origin?: string;
      may: components['schemas']['RoadmapMay'];
    };
    /** @description From the first line that differs to the last one; both are empty where nothing does */
    RoadmapFileChange: {
      file: string;
      /** @description Where the file can be seen */
      url?: string;
      editUrl?: string;
      before: components['schemas']['FileLines'];
      after: components['schemas']['FileLines'];
    };
    FileLines: {
      /** @description The first one, from 1 */
      line: number;
      lines: string[];
    };
    RoadmapEvent: {
      /** @description That the item has since */
      version: number;
      /** @enum {string} */
      type: 'created' | 'changed' | 'undone' | 'archived' | 'returned';
      by?: components['schemas']['EntityLink'];
      /**
       * @description The way it came, where it is not the page; `import` is a CSV text
       * @enum {string}
       */
      via?: 'import';
      at: string;
      /** @description The changed fields as they were; null stands for none */
      before: {
        [key: string]: unknown;
      };
      /** @description The same fields since; null stands for none */
      after: {
        [key: string]: unknown;
      };
    };
    RoadmapCsvProblem: {
      /** @description As spreadsheets count: 1 is that of the names */
      row?: number;
      column?: string;
      code: string;
      message: string;
      expected: string;
    };
    RoadmapImportRow: {
      /** @description As spreadsheets count: the first one after the names is 2 */
      row: number;
      /** @enum {string} */
      action: 'create' | 'change' | 'unchanged' | 'problem';
      entity?: components['schemas']['EntityLink'];
      /** @description Of a new item without one, the id that it will get */
      itemId?: string;
      /** @description Of an item that there is */
      source?: string;
      title: string;
      /** @description Of an item that there is, the one that the row was compared with */
      version?: number;
      /** @description The fields that differ as they are; null stands for none */
      before?: {
        [key: string]: unknown;
      };
      /** @description The same fields as the row has them; null stands for none. Of an item that a file declares, this is what the file would have to say */
      after?: {
        [key: string]: unknown;
      };
      /** @description What is no reason to refuse it, such as an unknown category */
      flags: components['schemas']['RoadmapCsvProblem'][];
      /** @description Why it is refused */
      problems: components['schemas']['RoadmapCsvProblem'][];
    };
    RoadmapImport: {
      /** @description By which it is applied; absent where there is nothing to write */
      id?: string;
      /** @description Until when it can be applied */
      expiresAt?: string;
      counts: {
        create: number;
        change: number;
        unchanged: number;
        problem: number;
      };
      /** @description All or nothing: no row has a problem */
      applicable: boolean;
      rows: components['schemas']['RoadmapImportRow'][];
    };
    RoadmapImportResult: {
      id: string;
      created: number;
      changed: number;
      appliedAt: string;
    };
    RoadmapFeed: {
      id: string;
      name: string;
      entity: components['schemas']['EntityLink'];
      /** @description The id of a goal */
      goal?: string;
      createdBy: components['schemas']['EntityLink'];
      createdAt: string;
      mine: boolean;
      expiresAt?: string;
      /** @description When a calendar asked last, to the hour */
      readAt?: string;
      /** @description When it was looked up last what its owner may read */
      checkedAt?: string;
      /**
       * @description `waiting` feeds are empty until their owner opens the portal: it was too long ago that it was looked up what the owner may read, or the owner has changed teams since
       * @enum {string}
       */
      state: 'active' | 'waiting' | 'expired';
    };
    CreatedRoadmapFeed: components['schemas']['RoadmapFeed'] & {
      /** @description The address for calendars, told only this once */
      url: string;
    };
    RoadmapFeedPage: {
      items: components['schemas']['RoadmapFeed'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
      /** @description Whether the caller may see and revoke those of others */
      mayManage: boolean;
      /** @description Whether the configuration lets people make any */
      enabled: boolean;
    };
    /** @description The query of the address of the page, without `?` */
    RoadmapViewQuery: string;
    /** @description `nobody` (where it is absent), `everybody`, or the ref of a group that the caller is of */
    RoadmapViewAudience: string;
    RoadmapView: {
      id: string;
      name: string;
      query: components['schemas']['RoadmapViewQuery'];
      version: number;
      by: components['schemas']['EntityLink'];
      mine: boolean;
      sharedWith: components['schemas']['RoadmapViewAudience'];
      team?: components['schemas']['EntityLink'];
      changedAt: string;
      mayDelete: boolean;
    };
    RoadmapViewPage: {
      items: components['schemas']['RoadmapView'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
      /** @description The groups of the caller, with which a view can be shared */
      teams: components['schemas']['EntityLink'][];
    };
    RoadmapHistoryPage: {
      items: components['schemas']['RoadmapEvent'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    RoadmapComment: {
      id: string;
      /** @description Markdown; absent once removed */
      text?: string;
      by: components['schemas']['EntityLink'];
      at: string;
      removed: boolean;
      /** @description Whether the caller wrote it */
      mine: boolean;
    };
    /** @enum {string} */
    FeedbackStatus:
      | 'open'
      | 'under-review'
      | 'planned'
      | 'shipped'
      | 'declined';
    /** @description Other feedback that the caller may read */
    FeedbackRef: {
      id: string;
      title: string;
      entity: components['schemas']['EntityLink'];
    };
    /** @description A roadmap item that answers feedback */
    FeedbackLink: {
      entity: components['schemas']['EntityLink'];
      id: string;
      source: components['schemas']['RoadmapSource'];
      title: string;
      status: components['schemas']['RoadmapStatus'];
      end?: string;
      /** @description It has left its file */
      archived: boolean;
    };
    FeedbackAnswer: {
      /** @description Markdown */
      text: string;
      by: components['schemas']['EntityLink'];
      at: string;
    };
    /** @description What the caller may do with it as it is now */
    FeedbackMay: {
      vote: boolean;
      comment: boolean;
      edit: boolean;
      withdraw: boolean;
      /** @description Merge, answer, decide, link, and make items of it */
      moderate: boolean;
    };
    Feedback: {
      id: string;
      /** @description Goes up with every change of what it says and what became of it, not with votes and comments */
      version: number;
      entity: components['schemas']['EntityLink'];
      /** @description Empty once it was taken back */
      title: string;
      /** @description How its text begins, without Markdown */
      excerpt: string;
      /** @description Markdown; absent in lists */
      text?: string;
      status: components['schemas']['FeedbackStatus'];
      /** @description Why it has the status */
      reason?: string;
      author: components['schemas']['EntityLink'];
      at: string;
      editedAt?: string;
      activityAt: string;
      /** @description People, each once */
      votes: number;
      /** @description Whether the caller has */
      voted: boolean;
      comments: number;
      answer?: components['schemas']['FeedbackAnswer'];
      links: components['schemas']['FeedbackLink'][];
      /** @description Whether the caller posted it */
      mine: boolean;
      merged: boolean;
      mergedInto?: components['schemas']['FeedbackRef'];
      /** @description What was merged into it; absent in lists */
      mergedFrom?: components['schemas']['FeedbackRef'][];
      /** @description Its author has taken it back */
      withdrawn: boolean;
      may: components['schemas']['FeedbackMay'];
    };
    /** @description How much matches all filters but that of the status, by status */
    FeedbackCounts: {
      open: number;
      'under-review': number;
      planned: number;
      shipped: number;
      declined: number;
    };
    FeedbackPage: {
      items: components['schemas']['Feedback'][];
      totalItems: number;
      counts: components['schemas']['FeedbackCounts'];
      /** @description What the caller may do with feedback on the one entity that was asked for */
      may?: {
        post: boolean;
      };
      pageInfo: components['schemas']['PageInfo'];
    };
    ItemFeedback: {
      items: components['schemas']['Feedback'][];
      totalItems: number;
      /** @description Of all of it together */
      votes: number;
    };
    FeedbackItem: {
      item: components['schemas']['RoadmapItemDetails'];
      feedback: components['schemas']['Feedback'];
    };
    RoadmapCommentPage: {
      items: components['schemas']['RoadmapComment'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    RoadmapItem: {
      id: string;
      source: components['schemas']['RoadmapSource'];
      /** @description Goes up with every change; who writes says which one was seen */
      version: number;
      rank: components['schemas']['RoadmapRank'];
      createdBy?: components['schemas']['EntityLink'];
      /** @description Of a recorded item, ISO 8601 in UTC */
      createdAt?: string;
      changedBy?: components['schemas']['EntityLink'];
      /** @description Of a recorded item, ISO 8601 in UTC */
      changedAt?: string;
      title: string;
      description?: string;
      status: components['schemas']['RoadmapStatus'];
      horizon?: components['schemas']['RoadmapHorizon'];
      start?: string;
      end?: string;
      category?: string;
      categoryKnown: boolean;
      goal?: string;
      owner?: components['schemas']['EntityLink'];
      score?: components['schemas']['Score'];
      dependsOn: components['schemas']['RoadmapDependency'][];
      milestones: {
        name: string;
        /** @description A date or text */
        value: string;
      }[];
      labels: string[];
      links: {
        url: string;
        title?: string;
      }[];
      /** @description Line in the source file, from 1 */
      line?: number;
      /** @description Where the item can be read or edited */
      sourceUrl?: string;
      /** @description What the other system is called that it comes from */
      sourceTitle?: string;
      /** @description What is wrong with the item */
      attention: components['schemas']['AttentionItem'][];
    };
    /** @description Open items by horizon, the first few of each, with counts of all. */
    RoadmapSummary: {
      total: number;
      open: number;
      done: number;
      /** @description now, next, later, in that order */
      horizons: {
        horizon: components['schemas']['RoadmapHorizon'];
        total: number;
        items: components['schemas']['RoadmapItem'][];
      }[];
      /** @description Open items by category */
      mix: {
        category: string;
        count: number;
      }[];
    };
    RoadmapPage: {
      may?: components['schemas']['RoadmapMay'];
      items: components['schemas']['RoadmapItem'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
      sources: components['schemas']['Source'][];
      /** @description Other systems whose items are on this roadmap */
      otherSources?: components['schemas']['RoadmapSourceState'][];
    };
    /**
     * @description Where an item came from - somebody's idea, a file, feedback of users, operations (a run, a drill, a check), or another source
     * @enum {string}
     */
    PlanOriginClass: 'idea' | 'file' | 'feedback' | 'operations' | 'other';
    /** @enum {string} */
    PlanConflictKind:
      | 'ends-before-dependency'
      | 'cycle'
      | 'depends-on-itself'
      | 'dropped-dependency'
      | 'missing-dependency'
      | 'retired-dependency'
      | 'retired-product'
      | 'missing-owner'
      | 'overdue'
      | 'no-duration';
    /** @description An item of any roadmap, without its description and links */
    PlanItem: {
      /** @description Of the entity whose roadmap it is on; see `entities` */
      entityRef: string;
      id: string;
      /** @description `declared` in a file, `recorded` in the portal, or the id of another source */
      source: string;
      version: number;
      rank: components['schemas']['RoadmapRank'];
      title: string;
      status: components['schemas']['RoadmapStatus'];
      horizon?: components['schemas']['RoadmapHorizon'];
      start?: string;
      end?: string;
      category?: string;
      categoryKnown: boolean;
      goal?: string;
      owner?: components['schemas']['EntityLink'];
      origin?: string;
      originClass: components['schemas']['PlanOriginClass'];
      score?: components['schemas']['Score'];
      labels: string[];
      milestones: {
        name: string;
        value: string;
      }[];
      /** @description How many items it waits for, as far as the caller may know */
      dependencies: number;
      /** @description The kinds of conflicts that it takes part in */
      conflicts: components['schemas']['PlanConflictKind'][];
      /** @description The id of its group, see `groups`; absent without `groupBy` */
      group?: string;
      /** @description Line in the source file, from 1 */
      line?: number;
      /** @description Of a recorded item */
      changedAt?: string;
    };
    /** @description An entity with a roadmap, as a plan shows it */
    PlanEntity: {
      ref: string;
      entity: components['schemas']['EntityLink'];
      stage: components['schemas']['StageState'];
      retired: boolean;
      owner?: components['schemas']['EntityLink'];
      product?: components['schemas']['EntityLink'];
      domain?: components['schemas']['EntityLink'];
      /** @description Of its lifecycle and sunset, the earliest first */
      dates: {
        /** @description Such as `generalAvailability`, `endOfSale`, `endOfSupport` or `endOfLife` */
        name: string;
        date: string;
      }[];
    };
    PlanGroup: {
      /** @description The ref of a team, product or domain, the id of a goal, or `none` */
      id: string;
      title: string;
      /** @description Items in it that match */
      count: number;
      entity?: components['schemas']['EntityLink'];
      stage?: components['schemas']['StageState'];
      owner?: components['schemas']['EntityLink'];
    };
    PlanFacets: {
      team: components['schemas']['Facet'];
      product: components['schemas']['Facet'];
      domain: components['schemas']['Facet'];
      goal: components['schemas']['Facet'];
      category: components['schemas']['Facet'];
      status: components['schemas']['Facet'];
      horizon: components['schemas']['Facet'];
      owner: components['schemas']['Facet'];
      source: components['schemas']['Facet'];
      origin: components['schemas']['Facet'];
    };
    PlanPage: {
      items: components['schemas']['PlanItem'][];
      totalItems: number;
      /** @description Items without any date that match the other filters, whether they are counted in `totalItems` or not */
      undatedItems: number;
      /** @description The earliest day of all items that match, for the scale of a timeline */
      first?: string;
      /** @description The latest one */
      last?: string;
      /** @description The entities of the items of this page */
      entities: components['schemas']['PlanEntity'][];
      /** @description The groups of the items of this page, in their order; empty without `groupBy` */
      groups: components['schemas']['PlanGroup'][];
      facets: components['schemas']['PlanFacets'];
      method: components['schemas']['ScoreMethod'];
      pageInfo: components['schemas']['PageInfo'];
    };
    /**
     * @description How items are scored here, by configuration
     * @enum {string}
     */
    ScoreMethod: 'rice' | 'wsjf';
    PlanItemRef: {
      entityRef: string;
      id: string;
    };
    PlanItemSummary: {
      entityRef: string;
      id: string;
      title: string;
      status: components['schemas']['RoadmapStatus'];
      source: string;
      version: number;
      start?: string;
      end?: string;
    };
    PlanDependency: {
      from: components['schemas']['PlanItemRef'];
      to: components['schemas']['PlanItemRef'];
      /** @description As `from` has it in `dependsOn` */
      ref: string;
      acrossEntities: boolean;
      /** @description What is wrong with it */
      conflict?: components['schemas']['PlanConflictKind'];
    };
    PlanDependencyPage: {
      dependencies: components['schemas']['PlanDependency'][];
      /** @description Ends of these dependencies that do not match the filter */
      others: components['schemas']['PlanItemSummary'][];
      /** @description Dependencies */
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    /** @description What solves it. `reschedule` to `start` and `end` (what is absent stays), `remove-dependency` named as in `dependsOn`, `set-status`; to `choose-owner` and `set-dates` somebody must think */
    PlanConflictAction: {
      /** @enum {string} */
      type:
        | 'reschedule'
        | 'remove-dependency'
        | 'set-status'
        | 'choose-owner'
        | 'set-dates';
      item: components['schemas']['PlanItemRef'];
      start?: string;
      end?: string;
      dependency?: string;
      status?: components['schemas']['RoadmapStatus'];
    };
    PlanConflict: {
      /** @description The same as long as it lasts */
      id: string;
      kind: components['schemas']['PlanConflictKind'];
      severity: components['schemas']['Severity'];
      title: string;
      /** @description Whose conflict it is first, then the others; of a cycle the first ten */
      items: components['schemas']['PlanItemSummary'][];
      itemCount: number;
      /** @description What solves it, the best first */
      actions: components['schemas']['PlanConflictAction'][];
    };
    PlanConflictPage: {
      items: components['schemas']['PlanConflict'][];
      totalItems: number;
      kinds: components['schemas']['Facet'];
      severities: components['schemas']['Facet'];
      entities: components['schemas']['PlanEntity'][];
      pageInfo: components['schemas']['PageInfo'];
    };
    PlanSuggestion: {
      id: string;
      /** @enum {string} */
      state: 'open' | 'accepted' | 'dismissed';
      item: components['schemas']['PlanItemSummary'];
      dependsOn: components['schemas']['PlanItemSummary'];
      /** @description As it would stand in `dependsOn` */
      ref: string;
      /** @description On how many days both are worked on; absent once it is answered */
      days?: number;
      /** @description Absent once it is answered */
      reason?: string;
      decidedBy?: components['schemas']['EntityLink'];
      decidedAt?: string;
    };
    PlanSuggestionPage: {
      items: components['schemas']['PlanSuggestion'][];
      totalItems: number;
      entities: components['schemas']['PlanEntity'][];
      pageInfo: components['schemas']['PageInfo'];
    };
    PlanDecision: {
      suggestion: components['schemas']['PlanSuggestion'];
      /** @description The recorded item with its dependency */
      item?: components['schemas']['RoadmapItemDetails'];
      /** @description How the file of the declared item is to be changed */
      fileChange?: components['schemas']['RoadmapFileChange'];
    };
    PlanShare: {
      /** @description The category, class, team, product or origin; `none` where items have none */
      id: string;
      title: string;
      /** @description In the unit in which efforts are entered */
      effort: number;
      /** @description 0 to 1 */
      share: number;
      items: number;
    };
    PlanShareByClass: {
      id: string;
      title: string;
      effort: number;
      classes: components['schemas']['PlanShare'][];
    };
    PlanMixPeriod: {
      start: string;
      /** @description The last day */
      end: string;
      /** @description Such as `2026-Q4` or `2026-11` */
      label: string;
      effort: number;
      items: number;
      /** @description What is `new`, what keeps it `running`, and `other` */
      classes: components['schemas']['PlanShare'][];
      categories: components['schemas']['PlanShare'][];
      origins: components['schemas']['PlanShare'][];
    };
    PlanMix: {
      whole: components['schemas']['PlanMixPeriod'];
      /** @description Those with the most effort, of the whole */
      teams: components['schemas']['PlanShareByClass'][];
      /** @description Those with the most effort, of the whole */
      products: components['schemas']['PlanShareByClass'][];
      /** @description Items that are in no share of the whole, by the first reason that holds */
      uncounted: {
        'no-dates': number;
        'no-effort': number;
        dropped: number;
        deferred: number;
        outside: number;
      };
      periods: components['schemas']['PlanMixPeriod'][];
    };
    RoadmapRankedItem: {
      item: components['schemas']['PlanItemSummary'];
      score?: components['schemas']['Score'];
      value: number;
      /** @description Those of one score share a place */
      place: number;
      /** @description Its place in the matrix of value and effort */
      matrix: {
        value: number;
        effort: number;
        /** @enum {string} */
        quadrant: 'quick-win' | 'big-bet' | 'fill-in' | 'reconsider';
      };
    };
    RoadmapRanking: {
      method: components['schemas']['ScoreMethod'];
      /** @description The names of what is put into a score */
      inputs: string[];
      ranked: components['schemas']['RoadmapRankedItem'][];
      totalRanked: number;
      medianValue?: number;
      medianEffort?: number;
      /** @description The first items without a score, with the inputs that are missing */
      unscored: {
        item: components['schemas']['PlanItemSummary'];
        missing: string[];
      }[];
      totalUnscored: number;
      /** @description The day with whose end is compared */
      since: string;
      /** @description What changed in the ranking since, what moved most first */
      changes: {
        item: components['schemas']['PlanItemSummary'];
        /**
         * @description `gone` stands for items that are done, dropped, archived or without a score
         * @enum {string}
         */
        kind: 'new' | 'gone' | 'up' | 'down' | 'rescored';
        before?: components['schemas']['RoadmapPlace'];
        after?: components['schemas']['RoadmapPlace'];
      }[];
      totalChanges: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    RoadmapPlace: {
      value: number;
      place: number;
    };
    /** @enum {string} */
    RunbookType: 'incident' | 'operational' | 'maintenance' | 'recovery';
    RunbookSummary: {
      id: string;
      title: string;
      type: components['schemas']['RunbookType'];
      /** @description The first paragraph, cut, as plain text */
      summary?: string;
      alerts: string[];
      /** @description What people notice when it is needed */
      symptoms?: string[];
      /** @description Who wrote it in the portal, and when; absent where it is a file */
      recorded?: {
        by: components['schemas']['EntityLink'];
        at: string;
      };
      owner?: components['schemas']['EntityLink'];
      /** @description Steps, sub-steps included */
      steps: number;
      expectedDuration?: string;
      reviewEvery?: string;
      /** @description The date of the last review: the later of the one that the file tells of and the recorded one */
      lastReviewed?: string;
      /** @description The date from which it is stale by period */
      reviewDue?: string;
      /** @description Whether its review is due, or what it rests on has changed since */
      stale?: boolean;
      /** @description Why it is stale, left out when it is not */
      staleBecause?: components['schemas']['RunbookStaleReason'][];
      /** @description The file, relative to the catalog-info file */
      path: string;
      sourceUrl?: string;
      editUrl?: string;
      /** @description The hash of its content */
      version: string;
      /** @description When this version was first read */
      updatedAt?: string;
    };
    RunbookStep: {
      /** @description Its place: `1`, `1.2` */
      id: string;
      /** @description The heading it stands under */
      section?: string;
      /** @description Markdown */
      text: string;
      /** @description What one should see, Markdown */
      expected?: string;
      commands: {
        language?: string;
        text: string;
        line?: number;
      }[];
      line: number;
      steps: components['schemas']['RunbookStep'][];
    };
    RunbookParameter: {
      name: string;
      description?: string;
      required: boolean;
      pattern?: string;
      enum?: string[];
      default?: string;
    };
    Runbook: components['schemas']['RunbookSummary'] & {
      written?: components['schemas']['WrittenRunbook'];
      /** @description What is wrong with the text, in its order */
      findings: components['schemas']['RunbookFinding'][];
      /** @description The Markdown, without front matter */
      content: string;
      headings: {
        depth: number;
        text: string;
        slug: string;
        line: number;
      }[];
      parameters: components['schemas']['RunbookParameter'][];
      /** @description The steps, as a tree */
      outline: components['schemas']['RunbookStep'][];
      /** @description Relative links and images of the text, resolved */
      links: {
        /** @description As written */
        target: string;
        /** @description The id of the runbook of the same entity that it leads to */
        runbook?: string;
        /** @description The place in the source */
        url?: string;
        /** @description Whether it is an image that lies in the folder */
        image?: boolean;
      }[];
      source?: components['schemas']['Source'];
    };
    RunbookFinding: {
      /** @enum {string} */
      rule:
        | 'dead-link'
        | 'missing-owner'
        | 'no-steps'
        | 'no-verification'
        | 'no-rollback'
        | 'secret'
        | 'destructive';
      severity: components['schemas']['Severity'];
      message: string;
      /** @description What would be right */
      expected: string;
      /** @description Of the file, from 1 */
      line: number;
      /** @description From 1 */
      column: number;
    };
    RunbookStaleReason: {
      /**
       * @description Its review is due; since the last review its owner, what its entity depends on or the alerts that it answers have changed; a step failed in a run, or was marked there; a page that it links to is not there
       * @enum {string}
       */
      kind: 'period' | 'owner' | 'dependency' | 'alert' | 'step' | 'link';
      /** @description In plain words */
      message: string;
      /** @description When it happened, where that is known */
      at?: string;
      /** @description The id of the run */
      run?: string;
      /** @description The id of the step */
      step?: string;
      /** @description The address */
      link?: string;
      /** @description Where the address stands in the file, from 1 */
      line?: number;
    };
    ReviewRunbook: {
      id: components['schemas']['RunbookRunId'];
      /** @description The version that was read */
      version: string;
      /** @description Plain text */
      note?: string;
    };
    RunbookReview: {
      id: string;
      /** @description The version that was read */
      version: string;
      by: components['schemas']['EntityLink'];
      at: string;
      note?: string;
    };
    RunbookReviewPage: {
      items: components['schemas']['RunbookReview'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
      may: {
        /** @description Whether the caller may review the runbooks of the entity */
        review: boolean;
      };
    };
    RunbookHit: components['schemas']['RunbookSummary'] & {
      entity: components['schemas']['EntityLink'];
      /** @description Whether the search is the name of an alert that it answers */
      answers?: boolean;
      /** @description Where the text matches, as plain text in pieces */
      passage?: {
        text: string;
        /** @description Whether this piece is what was found */
        match?: boolean;
      }[];
    };
    RunbookSearchPage: {
      items: components['schemas']['RunbookHit'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
      /**
       * @description Whether the runbooks have all words of the search, or, since none has, any of them
       * @enum {string}
       */
      matched: 'all' | 'any';
    };
    RunbookCandidate: components['schemas']['RunbookHit'] & {
      /** @description Why it answers the alert, the strongest reason first */
      because: string[];
    };
    RunbookResolution: {
      alert: string;
      /** @description The entities that the labels name, the surest first */
      entities: {
        entity: components['schemas']['EntityLink'];
        label: string;
        value: string;
      }[];
      chosen?: components['schemas']['RunbookCandidate'];
      /** @description Why none is chosen though some answer */
      undecided?: string;
      /** @description The others that answer the alert, the likeliest of them, in that order */
      others: components['schemas']['RunbookCandidate'][];
      /** @description Where none answers, those whose text is nearest */
      nearest: components['schemas']['RunbookHit'][];
    };
    Alert: {
      id: string;
      /** @description What the source is called */
      source: string;
      name: string;
      /** @description The label `severity`, as written */
      severity?: string;
      /** @description What the annotation `summary`, else `description`, says: plain text */
      summary?: string;
      labels: {
        [key: string]: string;
      };
      startsAt: string;
      /** @description When the source last told of it */
      lastSeenAt: string;
      /** @description Absent while it fires */
      ended?: {
        at: string;
        /**
         * @description Whether the source said so, or has not told of it for too long
         * @enum {string}
         */
        because: 'resolved' | 'unheard';
      };
      /** @description Where the alert is to be seen, http or https */
      url?: string;
      /** @description What it is of; absent where the labels name nothing */
      entity?: components['schemas']['EntityLink'];
      runbook?: components['schemas']['AlertRunbook'];
      /** @description Why it is this runbook, the strongest reason first */
      because: string[];
      /** @description Why no runbook answers it; absent where one does */
      unmatched?: {
        /** @enum {string} */
        reason: 'no-entity' | 'no-runbook' | 'undecided';
        text: string;
        /** @description What would match it: the front matter of a runbook, or labels of the alerting rule, in YAML */
        lines?: string;
      };
    };
    AlertRunbook: {
      id: string;
      title: string;
      entity: components['schemas']['EntityLink'];
      /** @description Whether it is past its review */
      stale: boolean;
      /** @description Whether the caller may start a run of it and it has steps */
      mayRun: boolean;
    };
    AlertOnCall: {
      entity: components['schemas']['EntityLink'];
      people: {
        name: string;
        /** @description The person in the catalog */
        user?: components['schemas']['EntityLink'];
        /** @description Where to reach them, http or https */
        url?: string;
        until?: string;
      }[];
    };
    AlertPage: {
      items: components['schemas']['Alert'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
      /** @description Of an entity, those that ended within a day, the latest first */
      recent: components['schemas']['Alert'][];
      /** @description Who is on call for the entities of the page */
      onCall: components['schemas']['AlertOnCall'][];
      /** @description Whether more fire than are looked at, which are the latest */
      truncated: boolean;
      may: {
        /** @description See the alerts of no entity */
        readUnmatched: boolean;
      };
    };
    ReceivedAlerts: {
      received: number;
      firing: number;
      resolved: number;
    };
    RunbooksSummary: {
      total: number;
      stale: number;
      types: {
        type: components['schemas']['RunbookType'];
        count: number;
      }[];
      items: components['schemas']['RunbookSummary'][];
    };
    RunbookPage: {
      items: components['schemas']['RunbookSummary'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
      sources: components['schemas']['Source'][];
    };
    /**
     * @description `removed` is kept and can be brought back; `overruled` is kept while a file of the same id is in force
     * @enum {string}
     */
    WrittenRunbookState: 'in-force' | 'overruled' | 'removed';
    WrittenRunbook: {
      id: string;
      title: string;
      /** @description The hash of its text */
      version: string;
      /** @description Of its last version */
      number: number;
      state: components['schemas']['WrittenRunbookState'];
      by: components['schemas']['EntityLink'];
      /** @description When it was changed last */
      at: string;
      createdBy: components['schemas']['EntityLink'];
      createdAt: string;
    };
    WrittenRunbookMay: {
      /** @description Write, change, remove, restore */
      author: boolean;
    };
    WrittenRunbookPage: {
      items: components['schemas']['WrittenRunbook'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
      may: components['schemas']['WrittenRunbookMay'];
    };
    WrittenRunbookDetails: components['schemas']['WrittenRunbook'] & {
      /** @description Front matter and Markdown */
      text: string;
      may: components['schemas']['WrittenRunbookMay'];
    };
    /** @description Front matter and Markdown, at most as many bytes as a file may have */
    RunbookText: string;
    /** @description Why it was changed, in a line */
    RunbookNote: string;
    WriteRunbook: {
      text: components['schemas']['RunbookText'];
      note?: components['schemas']['RunbookNote'];
    };
    /** @description Exactly one of `text`, `restores` and `removed` */
    ChangeWrittenRunbook: {
      /** @description The one that was read */
      version: string;
      text?: components['schemas']['RunbookText'];
      /** @description The number of the version whose text is to be in force again */
      restores?: number;
      /** @description Whether it is to be removed, or brought back */
      removed?: boolean;
      note?: components['schemas']['RunbookNote'];
    };
    RunbookVersion: {
      /** @description From 1 */
      number: number;
      /** @description Of its text */
      hash: string;
      title: string;
      /** @enum {string} */
      origin: 'file' | 'portal';
      by?: components['schemas']['EntityLink'];
      /** @description When it was written in the portal, or first read from the file */
      at: string;
      note?: string;
      /** @description The version whose text it has again */
      restores?: number;
      /** @description Whether it is in force */
      current: boolean;
    };
    RunbookVersionPage: {
      items: components['schemas']['RunbookVersion'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    RunbookVersionDetails: components['schemas']['RunbookVersion'] & {
      /** @description As it was written */
      text: string;
    };
    /** @enum {string} */
    RunbookRunStatus: 'running' | 'paused' | 'closed';
    /** @enum {string} */
    RunbookRunOutcome: 'succeeded' | 'failed' | 'abandoned';
    RunbookRunReason: {
      /** @enum {string} */
      kind: 'incident' | 'alert' | 'drill' | 'change' | 'other';
      /** @description Why it is run, in a line */
      text: string;
      /** @description An http or https address, such as that of the incident */
      link?: string;
    };
    /** @description The values of its parameters, by name */
    RunbookRunValues: {
      [key: string]: string;
    };
    StartRunbookRun: {
      id: components['schemas']['RunbookRunId'];
      /** @description The version that was seen */
      version: string;
      reason: components['schemas']['RunbookRunReason'];
      parameters?: components['schemas']['RunbookRunValues'];
    };
    /** @description A UUID that the sender makes, in lower case */
    RunbookRunId: string;
    /** @enum {string} */
    RunbookRunStepState: 'open' | 'done' | 'skipped' | 'failed';
    RunbookRunCommand: {
      id: components['schemas']['RunbookRunId'];
      /** @enum {string} */
      type:
        | 'step'
        | 'flag'
        | 'attach'
        | 'note'
        | 'pause'
        | 'resume'
        | 'hand-over'
        | 'close';
      /** @description The id of a step; `step` needs it, and `flag`, `attach` and `note` may have it */
      step?: string;
      /** @description What has become of the step, for `step`; skipped and failed ones need a note */
      state?: components['schemas']['RunbookRunStepState'];
      /**
       * @description For `flag`
       * @enum {string}
       */
      problem?: 'wrong' | 'missing';
      /** @description Plain text */
      note?: string;
      /** @description An http or https address, for `attach` */
      link?: string;
      /** @description Plain text, for `attach` */
      output?: string;
      /** @description The ref of the user or group that is in charge from now on, for `hand-over` */
      to?: string;
      /** @description For `close`; what has not succeeded needs a note */
      outcome?: components['schemas']['RunbookRunOutcome'];
      /** @description For `close` of a drill, how much data was lost by time, an ISO 8601 duration such as PT5M */
      dataLoss?: string;
    };
    RunbookRunPinnedStep: {
      /** @description Its place: `1`, `1.2` */
      id: string;
      /** @description Its first line as plain text, cut */
      title: string;
      line: number;
    };
    RunbookRunEvent: {
      id: string;
      /** @description Its place in the one order of the run, without gaps */
      seq: number;
      /** @enum {string} */
      type:
        | 'started'
        | 'step'
        | 'flag'
        | 'attach'
        | 'note'
        | 'pause'
        | 'resume'
        | 'hand-over'
        | 'close';
      /** @description The ref of a user */
      by: string;
      /** @description When the backend took it */
      at: string;
      step?: string;
      state?: components['schemas']['RunbookRunStepState'];
      /** @enum {string} */
      problem?: 'wrong' | 'missing';
      note?: string;
      link?: string;
      output?: string;
      /** @description The ref of a user or group */
      to?: string;
      outcome?: components['schemas']['RunbookRunOutcome'];
      dataLoss?: string;
      reason?: components['schemas']['RunbookRunReason'];
      parameters?: components['schemas']['RunbookRunValues'];
      /** @description What it is pinned to */
      version?: string;
      steps?: components['schemas']['RunbookRunPinnedStep'][];
    };
    RunbookRunEventPage: {
      events: components['schemas']['RunbookRunEvent'][];
      /** @description The users and groups that these events name */
      people: components['schemas']['EntityLink'][];
      /** @description The number of the last event of the run; more are there where these end before it */
      seq: number;
    };
    RunbookRun: {
      id: string;
      entity: components['schemas']['EntityLink'];
      runbook: {
        id: string;
        title: string;
        type: components['schemas']['RunbookType'];
        /** @description The hash of the content that it is pinned to */
        version: string;
        expectedDuration?: string;
      };
      status: components['schemas']['RunbookRunStatus'];
      reason: components['schemas']['RunbookRunReason'];
      startedBy: components['schemas']['EntityLink'];
      startedAt: string;
      /** @description Who is in charge */
      lead: components['schemas']['EntityLink'];
      outcome?: components['schemas']['RunbookRunOutcome'];
      closedAt?: string;
      /** @description The number of its last event */
      seq: number;
      steps: {
        total: number;
        done: number;
        skipped: number;
        failed: number;
      };
    };
    RunbookRunPage: {
      items: components['schemas']['RunbookRun'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
      may: components['schemas']['RunbookRunMay'];
    };
    RunbookRunMay: {
      /** @description Start runs, and work on them */
      run: boolean;
    };
    RunbookRunDetails: components['schemas']['RunbookRun'] & {
      parameters: components['schemas']['RunbookRunValues'];
      /** @description The Markdown of the version that it is pinned to */
      content: string;
      /** @description The steps of that version, as a tree */
      outline: components['schemas']['RunbookStep'][];
      /** @description Relative links and images of that version, resolved when the run was started */
      links: {
        target: string;
        runbook?: string;
        url?: string;
      }[];
      /**
       * @description What has become of the runbook since
       * @enum {string}
       */
      ground: 'same' | 'changed' | 'gone';
      may: components['schemas']['RunbookRunMay'];
    };
    AllRunbookRunsPage: {
      items: components['schemas']['RunbookRun'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    RunbookRunPresence: {
      here: components['schemas']['EntityLink'][];
    };
    /** @description A day, `YYYY-MM-DD` */
    DrillDay: string;
    /**
     * @description The time to recover in, or the data that may be lost
     * @enum {string}
     */
    RecoveryObjective: 'rto' | 'rpo';
    /** @description ISO 8601 durations; absent where nothing is promised */
    RecoveryPromise: {
      rto?: string;
      rpo?: string;
    };
    /**
     * @description What the last drill has proven: everything that is promised was kept (`proven`); something was not (`missed`); nothing was missed, and not all was measured (`unmeasured`); it did not succeed (`failed`); there was none (`never`)
     * @enum {string}
     */
    RecoveryProof: 'proven' | 'missed' | 'unmeasured' | 'failed' | 'never';
    DrillMeasure: {
      /** @description ISO 8601 duration */
      promised?: string;
      /** @description What was measured */
      ms?: number;
      /** @enum {string} */
      result: 'kept' | 'missed' | 'unmeasured' | 'unpromised';
      /** @description By how much it was missed */
      overMs?: number;
    };
    Drill: {
      /** @description The id of the run */
      run: string;
      runbook: {
        id: string;
        /** @description As it was called then */
        title: string;
      };
      /** @description When it was closed */
      at: string;
      outcome: components['schemas']['RunbookRunOutcome'];
      proof: components['schemas']['RecoveryProof'];
      time: components['schemas']['DrillMeasure'];
      loss: components['schemas']['DrillMeasure'];
    };
    DrillPlan: {
      id: string;
      entity: components['schemas']['EntityLink'];
      /** @description The id of the runbook */
      runbook?: string;
      day: string;
      note?: string;
      by: components['schemas']['EntityLink'];
      at: string;
      version: number;
      /** @enum {string} */
      state: 'planned' | 'cancelled' | 'done';
      /** @description The id of the run that did it */
      run?: string;
    };
    DrillDue: {
      /** @description The day by which the next drill is due */
      on: string;
      overdue: boolean;
    };
    RolledUpObjective: {
      duration: string;
      /** @description Whose promise it is */
      entity: components['schemas']['EntityLink'];
    };
    /** @description The longest promises among all that it rests on, directly or not */
    RolledUpObjectives: {
      rto?: components['schemas']['RolledUpObjective'];
      rpo?: components['schemas']['RolledUpObjective'];
    };
    RecoveryConflict: {
      objective: components['schemas']['RecoveryObjective'];
      promised: string;
      theirs: string;
      entity: components['schemas']['EntityLink'];
      /** @description What leads there, one after the other */
      way: components['schemas']['EntityLink'][];
    };
    EntityRecovery: {
      entity: components['schemas']['EntityLink'];
      tier?: number;
      promised: components['schemas']['RecoveryPromise'];
      rolledUp: components['schemas']['RolledUpObjectives'];
      restsOn: {
        /** @description The worst promises first, then what promises nothing */
        items: {
          entity: components['schemas']['EntityLink'];
          promised: components['schemas']['RecoveryPromise'];
          way: components['schemas']['EntityLink'][];
        }[];
        totalItems: number;
      };
      conflicts: components['schemas']['RecoveryConflict'][];
      /** @description What it says of its backups */
      backup?: string;
      /** @description Its recovery runbooks */
      runbooks: {
        id: string;
        title: string;
      }[];
      drills: {
        items: components['schemas']['Drill'][];
        totalItems: number;
        pageInfo: components['schemas']['PageInfo'];
      };
      /** @description Those that are planned, the earliest first */
      plans: components['schemas']['DrillPlan'][];
      proof: components['schemas']['RecoveryProof'];
      /** @description The last drill, against what is promised now */
      last?: components['schemas']['Drill'];
      due?: components['schemas']['DrillDue'];
      may: {
        plan: boolean;
        run: boolean;
      };
    };
    RecoveryEntry: {
      entity: components['schemas']['EntityLink'];
      tier?: number;
      promised: components['schemas']['RecoveryPromise'];
      rolledUp: components['schemas']['RolledUpObjectives'];
      /** @description What it promises tighter than something that it rests on */
      conflicts: components['schemas']['RecoveryObjective'][];
      proof: components['schemas']['RecoveryProof'];
      last?: components['schemas']['Drill'];
      /** @description The day of the next planned drill */
      planned?: string;
      due?: components['schemas']['DrillDue'];
    };
    RecoveryCounts: {
      total: number;
      proven: number;
      missed: number;
      unmeasured: number;
      never: number;
      overdue: number;
      conflict: number;
    };
    RecoveryPage: {
      items: components['schemas']['RecoveryEntry'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
      /** @description Of all that the other filters leave, whatever their state */
      summary: {
        all: components['schemas']['RecoveryCounts'];
        tier1: components['schemas']['RecoveryCounts'];
      };
    };
    FollowUp: {
      item: {
        entity: components['schemas']['EntityLink'];
        id: string;
        title: string;
        status: components['schemas']['RoadmapStatus'];
        /** @description A day, `YYYY-MM-DD` */
        end?: string;
        archived: boolean;
      };
      of: {
        entity: components['schemas']['EntityLink'];
        runbook: {
          id: string;
          /** @description As it was called then */
          title: string;
        };
        run?: {
          id: string;
          reason: components['schemas']['RunbookRunReason'];
        };
        /** @description The step of the run */
        step?: string;
      };
      by: components['schemas']['EntityLink'];
      at: string;
    };
    FollowUpList: {
      items: components['schemas']['FollowUp'][];
      /** @description Whose roadmap the next one would be put on: the product that the runbook's entity is or is part of, else that entity. Absent when asked of an item */
      on?: components['schemas']['EntityLink'];
      may: {
        /** @description Put a follow-up on the roadmap of `on` */
        create: boolean;
      };
    };
    RunbookRunRecord: {
      run: components['schemas']['RunbookRunDetails'];
      events: components['schemas']['RunbookRunEvent'][];
      people: components['schemas']['EntityLink'][];
      /** @description What it has shown as a drill of a recovery, against what was promised when it was closed */
      drill?: components['schemas']['Drill'];
    };
    Operations: {
      tier?: number;
      /** @description Recovery time objective */
      rto?: string;
      /** @description Recovery point objective */
      rpo?: string;
      proof?: components['schemas']['RecoveryProof'];
      /** @description The last drill, against what is promised now */
      drill?: components['schemas']['Drill'];
      drillDue?: components['schemas']['DrillDue'];
    };
    /** @description The first few, and how many there are that the caller may read. */
    RelatedEntities: {
      total: number;
      /** @description There are more than were counted */
      totalIsLowerBound?: boolean;
      items: {
        entity: components['schemas']['EntityLink'];
        stage?: components['schemas']['StageState'];
        /** @description Who owns it; told of neighbours in ownership only */
        owner?: components['schemas']['EntityLink'];
      }[];
    };
    Composition: {
      parts: components['schemas']['RelatedEntities'];
      partOf: components['schemas']['RelatedEntities'];
      dependsOn: components['schemas']['RelatedEntities'];
      dependents: components['schemas']['RelatedEntities'];
    };
    DocumentError: {
      /** @description Stable, for tools: `yaml-syntax`, `schema`, `too-large`, ... */
      code: string;
      /** @description What is wrong */
      message: string;
      /** @description Relative to the catalog-info file */
      file: string;
      /** @description From 1 */
      line?: number;
      /** @description From 1 */
      column?: number;
      expected?: string;
    };
    /** @description A declared file or folder that the suite reads for an entity. */
    Source: {
      /** @enum {string} */
      kind: 'roadmap' | 'runbooks';
      /** @description As the annotation says */
      target: string;
      /** @description Where it can be seen */
      url?: string;
      editUrl?: string;
      /**
       * @description `stale` means that what is shown is the last good version, because the newest has errors or cannot be reached; `failed` that there is no good version; errors beside `ok` are about single runbooks or items.
       * @enum {string}
       */
      state: 'pending' | 'ok' | 'stale' | 'failed';
      readAt?: string;
      /** @description When the version in force was read */
      goodAt?: string;
      errors: components['schemas']['DocumentError'][];
      /** @description All errors, also those beyond the first 100 */
      errorCount?: number;
    };
    EntityOverview: {
      entity: components['schemas']['EntityLink'] & {
        description?: string;
        vision?: string;
        /** @description The catalog-info file */
        sourceUrl?: string;
        editUrl?: string;
      };
      /** @description The product it is part of */
      product?: components['schemas']['EntityLink'];
      ownership: components['schemas']['Ownership'];
      lifecycle: components['schemas']['Lifecycle'];
      goals: components['schemas']['Goal'][];
      roadmap: components['schemas']['RoadmapSummary'];
      runbooks: components['schemas']['RunbooksSummary'];
      operations: components['schemas']['Operations'];
      composition: components['schemas']['Composition'];
      attention: components['schemas']['AttentionItem'][];
      sources: components['schemas']['Source'][];
    };
    ProductRow: {
      entity: components['schemas']['EntityLink'];
      description?: string;
      owner?: components['schemas']['EntityLink'];
      stage: components['schemas']['StageState'];
      tier?: number;
      roadmap: {
        open: number;
        now: number;
      };
      runbooks: {
        total: number;
      };
      /** @description How many things need attention, and the most urgent */
      attention: {
        count: number;
        severity?: components['schemas']['Severity'];
        title?: string;
      };
    };
    Facet: {
      value: string;
      label: string;
      count: number;
    }[];
    ProductPage: {
      items: components['schemas']['ProductRow'][];
      totalItems: number;
      facets: {
        stage: components['schemas']['Facet'];
        owner: components['schemas']['Facet'];
        tier: components['schemas']['Facet'];
        type: components['schemas']['Facet'];
      };
      pageInfo: components['schemas']['PageInfo'];
    };
    /**
     * @description `unknown` where there is neither a metric nor an item
     * @enum {string}
     */
    GoalState: 'missed' | 'at-risk' | 'on-track' | 'unknown' | 'reached';
    /** @description `title`, `description`, `metric`, `start` and `due` as in the catalog file, without the current value; null takes a field away. What is wrong the answer says field by field */
    GoalFields: {
      [key: string]: unknown;
    };
    GoalMetric: {
      name: string;
      unit?: string;
      baseline?: number;
      target?: number;
      /** @description The latest value that was recorded, else the one that the file declares */
      current?: number;
      /** @description When the current value was so; absent where only the file tells it */
      measuredAt?: string;
      /** @description What the file says, where a recorded value is in its place */
      declaredCurrent?: number;
      /** @enum {string} */
      direction?: 'up' | 'down';
      source?: components['schemas']['GoalMetricSource'];
    };
    /** @description Where its values are read from, and how that went last */
    GoalMetricSource: {
      prometheus: string;
      query: string;
      /** @enum {string} */
      state: 'waiting' | 'ok' | 'failing';
      checkedAt?: string;
      failingSince?: string;
      /** @description Why it failed last */
      error?: string;
    };
    GoalRisk: {
      /** @enum {string} */
      kind:
        | 'past-due'
        | 'behind'
        | 'no-value'
        | 'old-value'
        | 'overdue-items'
        | 'late-items'
        | 'nothing-planned';
      due?: string;
      progress?: number;
      expected?: number;
      measuredAt?: string;
      items?: number;
    };
    GoalStanding: {
      state: components['schemas']['GoalState'];
      /** @description 0 to 1, that of the metric, else the share of items that are done */
      progress?: number;
      /** @description 0 to 1, how far it should be by today if it went evenly */
      expected?: number;
      items: {
        total: number;
        done: number;
      };
      risks: components['schemas']['GoalRisk'][];
    };
    GoalSummary: {
      id: string;
      title: string;
      /** @description Markdown */
      description?: string;
      entity: components['schemas']['EntityLink'];
      owner?: components['schemas']['EntityLink'];
      /** @enum {string} */
      source: 'declared' | 'recorded';
      /** @description The portal has a goal with the same id; what the file says is in force, the other is reached with `source=recorded` */
      alsoRecorded?: boolean;
      start?: string;
      due?: string;
      metric?: components['schemas']['GoalMetric'];
      standing: components['schemas']['GoalStanding'];
    };
    GoalPage: {
      items: components['schemas']['GoalSummary'][];
      totalItems: number;
      /** @description The hundred most frequent values of each */
      facets: {
        state: components['schemas']['Facet'];
        team: components['schemas']['Facet'];
        product: components['schemas']['Facet'];
      };
      pageInfo: components['schemas']['PageInfo'];
    };
    EntityGoalPage: {
      items: components['schemas']['GoalSummary'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
      may: components['schemas']['GoalMay'];
    };
    GoalMay: {
      /** @description Whether the caller may record goals of the entity and values of their metrics */
      manage: boolean;
    };
    /** @description An item of any roadmap that points at the goal */
    GoalItem: {
      id: string;
      source: string;
      title: string;
      status: components['schemas']['RoadmapStatus'];
      horizon?: components['schemas']['RoadmapHorizon'];
      start?: string;
      end?: string;
      entity: components['schemas']['EntityLink'];
      owner?: components['schemas']['EntityLink'];
      /** @description `overdue`: open and past its end; `late`: it ends after the goal is due */
      risks: ('overdue' | 'late')[];
    };
    GoalTeam: {
      team: components['schemas']['EntityLink'];
      /** @description It owns the entity of the goal */
      accountable: boolean;
      /** @description Items of the goal that it owns */
      total: number;
      done: number;
    };
    GoalPoint: {
      at: string;
      value: number;
    };
    GoalDetails: components['schemas']['GoalSummary'] & {
      /** @description Of a recorded goal */
      version?: number;
      archived: boolean;
      createdBy?: components['schemas']['EntityLink'];
      createdAt?: string;
      changedBy?: components['schemas']['EntityLink'];
      changedAt?: string;
      /** @description Where a declared goal is written */
      file?: {
        name: string;
        url?: string;
        editUrl?: string;
      };
      /** @description What points at it, what is at risk first; the first hundred */
      work: {
        items: components['schemas']['GoalItem'][];
        total: number;
      };
      teams: components['schemas']['GoalTeam'][];
      /** @description The history of the metric as it is drawn, the oldest first, without what was corrected */
      series: components['schemas']['GoalPoint'][];
      may: components['schemas']['GoalMay'];
    };
    GoalValue: {
      id: string;
      value: number;
      /** @description When it was so */
      at: string;
      note?: string;
      /** @description `person`, `service`, or `prometheus:` with the name of the server */
      source: string;
      by?: components['schemas']['EntityLink'];
      /** @description Which service recorded it */
      service?: string;
      recordedAt: string;
      /** @description The id of the value that it corrects */
      corrects?: string;
      /** @description The id of the value in its place */
      correctedBy?: string;
    };
    GoalValuePage: {
      items: components['schemas']['GoalValue'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    GoalHistoryPage: {
      items: components['schemas']['GoalEvent'][];
      totalItems: number;
      pageInfo: components['schemas']['PageInfo'];
    };
    GoalEvent: {
      /** @description That the goal has since */
      version: number;
      /** @enum {string} */
      type: 'created' | 'changed' | 'archived' | 'returned';
      by: components['schemas']['EntityLink'];
      at: string;
      /** @description The changed fields as they were; null stands for none */
      before: {
        [key: string]: unknown;
      };
      /** @description The same fields since; null stands for none */
      after: {
        [key: string]: unknown;
      };
    };
    PageInfo: {
      nextCursor?: string;
      prevCursor?: string;
    };
    Status: {
      directory: {
        /**
         * @description `old` when the last refresh is more than three periods ago
         * @enum {string}
         */
        state: 'empty' | 'fresh' | 'old';
        /** @description End of the last complete refresh */
        refreshedAt?: string;
        ageSeconds?: number;
        durationMs?: number;
        /** @description Rows that the last refresh wrote or deleted */
        rowsWritten?: number;
        lastError?: string;
      };
      documents: {
        /** @description The last time any declared file was read */
        readAt?: string;
        /** @description Sources that wait to be read */
        pending: number;
      };
      /** @description How far the answers to checks are */
      checks?: {
        /** @description Beginning of the last complete run */
        answeredAt?: string;
        durationMs?: number;
        /** @description Entities that it looked at */
        evaluated?: number;
        rowsWritten?: number;
      };
    };
  };
  responses: {
    /** @description What `If-None-Match` names is still so */
    NotModified: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description An error, in the shape that all of Backstage uses */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorResponse'];
      };
    };
  };
  parameters: {
    /** @description The kind, in any case */
    Kind: string;
    Namespace: string;
    Name: string;
    /** @description The most entries in one answer */
    Limit: number;
    ItemId: string;
    /** @description Which one, where both a file and the portal have a goal with the id; that of the file when absent */
    GoalSource: 'declared' | 'recorded';
    /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
    ItemSource: string;
    /** @description Most votes, latest posted, or latest commented, answered or decided first */
    FeedbackSort: 'votes' | 'newest' | 'activity';
    /** @description Only feedback with one of these statuses; the counts are of all */
    FeedbackStatuses: (
      | 'open'
      | 'under-review'
      | 'planned'
      | 'shipped'
      | 'declined'
    )[];
    /** @description Only what is linked to a roadmap item, or only what is not */
    FeedbackLinked: boolean;
    /** @description Only what the caller has posted, or voted for */
    FeedbackMine: 'posted' | 'voted';
    /** @description Only feedback with all these words in title or text */
    FeedbackText: string;
    GoalId: string;
    RecordId: string;
    /** @description Only entities of these kinds */
    OnlyKinds: string[];
    /** @description Only entities of these types; `none` stands for those without one */
    OnlyTypes: string[];
    /** @description Only entities in these stages; `none` stands for those without one */
    OnlyStages: string[];
    /** @description Only entities of these tiers; `none` stands for those without one */
    OnlyTiers: ('1' | '2' | '3' | '4' | 'none')[];
    /** @description Whose entities count for a team or person, those of the owner when absent */
    OwnershipRole:
      | 'owner'
      | 'productManager'
      | 'techLead'
      | 'operations'
      | 'support'
      | 'security';
    /** @description Only items of these entities, by ref */
    PlanEntity: string[];
    /** @description Only items of these products and of what they are made of, by ref */
    PlanProduct: string[];
    /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
    PlanTeam: string[];
    /** @description Only items of entities of these domains, by ref; `none` stands for those of none */
    PlanDomain: string[];
    /** @description Only items that point at these goals; `none` stands for those that point at none */
    PlanGoal: string[];
    /** @description Only items of these categories; `none` stands for those without one */
    PlanCategory: string[];
    /** @description Only items with one of these statuses */
    PlanStatus: (
      | 'proposed'
      | 'planned'
      | 'in-progress'
      | 'done'
      | 'dropped'
      | 'deferred'
    )[];
    /** @description Only items with one of these horizons; `none` stands for items without one */
    PlanHorizon: ('now' | 'next' | 'later' | 'none')[];
    /** @description Only items of these owners of their own, by ref; `none` stands for items without one */
    PlanOwner: string[];
    /** @description Only items of these sources - `declared`, `recorded`, or the id of another one */
    PlanSource: string[];
    /** @description Only items that came from there */
    PlanOrigin: ('idea' | 'file' | 'feedback' | 'operations' | 'other')[];
    /** @description Only items with these words in id, title, labels, or the title of their entity; all must match */
    PlanText: string;
    /** @description Only items that end on this day (`YYYY-MM-DD`) or later */
    PlanFrom: string;
    /** @description Only items that start on this day (`YYYY-MM-DD`) or earlier */
    PlanTo: string;
    /** @description Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end */
    PlanUndated: 'include' | 'exclude' | 'only';
    /** @description The most entries in one answer */
    PlanLimit: number;
    /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
    Cursor: string;
    /** @description Only items with one of these statuses */
    ItemStatus: components['schemas']['RoadmapStatus'][];
    /** @description Only items with one of these horizons; `none` stands for items without one */
    ItemHorizon: ('now' | 'next' | 'later' | 'none')[];
    /** @description Only items of one of these categories */
    ItemCategory: string[];
    /** @description Only items of one of these sources */
    ItemSources: components['schemas']['RoadmapSource'][];
    /** @description Only items with this text in id, title, description or labels */
    ItemText: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}

/** The operations of the HTTP contract by id. @public */
export interface operations {
  getEntityOverview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The overview */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityOverview'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listRoadmapItems: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only items with one of these statuses */
        status?: components['schemas']['RoadmapStatus'][];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: ('now' | 'next' | 'later' | 'none')[];
        /** @description Only items of one of these categories */
        category?: string[];
        /** @description Only items of these sources */
        source?: components['schemas']['RoadmapSource'][];
        /** @description Only items with this text in id, title, description or labels */
        q?: string;
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of items */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  createRoadmapItem: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 100 printable characters. The same key of the same person gives the same item within seven days, however often it is sent; with another body it is an error */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Unique on the roadmap, also against the file; made of the title when absent */
          id?: string;
          fields: components['schemas']['RoadmapFields'];
        };
      };
    };
    responses: {
      /** @description The item. 409 when the id is taken, with the item that has it in `error.current` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapItemDetails'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getRoadmapItem: {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The item */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapItemDetails'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  patchRoadmapItem: {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The version that was seen */
          version: number;
          fields: components['schemas']['RoadmapFields'];
        };
      };
    };
    responses: {
      /** @description The item as it is now. 409 when it is not what `version` says any more, with the item in `error.current` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapItemDetails'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  actOnRoadmapItem: {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          type: 'reorder' | 'shift' | 'move' | 'resize' | 'drop' | 'undo';
          /** @description The version that was seen */
          version: number;
          after?: components['schemas']['RoadmapRank'];
          before?: components['schemas']['RoadmapRank'];
          fields?: components['schemas']['RoadmapFields'];
          days?: number;
          to?: string;
          start?: string;
          end?: string;
          /** @description The version of the change in the history */
          change?: number;
        };
      };
    };
    responses: {
      /** @description The item as it is now. 409 with the item in `error.current` when it is not what `version` says any more, when what is to be undone was changed since, or when there was no room between the two: ranks are new then */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapItemDetails'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  prepareRoadmapFileChange: {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          fields: components['schemas']['RoadmapFields'];
        };
      };
    };
    responses: {
      /** @description The lines before and after. 409 when the file cannot be changed safely, or does not have the item any more */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapFileChange'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRoadmapHistory: {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of changes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapHistoryPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listRoadmapComments: {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of comments */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapCommentPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  addRoadmapComment: {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Markdown */
          text: string;
        };
      };
    };
    responses: {
      /** @description The comment. 429 after thirty within ten minutes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapComment'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  removeRoadmapComment: {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
        comment: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The comment, without its text */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapComment'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRunbooks: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only runbooks of one of these types */
        type?: components['schemas']['RunbookType'][];
        /** @description Only runbooks with this text in id, title, path or alert names */
        q?: string;
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of runbooks, without their text */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getRunbook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The runbook */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Runbook'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  searchRunbooks: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description The name of an alert, a symptom, or words of title or text */
        q?: string;
        /** @description Only runbooks of one of these types */
        type?: components['schemas']['RunbookType'][];
        /** @description Only those of this product and what is part of it, by ref */
        product?: string;
        /** @description Only those that this team or person owns, by ref; a runbook that names no owner is its entity's owner's */
        team?: string;
        /** @description Whether what the teams below `team` own counts too */
        withSubteams?: boolean;
        /** @description Only those that are stale, or only those that are not */
        stale?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of runbooks, without their text */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookSearchPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  resolveRunbook: {
    parameters: {
      query: {
        /** @description The name of the alert, in any case */
        alert: string;
        /** @description The labels of the alert, each as `name=value` */
        label?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The runbook, why it is that one, and the others */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookResolution'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listAlerts: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description The ref of an entity; alerts of it and of its parts */
        entity?: string;
        /** @description The ref of a product; alerts of it and of its parts */
        product?: string;
        /** @description The ref of a team; alerts of what it and its sub-teams own */
        team?: string;
        /** @description Only those that a runbook answers, or only those that none does */
        matched?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of alerts */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getOnCall: {
    parameters: {
      query: {
        /** @description The ref of an entity */
        entity: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The people who are on call, as the lookups give them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AlertOnCall'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  receiveAlerts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id of the source, such as `alertmanager` */
        source: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description How many alerts were taken */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceivedAlerts'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRunbookReviews: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of reviews */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookReviewPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  reviewRunbook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReviewRunbook'];
      };
    };
    responses: {
      /** @description The review. 409 when the runbook is not at `version` any more, with the runbook as it is now, or when `id` is that of another review */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookReview'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  startRunbookRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StartRunbookRun'];
      };
    };
    responses: {
      /** @description The run. 409 when the runbook is not at `version` any more, or when `id` is that of another run; 429 after thirty runs within ten minutes, with `Retry-After` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookRunDetails'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listWrittenRunbooks: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only those in one of these states */
        state?: components['schemas']['WrittenRunbookState'][];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of runbooks, without their text */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WrittenRunbookPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  writeRunbook: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 100 printable characters. The same key of the same person gives the same runbook, however often it is sent */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WriteRunbook'];
      };
    };
    responses: {
      /** @description The runbook. 400 with `error.problems` when the text has mistakes; 409 when its id is taken */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WrittenRunbookDetails'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getWrittenRunbook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The runbook */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WrittenRunbookDetails'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  changeWrittenRunbook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeWrittenRunbook'];
      };
    };
    responses: {
      /** @description The runbook. 400 with `error.problems` when the text has mistakes; 409 with `error.current` when it has changed since it was read */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WrittenRunbookDetails'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRunbookVersions: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of versions, without their text */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookVersionPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getRunbookVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The version */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookVersionDetails'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getRunbookImage: {
    parameters: {
      query: {
        /** @description The address as the text has it */
        target: string;
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        /** @description The runbook's id, unique within its entity */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The image. 400 when it may not be shown, with why; 404 when the text or the folder has none such */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/*': string;
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listRunbookRuns: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only runs of the runbook with this id */
        runbook?: string;
        /** @description Only runs in one of these states */
        status?: components['schemas']['RunbookRunStatus'][];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of runs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookRunPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getRunbookRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookRunDetails'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listRunbookRunEvents: {
    parameters: {
      query?: {
        /** @description Only what came after the event with this number; a page that was away catches up with it */
        after?: number;
        /** @description The most events in one answer */
        limit?: number;
      };
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The events, and the people that they name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookRunEventPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  appendRunbookRunEvent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RunbookRunCommand'];
      };
    };
    responses: {
      /** @description The event with its number. 409 when the run is paused or closed, holds as much as it may, or has another event with this `id` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookRunEvent'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  exportRunbookRun: {
    parameters: {
      query?: {
        format?: 'json' | 'markdown';
      };
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The record. 409 while the run is not closed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookRunRecord'];
          'text/markdown': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  listAllRunbookRuns: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only runs in one of these states */
        status?: components['schemas']['RunbookRunStatus'][];
        /** @description Only runs that were started for one of these */
        reason?: ('incident' | 'alert' | 'drill' | 'change' | 'other')[];
        /** @description The ref of a product; runs of it and of what is part of it */
        product?: string;
        /** @description The ref of a team; runs of what it and its sub-teams own */
        team?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of runs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllRunbookRunsPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  joinRunbookRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who has the page open, the caller included */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunbookRunPresence'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityRecovery: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its recovery, with a page of its drills, the latest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityRecovery'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  planDrill: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          id: components['schemas']['RunbookRunId'];
          day: components['schemas']['DrillDay'];
          /** @description The id of one of its recovery runbooks */
          runbook?: string;
          note?: string;
        };
      };
    };
    responses: {
      /** @description The plan */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DrillPlan'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  changeDrillPlan: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          day?: components['schemas']['DrillDay'];
          note?: string;
          /** @enum {string} */
          state?: 'cancelled';
        };
      };
    };
    responses: {
      /** @description The plan as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DrillPlan'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRecovery: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description The ref of a product; it and what is part of it */
        product?: string;
        /** @description The ref of a team; what it and its sub-teams own */
        team?: string;
        tier?: number[];
        /** @description Those of which any of these is so; `missed` are drills that failed or were abandoned too */
        state?: (
          | 'proven'
          | 'missed'
          | 'unmeasured'
          | 'never'
          | 'overdue'
          | 'conflict'
        )[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listFollowUps: {
    parameters: {
      query?: {
        run?: string;
        /** @description The ref of the entity of the runbook, or of the item */
        entity?: string;
        runbook?: string;
        item?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The follow-ups, the latest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FollowUpList'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  createFollowUp: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 100 printable characters; the same key of the same person makes one item */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The run that it follows from; else `entity` and `runbook` say from which runbook */
          run?: string;
          /** @description The step of the run */
          step?: string;
          /** @description The ref of the entity of the runbook */
          entity?: string;
          runbook?: string;
          /** @description The ref of the entity whose roadmap it is put on; when absent, the product that the runbook's entity is or is part of, else that entity */
          on?: string;
          fields: components['schemas']['RoadmapFields'];
        };
      };
    };
    responses: {
      /** @description The follow-up */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FollowUp'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntityOwnership: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The ownership of the entity */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityOwnership'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getEntityLifecycle: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Stage, rail, checks of the stage, and the gates of the stages that may come next */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityLifecycle'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listOwnershipHistory: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of the history */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnershipHistoryPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getOwnershipGraph: {
    parameters: {
      query?: {
        /** @description A group, user or any other entity; the whole organisation when absent */
        root?: string;
        /** @description Whose entities count for a team or person, those of the owner when absent */
        role?: components['parameters']['OwnershipRole'];
        /** @description What the distribution of each node is by */
        lens?: components['schemas']['OwnershipLens'];
        /** @description Only entities of these kinds */
        kind?: components['parameters']['OnlyKinds'];
        /** @description Only entities of these types; `none` stands for those without one */
        type?: components['parameters']['OnlyTypes'];
        /** @description Only entities in these stages; `none` stands for those without one */
        stage?: components['parameters']['OnlyStages'];
        /** @description Only entities of these tiers; `none` stands for those without one */
        tier?: components['parameters']['OnlyTiers'];
        /** @description Ids of nodes whose children are wanted too */
        expand?: string[];
        /** @description How many levels below the root */
        depth?: number;
        /** @description Instead of `depth`: opens teams that have teams below them, level by level, those with the most entities first, as long as the tree stands in no more than this many rows, where more than four siblings furthest from the root stand two to a row. The root is always open */
        fit?: number;
        /** @description How many children of a node */
        breadth?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The graph */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnershipGraph'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listOwnershipChildren: {
    parameters: {
      query: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description The id of a node that an answer of `/ownership/graph` gave */
        node: string;
        /** @description Whose entities count for a team or person, those of the owner when absent */
        role?: components['parameters']['OwnershipRole'];
        /** @description Only entities of these kinds */
        kind?: components['parameters']['OnlyKinds'];
        /** @description Only entities of these types; `none` stands for those without one */
        type?: components['parameters']['OnlyTypes'];
        /** @description Only entities in these stages; `none` stands for those without one */
        stage?: components['parameters']['OnlyStages'];
        /** @description Only entities of these tiers; `none` stands for those without one */
        tier?: components['parameters']['OnlyTiers'];
        /** @description Only those with this text in name or title */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of children */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnershipChildren'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  searchOwnership: {
    parameters: {
      query: {
        q: string;
        /** @description Whose entities count for a team or person, those of the owner when absent */
        role?: components['parameters']['OwnershipRole'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The first twenty that match, teams first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnershipMatches'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getTeamOwnership: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The team */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamOwnership'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getPersonOwnership: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only what the person answers for in one of these ways */
        how?: components['schemas']['AnswersHow'][];
        /** @description Only entities with this text in name or title */
        q?: string;
      };
      header?: never;
      path: {
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The person with a page of entities: what is to be verified first, then by tier and title */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonOwnership'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listOwnershipDependencies: {
    parameters: {
      query: {
        /** @description The ref of a group or user */
        team: string;
        /** @description Only what is between the team and this owner, with up to 100 examples in each direction; `none` stands for what nobody owns */
        other?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Both directions, those with the most dependencies first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnershipDependencies'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listOwnedEntities: {
    parameters: {
      query: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description The ref of a group or user */
        holder: string;
        /** @description Whose entities count for a team or person, those of the owner when absent */
        role?: components['parameters']['OwnershipRole'];
        /** @description Only entities of these kinds */
        kind?: components['parameters']['OnlyKinds'];
        /** @description Only entities of these tiers; `none` stands for those without one */
        tier?: components['parameters']['OnlyTiers'];
        /** @description Only what nobody else holds any role for */
        alone?: boolean;
        /** @description Only entities with this text in name or title */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of entities, by tier and title */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnedEntityPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listOwnershipGaps: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only gaps of these rules */
        rule?: components['schemas']['OwnershipGapRule'][];
        /** @description Only what this group, its descendants or this user owns; `none` stands for what nobody owns */
        owner?: string;
        /** @description Only entities of these kinds */
        kind?: components['parameters']['OnlyKinds'];
        /** @description Only entities of these tiers; `none` stands for those without one */
        tier?: components['parameters']['OnlyTiers'];
        /** @description Only entities with this text in name or title */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of gaps, the most urgent first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnershipGapPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listOwnershipVerifications: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only those in these states; overdue and due when absent */
        state?: components['schemas']['VerificationState'][];
        /** @description Only what this group, its descendants or this user owns */
        owner?: string;
        /** @description Only this entity */
        entity?: string;
        /** @description Only what the caller may verify, as its owner or the holder of a role */
        mine?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of verifications */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerificationPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  verifyOwnership: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          answers: components['schemas']['VerificationAnswer'][];
        };
      };
    };
    responses: {
      /** @description What became of each answer, in their order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VerificationResults'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listOwnershipTransfers: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only those in these states */
        state?: components['schemas']['TransferState'][];
        /** @description Only those from or to this group, its descendants or this user */
        team?: string;
        /** @description Only those of this entity */
        entity?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of transfers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TransferPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  proposeOwnershipTransfer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          entity: string;
          /** @description The ref of a group or user in the catalog */
          to: string;
          /** @description The ref of the owner that the proposal is made in view of, empty where there was none. Without it the proposal is about whoever owns the entity now */
          from?: string;
          reason: string;
        };
      };
    };
    responses: {
      /** @description The transfer; the open one when the same is proposed again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transfer'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  decideOwnershipTransfer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          /** @enum {string} */
          decision: 'accept' | 'decline' | 'withdraw';
          reason?: string;
        };
      };
    };
    responses: {
      /** @description The transfer as it is now. 409 with the current one in `error.current` when it is not what `version` says any more */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transfer'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listFeedback: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Most votes, latest posted, or latest commented, answered or decided first */
        sort?: components['parameters']['FeedbackSort'];
        /** @description Only feedback with one of these statuses; the counts are of all */
        status?: components['parameters']['FeedbackStatuses'];
        /** @description Only what is linked to a roadmap item, or only what is not */
        linked?: components['parameters']['FeedbackLinked'];
        /** @description Only what the caller has posted, or voted for */
        mine?: components['parameters']['FeedbackMine'];
        /** @description Only feedback with all these words in title or text */
        q?: components['parameters']['FeedbackText'];
        /** @description Only that about this entity, by ref */
        entity?: string;
        /** @description Only that about this product and what is part of it, by ref */
        product?: string;
        /** @description Only that about what this team or person owns, by ref */
        owner?: string;
        /** @description Whether what the teams below `owner` own counts too */
        withSubteams?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of feedback */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedbackPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listEntityFeedback: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Most votes, latest posted, or latest commented, answered or decided first */
        sort?: components['parameters']['FeedbackSort'];
        /** @description Only feedback with one of these statuses; the counts are of all */
        status?: components['parameters']['FeedbackStatuses'];
        /** @description Only what is linked to a roadmap item, or only what is not */
        linked?: components['parameters']['FeedbackLinked'];
        /** @description Only what the caller has posted, or voted for */
        mine?: components['parameters']['FeedbackMine'];
        /** @description Only feedback with all these words in title or text */
        q?: components['parameters']['FeedbackText'];
        /** @description What somebody is about to post: only what shares words with it, the most alike first, in one page of at most ten; `sort` and `cursor` count for nothing then */
        similarTo?: string;
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of feedback */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedbackPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  postFeedback: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 100 printable characters. The same key of the same person gives the same feedback within seven days, however often it is sent; with another body it is an error */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          title: string;
          /** @description Markdown */
          text?: string;
        };
      };
    };
    responses: {
      /** @description The feedback. 429 after ten within an hour, with `Retry-After` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Feedback'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listItemFeedback: {
    parameters: {
      query?: {
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['ItemId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The first of it, how much there is, and its votes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ItemFeedback'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getFeedback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The feedback */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Feedback'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  patchFeedback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The version that was seen */
          version: number;
          title?: string;
          /** @description Markdown */
          text?: string;
          /** @enum {boolean} */
          withdrawn?: true;
          status?: components['schemas']['FeedbackStatus'];
          reason?: string;
          /** @description Markdown; `null` takes the answer away */
          answer?: string | null;
        };
      };
    };
    responses: {
      /** @description The feedback as it is now. 409 when it is not what `version` says any more, with the feedback in `error.current` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Feedback'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  voteForFeedback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The feedback. 429 after sixty votes within ten minutes, with `Retry-After` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Feedback'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  takeFeedbackVoteBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The feedback */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Feedback'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listFeedbackComments: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of comments */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapCommentPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  addFeedbackComment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Markdown */
          text: string;
        };
      };
    };
    responses: {
      /** @description The comment. 429 after thirty within ten minutes, with `Retry-After` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapComment'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  removeFeedbackComment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
        comment: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The comment, without its text */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapComment'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  mergeFeedback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The version that was seen */
          version: number;
          /** @description The id of the feedback that stays */
          into: string;
        };
      };
    };
    responses: {
      /** @description The feedback that was merged. 409 when one of the two has changed, with the current one */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Feedback'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  undoFeedbackMerge: {
    parameters: {
      query: {
        /** @description The version that was seen */
        version: number;
      };
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The feedback, standing by itself again */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Feedback'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  linkFeedback: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The entity whose roadmap the item is on, by ref */
          entity: string;
          item: string;
          source?: components['schemas']['RoadmapSource'];
        };
      };
    };
    responses: {
      /** @description The feedback. 409 when it is linked to as many items as it may, fifty */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Feedback'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  unlinkFeedback: {
    parameters: {
      query: {
        entity: string;
        item: string;
        /** @description Which one, where several sources have an item with the id; when absent that of the file, else that of the portal */
        source?: components['parameters']['ItemSource'];
      };
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The feedback */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Feedback'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  makeItemOfFeedback: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 100 printable characters; the same key of the same person makes one item */
        'Idempotency-Key'?: string;
      };
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Unique on the roadmap; made of the title when absent */
          id?: string;
          fields?: components['schemas']['RoadmapFields'];
        };
      };
    };
    responses: {
      /** @description The item and the feedback */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedbackItem'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listProducts: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Stage ids; an unknown stage is named as it is declared, `none` stands for products that declare none */
        stage?: string[];
        /** @description Entity refs of the accountable owners; `none` stands for products without one */
        owner?: string[];
        /** @description Whether the products of the owners' descendants in the group tree count too */
        withSubteams?: boolean;
        /** @description Tiers; `none` stands for products without one */
        tier?: ('1' | '2' | '3' | '4' | 'none')[];
        /** @description Product types; `none` stands for products without one */
        type?: string[];
        /** @description Only products with this text in name, title, description or type; several words must all match */
        q?: string;
        /** @description What to sort by; `attention` puts most urgent first, `stage` follows the configured order, all ties go by title. A leading minus reverses it. */
        sort?:
          | 'title'
          | '-title'
          | 'stage'
          | '-stage'
          | 'tier'
          | '-tier'
          | 'owner'
          | '-owner'
          | 'type'
          | '-type'
          | 'attention'
          | '-attention';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of products with total and facets */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProductPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getReadiness: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description What the answer is rolled up by; `entity` lists the entities themselves */
        by?: 'team' | 'product' | 'check' | 'stage' | 'entity';
        /** @description Only what this group, its descendants or this user owns; `none` stands for what nobody owns */
        owner?: string;
        /** @description Only this product and its parts; `none` stands for what is of no product */
        product?: string;
        /** @description Only entities in these stages */
        stage?: string[];
        /** @description Only entities of these kinds */
        kind?: string[];
        /** @description Only entities of these tiers; `none` stands for those without one */
        tier?: ('1' | '2' | '3' | '4' | 'none')[];
        /** @description Only this check, and the entities of which it is demanded */
        check?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of groups, what lacks most first, with the whole and how it was */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReadinessPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getLifecycleActions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The open transition, exceptions in force, checks that people answer, and what the caller may do */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LifecycleActions'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listLifecycleHistory: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of the history */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LifecycleHistoryPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  exportLifecycleHistory: {
    parameters: {
      query?: {
        /** @description `csv` gives one line an entry, with a line of titles before them; texts that a spreadsheet would take for a formula begin with an apostrophe */
        format?: 'json' | 'csv';
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The history, 20,000 entries at most */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LifecycleHistoryExport'];
          'text/csv': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  getEntitySunset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its own sunset plan, and those of what it depends on */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntitySunset'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  saveSunsetPlan: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Of the plan that was seen; 0 where there is none that is in force */
          version: number;
          successor?: string;
          endOfSale?: string;
          endOfSupport?: string;
          endOfLife: string;
          /** @description What who depends on it should know */
          message?: string;
        };
      };
    };
    responses: {
      /** @description The plan as it is now. 409 with the current one in `error.current` when it is not what `version` says */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SunsetPlan'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getStageBoard: {
    parameters: {
      query?: {
        /** @description The most entities in a column; the totals count all */
        perColumn?: number;
        /** @description Only entities of these kinds; products when absent */
        kind?: string[];
        /** @description Only what these groups or users own; `none` stands for what nobody owns */
        owner?: string[];
        /** @description Whether what the owners' descendants in the group tree own counts too */
        withSubteams?: boolean;
        /** @description Only this product and its parts */
        product?: string;
        /** @description Only these columns; `none` stands for entities without a stage */
        stage?: string[];
        /** @description Only entities of these tiers; `none` stands for those without one */
        tier?: ('1' | '2' | '3' | '4' | 'none')[];
        /** @description Only entities of these types; `none` stands for those without one */
        type?: string[];
        /** @description Only entities with this text in name or title */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The configured stages in order, then values that are none of them, then entities without a stage */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StageBoard'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listStageTransitions: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only those of this entity */
        entity?: string;
        /** @description Only those in these states */
        state?: components['schemas']['StageTransitionState'][];
        /** @description Only requested ones that the caller may approve, or only those that the caller has asked for */
        mine?: 'approve' | 'requested';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of transitions; their checks are told by the transition itself */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StageTransitionPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  requestStageTransition: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          entity: string;
          /** @description The stage that was seen; absent where it is in none */
          from?: string;
          to: string;
          reason: string;
        };
      };
    };
    responses: {
      /** @description The transition; the open one when the same is asked for again. 409 when the entity is in another stage than `from`, with the stage in `error.current`, or has an open transition to another one, with that in `error.current` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StageTransition'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getStageTransition: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The transition */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StageTransition'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  decideStageTransition: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          /** @enum {string} */
          decision: 'approve' | 'refuse' | 'withdraw';
          reason?: string;
        };
      };
    };
    responses: {
      /** @description The transition as it is now. 409 with the current one in `error.current` when it is not what `version` says any more, when its entity has moved, or when the gate is closed: `error.current.blocking` names the checks */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StageTransition'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listAttestations: {
    parameters: {
      query: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        entity: string;
        /** @description Only those to this check */
        check?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of answers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AttestationPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  attestCheck: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          entity: string;
          check: string;
          /** @description Of the last answer that was seen; 0 where there was none */
          version: number;
          answer: components['schemas']['AttestedAnswer'];
          evidence: string;
        };
      };
    };
    responses: {
      /** @description The answer. 409 with the last one in `error.current` when another person has answered since */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attestation'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listWaivers: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only those of this entity */
        entity?: string;
        /** @description Only those of this check */
        check?: string;
        /** @description Only those in these states */
        state?: components['schemas']['WaiverState'][];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of exceptions */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WaiverPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  grantWaiver: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          entity: string;
          check: string;
          reason: string;
          /** @description When it ends, ISO 8601; to come, and 366 days from now at most */
          until: string;
        };
      };
    };
    responses: {
      /** @description The exception; the one in force when the same is granted again. 409 with the one in force in `error.current` when it is another one */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Waiver'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  revokeWaiver: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          reason: string;
        };
      };
    };
    responses: {
      /** @description The exception as it is now. 409 with it in `error.current` when it is not in force any more */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Waiver'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listSunsetPlans: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only plans in these states; active ones when absent */
        state?: components['schemas']['SunsetPlanState'][];
        /** @description Only plans of this entity */
        entity?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of plans */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SunsetPlanPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  endSunsetPlan: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          reason: string;
        };
      };
    };
    responses: {
      /** @description The plan as it is now. 409 with it in `error.current` when it is not what `version` says any more */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SunsetPlan'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listSunsetDependants: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only dependants in these states */
        state?: components['schemas']['SunsetDependantState'][];
        /** @description Only what this group, its descendants or this user owns; `none` stands for what nobody owns */
        owner?: string;
      };
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of dependants */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SunsetDependantPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  acknowledgeSunset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['RecordId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The dependant */
          entity: string;
          version: number;
          answer: components['schemas']['SunsetAnswer'];
          /** @description Wanted where one objects */
          note?: string;
          /** @description Until when it will have moved, not after the end of life; that of the plan when absent */
          dueOn?: string;
        };
      };
    };
    responses: {
      /** @description The dependant as it is now. 409 with it in `error.current` when it is not what `version` says any more */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SunsetDependant'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listPlanItems: {
    parameters: {
      query?: {
        /** @description Only items of these entities, by ref */
        entity?: components['parameters']['PlanEntity'];
        /** @description Only items of these products and of what they are made of, by ref */
        product?: components['parameters']['PlanProduct'];
        /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
        team?: components['parameters']['PlanTeam'];
        /** @description Only items of entities of these domains, by ref; `none` stands for those of none */
        domain?: components['parameters']['PlanDomain'];
        /** @description Only items that point at these goals; `none` stands for those that point at none */
        goal?: components['parameters']['PlanGoal'];
        /** @description Only items of these categories; `none` stands for those without one */
        category?: components['parameters']['PlanCategory'];
        /** @description Only items with one of these statuses */
        status?: components['parameters']['PlanStatus'];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: components['parameters']['PlanHorizon'];
        /** @description Only items of these owners of their own, by ref; `none` stands for items without one */
        owner?: components['parameters']['PlanOwner'];
        /** @description Only items of these sources - `declared`, `recorded`, or the id of another one */
        source?: components['parameters']['PlanSource'];
        /** @description Only items that came from there */
        origin?: components['parameters']['PlanOrigin'];
        /** @description Only items with these words in id, title, labels, or the title of their entity; all must match */
        q?: components['parameters']['PlanText'];
        /** @description Only items that end on this day (`YYYY-MM-DD`) or later */
        from?: components['parameters']['PlanFrom'];
        /** @description Only items that start on this day (`YYYY-MM-DD`) or earlier */
        to?: components['parameters']['PlanTo'];
        /** @description Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end */
        undated?: components['parameters']['PlanUndated'];
        /** @description The most entries in one answer */
        limit?: components['parameters']['PlanLimit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description What items stand under: the owner of their entity, its product (or itself, where it is one), their goal, or the domain of their entity. Items come group by group then */
        groupBy?: 'team' | 'product' | 'goal' | 'domain';
        /** @description What to sort by, within groups; a leading minus reverses it. What lacks the value comes last, ties go by entity and rank */
        sort?:
          | 'start'
          | '-start'
          | 'end'
          | '-end'
          | 'score'
          | '-score'
          | 'title'
          | '-title'
          | 'rank'
          | '-rank';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of items */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listPlanDependencies: {
    parameters: {
      query?: {
        /** @description Only items of these entities, by ref */
        entity?: components['parameters']['PlanEntity'];
        /** @description Only items of these products and of what they are made of, by ref */
        product?: components['parameters']['PlanProduct'];
        /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
        team?: components['parameters']['PlanTeam'];
        /** @description Only items of entities of these domains, by ref; `none` stands for those of none */
        domain?: components['parameters']['PlanDomain'];
        /** @description Only items that point at these goals; `none` stands for those that point at none */
        goal?: components['parameters']['PlanGoal'];
        /** @description Only items of these categories; `none` stands for those without one */
        category?: components['parameters']['PlanCategory'];
        /** @description Only items with one of these statuses */
        status?: components['parameters']['PlanStatus'];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: components['parameters']['PlanHorizon'];
        /** @description Only items of these owners of their own, by ref; `none` stands for items without one */
        owner?: components['parameters']['PlanOwner'];
        /** @description Only items of these sources - `declared`, `recorded`, or the id of another one */
        source?: components['parameters']['PlanSource'];
        /** @description Only items that came from there */
        origin?: components['parameters']['PlanOrigin'];
        /** @description Only items with these words in id, title, labels, or the title of their entity; all must match */
        q?: components['parameters']['PlanText'];
        /** @description Only items that end on this day (`YYYY-MM-DD`) or later */
        from?: components['parameters']['PlanFrom'];
        /** @description Only items that start on this day (`YYYY-MM-DD`) or earlier */
        to?: components['parameters']['PlanTo'];
        /** @description Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end */
        undated?: components['parameters']['PlanUndated'];
        /** @description The most dependencies in one answer */
        limit?: number;
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of dependencies */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanDependencyPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listPlanConflicts: {
    parameters: {
      query?: {
        /** @description Only items of these entities, by ref */
        entity?: components['parameters']['PlanEntity'];
        /** @description Only items of these products and of what they are made of, by ref */
        product?: components['parameters']['PlanProduct'];
        /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
        team?: components['parameters']['PlanTeam'];
        /** @description Only items of entities of these domains, by ref; `none` stands for those of none */
        domain?: components['parameters']['PlanDomain'];
        /** @description Only items that point at these goals; `none` stands for those that point at none */
        goal?: components['parameters']['PlanGoal'];
        /** @description Only items of these categories; `none` stands for those without one */
        category?: components['parameters']['PlanCategory'];
        /** @description Only items with one of these statuses */
        status?: components['parameters']['PlanStatus'];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: components['parameters']['PlanHorizon'];
        /** @description Only items of these owners of their own, by ref; `none` stands for items without one */
        owner?: components['parameters']['PlanOwner'];
        /** @description Only items of these sources - `declared`, `recorded`, or the id of another one */
        source?: components['parameters']['PlanSource'];
        /** @description Only items that came from there */
        origin?: components['parameters']['PlanOrigin'];
        /** @description Only items with these words in id, title, labels, or the title of their entity; all must match */
        q?: components['parameters']['PlanText'];
        /** @description Only items that end on this day (`YYYY-MM-DD`) or later */
        from?: components['parameters']['PlanFrom'];
        /** @description Only items that start on this day (`YYYY-MM-DD`) or earlier */
        to?: components['parameters']['PlanTo'];
        /** @description Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end */
        undated?: components['parameters']['PlanUndated'];
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only conflicts of these kinds */
        kind?: components['schemas']['PlanConflictKind'][];
        /** @description Only conflicts of these severities */
        severity?: components['schemas']['Severity'][];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of conflicts */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanConflictPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listPlanSuggestions: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only items of these entities, by ref */
        entity?: components['parameters']['PlanEntity'];
        /** @description Only items of these products and of what they are made of, by ref */
        product?: components['parameters']['PlanProduct'];
        /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
        team?: components['parameters']['PlanTeam'];
        state?: 'open' | 'accepted' | 'dismissed';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of suggestions; of those that are open at most 1,000 are found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanSuggestionPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  decidePlanSuggestion: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          id: string;
          /** @enum {string} */
          decision: 'accept' | 'dismiss' | 'restore';
        };
      };
    };
    responses: {
      /** @description What became of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanDecision'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getPlanMix: {
    parameters: {
      query?: {
        /** @description Only items of these entities, by ref */
        entity?: components['parameters']['PlanEntity'];
        /** @description Only items of these products and of what they are made of, by ref */
        product?: components['parameters']['PlanProduct'];
        /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
        team?: components['parameters']['PlanTeam'];
        /** @description Only items of entities of these domains, by ref; `none` stands for those of none */
        domain?: components['parameters']['PlanDomain'];
        /** @description Only items that point at these goals; `none` stands for those that point at none */
        goal?: components['parameters']['PlanGoal'];
        /** @description Only items of these categories; `none` stands for those without one */
        category?: components['parameters']['PlanCategory'];
        /** @description Only items with one of these statuses */
        status?: components['parameters']['PlanStatus'];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: components['parameters']['PlanHorizon'];
        /** @description Only items of these owners of their own, by ref; `none` stands for items without one */
        owner?: components['parameters']['PlanOwner'];
        /** @description Only items of these sources - `declared`, `recorded`, or the id of another one */
        source?: components['parameters']['PlanSource'];
        /** @description Only items that came from there */
        origin?: components['parameters']['PlanOrigin'];
        /** @description Only items with these words in id, title, labels, or the title of their entity; all must match */
        q?: components['parameters']['PlanText'];
        /** @description Only items that end on this day (`YYYY-MM-DD`) or later */
        from?: components['parameters']['PlanFrom'];
        /** @description Only items that start on this day (`YYYY-MM-DD`) or earlier */
        to?: components['parameters']['PlanTo'];
        /** @description Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end */
        undated?: components['parameters']['PlanUndated'];
        /** @description The length of a period; at most 36 of them */
        by?: 'month' | 'quarter' | 'year';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The mix of the whole and of each period */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanMix'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getRoadmapRanking: {
    parameters: {
      query?: {
        /** @description The most items in one answer */
        limit?: number;
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description The day with whose end to compare, `YYYY-MM-DD`; a month ago when absent */
        since?: string;
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of the ranking, with all that changed */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapRanking'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listGoals: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
        /** @description Only goals of what this team (or user) owns */
        team?: string;
        /** @description Whether what the descendants of the team in the group tree own counts too */
        withSubteams?: boolean;
        /** @description Only goals of these entities, and of what names them as its product */
        product?: string[];
        /** @description Only goals of what is part of these domains */
        domain?: string[];
        /** @description Only goals that stand so */
        state?: components['schemas']['GoalState'][];
        /** @description Only goals that are due on this day or later, `YYYY-MM-DD` */
        dueFrom?: string;
        /** @description Only goals that are due on this day or earlier, `YYYY-MM-DD` */
        dueTo?: string;
        /** @description Only goals with this text in id, title, description or the name of the metric */
        q?: string;
        /** @description `attention` puts what is missed or at risk first; all ties go by due date, then by title */
        sort?: 'attention' | 'due' | 'title';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of goals */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GoalPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listEntityGoals: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of goals */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityGoalPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  createGoal: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 100 printable characters. The same key of the same caller gives the same answer within seven days, however often it is sent; with another body it is an error */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Unique among the goals of the entity; made of the title when absent */
          id?: string;
          fields: components['schemas']['GoalFields'];
        };
      };
    };
    responses: {
      /** @description The goal. 409 when the id is taken, with the goal that has it in `error.current` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GoalDetails'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getGoal: {
    parameters: {
      query?: {
        /** @description Which one, where both a file and the portal have a goal with the id; that of the file when absent */
        source?: components['parameters']['GoalSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['GoalId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The goal */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GoalDetails'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  archiveGoal: {
    parameters: {
      query: {
        /** @description Which one, where both a file and the portal have a goal with the id; that of the file when absent */
        source?: components['parameters']['GoalSource'];
        /** @description The one that was seen */
        version: number;
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['GoalId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The archived goal. 409 when it has changed since */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GoalDetails'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  patchGoal: {
    parameters: {
      query?: {
        /** @description Which one, where both a file and the portal have a goal with the id; that of the file when absent */
        source?: components['parameters']['GoalSource'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['GoalId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The one that was seen */
          version: number;
          fields: components['schemas']['GoalFields'];
          archived?: boolean;
        };
      };
    };
    responses: {
      /** @description The goal. 409 when it has changed since, with the goal as it is now in `error.current` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GoalDetails'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listGoalHistory: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['GoalId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of changes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GoalHistoryPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listGoalValues: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['GoalId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of values */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GoalValuePage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  addGoalValue: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 100 printable characters. The same key of the same caller gives the same answer within seven days, however often it is sent; with another body it is an error */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
        id: components['parameters']['GoalId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          value: number;
          /** @description When it was so, a day or an ISO 8601 moment; now when absent, and not later than now */
          at?: string;
          note?: string;
          /** @description The id of the value that this one corrects */
          corrects?: string;
        };
      };
    };
    responses: {
      /** @description The value. 409 when what it corrects has been corrected */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GoalValue'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  exportRoadmapCsv: {
    parameters: {
      query?: {
        /** @description Only items with one of these statuses */
        status?: components['parameters']['ItemStatus'];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: components['parameters']['ItemHorizon'];
        /** @description Only items of one of these categories */
        category?: components['parameters']['ItemCategory'];
        /** @description Only items of one of these sources */
        source?: components['parameters']['ItemSources'];
        /** @description Only items with this text in id, title, description or labels */
        q?: components['parameters']['ItemText'];
      };
      header?: never;
      path: {
        /** @description The kind, in any case */
        kind: components['parameters']['Kind'];
        namespace: components['parameters']['Namespace'];
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The items, in their order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  exportRoadmapsCsv: {
    parameters: {
      query?: {
        /** @description Only items of these entities, by ref */
        entity?: components['parameters']['PlanEntity'];
        /** @description Only items of these products and of what they are made of, by ref */
        product?: components['parameters']['PlanProduct'];
        /** @description Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns */
        team?: components['parameters']['PlanTeam'];
        /** @description Only items of entities of these domains, by ref; `none` stands for those of none */
        domain?: components['parameters']['PlanDomain'];
        /** @description Only items that point at these goals; `none` stands for those that point at none */
        goal?: components['parameters']['PlanGoal'];
        /** @description Only items of these categories; `none` stands for those without one */
        category?: components['parameters']['PlanCategory'];
        /** @description Only items with one of these statuses */
        status?: components['parameters']['PlanStatus'];
        /** @description Only items with one of these horizons; `none` stands for items without one */
        horizon?: components['parameters']['PlanHorizon'];
        /** @description Only items of these owners of their own, by ref; `none` stands for items without one */
        owner?: components['parameters']['PlanOwner'];
        /** @description Only items of these sources - `declared`, `recorded`, or the id of another one */
        source?: components['parameters']['PlanSource'];
        /** @description Only items that came from there */
        origin?: components['parameters']['PlanOrigin'];
        /** @description Only items with these words in id, title, labels, or the title of their entity; all must match */
        q?: components['parameters']['PlanText'];
        /** @description Only items that end on this day (`YYYY-MM-DD`) or later */
        from?: components['parameters']['PlanFrom'];
        /** @description Only items that start on this day (`YYYY-MM-DD`) or earlier */
        to?: components['parameters']['PlanTo'];
        /** @description Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end */
        undated?: components['parameters']['PlanUndated'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The items by entity, those of one in their order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  previewRoadmapImport: {
    parameters: {
      query?: {
        /** @description The entity of rows that name none */
        entity?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': unknown;
      };
    };
    responses: {
      /** @description The plan */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapImport'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  applyRoadmapImport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapImportResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  listRoadmapFeeds: {
    parameters: {
      query?: {
        /** @description Those of everybody; needs the permission `product-ops.roadmap.share.manage` */
        everybody?: boolean;
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of feeds, without their addresses */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapFeedPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  createRoadmapFeed: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description An entity for its roadmap; a group for the roadmaps of all that it owns, through its sub-teams too */
          entityRef: string;
          /** @description Only items that work towards this goal of the entity, on whatever roadmap they are */
          goal?: string;
          /** @description By which its owner knows it, such as the calendar that reads it */
          name?: string;
          expiresInDays?: number;
        };
      };
    };
    responses: {
      /** @description The feed with its address */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatedRoadmapFeed'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  revokeRoadmapFeed: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The feed as it was */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapFeed'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  readRoadmapFeed: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The secret of a feed, and `.ics` behind it */
        file: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A calendar (RFC 5545) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/calendar': string;
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  listRoadmapViews: {
    parameters: {
      query?: {
        /** @description The most entries in one answer */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` or `prevCursor` of an earlier answer to the same question */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of views */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapViewPage'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  createRoadmapView: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          query: components['schemas']['RoadmapViewQuery'];
          sharedWith?: components['schemas']['RoadmapViewAudience'];
        };
      };
    };
    responses: {
      /** @description The view */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapView'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  deleteRoadmapView: {
    parameters: {
      query: {
        /** @description That the caller has seen */
        version: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The view as it was. 409 when it has changed since, with what it is now in `error.current` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapView'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  patchRoadmapView: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description That the caller has seen */
          version: number;
          name?: string;
          query?: components['schemas']['RoadmapViewQuery'];
          sharedWith?: components['schemas']['RoadmapViewAudience'];
        };
      };
    };
    responses: {
      /** @description The view. 409 when it has changed since, with what it is now in `error.current` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoadmapView'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  getStatus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The status */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Status'];
        };
      };
      304: components['responses']['NotModified'];
      default: components['responses']['Error'];
    };
  };
  getOpenApi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The OpenAPI document */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
}
