// Generated from openapi.yaml by `yarn generate:api`. Do not edit.

export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Product Ops',
    version: '1',
    description:
      'Product ownership, lifecycle stage, roadmap and runbooks of catalog entities. Reading anything of an entity needs `catalog.entity.read` on it; an entity one may not read answers like one that does not exist, and no list, facet or count includes it. Times are ISO 8601 in UTC, dates `YYYY-MM-DD`, durations ISO 8601.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  tags: [
    {
      name: 'overview',
      description: 'What there is to know about one entity, and the portfolio',
    },
    { name: 'roadmap', description: 'Where an entity is going' },
    { name: 'feedback', description: 'What people ask of an entity' },
    {
      name: 'goals',
      description: 'What the company wants of an entity, and how far it is',
    },
    {
      name: 'runbooks',
      description: 'How an entity is operated and recovered',
    },
    { name: 'ownership', description: 'Who answers for what' },
    {
      name: 'lifecycle',
      description:
        'Which stage an entity is in, and what must be true before the next one',
    },
    {
      name: 'exchange',
      description: 'Roadmaps taken along, as CSV, calendars and saved views',
    },
    { name: 'service', description: 'The service itself' },
  ],
  paths: {
    '/entities/{kind}/{namespace}/{name}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'getEntityOverview',
        tags: ['overview'],
        summary: 'The overview of an entity',
        description:
          'The one call behind an entity page. Lists inside are cut to the first few, beside their totals.',
        responses: {
          '200': {
            description: 'The overview',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityOverview' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/roadmap': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'listRoadmapItems',
        tags: ['roadmap'],
        summary:
          'The roadmap items of an entity, declared and recorded ones, in their order',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'status',
            in: 'query',
            description: 'Only items with one of these statuses',
            schema: {
              type: 'array',
              maxItems: 6,
              items: { $ref: '#/components/schemas/RoadmapStatus' },
            },
          },
          {
            name: 'horizon',
            in: 'query',
            description:
              'Only items with one of these horizons; `none` stands for items without one',
            schema: {
              type: 'array',
              maxItems: 4,
              items: { type: 'string', enum: ['now', 'next', 'later', 'none'] },
            },
          },
          {
            name: 'category',
            in: 'query',
            allowReserved: true,
            description: 'Only items of one of these categories',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { type: 'string', maxLength: 63 },
            },
          },
          {
            name: 'source',
            in: 'query',
            description: 'Only items of these sources',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { $ref: '#/components/schemas/RoadmapSource' },
            },
          },
          {
            name: 'q',
            in: 'query',
            allowReserved: true,
            description:
              'Only items with this text in id, title, description or labels',
            schema: { type: 'string', maxLength: 200 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of items',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/roadmap/items': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      post: {
        operationId: 'createRoadmapItem',
        tags: ['roadmap'],
        summary: 'Record a roadmap item',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description:
              '1 to 100 printable characters. The same key of the same person gives the same item within seven days, however often it is sent; with another body it is an error',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['fields'],
                properties: {
                  id: {
                    type: 'string',
                    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$',
                    description:
                      'Unique on the roadmap, also against the file; made of the title when absent',
                  },
                  fields: { $ref: '#/components/schemas/RoadmapFields' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The item. 409 when the id is taken, with the item that has it in `error.current`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapItemDetails' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/ItemId' },
        { $ref: '#/components/parameters/ItemSource' },
      ],
      get: {
        operationId: 'getRoadmapItem',
        tags: ['roadmap'],
        summary: 'One roadmap item, also one that has left its file',
        responses: {
          '200': {
            description: 'The item',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapItemDetails' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      patch: {
        operationId: 'patchRoadmapItem',
        tags: ['roadmap'],
        summary: 'Change fields of a recorded item',
        description:
          '`null` takes a field away, one that is absent stays. Who closes an item takes its horizon away. `score` needs the permission to prioritise, all else that to update.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version', 'fields'],
                properties: {
                  version: {
                    type: 'integer',
                    minimum: 1,
                    description: 'The version that was seen',
                  },
                  fields: { $ref: '#/components/schemas/RoadmapFields' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The item as it is now. 409 when it is not what `version` says any more, with the item in `error.current`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapItemDetails' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/actions': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/ItemId' },
        { $ref: '#/components/parameters/ItemSource' },
      ],
      post: {
        operationId: 'actOnRoadmapItem',
        tags: ['roadmap'],
        summary: 'Reorder, reschedule or drop an item, or take a change back',
        description:
          '`reorder` puts it between two others by their ranks (`after`, `before`), declared ones too, and may change `fields` of a recorded one with it; `shift` moves start and end by `days`, `move` its first day to the day `to`, both keep the duration; `resize` moves `start` or `end`; `undo` takes back the `change` of that version.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['type', 'version'],
                properties: {
                  type: {
                    type: 'string',
                    enum: [
                      'reorder',
                      'shift',
                      'move',
                      'resize',
                      'drop',
                      'undo',
                    ],
                  },
                  version: {
                    type: 'integer',
                    minimum: 1,
                    description: 'The version that was seen',
                  },
                  after: { $ref: '#/components/schemas/RoadmapRank' },
                  before: { $ref: '#/components/schemas/RoadmapRank' },
                  fields: { $ref: '#/components/schemas/RoadmapFields' },
                  days: { type: 'integer', minimum: -36525, maximum: 36525 },
                  to: { type: 'string', maxLength: 10 },
                  start: { type: 'string', maxLength: 10 },
                  end: { type: 'string', maxLength: 10 },
                  change: {
                    type: 'integer',
                    minimum: 1,
                    description: 'The version of the change in the history',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The item as it is now. 409 with the item in `error.current` when it is not what `version` says any more, when what is to be undone was changed since, or when there was no room between the two: ranks are new then',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapItemDetails' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/file-change': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/ItemId' },
        { $ref: '#/components/parameters/ItemSource' },
      ],
      post: {
        operationId: 'prepareRoadmapFileChange',
        tags: ['roadmap'],
        summary: 'How the file of a declared item is to be changed',
        description:
          'The file is read as it is now. Nothing is written, neither to the file nor here.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['fields'],
                properties: {
                  fields: { $ref: '#/components/schemas/RoadmapFields' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The lines before and after. 409 when the file cannot be changed safely, or does not have the item any more',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapFileChange' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/history': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/ItemId' },
        { $ref: '#/components/parameters/ItemSource' },
      ],
      get: {
        operationId: 'listRoadmapHistory',
        tags: ['roadmap'],
        summary: 'What became of an item, the latest first',
        description: 'The latest thousand changes are kept.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of changes',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapHistoryPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/comments': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/ItemId' },
        { $ref: '#/components/parameters/ItemSource' },
      ],
      get: {
        operationId: 'listRoadmapComments',
        tags: ['roadmap'],
        summary: 'The comments on an item, the first one first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of comments',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapCommentPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'addRoadmapComment',
        tags: ['roadmap'],
        summary: 'Comment on an item',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['text'],
                properties: {
                  text: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 5000,
                    description: 'Markdown',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The comment. 429 after thirty within ten minutes',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapComment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/comments/{comment}':
      {
        parameters: [
          { $ref: '#/components/parameters/Kind' },
          { $ref: '#/components/parameters/Namespace' },
          { $ref: '#/components/parameters/Name' },
          { $ref: '#/components/parameters/ItemId' },
          { $ref: '#/components/parameters/ItemSource' },
          {
            name: 'comment',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 36 },
          },
        ],
        delete: {
          operationId: 'removeRoadmapComment',
          tags: ['roadmap'],
          summary: "Remove a comment of one's own",
          responses: {
            '200': {
              description: 'The comment, without its text',
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/RoadmapComment' },
                },
              },
            },
            default: { $ref: '#/components/responses/Error' },
          },
        },
      },
    '/entities/{kind}/{namespace}/{name}/runbooks': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'listRunbooks',
        tags: ['runbooks'],
        summary: 'The runbooks of an entity, by title',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'type',
            in: 'query',
            allowReserved: true,
            description: 'Only runbooks of one of these types',
            schema: {
              type: 'array',
              maxItems: 4,
              items: { $ref: '#/components/schemas/RunbookType' },
            },
          },
          {
            name: 'q',
            in: 'query',
            allowReserved: true,
            description:
              'Only runbooks with this text in id, title, path or alert names',
            schema: { type: 'string', maxLength: 200 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of runbooks, without their text',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/runbooks/{id}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        {
          name: 'id',
          in: 'path',
          required: true,
          description: "The runbook's id, unique within its entity",
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      ],
      get: {
        operationId: 'getRunbook',
        tags: ['runbooks'],
        summary: 'One runbook with its text and steps',
        responses: {
          '200': {
            description: 'The runbook',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Runbook' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/runbooks': {
      get: {
        operationId: 'searchRunbooks',
        tags: ['runbooks'],
        summary:
          'The runbooks of all entities that the caller may read, found by alert, symptom or any words of their text',
        description:
          'With a text, the best match comes first: a runbook that answers an alert of that name, then names and titles, then the text. Where no runbook has all the words, those with any of them are given. Without a text, by title.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'q',
            in: 'query',
            allowReserved: true,
            description:
              'The name of an alert, a symptom, or words of title or text',
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'type',
            in: 'query',
            allowReserved: true,
            description: 'Only runbooks of one of these types',
            schema: {
              type: 'array',
              maxItems: 4,
              items: { $ref: '#/components/schemas/RunbookType' },
            },
          },
          {
            name: 'product',
            in: 'query',
            allowReserved: true,
            description:
              'Only those of this product and what is part of it, by ref',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'team',
            in: 'query',
            allowReserved: true,
            description:
              "Only those that this team or person owns, by ref; a runbook that names no owner is its entity's owner's",
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'withSubteams',
            in: 'query',
            description: 'Whether what the teams below `team` own counts too',
            schema: { type: 'boolean', default: true },
          },
          {
            name: 'stale',
            in: 'query',
            description:
              'Only those that are stale, or only those that are not',
            schema: { type: 'boolean' },
          },
        ],
        responses: {
          '200': {
            description: 'A page of runbooks, without their text',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookSearchPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/runbooks/resolve': {
      get: {
        operationId: 'resolveRunbook',
        tags: ['runbooks'],
        summary:
          'The runbook that answers an alert for the entity that its labels name',
        description:
          'Nothing is chosen where several answer equally well: then they are among the others. Where none answers, the nearest by their text are given.',
        parameters: [
          {
            name: 'alert',
            in: 'query',
            required: true,
            allowReserved: true,
            description: 'The name of the alert, in any case',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          {
            name: 'label',
            in: 'query',
            allowReserved: true,
            description: 'The labels of the alert, each as `name=value`',
            schema: {
              type: 'array',
              maxItems: 100,
              items: {
                type: 'string',
                maxLength: 1200,
                pattern: '^[^=]{1,200}=',
              },
            },
          },
        ],
        responses: {
          '200': {
            description: 'The runbook, why it is that one, and the others',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookResolution' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/alerts': {
      get: {
        operationId: 'listAlerts',
        tags: ['runbooks'],
        summary: 'The alerts that fire, of the entities that one may read',
        description:
          'The most severe first, then the latest. An alert is of the entity that its labels name, else of the one whose runbook answers it. Those of no entity need the permission `product-ops.alert.read-unmatched`. Asked of an `entity`, those of its parts are among them, and the ones that ended within a day are told too.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'The ref of an entity; alerts of it and of its parts',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          {
            name: 'product',
            in: 'query',
            allowReserved: true,
            description: 'The ref of a product; alerts of it and of its parts',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          {
            name: 'team',
            in: 'query',
            allowReserved: true,
            description:
              'The ref of a team; alerts of what it and its sub-teams own',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          {
            name: 'matched',
            in: 'query',
            description:
              'Only those that a runbook answers, or only those that none does',
            schema: { type: 'boolean' },
          },
        ],
        responses: {
          '200': {
            description: 'A page of alerts',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AlertPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/on-call': {
      get: {
        operationId: 'getOnCall',
        tags: ['runbooks'],
        summary: 'Who is on call for an entity',
        description: 'Nobody, where no plugin is installed that knows.',
        parameters: [
          {
            name: 'entity',
            in: 'query',
            required: true,
            allowReserved: true,
            description: 'The ref of an entity',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
        ],
        responses: {
          '200': {
            description: 'The people who are on call, as the lookups give them',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AlertOnCall' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/alerts/{source}': {
      post: {
        operationId: 'receiveAlerts',
        tags: ['runbooks'],
        summary: 'Tell of alerts, as another system does by a webhook',
        description:
          "For other systems, with an external access token that may `product-ops.alert.receive`; people are refused. The source `alertmanager` takes what Alertmanager's webhook of version 4 sends; modules add others. The same alert, told again, is one. What the source does not take is refused as a whole. While as many of a source fire as are kept, new ones are refused (503) and all others are kept: tell of them again later.",
        parameters: [
          {
            name: 'source',
            in: 'path',
            required: true,
            description: 'The id of the source, such as `alertmanager`',
            schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,62}$' },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { type: 'object', additionalProperties: true },
            },
          },
        },
        responses: {
          '200': {
            description: 'How many alerts were taken',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ReceivedAlerts' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/runbooks/{id}/reviews': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        {
          name: 'id',
          in: 'path',
          required: true,
          description: "The runbook's id, unique within its entity",
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      ],
      get: {
        operationId: 'listRunbookReviews',
        tags: ['runbooks'],
        summary: 'The recorded reviews of a runbook, the latest first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of reviews',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookReviewPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'reviewRunbook',
        tags: ['runbooks'],
        summary: 'Vouch that a runbook is still right',
        description:
          'The same request of the same person, with the same `id`, gives the same review, however often it is sent. It needs the permission `product-ops.runbook.review` on the entity.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ReviewRunbook' },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The review. 409 when the runbook is not at `version` any more, with the runbook as it is now, or when `id` is that of another review',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookReview' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/runbooks/{id}/runs': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        {
          name: 'id',
          in: 'path',
          required: true,
          description: "The runbook's id, unique within its entity",
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      ],
      post: {
        operationId: 'startRunbookRun',
        tags: ['runbooks'],
        summary: 'Start a run of a runbook, pinned to the version it has now',
        description:
          'The same request of the same person, with the same `id`, gives the same run, however often it is sent. It needs the permission `product-ops.runbook.run` on the entity.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/StartRunbookRun' },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The run. 409 when the runbook is not at `version` any more, or when `id` is that of another run; 429 after thirty runs within ten minutes, with `Retry-After`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookRunDetails' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/written-runbooks': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'listWrittenRunbooks',
        tags: ['runbooks'],
        summary:
          'What is written in the portal as runbooks of an entity, the removed and the overruled ones too, by title',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'state',
            in: 'query',
            description: 'Only those in one of these states',
            schema: {
              type: 'array',
              maxItems: 3,
              items: { $ref: '#/components/schemas/WrittenRunbookState' },
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page of runbooks, without their text',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/WrittenRunbookPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'writeRunbook',
        tags: ['runbooks'],
        summary: 'Write a runbook in the portal',
        description:
          'Its id is that of the front matter, else it is made from the title. It is read like a file, and refused with what is wrong where it has mistakes. With an `Idempotency-Key` it is written once, however often it is sent. It needs the permission `product-ops.runbook.author` on the entity.',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description:
              '1 to 100 printable characters. The same key of the same person gives the same runbook, however often it is sent',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/WriteRunbook' },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The runbook. 400 with `error.problems` when the text has mistakes; 409 when its id is taken',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/WrittenRunbookDetails' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/written-runbooks/{id}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        {
          name: 'id',
          in: 'path',
          required: true,
          description: "The runbook's id, unique within its entity",
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      ],
      get: {
        operationId: 'getWrittenRunbook',
        tags: ['runbooks'],
        summary: 'One runbook that is written in the portal, as it was typed',
        responses: {
          '200': {
            description: 'The runbook',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/WrittenRunbookDetails' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      patch: {
        operationId: 'changeWrittenRunbook',
        tags: ['runbooks'],
        summary:
          'Change the text of a runbook, restore an earlier one, remove the runbook or bring it back',
        description:
          '`version` is the one that was read. The same text again changes nothing. It needs the permission `product-ops.runbook.author` on the entity.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ChangeWrittenRunbook' },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The runbook. 400 with `error.problems` when the text has mistakes; 409 with `error.current` when it has changed since it was read',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/WrittenRunbookDetails' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/runbooks/{id}/versions': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        {
          name: 'id',
          in: 'path',
          required: true,
          description: "The runbook's id, unique within its entity",
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      ],
      get: {
        operationId: 'listRunbookVersions',
        tags: ['runbooks'],
        summary: 'What a runbook has said over time, the latest version first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of versions, without their text',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookVersionPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/runbooks/{id}/versions/{number}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        {
          name: 'id',
          in: 'path',
          required: true,
          description: "The runbook's id, unique within its entity",
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
        {
          name: 'number',
          in: 'path',
          required: true,
          schema: { type: 'integer', minimum: 1, maximum: 1000000000 },
        },
      ],
      get: {
        operationId: 'getRunbookVersion',
        tags: ['runbooks'],
        summary: 'One version of a runbook, as it was written',
        responses: {
          '200': {
            description: 'The version',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookVersionDetails' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/runbooks/{id}/image': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        {
          name: 'id',
          in: 'path',
          required: true,
          description: "The runbook's id, unique within its entity",
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      ],
      get: {
        operationId: 'getRunbookImage',
        tags: ['runbooks'],
        summary:
          'An image that the text of a runbook shows, from the place where its file lies',
        description:
          'PNG, JPEG, GIF, WebP and AVIF, told by their first bytes, up to 2 MB, inside the folder of runbooks.',
        parameters: [
          {
            name: 'target',
            in: 'query',
            required: true,
            allowReserved: true,
            description: 'The address as the text has it',
            schema: { type: 'string', minLength: 1, maxLength: 2000 },
          },
        ],
        responses: {
          '200': {
            description:
              'The image. 400 when it may not be shown, with why; 404 when the text or the folder has none such',
            content: {
              'image/*': { schema: { type: 'string', format: 'binary' } },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/runs': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'listRunbookRuns',
        tags: ['runbooks'],
        summary:
          "The runs of an entity's runbooks, those that are not closed first, then the latest first",
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'runbook',
            in: 'query',
            allowReserved: true,
            description: 'Only runs of the runbook with this id',
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'status',
            in: 'query',
            description: 'Only runs in one of these states',
            schema: {
              type: 'array',
              maxItems: 3,
              items: { $ref: '#/components/schemas/RunbookRunStatus' },
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page of runs',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookRunPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/runs/{id}': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      get: {
        operationId: 'getRunbookRun',
        tags: ['runbooks'],
        summary: 'One run with the version of the runbook that it is pinned to',
        responses: {
          '200': {
            description: 'The run',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookRunDetails' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/runs/{id}/events': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      get: {
        operationId: 'listRunbookRunEvents',
        tags: ['runbooks'],
        summary: 'What has happened in a run, in its one order',
        parameters: [
          {
            name: 'after',
            in: 'query',
            description:
              'Only what came after the event with this number; a page that was away catches up with it',
            schema: {
              type: 'integer',
              minimum: 0,
              maximum: 100000,
              default: 0,
            },
          },
          {
            name: 'limit',
            in: 'query',
            description: 'The most events in one answer',
            schema: { type: 'integer', minimum: 1, maximum: 500, default: 500 },
          },
        ],
        responses: {
          '200': {
            description: 'The events, and the people that they name',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookRunEventPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'appendRunbookRunEvent',
        tags: ['runbooks'],
        summary: 'Say what has happened in a run',
        description:
          'Nothing that was said is changed or taken away: what follows counts. The same `id` of the same person is kept once, however often it is sent. It needs the permission `product-ops.runbook.run` on the entity.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/RunbookRunCommand' },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The event with its number. 409 when the run is paused or closed, holds as much as it may, or has another event with this `id`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookRunEvent' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/runs/{id}/record': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      get: {
        operationId: 'exportRunbookRun',
        tags: ['runbooks'],
        summary: 'The record of a closed run in one piece',
        parameters: [
          {
            name: 'format',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['json', 'markdown'],
              default: 'json',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The record. 409 while the run is not closed',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookRunRecord' },
              },
              'text/markdown': { schema: { type: 'string' } },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/runs': {
      get: {
        operationId: 'listAllRunbookRuns',
        tags: ['runbooks'],
        summary:
          'The runs of all entities that one may read, those that are not closed first, then the latest first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'status',
            in: 'query',
            description: 'Only runs in one of these states',
            schema: {
              type: 'array',
              maxItems: 3,
              items: { $ref: '#/components/schemas/RunbookRunStatus' },
            },
          },
          {
            name: 'reason',
            in: 'query',
            description: 'Only runs that were started for one of these',
            schema: {
              type: 'array',
              maxItems: 5,
              items: {
                type: 'string',
                enum: ['incident', 'alert', 'drill', 'change', 'other'],
              },
            },
          },
          {
            name: 'product',
            in: 'query',
            allowReserved: true,
            description:
              'The ref of a product; runs of it and of what is part of it',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          {
            name: 'team',
            in: 'query',
            allowReserved: true,
            description:
              'The ref of a team; runs of what it and its sub-teams own',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of runs',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AllRunbookRunsPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/runs/{id}/presence': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      post: {
        operationId: 'joinRunbookRun',
        tags: ['runbooks'],
        summary: 'Say that one has the page of a run open',
        description:
          'Said again every twenty seconds; who has not said it for a minute is gone. A run that is closed has nobody.',
        responses: {
          '200': {
            description: 'Who has the page open, the caller included',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunbookRunPresence' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/recovery': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'getEntityRecovery',
        tags: ['runbooks'],
        summary:
          'What an entity promises of recovery, what that rests on, and what drills have proven',
        description:
          'What the caller may not read is neither named nor counted.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description:
              'Its recovery, with a page of its drills, the latest first',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityRecovery' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/recovery/plans': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      post: {
        operationId: 'planDrill',
        tags: ['runbooks'],
        summary: 'Plan a drill',
        description:
          'The same request again gives the same plan. It needs `product-ops.drill.plan`.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['id', 'day'],
                properties: {
                  id: { $ref: '#/components/schemas/RunbookRunId' },
                  day: { $ref: '#/components/schemas/DrillDay' },
                  runbook: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 255,
                    description: 'The id of one of its recovery runbooks',
                  },
                  note: { type: 'string', maxLength: 1000 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The plan',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DrillPlan' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/drill-plans/{id}': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      patch: {
        operationId: 'changeDrillPlan',
        tags: ['runbooks'],
        summary: 'Move or cancel a planned drill',
        description:
          'A conflict (409) tells the plan as it is when its version is another, or it is not planned any more. It needs `product-ops.drill.plan`.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version'],
                properties: {
                  version: { type: 'integer', minimum: 1 },
                  day: { $ref: '#/components/schemas/DrillDay' },
                  note: { type: 'string', maxLength: 1000 },
                  state: { type: 'string', enum: ['cancelled'] },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The plan as it is now',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DrillPlan' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/recovery': {
      get: {
        operationId: 'listRecovery',
        tags: ['runbooks'],
        summary:
          'What is promised of recovery, and what drills have proven, by product',
        description:
          'The products, and other entities that promise something of recovery, the most critical first. Only what the caller may read is listed and counted.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'product',
            in: 'query',
            allowReserved: true,
            description: 'The ref of a product; it and what is part of it',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          {
            name: 'team',
            in: 'query',
            allowReserved: true,
            description: 'The ref of a team; what it and its sub-teams own',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          {
            name: 'tier',
            in: 'query',
            schema: {
              type: 'array',
              maxItems: 4,
              items: { type: 'integer', minimum: 1, maximum: 4 },
            },
          },
          {
            name: 'state',
            in: 'query',
            description:
              'Those of which any of these is so; `missed` are drills that failed or were abandoned too',
            schema: {
              type: 'array',
              maxItems: 6,
              items: {
                type: 'string',
                enum: [
                  'proven',
                  'missed',
                  'unmeasured',
                  'never',
                  'overdue',
                  'conflict',
                ],
              },
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page of them',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecoveryPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/follow-ups': {
      get: {
        operationId: 'listFollowUps',
        tags: ['runbooks'],
        summary:
          'What was put on roadmaps because of a run or a runbook, or why an item is there',
        description:
          'Of a run (`run`), of a runbook and all its runs (`entity` and `runbook`), or of an item (`entity` and `item`). What the caller may not read is left out.',
        parameters: [
          {
            name: 'run',
            in: 'query',
            schema: { type: 'string', maxLength: 36 },
          },
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'The ref of the entity of the runbook, or of the item',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          {
            name: 'runbook',
            in: 'query',
            allowReserved: true,
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
          {
            name: 'item',
            in: 'query',
            allowReserved: true,
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
        ],
        responses: {
          '200': {
            description: 'The follow-ups, the latest first',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FollowUpList' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'createFollowUp',
        tags: ['runbooks'],
        summary: 'Put what was learned on a roadmap',
        description:
          "Makes a roadmap item, linked to the run or the runbook: both or none. The item's origin is `run:`, `drill:` or `runbook:` and the id. It needs the permission to record items of the entity whose roadmap it is.",
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description:
              '1 to 100 printable characters; the same key of the same person makes one item',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['fields'],
                properties: {
                  run: {
                    type: 'string',
                    maxLength: 36,
                    description:
                      'The run that it follows from; else `entity` and `runbook` say from which runbook',
                  },
                  step: {
                    type: 'string',
                    maxLength: 100,
                    description: 'The step of the run',
                  },
                  entity: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 255,
                    description: 'The ref of the entity of the runbook',
                  },
                  runbook: { type: 'string', minLength: 1, maxLength: 200 },
                  on: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 255,
                    description:
                      "The ref of the entity whose roadmap it is put on; when absent, the product that the runbook's entity is or is part of, else that entity",
                  },
                  fields: { $ref: '#/components/schemas/RoadmapFields' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The follow-up',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FollowUp' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/ownership': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'getEntityOwnership',
        tags: ['ownership'],
        summary:
          'Who answers for an entity, how that comes about, and how it was before',
        responses: {
          '200': {
            description: 'The ownership of the entity',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityOwnership' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/lifecycle': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'getEntityLifecycle',
        tags: ['lifecycle'],
        summary:
          'Where an entity is in its life, what its stage demands, and what the next ones would',
        responses: {
          '200': {
            description:
              'Stage, rail, checks of the stage, and the gates of the stages that may come next',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityLifecycle' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/ownership/history': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'listOwnershipHistory',
        tags: ['ownership'],
        summary:
          'All that became of the ownership of an entity, the latest first',
        description:
          'Changes of the owner, answers to whether it is right, and transfers from their proposal to their end. None of it is ever changed or removed.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of the history',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OwnershipHistoryPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/graph': {
      get: {
        operationId: 'getOwnershipGraph',
        tags: ['ownership'],
        summary:
          'Teams in their hierarchy with what they own, cut to what can be read',
        description:
          'A tree: the root, `depth` levels below it, and one more below each node of `expand`. Of the children of a node the first `breadth` are there, those with the most entities first; one node of type `more` stands for the rest. Counts include everything below a node, once, as far as the caller may read it.',
        parameters: [
          {
            name: 'root',
            in: 'query',
            allowReserved: true,
            description:
              'A group, user or any other entity; the whole organisation when absent',
            schema: { type: 'string', maxLength: 255 },
          },
          { $ref: '#/components/parameters/OwnershipRole' },
          {
            name: 'lens',
            in: 'query',
            description: 'What the distribution of each node is by',
            schema: { $ref: '#/components/schemas/OwnershipLens' },
          },
          { $ref: '#/components/parameters/OnlyKinds' },
          { $ref: '#/components/parameters/OnlyTypes' },
          { $ref: '#/components/parameters/OnlyStages' },
          { $ref: '#/components/parameters/OnlyTiers' },
          {
            name: 'expand',
            in: 'query',
            allowReserved: true,
            description: 'Ids of nodes whose children are wanted too',
            schema: {
              type: 'array',
              maxItems: 50,
              items: { type: 'string', maxLength: 2000 },
            },
          },
          {
            name: 'depth',
            in: 'query',
            description: 'How many levels below the root',
            schema: { type: 'integer', minimum: 1, maximum: 4, default: 2 },
          },
          {
            name: 'fit',
            in: 'query',
            description:
              'Instead of `depth`: opens teams that have teams below them, level by level, those with the most entities first, as long as the tree stands in no more than this many rows, where more than four siblings furthest from the root stand two to a row. The root is always open',
            schema: { type: 'integer', minimum: 1, maximum: 100 },
          },
          {
            name: 'breadth',
            in: 'query',
            description: 'How many children of a node',
            schema: { type: 'integer', minimum: 1, maximum: 50, default: 12 },
          },
        ],
        responses: {
          '200': {
            description: 'The graph',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OwnershipGraph' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/children': {
      get: {
        operationId: 'listOwnershipChildren',
        tags: ['ownership'],
        summary: 'All children of a node of the graph, searchable',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'node',
            in: 'query',
            required: true,
            allowReserved: true,
            description:
              'The id of a node that an answer of `/ownership/graph` gave',
            schema: { type: 'string', maxLength: 2000 },
          },
          { $ref: '#/components/parameters/OwnershipRole' },
          { $ref: '#/components/parameters/OnlyKinds' },
          { $ref: '#/components/parameters/OnlyTypes' },
          { $ref: '#/components/parameters/OnlyStages' },
          { $ref: '#/components/parameters/OnlyTiers' },
          {
            name: 'q',
            in: 'query',
            allowReserved: true,
            description: 'Only those with this text in name or title',
            schema: { type: 'string', maxLength: 200 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of children',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OwnershipChildren' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/search': {
      get: {
        operationId: 'searchOwnership',
        tags: ['ownership'],
        summary:
          'Teams, people and entities by text, each with the way to it in the graph',
        parameters: [
          {
            name: 'q',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
          { $ref: '#/components/parameters/OwnershipRole' },
        ],
        responses: {
          '200': {
            description: 'The first twenty that match, teams first',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OwnershipMatches' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/teams/{namespace}/{name}': {
      parameters: [
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'getTeamOwnership',
        tags: ['ownership'],
        summary: 'What a team owns, by itself and through its sub-teams',
        responses: {
          '200': {
            description: 'The team',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TeamOwnership' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/people/{namespace}/{name}': {
      parameters: [
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'getPersonOwnership',
        tags: ['ownership'],
        summary:
          'What a person answers for, by name, through teams and in roles',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'how',
            in: 'query',
            description:
              'Only what the person answers for in one of these ways',
            schema: {
              type: 'array',
              maxItems: 3,
              items: { $ref: '#/components/schemas/AnswersHow' },
            },
          },
          {
            name: 'q',
            in: 'query',
            allowReserved: true,
            description: 'Only entities with this text in name or title',
            schema: { type: 'string', maxLength: 200 },
          },
        ],
        responses: {
          '200': {
            description:
              'The person with a page of entities: what is to be verified first, then by tier and title',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PersonOwnership' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/dependencies': {
      get: {
        operationId: 'listOwnershipDependencies',
        tags: ['ownership'],
        summary:
          'What teams depend on each other, by the dependencies of what they own',
        parameters: [
          {
            name: 'team',
            in: 'query',
            required: true,
            allowReserved: true,
            description: 'The ref of a group or user',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'other',
            in: 'query',
            allowReserved: true,
            description:
              'Only what is between the team and this owner, with up to 100 examples in each direction; `none` stands for what nobody owns',
            schema: { type: 'string', maxLength: 255 },
          },
        ],
        responses: {
          '200': {
            description:
              'Both directions, those with the most dependencies first',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OwnershipDependencies' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/entities': {
      get: {
        operationId: 'listOwnedEntities',
        tags: ['ownership'],
        summary: 'What a team with its sub-teams, or a person, has in one role',
        description:
          'As the owner: what would have no owner if the team went, with those who hold a role for it and would stay.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'holder',
            in: 'query',
            required: true,
            allowReserved: true,
            description: 'The ref of a group or user',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          { $ref: '#/components/parameters/OwnershipRole' },
          { $ref: '#/components/parameters/OnlyKinds' },
          { $ref: '#/components/parameters/OnlyTiers' },
          {
            name: 'alone',
            in: 'query',
            description: 'Only what nobody else holds any role for',
            schema: { type: 'boolean', default: false },
          },
          {
            name: 'q',
            in: 'query',
            allowReserved: true,
            description: 'Only entities with this text in name or title',
            schema: { type: 'string', maxLength: 200 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of entities, by tier and title',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OwnedEntityPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/gaps': {
      get: {
        operationId: 'listOwnershipGaps',
        tags: ['ownership'],
        summary:
          'Everything that nobody answers for, or not well, with what would mend it',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'rule',
            in: 'query',
            description: 'Only gaps of these rules',
            schema: {
              type: 'array',
              maxItems: 6,
              items: { $ref: '#/components/schemas/OwnershipGapRule' },
            },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Only what this group, its descendants or this user owns; `none` stands for what nobody owns',
            schema: { type: 'string', maxLength: 255 },
          },
          { $ref: '#/components/parameters/OnlyKinds' },
          { $ref: '#/components/parameters/OnlyTiers' },
          {
            name: 'q',
            in: 'query',
            allowReserved: true,
            description: 'Only entities with this text in name or title',
            schema: { type: 'string', maxLength: 200 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of gaps, the most urgent first',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OwnershipGapPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/verifications': {
      get: {
        operationId: 'listOwnershipVerifications',
        tags: ['ownership'],
        summary:
          'What is due to be verified as still owned, the longest overdue first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'state',
            in: 'query',
            description:
              'Only those in these states; overdue and due when absent',
            schema: {
              type: 'array',
              maxItems: 3,
              items: { $ref: '#/components/schemas/VerificationState' },
            },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Only what this group, its descendants or this user owns',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Only this entity',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'mine',
            in: 'query',
            description:
              'Only what the caller may verify, as its owner or the holder of a role',
            schema: { type: 'boolean', default: false },
          },
        ],
        responses: {
          '200': {
            description: 'A page of verifications',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/VerificationPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'verifyOwnership',
        tags: ['ownership'],
        summary: 'Say that ownership is still right, or that it is wrong',
        description:
          'Each answer is taken by itself and all that were taken are told. One answer alone that cannot be taken is an error: 409 with the current state in `error.current` where the entity has changed since `version`, whoever answers for it now. An answer with `to` also needs the permission to propose transfers.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['answers'],
                properties: {
                  answers: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 100,
                    items: { $ref: '#/components/schemas/VerificationAnswer' },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of each answer, in their order',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/VerificationResults' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/transfers': {
      get: {
        operationId: 'listOwnershipTransfers',
        tags: ['ownership'],
        summary: 'Proposed changes of owners, the latest first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'state',
            in: 'query',
            description: 'Only those in these states',
            schema: {
              type: 'array',
              maxItems: 6,
              items: { $ref: '#/components/schemas/TransferState' },
            },
          },
          {
            name: 'team',
            in: 'query',
            allowReserved: true,
            description:
              'Only those from or to this group, its descendants or this user',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Only those of this entity',
            schema: { type: 'string', maxLength: 255 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of transfers',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TransferPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'proposeOwnershipTransfer',
        tags: ['ownership'],
        summary: 'Propose another owner of an entity',
        description:
          '409 with the open transfer in `error.current` when the entity is to go to somebody else already, and with the entity and its owner in `error.current` when `from` is not its owner any more.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entity', 'to', 'reason'],
                properties: {
                  entity: { type: 'string', minLength: 1, maxLength: 255 },
                  to: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 255,
                    description: 'The ref of a group or user in the catalog',
                  },
                  from: {
                    type: 'string',
                    maxLength: 255,
                    description:
                      'The ref of the owner that the proposal is made in view of, empty where there was none. Without it the proposal is about whoever owns the entity now',
                  },
                  reason: { type: 'string', minLength: 1, maxLength: 2000 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The transfer; the open one when the same is proposed again',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Transfer' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/transfers/{id}/decision': {
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: { type: 'string', minLength: 1, maxLength: 36 },
        },
      ],
      post: {
        operationId: 'decideOwnershipTransfer',
        tags: ['ownership'],
        summary: 'Accept or decline a transfer, or take it back',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version', 'decision'],
                properties: {
                  version: { type: 'integer', minimum: 1 },
                  decision: {
                    type: 'string',
                    enum: ['accept', 'decline', 'withdraw'],
                  },
                  reason: { type: 'string', maxLength: 2000 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The transfer as it is now. 409 with the current one in `error.current` when it is not what `version` says any more',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Transfer' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/feedback': {
      get: {
        operationId: 'listFeedback',
        tags: ['feedback'],
        summary:
          'What people ask for, across all entities that the caller may read',
        description:
          'What was taken back or merged into something else is not listed, and not counted.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          { $ref: '#/components/parameters/FeedbackSort' },
          { $ref: '#/components/parameters/FeedbackStatuses' },
          { $ref: '#/components/parameters/FeedbackLinked' },
          { $ref: '#/components/parameters/FeedbackMine' },
          { $ref: '#/components/parameters/FeedbackText' },
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Only that about this entity, by ref',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'product',
            in: 'query',
            allowReserved: true,
            description:
              'Only that about this product and what is part of it, by ref',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Only that about what this team or person owns, by ref',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'withSubteams',
            in: 'query',
            description: 'Whether what the teams below `owner` own counts too',
            schema: { type: 'boolean', default: true },
          },
        ],
        responses: {
          '200': {
            description: 'A page of feedback',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FeedbackPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/feedback': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'listEntityFeedback',
        tags: ['feedback'],
        summary: 'What people ask of an entity',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          { $ref: '#/components/parameters/FeedbackSort' },
          { $ref: '#/components/parameters/FeedbackStatuses' },
          { $ref: '#/components/parameters/FeedbackLinked' },
          { $ref: '#/components/parameters/FeedbackMine' },
          { $ref: '#/components/parameters/FeedbackText' },
          {
            name: 'similarTo',
            in: 'query',
            allowReserved: true,
            description:
              'What somebody is about to post: only what shares words with it, the most alike first, in one page of at most ten; `sort` and `cursor` count for nothing then',
            schema: { type: 'string', maxLength: 500 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of feedback',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FeedbackPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'postFeedback',
        tags: ['feedback'],
        summary: 'Ask something of an entity',
        description: 'Who posts has voted for it.',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description:
              '1 to 100 printable characters. The same key of the same person gives the same feedback within seven days, however often it is sent; with another body it is an error',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['title'],
                properties: {
                  title: { type: 'string', minLength: 1, maxLength: 200 },
                  text: {
                    type: 'string',
                    maxLength: 10000,
                    description: 'Markdown',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The feedback. 429 after ten within an hour, with `Retry-After`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Feedback' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/roadmap/items/{id}/feedback': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/ItemId' },
        { $ref: '#/components/parameters/ItemSource' },
      ],
      get: {
        operationId: 'listItemFeedback',
        tags: ['feedback'],
        summary: 'The feedback that a roadmap item answers, most votes first',
        parameters: [{ $ref: '#/components/parameters/Limit' }],
        responses: {
          '200': {
            description: 'The first of it, how much there is, and its votes',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ItemFeedback' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/feedback/{id}': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      get: {
        operationId: 'getFeedback',
        tags: ['feedback'],
        summary:
          'One piece of feedback, also one that was merged or taken back',
        responses: {
          '200': {
            description: 'The feedback',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Feedback' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      patch: {
        operationId: 'patchFeedback',
        tags: ['feedback'],
        summary: 'Change feedback, answer it, or take it back',
        description:
          "`title`, `text` and `withdrawn` are its author's, as long as it is open or under review; taking it back removes what it says. `status`, `reason` and `answer` need the permission to moderate; declining needs a reason.",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version'],
                properties: {
                  version: {
                    type: 'integer',
                    minimum: 1,
                    description: 'The version that was seen',
                  },
                  title: { type: 'string', minLength: 1, maxLength: 200 },
                  text: {
                    type: 'string',
                    maxLength: 10000,
                    description: 'Markdown',
                  },
                  withdrawn: { type: 'boolean', enum: [true] },
                  status: { $ref: '#/components/schemas/FeedbackStatus' },
                  reason: { type: 'string', maxLength: 2000 },
                  answer: {
                    type: ['string', 'null'],
                    maxLength: 10000,
                    description: 'Markdown; `null` takes the answer away',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The feedback as it is now. 409 when it is not what `version` says any more, with the feedback in `error.current`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Feedback' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/feedback/{id}/votes': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      post: {
        operationId: 'voteForFeedback',
        tags: ['feedback'],
        summary: 'Vote for it, once',
        description: 'A second vote of the same person changes nothing.',
        responses: {
          '200': {
            description:
              'The feedback. 429 after sixty votes within ten minutes, with `Retry-After`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Feedback' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      delete: {
        operationId: 'takeFeedbackVoteBack',
        tags: ['feedback'],
        summary: "Take one's vote back",
        responses: {
          '200': {
            description: 'The feedback',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Feedback' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/feedback/{id}/comments': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      get: {
        operationId: 'listFeedbackComments',
        tags: ['feedback'],
        summary: 'The comments on it, the first one first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of comments',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapCommentPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'addFeedbackComment',
        tags: ['feedback'],
        summary: 'Comment on it',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['text'],
                properties: {
                  text: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 5000,
                    description: 'Markdown',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The comment. 429 after thirty within ten minutes, with `Retry-After`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapComment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/feedback/{id}/comments/{comment}': {
      parameters: [
        { $ref: '#/components/parameters/RecordId' },
        {
          name: 'comment',
          in: 'path',
          required: true,
          schema: { type: 'string', minLength: 1, maxLength: 36 },
        },
      ],
      delete: {
        operationId: 'removeFeedbackComment',
        tags: ['feedback'],
        summary: "Remove a comment of one's own",
        responses: {
          '200': {
            description: 'The comment, without its text',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapComment' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/feedback/{id}/merge': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      post: {
        operationId: 'mergeFeedback',
        tags: ['feedback'],
        summary: 'Merge it into other feedback that asks for the same',
        description:
          "Its votes count there, each person's once, and so do the items it is linked to; the permission to moderate is needed on both entities.",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version', 'into'],
                properties: {
                  version: {
                    type: 'integer',
                    minimum: 1,
                    description: 'The version that was seen',
                  },
                  into: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 36,
                    description: 'The id of the feedback that stays',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The feedback that was merged. 409 when one of the two has changed, with the current one',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Feedback' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      delete: {
        operationId: 'undoFeedbackMerge',
        tags: ['feedback'],
        summary: 'Take a merge back',
        description:
          'Votes and items that came with it go with it; who has voted for both keeps both votes.',
        parameters: [
          {
            name: 'version',
            in: 'query',
            required: true,
            description: 'The version that was seen',
            schema: { type: 'integer', minimum: 1 },
          },
        ],
        responses: {
          '200': {
            description: 'The feedback, standing by itself again',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Feedback' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/feedback/{id}/links': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      post: {
        operationId: 'linkFeedback',
        tags: ['feedback'],
        summary: 'Link it to a roadmap item that answers it',
        description:
          'Feedback that was open or under review is planned from then on. When all its items are closed and one of them is done, it is shipped.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entity', 'item'],
                properties: {
                  entity: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 255,
                    description:
                      'The entity whose roadmap the item is on, by ref',
                  },
                  item: { type: 'string', minLength: 1, maxLength: 100 },
                  source: { $ref: '#/components/schemas/RoadmapSource' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The feedback. 409 when it is linked to as many items as it may, fifty',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Feedback' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      delete: {
        operationId: 'unlinkFeedback',
        tags: ['feedback'],
        summary: 'Take a link to a roadmap item away',
        parameters: [
          {
            name: 'entity',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          {
            name: 'item',
            in: 'query',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
          { $ref: '#/components/parameters/ItemSource' },
        ],
        responses: {
          '200': {
            description: 'The feedback',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Feedback' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/feedback/{id}/item': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      post: {
        operationId: 'makeItemOfFeedback',
        tags: ['feedback'],
        summary: 'Make a roadmap item of it, linked to it',
        description:
          'Title and description are those of the feedback where `fields` has none; the origin is `feedback:` and its id. It needs the permissions to moderate and to record items.',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description:
              '1 to 100 printable characters; the same key of the same person makes one item',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  id: {
                    type: 'string',
                    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$',
                    description:
                      'Unique on the roadmap; made of the title when absent',
                  },
                  fields: { $ref: '#/components/schemas/RoadmapFields' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The item and the feedback',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FeedbackItem' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/products': {
      get: {
        operationId: 'listProducts',
        tags: ['overview'],
        summary: 'The portfolio, filtered, sorted and paged',
        description:
          'Filters of different names must all match; several values of one filter match any of them. Facet counts of a filter leave that filter itself out, so that they say what choosing another value would give.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'stage',
            in: 'query',
            allowReserved: true,
            description:
              'Stage ids; an unknown stage is named as it is declared, `none` stands for products that declare none',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { type: 'string', maxLength: 100 },
            },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Entity refs of the accountable owners; `none` stands for products without one',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { type: 'string', maxLength: 255 },
            },
          },
          {
            name: 'withSubteams',
            in: 'query',
            description:
              "Whether the products of the owners' descendants in the group tree count too",
            schema: { type: 'boolean', default: true },
          },
          {
            name: 'tier',
            in: 'query',
            description: 'Tiers; `none` stands for products without one',
            schema: {
              type: 'array',
              maxItems: 5,
              items: { type: 'string', enum: ['1', '2', '3', '4', 'none'] },
            },
          },
          {
            name: 'type',
            in: 'query',
            allowReserved: true,
            description:
              'Product types; `none` stands for products without one',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { type: 'string', maxLength: 100 },
            },
          },
          {
            name: 'q',
            in: 'query',
            allowReserved: true,
            description:
              'Only products with this text in name, title, description or type; several words must all match',
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'sort',
            in: 'query',
            description:
              'What to sort by; `attention` puts most urgent first, `stage` follows the configured order, all ties go by title. A leading minus reverses it.',
            schema: {
              type: 'string',
              enum: [
                'title',
                '-title',
                'stage',
                '-stage',
                'tier',
                '-tier',
                'owner',
                '-owner',
                'type',
                '-type',
                'attention',
                '-attention',
              ],
              default: 'attention',
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page of products with total and facets',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ProductPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/readiness': {
      get: {
        operationId: 'getReadiness',
        tags: ['lifecycle'],
        summary: 'How ready things are for the stage they are in, rolled up',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'by',
            in: 'query',
            description:
              'What the answer is rolled up by; `entity` lists the entities themselves',
            schema: {
              type: 'string',
              enum: ['team', 'product', 'check', 'stage', 'entity'],
              default: 'team',
            },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Only what this group, its descendants or this user owns; `none` stands for what nobody owns',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'product',
            in: 'query',
            allowReserved: true,
            description:
              'Only this product and its parts; `none` stands for what is of no product',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'stage',
            in: 'query',
            allowReserved: true,
            description: 'Only entities in these stages',
            schema: {
              type: 'array',
              maxItems: 50,
              items: { type: 'string', maxLength: 100 },
            },
          },
          {
            name: 'kind',
            in: 'query',
            description: 'Only entities of these kinds',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { type: 'string', maxLength: 63 },
            },
          },
          {
            name: 'tier',
            in: 'query',
            description:
              'Only entities of these tiers; `none` stands for those without one',
            schema: {
              type: 'array',
              maxItems: 5,
              items: { type: 'string', enum: ['1', '2', '3', '4', 'none'] },
            },
          },
          {
            name: 'check',
            in: 'query',
            allowReserved: true,
            description:
              'Only this check, and the entities of which it is demanded',
            schema: { type: 'string', maxLength: 63 },
          },
        ],
        responses: {
          '200': {
            description:
              'A page of groups, what lacks most first, with the whole and how it was',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ReadinessPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/lifecycle/actions': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'getLifecycleActions',
        tags: ['lifecycle'],
        summary:
          'What is under way with the stage of an entity, and what the caller may do about it',
        responses: {
          '200': {
            description:
              'The open transition, exceptions in force, checks that people answer, and what the caller may do',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/LifecycleActions' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/lifecycle/history': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'listLifecycleHistory',
        tags: ['lifecycle'],
        summary: 'All that became of the stage of an entity, the latest first',
        description:
          'Changes of stage, transitions with their decisions, exceptions with their end, answers of people and sunset plans. None of it is ever changed or removed.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of the history',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/LifecycleHistoryPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/lifecycle/history/export': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'exportLifecycleHistory',
        tags: ['lifecycle'],
        summary:
          "The history of an entity's stage in one piece, the first entry first",
        parameters: [
          {
            name: 'format',
            in: 'query',
            description:
              '`csv` gives one line an entry, with a line of titles before them; texts that a spreadsheet would take for a formula begin with an apostrophe',
            schema: { type: 'string', enum: ['json', 'csv'], default: 'json' },
          },
        ],
        responses: {
          '200': {
            description: 'The history, 20,000 entries at most',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/LifecycleHistoryExport' },
              },
              'text/csv': { schema: { type: 'string' } },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/sunset': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'getEntitySunset',
        tags: ['lifecycle'],
        summary:
          'Whether an entity is retired, and what of that which it depends on is',
        responses: {
          '200': {
            description: 'Its own sunset plan, and those of what it depends on',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntitySunset' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'saveSunsetPlan',
        tags: ['lifecycle'],
        summary: 'Begin to retire an entity, or change the plan',
        description:
          'Everything that depends on it now becomes a dependant of the plan; what begins to later is flagged as late. The same plan again changes nothing.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version', 'endOfLife'],
                properties: {
                  version: {
                    type: 'integer',
                    minimum: 0,
                    description:
                      'Of the plan that was seen; 0 where there is none that is in force',
                  },
                  successor: { type: 'string', minLength: 1, maxLength: 255 },
                  endOfSale: { type: 'string', maxLength: 10 },
                  endOfSupport: { type: 'string', maxLength: 10 },
                  endOfLife: { type: 'string', maxLength: 10 },
                  message: {
                    type: 'string',
                    maxLength: 2000,
                    description: 'What who depends on it should know',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The plan as it is now. 409 with the current one in `error.current` when it is not what `version` says',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SunsetPlan' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/lifecycle/board': {
      get: {
        operationId: 'getStageBoard',
        tags: ['lifecycle'],
        summary: 'The stages as columns, in each what has been there longest',
        parameters: [
          {
            name: 'perColumn',
            in: 'query',
            description: 'The most entities in a column; the totals count all',
            schema: { type: 'integer', minimum: 0, maximum: 50, default: 10 },
          },
          {
            name: 'kind',
            in: 'query',
            description: 'Only entities of these kinds; products when absent',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { type: 'string', maxLength: 63 },
            },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Only what these groups or users own; `none` stands for what nobody owns',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { type: 'string', maxLength: 255 },
            },
          },
          {
            name: 'withSubteams',
            in: 'query',
            description:
              "Whether what the owners' descendants in the group tree own counts too",
            schema: { type: 'boolean', default: true },
          },
          {
            name: 'product',
            in: 'query',
            allowReserved: true,
            description: 'Only this product and its parts',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'stage',
            in: 'query',
            allowReserved: true,
            description:
              'Only these columns; `none` stands for entities without a stage',
            schema: {
              type: 'array',
              maxItems: 50,
              items: { type: 'string', maxLength: 100 },
            },
          },
          {
            name: 'tier',
            in: 'query',
            description:
              'Only entities of these tiers; `none` stands for those without one',
            schema: {
              type: 'array',
              maxItems: 5,
              items: { type: 'string', enum: ['1', '2', '3', '4', 'none'] },
            },
          },
          {
            name: 'type',
            in: 'query',
            allowReserved: true,
            description:
              'Only entities of these types; `none` stands for those without one',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { type: 'string', maxLength: 100 },
            },
          },
          {
            name: 'q',
            in: 'query',
            allowReserved: true,
            description: 'Only entities with this text in name or title',
            schema: { type: 'string', maxLength: 200 },
          },
        ],
        responses: {
          '200': {
            description:
              'The configured stages in order, then values that are none of them, then entities without a stage',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StageBoard' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/lifecycle/transitions': {
      get: {
        operationId: 'listStageTransitions',
        tags: ['lifecycle'],
        summary: 'Moves between stages, the latest first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Only those of this entity',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'state',
            in: 'query',
            description: 'Only those in these states',
            schema: {
              type: 'array',
              maxItems: 6,
              items: { $ref: '#/components/schemas/StageTransitionState' },
            },
          },
          {
            name: 'mine',
            in: 'query',
            description:
              'Only requested ones that the caller may approve, or only those that the caller has asked for',
            schema: { type: 'string', enum: ['approve', 'requested'] },
          },
        ],
        responses: {
          '200': {
            description:
              'A page of transitions; their checks are told by the transition itself',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StageTransitionPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'requestStageTransition',
        tags: ['lifecycle'],
        summary: 'Ask that an entity moves to another stage',
        description:
          'Checks that fail keep nobody from asking; they keep the gate closed until they pass or are waived. Where nobody has to approve and the gate is open, it is approved at once. Where no file declares the stage, approval changes it.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entity', 'to', 'reason'],
                properties: {
                  entity: { type: 'string', minLength: 1, maxLength: 255 },
                  from: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 255,
                    description:
                      'The stage that was seen; absent where it is in none',
                  },
                  to: { type: 'string', minLength: 1, maxLength: 100 },
                  reason: { type: 'string', minLength: 1, maxLength: 2000 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The transition; the open one when the same is asked for again. 409 when the entity is in another stage than `from`, with the stage in `error.current`, or has an open transition to another one, with that in `error.current`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StageTransition' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/lifecycle/transitions/{id}': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      get: {
        operationId: 'getStageTransition',
        tags: ['lifecycle'],
        summary: 'One transition with all checks of its gate',
        description:
          'The checks are as they are now while it is requested, and as they were once it is approved or refused.',
        responses: {
          '200': {
            description: 'The transition',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StageTransition' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/lifecycle/transitions/{id}/decision': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      post: {
        operationId: 'decideStageTransition',
        tags: ['lifecycle'],
        summary: 'Approve or refuse a transition, or take it back',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version', 'decision'],
                properties: {
                  version: { type: 'integer', minimum: 1 },
                  decision: {
                    type: 'string',
                    enum: ['approve', 'refuse', 'withdraw'],
                  },
                  reason: { type: 'string', maxLength: 2000 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The transition as it is now. 409 with the current one in `error.current` when it is not what `version` says any more, when its entity has moved, or when the gate is closed: `error.current.blocking` names the checks',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StageTransition' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/lifecycle/attestations': {
      get: {
        operationId: 'listAttestations',
        tags: ['lifecycle'],
        summary: 'Answers of people to checks of an entity, the latest first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'entity',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          {
            name: 'check',
            in: 'query',
            allowReserved: true,
            description: 'Only those to this check',
            schema: { type: 'string', maxLength: 63 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of answers',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AttestationPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'attestCheck',
        tags: ['lifecycle'],
        summary: 'Answer a check that no fact answers',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entity', 'check', 'version', 'answer', 'evidence'],
                properties: {
                  entity: { type: 'string', minLength: 1, maxLength: 255 },
                  check: { type: 'string', minLength: 1, maxLength: 63 },
                  version: {
                    type: 'integer',
                    minimum: 0,
                    description:
                      'Of the last answer that was seen; 0 where there was none',
                  },
                  answer: { $ref: '#/components/schemas/AttestedAnswer' },
                  evidence: { type: 'string', minLength: 1, maxLength: 2000 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The answer. 409 with the last one in `error.current` when another person has answered since',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Attestation' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/lifecycle/waivers': {
      get: {
        operationId: 'listWaivers',
        tags: ['lifecycle'],
        summary: 'Granted exceptions, the latest first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Only those of this entity',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'check',
            in: 'query',
            allowReserved: true,
            description: 'Only those of this check',
            schema: { type: 'string', maxLength: 63 },
          },
          {
            name: 'state',
            in: 'query',
            description: 'Only those in these states',
            schema: {
              type: 'array',
              maxItems: 3,
              items: { $ref: '#/components/schemas/WaiverState' },
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page of exceptions',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/WaiverPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'grantWaiver',
        tags: ['lifecycle'],
        summary: 'Grant an exception to one check of one entity',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entity', 'check', 'reason', 'until'],
                properties: {
                  entity: { type: 'string', minLength: 1, maxLength: 255 },
                  check: { type: 'string', minLength: 1, maxLength: 63 },
                  reason: { type: 'string', minLength: 1, maxLength: 2000 },
                  until: {
                    type: 'string',
                    maxLength: 40,
                    description:
                      'When it ends, ISO 8601; to come, and 366 days from now at most',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The exception; the one in force when the same is granted again. 409 with the one in force in `error.current` when it is another one',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Waiver' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/lifecycle/waivers/{id}/revocation': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      post: {
        operationId: 'revokeWaiver',
        tags: ['lifecycle'],
        summary: 'Take an exception back before it ends',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version', 'reason'],
                properties: {
                  version: { type: 'integer', minimum: 1 },
                  reason: { type: 'string', minLength: 1, maxLength: 2000 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The exception as it is now. 409 with it in `error.current` when it is not in force any more',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Waiver' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/lifecycle/sunsets': {
      get: {
        operationId: 'listSunsetPlans',
        tags: ['lifecycle'],
        summary: 'What is retired, the earliest end of life first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'state',
            in: 'query',
            description: 'Only plans in these states; active ones when absent',
            schema: {
              type: 'array',
              maxItems: 2,
              items: { $ref: '#/components/schemas/SunsetPlanState' },
            },
          },
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Only plans of this entity',
            schema: { type: 'string', maxLength: 255 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of plans',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SunsetPlanPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/lifecycle/sunsets/{id}/end': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      post: {
        operationId: 'endSunsetPlan',
        tags: ['lifecycle'],
        summary: 'End a sunset plan, since it is done or given up',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version', 'reason'],
                properties: {
                  version: { type: 'integer', minimum: 1 },
                  reason: { type: 'string', minLength: 1, maxLength: 2000 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The plan as it is now. 409 with it in `error.current` when it is not what `version` says any more',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SunsetPlan' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/lifecycle/sunsets/{id}/dependants': {
      parameters: [{ $ref: '#/components/parameters/RecordId' }],
      get: {
        operationId: 'listSunsetDependants',
        tags: ['lifecycle'],
        summary:
          'What must move before an entity is retired, what is due first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'state',
            in: 'query',
            description: 'Only dependants in these states',
            schema: {
              type: 'array',
              maxItems: 5,
              items: { $ref: '#/components/schemas/SunsetDependantState' },
            },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Only what this group, its descendants or this user owns; `none` stands for what nobody owns',
            schema: { type: 'string', maxLength: 255 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of dependants',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SunsetDependantPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'acknowledgeSunset',
        tags: ['lifecycle'],
        summary: 'Say as the owner of a dependant what becomes of it',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entity', 'version', 'answer'],
                properties: {
                  entity: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 255,
                    description: 'The dependant',
                  },
                  version: { type: 'integer', minimum: 1 },
                  answer: { $ref: '#/components/schemas/SunsetAnswer' },
                  note: {
                    type: 'string',
                    maxLength: 2000,
                    description: 'Wanted where one objects',
                  },
                  dueOn: {
                    type: 'string',
                    maxLength: 10,
                    description:
                      'Until when it will have moved, not after the end of life; that of the plan when absent',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The dependant as it is now. 409 with it in `error.current` when it is not what `version` says any more',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SunsetDependant' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/items': {
      parameters: [
        { $ref: '#/components/parameters/PlanEntity' },
        { $ref: '#/components/parameters/PlanProduct' },
        { $ref: '#/components/parameters/PlanTeam' },
        { $ref: '#/components/parameters/PlanDomain' },
        { $ref: '#/components/parameters/PlanGoal' },
        { $ref: '#/components/parameters/PlanCategory' },
        { $ref: '#/components/parameters/PlanStatus' },
        { $ref: '#/components/parameters/PlanHorizon' },
        { $ref: '#/components/parameters/PlanOwner' },
        { $ref: '#/components/parameters/PlanSource' },
        { $ref: '#/components/parameters/PlanOrigin' },
        { $ref: '#/components/parameters/PlanText' },
        { $ref: '#/components/parameters/PlanFrom' },
        { $ref: '#/components/parameters/PlanTo' },
        { $ref: '#/components/parameters/PlanUndated' },
      ],
      get: {
        operationId: 'listPlanItems',
        tags: ['roadmap'],
        summary:
          'Items of all roadmaps that the caller may read, filtered, sorted and paged',
        description:
          'Filters of different names must all match; several values of one filter match any of them. Everything is counted after what the caller may read. Facet counts of a filter leave that filter itself out.',
        parameters: [
          { $ref: '#/components/parameters/PlanLimit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'groupBy',
            in: 'query',
            description:
              'What items stand under: the owner of their entity, its product (or itself, where it is one), their goal, or the domain of their entity. Items come group by group then',
            schema: {
              type: 'string',
              enum: ['team', 'product', 'goal', 'domain'],
            },
          },
          {
            name: 'sort',
            in: 'query',
            description:
              'What to sort by, within groups; a leading minus reverses it. What lacks the value comes last, ties go by entity and rank',
            schema: {
              type: 'string',
              enum: [
                'start',
                '-start',
                'end',
                '-end',
                'score',
                '-score',
                'title',
                '-title',
                'rank',
                '-rank',
              ],
              default: 'start',
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page of items',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PlanPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/dependencies': {
      parameters: [
        { $ref: '#/components/parameters/PlanEntity' },
        { $ref: '#/components/parameters/PlanProduct' },
        { $ref: '#/components/parameters/PlanTeam' },
        { $ref: '#/components/parameters/PlanDomain' },
        { $ref: '#/components/parameters/PlanGoal' },
        { $ref: '#/components/parameters/PlanCategory' },
        { $ref: '#/components/parameters/PlanStatus' },
        { $ref: '#/components/parameters/PlanHorizon' },
        { $ref: '#/components/parameters/PlanOwner' },
        { $ref: '#/components/parameters/PlanSource' },
        { $ref: '#/components/parameters/PlanOrigin' },
        { $ref: '#/components/parameters/PlanText' },
        { $ref: '#/components/parameters/PlanFrom' },
        { $ref: '#/components/parameters/PlanTo' },
        { $ref: '#/components/parameters/PlanUndated' },
      ],
      get: {
        operationId: 'listPlanDependencies',
        tags: ['roadmap'],
        summary:
          'The dependencies of the items that a filter gives, within and across products',
        description:
          'Dependencies from or to an item that matches. What leads to an item of an entity that the caller may not read is left out.',
        parameters: [
          {
            name: 'limit',
            in: 'query',
            description: 'The most dependencies in one answer',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 2000,
              default: 1000,
            },
          },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of dependencies',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PlanDependencyPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/conflicts': {
      parameters: [
        { $ref: '#/components/parameters/PlanEntity' },
        { $ref: '#/components/parameters/PlanProduct' },
        { $ref: '#/components/parameters/PlanTeam' },
        { $ref: '#/components/parameters/PlanDomain' },
        { $ref: '#/components/parameters/PlanGoal' },
        { $ref: '#/components/parameters/PlanCategory' },
        { $ref: '#/components/parameters/PlanStatus' },
        { $ref: '#/components/parameters/PlanHorizon' },
        { $ref: '#/components/parameters/PlanOwner' },
        { $ref: '#/components/parameters/PlanSource' },
        { $ref: '#/components/parameters/PlanOrigin' },
        { $ref: '#/components/parameters/PlanText' },
        { $ref: '#/components/parameters/PlanFrom' },
        { $ref: '#/components/parameters/PlanTo' },
        { $ref: '#/components/parameters/PlanUndated' },
      ],
      get: {
        operationId: 'listPlanConflicts',
        tags: ['roadmap'],
        summary:
          'Where plans contradict each other or the facts, with what solves it',
        description:
          'Conflicts in which an item that matches takes part, the most urgent first. Found in what the caller may read.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'kind',
            in: 'query',
            description: 'Only conflicts of these kinds',
            schema: {
              type: 'array',
              maxItems: 10,
              items: { $ref: '#/components/schemas/PlanConflictKind' },
            },
          },
          {
            name: 'severity',
            in: 'query',
            description: 'Only conflicts of these severities',
            schema: {
              type: 'array',
              maxItems: 3,
              items: { $ref: '#/components/schemas/Severity' },
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page of conflicts',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PlanConflictPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/suggestions': {
      get: {
        operationId: 'listPlanSuggestions',
        tags: ['roadmap'],
        summary: 'Dependencies that the catalog makes likely',
        description:
          'The entities of two open items of one period depend on each other in the catalog, and the items do not yet. What overlaps most comes first; of those that were answered the latest. Found in what the caller may read.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          { $ref: '#/components/parameters/PlanEntity' },
          { $ref: '#/components/parameters/PlanProduct' },
          { $ref: '#/components/parameters/PlanTeam' },
          {
            name: 'state',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['open', 'accepted', 'dismissed'],
              default: 'open',
            },
          },
        ],
        responses: {
          '200': {
            description:
              'A page of suggestions; of those that are open at most 1,000 are found',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PlanSuggestionPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/suggestions/decision': {
      post: {
        operationId: 'decidePlanSuggestion',
        tags: ['roadmap'],
        summary: 'Accept, dismiss or restore a suggested dependency',
        description:
          'It needs `product-ops.roadmap.item.update` on the entity of the item that would wait. To accept adds the dependency to a recorded item; of a declared one the answer says how its file is to be changed. To restore makes an answered suggestion open again; a dependency that was added stays. What was decided so already stays as it is.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['id', 'decision'],
                properties: {
                  id: { type: 'string', minLength: 3, maxLength: 800 },
                  decision: {
                    type: 'string',
                    enum: ['accept', 'dismiss', 'restore'],
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of it',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PlanDecision' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/mix': {
      parameters: [
        { $ref: '#/components/parameters/PlanEntity' },
        { $ref: '#/components/parameters/PlanProduct' },
        { $ref: '#/components/parameters/PlanTeam' },
        { $ref: '#/components/parameters/PlanDomain' },
        { $ref: '#/components/parameters/PlanGoal' },
        { $ref: '#/components/parameters/PlanCategory' },
        { $ref: '#/components/parameters/PlanStatus' },
        { $ref: '#/components/parameters/PlanHorizon' },
        { $ref: '#/components/parameters/PlanOwner' },
        { $ref: '#/components/parameters/PlanSource' },
        { $ref: '#/components/parameters/PlanOrigin' },
        { $ref: '#/components/parameters/PlanText' },
        { $ref: '#/components/parameters/PlanFrom' },
        { $ref: '#/components/parameters/PlanTo' },
        { $ref: '#/components/parameters/PlanUndated' },
      ],
      get: {
        operationId: 'getPlanMix',
        tags: ['roadmap'],
        summary:
          'What effort goes into, by period, team, product, category and origin',
        description:
          'The effort of each item (of RICE, else the job size of WSJF) is spread evenly over its days. Of the filter, `from` and `to` are the first and the last day; the current quarter and the three before when absent.',
        parameters: [
          {
            name: 'by',
            in: 'query',
            description: 'The length of a period; at most 36 of them',
            schema: {
              type: 'string',
              enum: ['month', 'quarter', 'year'],
              default: 'quarter',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The mix of the whole and of each period',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PlanMix' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/roadmap/ranking': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'getRoadmapRanking',
        tags: ['roadmap'],
        summary:
          'The open items of an entity by their score, and what changed since a day',
        parameters: [
          {
            name: 'limit',
            in: 'query',
            description: 'The most items in one answer',
            schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
          },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'since',
            in: 'query',
            description:
              'The day with whose end to compare, `YYYY-MM-DD`; a month ago when absent',
            schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
          },
        ],
        responses: {
          '200': {
            description: 'A page of the ranking, with all that changed',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapRanking' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/goals': {
      get: {
        operationId: 'listGoals',
        tags: ['goals'],
        summary: 'Goals across entities, declared and recorded ones',
        description:
          'Filters of different names must all match; several values of one filter match any of them. State, progress and counts are those of today. Facet counts of a filter leave that filter itself out.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
          {
            name: 'team',
            in: 'query',
            allowReserved: true,
            description: 'Only goals of what this team (or user) owns',
            schema: { type: 'string', maxLength: 255 },
          },
          {
            name: 'withSubteams',
            in: 'query',
            description:
              'Whether what the descendants of the team in the group tree own counts too',
            schema: { type: 'boolean', default: true },
          },
          {
            name: 'product',
            in: 'query',
            allowReserved: true,
            description:
              'Only goals of these entities, and of what names them as its product',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { type: 'string', maxLength: 255 },
            },
          },
          {
            name: 'domain',
            in: 'query',
            allowReserved: true,
            description: 'Only goals of what is part of these domains',
            schema: {
              type: 'array',
              maxItems: 20,
              items: { type: 'string', maxLength: 255 },
            },
          },
          {
            name: 'state',
            in: 'query',
            description: 'Only goals that stand so',
            schema: {
              type: 'array',
              maxItems: 5,
              items: { $ref: '#/components/schemas/GoalState' },
            },
          },
          {
            name: 'dueFrom',
            in: 'query',
            description:
              'Only goals that are due on this day or later, `YYYY-MM-DD`',
            schema: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
          },
          {
            name: 'dueTo',
            in: 'query',
            description:
              'Only goals that are due on this day or earlier, `YYYY-MM-DD`',
            schema: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
          },
          {
            name: 'q',
            in: 'query',
            allowReserved: true,
            description:
              'Only goals with this text in id, title, description or the name of the metric',
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'sort',
            in: 'query',
            description:
              '`attention` puts what is missed or at risk first; all ties go by due date, then by title',
            schema: {
              type: 'string',
              enum: ['attention', 'due', 'title'],
              default: 'attention',
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page of goals',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GoalPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/goals': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'listEntityGoals',
        tags: ['goals'],
        summary: 'The goals of an entity, declared and recorded ones',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of goals',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityGoalPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'createGoal',
        tags: ['goals'],
        summary: 'Record a goal',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description:
              '1 to 100 printable characters. The same key of the same caller gives the same answer within seven days, however often it is sent; with another body it is an error',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['fields'],
                properties: {
                  id: {
                    type: 'string',
                    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$',
                    description:
                      'Unique among the goals of the entity; made of the title when absent',
                  },
                  fields: { $ref: '#/components/schemas/GoalFields' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The goal. 409 when the id is taken, with the goal that has it in `error.current`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GoalDetails' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/goals/{id}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/GoalId' },
        { $ref: '#/components/parameters/GoalSource' },
      ],
      get: {
        operationId: 'getGoal',
        tags: ['goals'],
        summary:
          'One goal with its metric, items, teams and risks; an archived one too',
        responses: {
          '200': {
            description: 'The goal',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GoalDetails' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      patch: {
        operationId: 'patchGoal',
        tags: ['goals'],
        summary:
          'Change fields of a recorded goal, archive it, or take it back',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version', 'fields'],
                properties: {
                  version: {
                    type: 'integer',
                    description: 'The one that was seen',
                  },
                  fields: { $ref: '#/components/schemas/GoalFields' },
                  archived: { type: 'boolean' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The goal. 409 when it has changed since, with the goal as it is now in `error.current`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GoalDetails' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      delete: {
        operationId: 'archiveGoal',
        tags: ['goals'],
        summary:
          'Archive a recorded goal; its values and history stay, and it can be taken back',
        parameters: [
          {
            name: 'version',
            in: 'query',
            required: true,
            description: 'The one that was seen',
            schema: { type: 'integer' },
          },
        ],
        responses: {
          '200': {
            description: 'The archived goal. 409 when it has changed since',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GoalDetails' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/goals/{id}/history': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/GoalId' },
      ],
      get: {
        operationId: 'listGoalHistory',
        tags: ['goals'],
        summary: 'What became of a recorded goal, the latest first',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of changes',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GoalHistoryPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/goals/{id}/values': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/GoalId' },
      ],
      get: {
        operationId: 'listGoalValues',
        tags: ['goals'],
        summary:
          "The recorded values of a goal's metric, corrected ones too, the latest moment first",
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of values',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GoalValuePage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'addGoalValue',
        tags: ['goals'],
        summary: "Record a value of a goal's metric, or correct one",
        description:
          'People and other services may. A correction takes the place of a value, which stays in the list with who recorded it.',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description:
              '1 to 100 printable characters. The same key of the same caller gives the same answer within seven days, however often it is sent; with another body it is an error',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['value'],
                properties: {
                  value: { type: 'number' },
                  at: {
                    type: 'string',
                    maxLength: 40,
                    description:
                      'When it was so, a day or an ISO 8601 moment; now when absent, and not later than now',
                  },
                  note: { type: 'string', maxLength: 1000 },
                  corrects: {
                    type: 'string',
                    maxLength: 36,
                    description: 'The id of the value that this one corrects',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The value. 409 when what it corrects has been corrected',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GoalValue' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}/roadmap.csv': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        operationId: 'exportRoadmapCsv',
        tags: ['exchange'],
        summary: 'The roadmap of an entity as CSV',
        description:
          'UTF-8 with a byte order mark, commas, a first row with the names of the columns. No cell is a formula. An import of it changes nothing. At most 2,000 items: where more match, the answer is an error that says how many.',
        parameters: [
          { $ref: '#/components/parameters/ItemStatus' },
          { $ref: '#/components/parameters/ItemHorizon' },
          { $ref: '#/components/parameters/ItemCategory' },
          { $ref: '#/components/parameters/ItemSources' },
          { $ref: '#/components/parameters/ItemText' },
        ],
        responses: {
          '200': {
            description: 'The items, in their order',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap.csv': {
      parameters: [
        { $ref: '#/components/parameters/PlanEntity' },
        { $ref: '#/components/parameters/PlanProduct' },
        { $ref: '#/components/parameters/PlanTeam' },
        { $ref: '#/components/parameters/PlanDomain' },
        { $ref: '#/components/parameters/PlanGoal' },
        { $ref: '#/components/parameters/PlanCategory' },
        { $ref: '#/components/parameters/PlanStatus' },
        { $ref: '#/components/parameters/PlanHorizon' },
        { $ref: '#/components/parameters/PlanOwner' },
        { $ref: '#/components/parameters/PlanSource' },
        { $ref: '#/components/parameters/PlanOrigin' },
        { $ref: '#/components/parameters/PlanText' },
        { $ref: '#/components/parameters/PlanFrom' },
        { $ref: '#/components/parameters/PlanTo' },
        { $ref: '#/components/parameters/PlanUndated' },
      ],
      get: {
        operationId: 'exportRoadmapsCsv',
        tags: ['exchange'],
        summary:
          'Items of all roadmaps that the caller may read as CSV, filtered like the plan',
        description:
          'Like the roadmap of one entity as CSV, with the same bound.',
        responses: {
          '200': {
            description: 'The items by entity, those of one in their order',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/imports': {
      post: {
        operationId: 'previewRoadmapImport',
        tags: ['exchange'],
        summary: 'What an import of a CSV text would do, row by row',
        description:
          'Nothing is written but the plan itself, which can be applied within a day by who asked for it. At most 2,000 rows and 2 MB of UTF-8. A text that cannot be read as a whole is an error (400) with `error.problems`: row, column, what, and what was expected.',
        parameters: [
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'The entity of rows that name none',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
        ],
        requestBody: {
          required: true,
          content: { 'text/csv': { schema: {} } },
        },
        responses: {
          '200': {
            description: 'The plan',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapImport' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/imports/{id}/apply': {
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: { type: 'string', minLength: 1, maxLength: 36 },
        },
      ],
      post: {
        operationId: 'applyRoadmapImport',
        tags: ['exchange'],
        summary: 'Do what a plan says, all or nothing',
        description:
          'Asked again, it gives the same answer and does nothing. Where an item has changed since the plan was made, nothing is written and the answer is a conflict (409) with `error.rows`: row, item and what has changed.',
        responses: {
          '200': {
            description: 'What was done',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapImportResult' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/feeds': {
      get: {
        operationId: 'listRoadmapFeeds',
        tags: ['exchange'],
        summary: 'The calendar feeds of the caller, the latest first',
        parameters: [
          {
            name: 'everybody',
            in: 'query',
            description:
              'Those of everybody; needs the permission `product-ops.roadmap.share.manage`',
            schema: { type: 'boolean', default: false },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of feeds, without their addresses',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapFeedPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'createRoadmapFeed',
        tags: ['exchange'],
        summary: 'Make a calendar feed of a roadmap',
        description:
          'The address is a secret that is told once: who knows it reads what the person who made it may read. At most 20 of one person.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entityRef'],
                properties: {
                  entityRef: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 255,
                    description:
                      'An entity for its roadmap; a group for the roadmaps of all that it owns, through its sub-teams too',
                  },
                  goal: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 100,
                    description:
                      'Only items that work towards this goal of the entity, on whatever roadmap they are',
                  },
                  name: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 100,
                    description:
                      'By which its owner knows it, such as the calendar that reads it',
                  },
                  expiresInDays: { type: 'integer', minimum: 1, maximum: 730 },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The feed with its address',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CreatedRoadmapFeed' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/feeds/{id}': {
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: { type: 'string', minLength: 1, maxLength: 36 },
        },
      ],
      delete: {
        operationId: 'revokeRoadmapFeed',
        tags: ['exchange'],
        summary: 'Revoke a calendar feed',
        description:
          "One's own, or with the permission `product-ops.roadmap.share.manage` that of somebody else. Its address answers 404 from then on.",
        responses: {
          '200': {
            description: 'The feed as it was',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapFeed' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/feeds/{file}': {
      parameters: [
        {
          name: 'file',
          in: 'path',
          required: true,
          description: 'The secret of a feed, and `.ics` behind it',
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      ],
      get: {
        operationId: 'readRoadmapFeed',
        tags: ['exchange'],
        summary: 'A calendar feed, for calendars',
        description:
          'The only operation that needs no sign-in. An unknown, a revoked and an expired address answer alike (404). Items and milestones with dates are all-day events, 1,000 at most, the nearest ones.',
        responses: {
          '200': {
            description: 'A calendar (RFC 5545)',
            content: { 'text/calendar': { schema: { type: 'string' } } },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/views': {
      get: {
        operationId: 'listRoadmapViews',
        tags: ['exchange'],
        summary: "Saved views, one's own first, then those that others share",
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'A page of views',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapViewPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'createRoadmapView',
        tags: ['exchange'],
        summary: 'Save a view of the roadmaps',
        description:
          'The same name with the same view again gives the one that there is; with another view it is a conflict (409) with the one that has the name in `error.current`. At most 50 of one person.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['name', 'query'],
                properties: {
                  name: { type: 'string', minLength: 1, maxLength: 100 },
                  query: { $ref: '#/components/schemas/RoadmapViewQuery' },
                  sharedWith: {
                    $ref: '#/components/schemas/RoadmapViewAudience',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The view',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapView' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/roadmap/views/{id}': {
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: { type: 'string', minLength: 1, maxLength: 36 },
        },
      ],
      patch: {
        operationId: 'patchRoadmapView',
        tags: ['exchange'],
        summary:
          "Rename a view of one's own, change what it shows or who sees it",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['version'],
                properties: {
                  version: {
                    type: 'integer',
                    minimum: 1,
                    description: 'That the caller has seen',
                  },
                  name: { type: 'string', minLength: 1, maxLength: 100 },
                  query: { $ref: '#/components/schemas/RoadmapViewQuery' },
                  sharedWith: {
                    $ref: '#/components/schemas/RoadmapViewAudience',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'The view. 409 when it has changed since, with what it is now in `error.current`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapView' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      delete: {
        operationId: 'deleteRoadmapView',
        tags: ['exchange'],
        summary: 'Delete a view',
        description:
          "One's own, or with the permission `product-ops.roadmap.share.manage` one that somebody else shares.",
        parameters: [
          {
            name: 'version',
            in: 'query',
            required: true,
            description: 'That the caller has seen',
            schema: { type: 'integer', minimum: 1 },
          },
        ],
        responses: {
          '200': {
            description:
              'The view as it was. 409 when it has changed since, with what it is now in `error.current`',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RoadmapView' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/status': {
      get: {
        operationId: 'getStatus',
        tags: ['service'],
        summary: 'How old the directory and the documents are',
        description:
          'For any signed-in caller. It says nothing of single entities.',
        responses: {
          '200': {
            description: 'The status',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Status' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/openapi.json': {
      get: {
        operationId: 'getOpenApi',
        tags: ['service'],
        summary: 'This contract',
        responses: {
          '200': {
            description: 'The OpenAPI document',
            content: {
              'application/json': {
                schema: { type: 'object', additionalProperties: true },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
  },
  components: {
    parameters: {
      Kind: {
        name: 'kind',
        in: 'path',
        required: true,
        description: 'The kind, in any case',
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      Namespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      Name: {
        name: 'name',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 63 },
      },
      Limit: {
        name: 'limit',
        in: 'query',
        description: 'The most entries in one answer',
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      },
      ItemId: {
        name: 'id',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 100 },
      },
      GoalSource: {
        name: 'source',
        in: 'query',
        description:
          'Which one, where both a file and the portal have a goal with the id; that of the file when absent',
        schema: { type: 'string', enum: ['declared', 'recorded'] },
      },
      ItemSource: {
        name: 'source',
        in: 'query',
        description:
          'Which one, where several sources have an item with the id; when absent that of the file, else that of the portal',
        schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,62}$' },
      },
      FeedbackSort: {
        name: 'sort',
        in: 'query',
        description:
          'Most votes, latest posted, or latest commented, answered or decided first',
        schema: {
          type: 'string',
          enum: ['votes', 'newest', 'activity'],
          default: 'votes',
        },
      },
      FeedbackStatuses: {
        name: 'status',
        in: 'query',
        description:
          'Only feedback with one of these statuses; the counts are of all',
        schema: {
          type: 'array',
          maxItems: 5,
          items: {
            type: 'string',
            enum: ['open', 'under-review', 'planned', 'shipped', 'declined'],
          },
        },
      },
      FeedbackLinked: {
        name: 'linked',
        in: 'query',
        description:
          'Only what is linked to a roadmap item, or only what is not',
        schema: { type: 'boolean' },
      },
      FeedbackMine: {
        name: 'mine',
        in: 'query',
        description: 'Only what the caller has posted, or voted for',
        schema: { type: 'string', enum: ['posted', 'voted'] },
      },
      FeedbackText: {
        name: 'q',
        in: 'query',
        allowReserved: true,
        description: 'Only feedback with all these words in title or text',
        schema: { type: 'string', maxLength: 200 },
      },
      GoalId: {
        name: 'id',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
      RecordId: {
        name: 'id',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 36 },
      },
      OnlyKinds: {
        name: 'kind',
        in: 'query',
        description: 'Only entities of these kinds',
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', maxLength: 63 },
        },
      },
      OnlyTypes: {
        name: 'type',
        in: 'query',
        allowReserved: true,
        description:
          'Only entities of these types; `none` stands for those without one',
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', maxLength: 100 },
        },
      },
      OnlyStages: {
        name: 'stage',
        in: 'query',
        allowReserved: true,
        description:
          'Only entities in these stages; `none` stands for those without one',
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', maxLength: 100 },
        },
      },
      OnlyTiers: {
        name: 'tier',
        in: 'query',
        description:
          'Only entities of these tiers; `none` stands for those without one',
        schema: {
          type: 'array',
          maxItems: 5,
          items: { type: 'string', enum: ['1', '2', '3', '4', 'none'] },
        },
      },
      OwnershipRole: {
        name: 'role',
        in: 'query',
        description:
          'Whose entities count for a team or person, those of the owner when absent',
        schema: {
          type: 'string',
          enum: [
            'owner',
            'productManager',
            'techLead',
            'operations',
            'support',
            'security',
          ],
          default: 'owner',
        },
      },
      PlanEntity: {
        name: 'entity',
        in: 'query',
        allowReserved: true,
        description: 'Only items of these entities, by ref',
        schema: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', maxLength: 255 },
        },
      },
      PlanProduct: {
        name: 'product',
        in: 'query',
        allowReserved: true,
        description:
          'Only items of these products and of what they are made of, by ref',
        schema: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', maxLength: 255 },
        },
      },
      PlanTeam: {
        name: 'team',
        in: 'query',
        allowReserved: true,
        description:
          'Only items of entities that these groups, the groups below them, or these users own; `none` stands for what nobody owns',
        schema: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', maxLength: 255 },
        },
      },
      PlanDomain: {
        name: 'domain',
        in: 'query',
        allowReserved: true,
        description:
          'Only items of entities of these domains, by ref; `none` stands for those of none',
        schema: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', maxLength: 255 },
        },
      },
      PlanGoal: {
        name: 'goal',
        in: 'query',
        allowReserved: true,
        description:
          'Only items that point at these goals; `none` stands for those that point at none',
        schema: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', maxLength: 255 },
        },
      },
      PlanCategory: {
        name: 'category',
        in: 'query',
        allowReserved: true,
        description:
          'Only items of these categories; `none` stands for those without one',
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', maxLength: 63 },
        },
      },
      PlanStatus: {
        name: 'status',
        in: 'query',
        description: 'Only items with one of these statuses',
        schema: {
          type: 'array',
          maxItems: 6,
          items: {
            type: 'string',
            enum: [
              'proposed',
              'planned',
              'in-progress',
              'done',
              'dropped',
              'deferred',
            ],
          },
        },
      },
      PlanHorizon: {
        name: 'horizon',
        in: 'query',
        description:
          'Only items with one of these horizons; `none` stands for items without one',
        schema: {
          type: 'array',
          maxItems: 4,
          items: { type: 'string', enum: ['now', 'next', 'later', 'none'] },
        },
      },
      PlanOwner: {
        name: 'owner',
        in: 'query',
        allowReserved: true,
        description:
          'Only items of these owners of their own, by ref; `none` stands for items without one',
        schema: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', maxLength: 255 },
        },
      },
      PlanSource: {
        name: 'source',
        in: 'query',
        allowReserved: true,
        description:
          'Only items of these sources - `declared`, `recorded`, or the id of another one',
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', maxLength: 63 },
        },
      },
      PlanOrigin: {
        name: 'origin',
        in: 'query',
        description: 'Only items that came from there',
        schema: {
          type: 'array',
          maxItems: 5,
          items: {
            type: 'string',
            enum: ['idea', 'file', 'feedback', 'operations', 'other'],
          },
        },
      },
      PlanText: {
        name: 'q',
        in: 'query',
        allowReserved: true,
        description:
          'Only items with these words in id, title, labels, or the title of their entity; all must match',
        schema: { type: 'string', maxLength: 200 },
      },
      PlanFrom: {
        name: 'from',
        in: 'query',
        description: 'Only items that end on this day (`YYYY-MM-DD`) or later',
        schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      },
      PlanTo: {
        name: 'to',
        in: 'query',
        description:
          'Only items that start on this day (`YYYY-MM-DD`) or earlier',
        schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      },
      PlanUndated: {
        name: 'undated',
        in: 'query',
        description:
          'Whether items without any date are there; when absent they are, unless `from` or `to` is given. One date alone stands for start and end',
        schema: { type: 'string', enum: ['include', 'exclude', 'only'] },
      },
      PlanLimit: {
        name: 'limit',
        in: 'query',
        description: 'The most entries in one answer',
        schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
      },
      Cursor: {
        name: 'cursor',
        in: 'query',
        description:
          'The `nextCursor` or `prevCursor` of an earlier answer to the same question',
        schema: { type: 'string', maxLength: 2000 },
      },
      ItemStatus: {
        name: 'status',
        in: 'query',
        description: 'Only items with one of these statuses',
        schema: {
          type: 'array',
          maxItems: 6,
          items: { $ref: '#/components/schemas/RoadmapStatus' },
        },
      },
      ItemHorizon: {
        name: 'horizon',
        in: 'query',
        description:
          'Only items with one of these horizons; `none` stands for items without one',
        schema: {
          type: 'array',
          maxItems: 4,
          items: { type: 'string', enum: ['now', 'next', 'later', 'none'] },
        },
      },
      ItemCategory: {
        name: 'category',
        in: 'query',
        allowReserved: true,
        description: 'Only items of one of these categories',
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', maxLength: 63 },
        },
      },
      ItemSources: {
        name: 'source',
        in: 'query',
        description: 'Only items of one of these sources',
        schema: {
          type: 'array',
          maxItems: 10,
          items: { $ref: '#/components/schemas/RoadmapSource' },
        },
      },
      ItemText: {
        name: 'q',
        in: 'query',
        allowReserved: true,
        description:
          'Only items with this text in id, title, description or labels',
        schema: { type: 'string', maxLength: 200 },
      },
    },
    responses: {
      NotModified: { description: 'What `If-None-Match` names is still so' },
      Error: {
        description: 'An error, in the shape that all of Backstage uses',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorResponse' },
          },
        },
      },
    },
    schemas: {
      OwnershipLens: {
        type: 'string',
        description:
          '`verification` tells how the verification of ownership stands; `readiness` how the checks of the present stage do, where something evaluates them',
        enum: ['stage', 'gaps', 'tier', 'kind', 'verification', 'readiness'],
        default: 'stage',
      },
      OwnershipGapRule: {
        type: 'string',
        enum: [
          'unowned',
          'dangling-owner',
          'owner-without-members',
          'one-person-team',
          'missing-role',
          'dangling-holder',
        ],
      },
      OwnershipCounts: {
        type: 'object',
        required: ['entities', 'gaps'],
        properties: {
          entities: { type: 'integer' },
          gaps: { type: 'integer', description: 'Entities with any gap' },
        },
      },
      OwnershipShare: {
        type: 'object',
        required: ['value', 'title', 'count'],
        properties: {
          value: { type: 'string' },
          title: { type: 'string' },
          count: { type: 'integer' },
        },
      },
      OwnershipNode: {
        type: 'object',
        required: [
          'id',
          'type',
          'title',
          'depth',
          'counts',
          'distribution',
          'children',
          'expanded',
        ],
        properties: {
          id: {
            type: 'string',
            description:
              'Where the node is in the tree; the same for the same place in every answer',
          },
          parent: { type: 'string' },
          type: {
            type: 'string',
            description:
              '`unowned` stands for what nobody owns, `dangling` for what somebody owns who is not in the catalog or whom the caller may not read, `people` for what people own by themselves, `more` for the children that were left out',
            enum: [
              'organisation',
              'team',
              'person',
              'entity',
              'people',
              'unowned',
              'dangling',
              'more',
            ],
          },
          title: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          depth: { type: 'integer' },
          stage: { $ref: '#/components/schemas/StageState' },
          tier: { type: 'integer' },
          gaps: {
            type: 'array',
            description:
              'The rules that the entity itself breaks, one as often as it has gaps of it (two roles not filled)',
            items: { $ref: '#/components/schemas/OwnershipGapRule' },
          },
          counts: { $ref: '#/components/schemas/OwnershipCounts' },
          direct: {
            type: 'integer',
            description:
              'Entities that it has by itself, not through what is below it',
          },
          distribution: {
            type: 'array',
            description:
              'What is below it by the lens, in the order of the lens',
            items: { $ref: '#/components/schemas/OwnershipShare' },
          },
          children: {
            type: 'integer',
            description:
              'How many children it has; of `more`, how many it stands for',
          },
          expanded: { type: 'boolean' },
        },
      },
      OwnershipGraph: {
        type: 'object',
        required: ['root', 'nodes', 'totals', 'lenses', 'types', 'stages'],
        properties: {
          root: { type: 'string', description: 'The id of the root' },
          nodes: {
            type: 'array',
            description: 'Parents before their children, siblings in order',
            items: { $ref: '#/components/schemas/OwnershipNode' },
          },
          totals: {
            type: 'object',
            required: [
              'entities',
              'teams',
              'people',
              'gaps',
              'verificationsDue',
              'verificationsOverdue',
            ],
            properties: {
              entities: { type: 'integer' },
              teams: { type: 'integer' },
              people: { type: 'integer' },
              gaps: { type: 'integer' },
              verificationsDue: {
                type: 'integer',
                description:
                  'Entities whose ownership is to be verified, and not yet overdue',
              },
              verificationsOverdue: { type: 'integer' },
            },
          },
          lenses: {
            type: 'array',
            description: 'The lenses that can be asked for',
            items: { $ref: '#/components/schemas/OwnershipLens' },
          },
          types: {
            type: 'array',
            maxItems: 50,
            description:
              'By type, the most first, the filter of types left out',
            items: { $ref: '#/components/schemas/OwnershipShare' },
          },
          stages: {
            type: 'array',
            maxItems: 50,
            description:
              'The stages of the installation in their order, also those that nothing is in, then what is in no stage or an unknown one; the filter of stages left out',
            items: { $ref: '#/components/schemas/OwnershipShare' },
          },
        },
      },
      OwnershipChildren: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/OwnershipNode' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      OwnershipMatches: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            maxItems: 20,
            items: {
              type: 'object',
              required: ['entity', 'path'],
              properties: {
                entity: { $ref: '#/components/schemas/EntityLink' },
                owner: { $ref: '#/components/schemas/EntityLink' },
                path: {
                  type: 'array',
                  description: 'Ids of the nodes from the root to it',
                  items: { type: 'string' },
                },
              },
            },
          },
        },
      },
      TeamOwnership: {
        type: 'object',
        required: [
          'team',
          'parents',
          'children',
          'members',
          'direct',
          'total',
          'byKind',
          'byStage',
          'products',
          'roles',
          'roleHolders',
          'gaps',
          'ifGone',
        ],
        properties: {
          team: { $ref: '#/components/schemas/EntityLink' },
          parents: {
            type: 'array',
            items: { $ref: '#/components/schemas/EntityLink' },
          },
          children: { $ref: '#/components/schemas/CountedTeams' },
          members: {
            type: 'object',
            description: 'People of the team and of its sub-teams',
            required: ['total', 'items'],
            properties: {
              total: { type: 'integer' },
              items: {
                type: 'array',
                maxItems: 20,
                items: { $ref: '#/components/schemas/EntityLink' },
              },
            },
          },
          direct: { $ref: '#/components/schemas/OwnershipCounts' },
          total: { $ref: '#/components/schemas/OwnershipCounts' },
          byKind: {
            type: 'array',
            items: { $ref: '#/components/schemas/OwnershipShare' },
          },
          byStage: {
            type: 'array',
            items: { $ref: '#/components/schemas/OwnershipShare' },
          },
          products: {
            type: 'object',
            description: 'The most critical first',
            required: ['total', 'items'],
            properties: {
              total: { type: 'integer' },
              items: {
                type: 'array',
                maxItems: 20,
                items: { $ref: '#/components/schemas/OwnershipNode' },
              },
            },
          },
          roles: {
            type: 'array',
            description:
              'Entities for which the team, or a sub-team, holds a role; by role, those without any left out',
            items: {
              type: 'object',
              required: ['role', 'count'],
              properties: {
                role: { $ref: '#/components/schemas/HeldRole' },
                count: { type: 'integer' },
              },
            },
          },
          roleHolders: {
            type: 'object',
            description:
              'Who holds which roles for what the team owns, those with the most entities first',
            required: ['total', 'items'],
            properties: {
              total: { type: 'integer' },
              items: {
                type: 'array',
                maxItems: 20,
                items: {
                  type: 'object',
                  required: ['role', 'holder', 'count'],
                  properties: {
                    role: { $ref: '#/components/schemas/HeldRole' },
                    holder: { $ref: '#/components/schemas/EntityLink' },
                    count: { type: 'integer', description: 'Entities' },
                  },
                },
              },
            },
          },
          gaps: {
            type: 'array',
            description: 'Gaps by rule; one entity may have several',
            items: { $ref: '#/components/schemas/OwnershipShare' },
          },
          ifGone: {
            type: 'object',
            description:
              'What would have no owner if the team and its sub-teams went',
            required: ['entities', 'withoutAnybody'],
            properties: {
              entities: { type: 'integer' },
              withoutAnybody: {
                type: 'integer',
                description:
                  'Those of them for which nobody outside of it holds any role',
              },
            },
          },
        },
      },
      CountedTeams: {
        type: 'object',
        required: ['total', 'items'],
        properties: {
          total: { type: 'integer' },
          items: {
            type: 'array',
            maxItems: 50,
            items: {
              type: 'object',
              required: ['team', 'counts'],
              properties: {
                team: { $ref: '#/components/schemas/EntityLink' },
                counts: { $ref: '#/components/schemas/OwnershipCounts' },
              },
            },
          },
        },
      },
      HeldRole: {
        type: 'string',
        enum: [
          'productManager',
          'techLead',
          'operations',
          'support',
          'security',
        ],
      },
      OwnedEntityPage: {
        type: 'object',
        required: ['holder', 'items', 'totalItems', 'aloneItems', 'pageInfo'],
        properties: {
          holder: { $ref: '#/components/schemas/EntityLink' },
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entity', 'others'],
              properties: {
                entity: { $ref: '#/components/schemas/EntityLink' },
                owner: { $ref: '#/components/schemas/EntityLink' },
                tier: { type: 'integer' },
                stage: { $ref: '#/components/schemas/StageState' },
                gaps: {
                  type: 'array',
                  items: { $ref: '#/components/schemas/OwnershipGapRule' },
                },
                others: {
                  type: 'array',
                  maxItems: 10,
                  description:
                    'Who else answers for it, as its owner or in a role, and is not of the team',
                  items: { $ref: '#/components/schemas/EntityLink' },
                },
              },
            },
          },
          totalItems: {
            type: 'integer',
            description: 'That match the filters',
          },
          aloneItems: {
            type: 'integer',
            description:
              'Those that match the filters and that nobody else holds any role for',
          },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      AnswersHow: {
        type: 'string',
        description:
          "As the owner by name, as a member of the team that owns it, or in a role of one's own or of a team",
        enum: ['owner', 'team', 'role'],
      },
      PersonOwnership: {
        type: 'object',
        required: [
          'person',
          'teams',
          'counts',
          'verifications',
          'transfers',
          'items',
          'totalItems',
          'pageInfo',
        ],
        properties: {
          person: { $ref: '#/components/schemas/EntityLink' },
          teams: {
            description:
              'The teams that the person is a member of, with what they own through their sub-teams',
            $ref: '#/components/schemas/CountedTeams',
          },
          counts: {
            type: 'object',
            description:
              'Entities that the person answers for, each once, and in each of the ways; what one answers for in two ways counts in both',
            required: ['all', 'owner', 'team', 'role'],
            properties: {
              all: { $ref: '#/components/schemas/OwnershipCounts' },
              owner: { type: 'integer' },
              team: { type: 'integer' },
              role: { type: 'integer' },
            },
          },
          verifications: {
            type: 'object',
            description: 'Of all of them',
            required: ['due', 'overdue'],
            properties: {
              due: { type: 'integer' },
              overdue: { type: 'integer' },
            },
          },
          transfers: {
            type: 'object',
            description:
              'Open ones from or to the person or a team of the person, the latest first',
            required: ['total', 'items'],
            properties: {
              total: { type: 'integer' },
              items: {
                type: 'array',
                maxItems: 10,
                items: { $ref: '#/components/schemas/PersonTransfer' },
              },
            },
          },
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/AnsweredFor' },
          },
          totalItems: {
            type: 'integer',
            description: 'That match the filters',
          },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      PersonTransfer: {
        type: 'object',
        required: ['id', 'entity', 'to', 'state', 'proposedAt'],
        properties: {
          id: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          from: { $ref: '#/components/schemas/EntityLink' },
          to: { $ref: '#/components/schemas/EntityLink' },
          state: { $ref: '#/components/schemas/TransferState' },
          proposedAt: { type: 'string', format: 'date-time' },
        },
      },
      AnsweredFor: {
        type: 'object',
        required: ['entity', 'how', 'verification'],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          owner: { $ref: '#/components/schemas/EntityLink' },
          tier: { type: 'integer' },
          stage: { $ref: '#/components/schemas/StageState' },
          gaps: {
            type: 'array',
            items: { $ref: '#/components/schemas/OwnershipGapRule' },
          },
          verification: { $ref: '#/components/schemas/VerificationState' },
          how: {
            type: 'array',
            description:
              'The ways in which the person answers for it, the nearest first',
            items: {
              type: 'object',
              required: ['how'],
              properties: {
                how: { $ref: '#/components/schemas/AnswersHow' },
                role: {
                  type: 'string',
                  enum: [
                    'productManager',
                    'techLead',
                    'operations',
                    'support',
                    'security',
                  ],
                },
                via: {
                  description:
                    'The team through which the person does, or the product whose role it is',
                  $ref: '#/components/schemas/EntityLink',
                },
              },
            },
          },
        },
      },
      OwnershipDependencies: {
        type: 'object',
        required: ['team', 'dependsOn', 'neededBy'],
        properties: {
          team: { $ref: '#/components/schemas/EntityLink' },
          dependsOn: { $ref: '#/components/schemas/TeamDependencies' },
          neededBy: { $ref: '#/components/schemas/TeamDependencies' },
        },
      },
      TeamDependencies: {
        type: 'object',
        required: ['total', 'items'],
        properties: {
          total: { type: 'integer', description: 'How many teams' },
          items: {
            type: 'array',
            maxItems: 50,
            items: {
              type: 'object',
              required: ['count', 'examples'],
              properties: {
                team: {
                  description: 'Absent for what nobody owns',
                  $ref: '#/components/schemas/EntityLink',
                },
                count: { type: 'integer', description: 'Dependencies' },
                examples: {
                  type: 'array',
                  maxItems: 100,
                  description:
                    'Up to five; up to a hundred where one other team is asked for',
                  items: {
                    type: 'object',
                    required: ['from', 'to'],
                    properties: {
                      from: { $ref: '#/components/schemas/EntityLink' },
                      to: { $ref: '#/components/schemas/EntityLink' },
                    },
                  },
                },
              },
            },
          },
        },
      },
      OwnershipGap: {
        type: 'object',
        required: ['entity', 'rule', 'severity', 'title', 'since'],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          owner: { $ref: '#/components/schemas/EntityLink' },
          tier: { type: 'integer' },
          stage: { $ref: '#/components/schemas/StageState' },
          rule: { $ref: '#/components/schemas/OwnershipGapRule' },
          severity: { $ref: '#/components/schemas/Severity' },
          title: { type: 'string' },
          detail: { type: 'string' },
          action: { $ref: '#/components/schemas/AttentionAction' },
          since: {
            type: 'string',
            format: 'date-time',
            description: 'When the suite found it first',
          },
        },
      },
      OwnershipGapPage: {
        type: 'object',
        required: [
          'items',
          'totalItems',
          'rules',
          'teams',
          'trend',
          'pageInfo',
        ],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/OwnershipGap' },
          },
          totalItems: { type: 'integer' },
          rules: {
            type: 'array',
            description: 'By rule, the filter of rules left out',
            items: { $ref: '#/components/schemas/OwnershipShare' },
          },
          teams: {
            type: 'array',
            maxItems: 50,
            description: 'By owner, the most first',
            items: { $ref: '#/components/schemas/OwnershipShare' },
          },
          trend: {
            type: 'array',
            maxItems: 92,
            description:
              'Gaps at the end of each day, of all that match the filters and are known today; days before the suite ran are absent',
            items: {
              type: 'object',
              required: ['day', 'count'],
              properties: {
                day: { type: 'string', format: 'date' },
                count: { type: 'integer' },
              },
            },
          },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      VerificationState: {
        type: 'string',
        description: 'Overdue is due for longer than the days of grace',
        enum: ['overdue', 'due', 'upcoming'],
      },
      Verification: {
        type: 'object',
        required: ['entity', 'state', 'dueAt', 'version', 'mayAnswer'],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          owner: { $ref: '#/components/schemas/EntityLink' },
          tier: { type: 'integer' },
          state: { $ref: '#/components/schemas/VerificationState' },
          dueAt: { type: 'string', format: 'date' },
          version: {
            type: 'integer',
            description:
              'Goes up with every answer and every change of the owner',
          },
          mayAnswer: { type: 'boolean' },
          last: {
            type: 'object',
            description: 'The latest answer',
            required: ['answer', 'by', 'at'],
            properties: {
              answer: { type: 'string', enum: ['confirmed', 'wrong'] },
              by: { $ref: '#/components/schemas/EntityLink' },
              at: { type: 'string', format: 'date-time' },
              reason: { type: 'string' },
            },
          },
        },
      },
      VerificationPage: {
        type: 'object',
        required: ['items', 'totalItems', 'counts', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Verification' },
          },
          totalItems: { type: 'integer' },
          counts: {
            type: 'object',
            description: 'By state, the filter of states left out',
            required: ['overdue', 'due', 'upcoming'],
            properties: {
              overdue: { type: 'integer' },
              due: { type: 'integer' },
              upcoming: { type: 'integer' },
            },
          },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      VerificationAnswer: {
        type: 'object',
        additionalProperties: false,
        required: ['entity', 'version', 'answer'],
        properties: {
          entity: { type: 'string', minLength: 1, maxLength: 255 },
          version: { type: 'integer', minimum: 1 },
          answer: { type: 'string', enum: ['confirmed', 'wrong'] },
          reason: {
            type: 'string',
            maxLength: 2000,
            description: 'Needed where the answer is `wrong`',
          },
          to: {
            type: 'string',
            maxLength: 255,
            description: 'Who should own it instead; opens a transfer to them',
          },
        },
      },
      VerificationResults: {
        type: 'object',
        required: ['results'],
        properties: {
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entity', 'outcome'],
              properties: {
                entity: { type: 'string' },
                outcome: {
                  type: 'string',
                  description:
                    '`failed` is what could not be kept for a reason that is not in the answer: it can be sent again',
                  enum: [
                    'recorded',
                    'conflict',
                    'forbidden',
                    'not-found',
                    'invalid',
                    'failed',
                  ],
                },
                message: { type: 'string' },
                current: { $ref: '#/components/schemas/Verification' },
                transfer: {
                  description:
                    'The transfer that the answer asked for, or the one that is open instead',
                  $ref: '#/components/schemas/Transfer',
                },
                opened: {
                  type: 'boolean',
                  description:
                    'Whether the answer opened `transfer`. When not, it was open before, and may go to somebody else',
                },
              },
            },
          },
        },
      },
      TransferState: {
        type: 'string',
        description:
          'An accepted one is complete when the catalog shows the new owner. One is superseded when the catalog shows yet another, shows the new one before anybody accepted, or has been without the entity for seven days',
        enum: [
          'proposed',
          'accepted',
          'declined',
          'withdrawn',
          'completed',
          'superseded',
        ],
      },
      Transfer: {
        type: 'object',
        required: [
          'id',
          'version',
          'entity',
          'to',
          'state',
          'reason',
          'proposedBy',
          'proposedAt',
          'mayDecide',
          'mayWithdraw',
          'comesAlong',
        ],
        properties: {
          id: { type: 'string' },
          version: { type: 'integer' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          from: { $ref: '#/components/schemas/EntityLink' },
          to: { $ref: '#/components/schemas/EntityLink' },
          state: { $ref: '#/components/schemas/TransferState' },
          reason: { type: 'string' },
          proposedBy: { $ref: '#/components/schemas/EntityLink' },
          proposedAt: { type: 'string', format: 'date-time' },
          decidedBy: { $ref: '#/components/schemas/EntityLink' },
          decidedAt: { type: 'string', format: 'date-time' },
          decisionReason: { type: 'string' },
          closedAt: { type: 'string', format: 'date-time' },
          mayDecide: { type: 'boolean' },
          mayWithdraw: { type: 'boolean' },
          comesAlong: {
            type: 'object',
            description:
              'What follows the entity to its new owner, since it names no owner of its own',
            required: ['roadmapItems', 'runbooksDue'],
            properties: {
              roadmapItems: { type: 'integer', description: 'Open ones' },
              runbooksDue: { type: 'integer', description: 'That are stale' },
            },
          },
          change: {
            description:
              'What to write into which file, until the catalog shows the new owner',
            $ref: '#/components/schemas/AttentionAction',
          },
        },
      },
      TransferPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Transfer' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      EntityOwnership: {
        type: 'object',
        required: [
          'entity',
          'ownership',
          'origin',
          'gaps',
          'history',
          'mayPropose',
          'neighbourhood',
        ],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          ownership: { $ref: '#/components/schemas/Ownership' },
          origin: {
            type: 'object',
            description: 'Where the owner is declared, and who stands above',
            properties: {
              file: { type: 'string' },
              url: { type: 'string' },
              editUrl: { type: 'string' },
              product: { $ref: '#/components/schemas/EntityLink' },
              system: { $ref: '#/components/schemas/EntityLink' },
              teams: {
                type: 'array',
                description: 'The teams above the owner, the nearest first',
                maxItems: 20,
                items: { $ref: '#/components/schemas/EntityLink' },
              },
            },
          },
          gaps: {
            type: 'array',
            items: { $ref: '#/components/schemas/AttentionItem' },
          },
          history: {
            type: 'array',
            maxItems: 100,
            description: 'Changes of the owner, the latest first',
            items: {
              type: 'object',
              required: ['at', 'origin'],
              properties: {
                at: { type: 'string', format: 'date-time' },
                from: { $ref: '#/components/schemas/EntityLink' },
                to: { $ref: '#/components/schemas/EntityLink' },
                origin: {
                  type: 'string',
                  description:
                    'Whether the suite saw the entity first, the catalog showed another owner, or an accepted transfer was completed by it',
                  enum: ['first-seen', 'catalog', 'transfer'],
                },
              },
            },
          },
          mayPropose: {
            type: 'boolean',
            description:
              'Whether the caller is a person who may propose another owner',
          },
          neighbourhood: { $ref: '#/components/schemas/Composition' },
        },
      },
      OwnershipEvent: {
        type: 'object',
        required: ['id', 'at', 'event'],
        properties: {
          id: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          event: {
            type: 'string',
            description:
              'Changes of the owner by what made them known - the suite saw the entity first, the `catalog` showed another owner, or an accepted `transfer` was completed by it - then answers, and steps of a transfer',
            enum: [
              'first-seen',
              'catalog',
              'transfer',
              'confirmed',
              'wrong',
              'proposed',
              'accepted',
              'declined',
              'withdrawn',
              'superseded',
            ],
          },
          from: {
            description:
              'The owner before; of an answer, the owner that it is about',
            $ref: '#/components/schemas/EntityLink',
          },
          to: { $ref: '#/components/schemas/EntityLink' },
          by: { $ref: '#/components/schemas/EntityLink' },
          text: { type: 'string', description: 'The reason that was given' },
        },
      },
      OwnershipHistoryPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/OwnershipEvent' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      CheckOutcome: {
        type: 'string',
        enum: ['passed', 'failed', 'notApplicable', 'unanswered'],
      },
      Readiness: {
        type: 'object',
        description:
          'Checks by how they count. `demanded` is passed, failed, open and waived together; checks that do not apply are not among them.',
        required: [
          'demanded',
          'passed',
          'failed',
          'open',
          'waived',
          'notApplicable',
        ],
        properties: {
          demanded: { type: 'integer' },
          passed: { type: 'integer' },
          failed: { type: 'integer' },
          open: {
            type: 'integer',
            description: 'Not answered yet, or no more',
          },
          waived: {
            type: 'integer',
            description: 'Failed or open, under a granted exception',
          },
          notApplicable: { type: 'integer' },
        },
      },
      Approver: {
        type: 'object',
        description:
          'Somebody who has a say - the owner, the holders of a role, or a certain group or user',
        required: ['approver', 'title', 'holders'],
        properties: {
          approver: {
            type: 'string',
            description: '`owner`, a role, or a full ref',
          },
          title: { type: 'string' },
          holders: {
            type: 'array',
            maxItems: 50,
            description: 'Who that is for this entity; empty when nobody is',
            items: { $ref: '#/components/schemas/EntityLink' },
          },
        },
      },
      LifecycleCheck: {
        type: 'object',
        required: ['id', 'title', 'outcome', 'evidence'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string', description: 'What must be true' },
          description: { type: 'string', description: 'Why it matters' },
          outcome: { $ref: '#/components/schemas/CheckOutcome' },
          evidence: { type: 'string' },
          about: {
            type: 'array',
            maxItems: 20,
            description: 'Entities that the evidence is about',
            items: { $ref: '#/components/schemas/EntityLink' },
          },
          since: {
            type: 'string',
            format: 'date-time',
            description: 'Since when the outcome is this one',
          },
          until: {
            type: 'string',
            format: 'date-time',
            description: 'When the answer, or how it counts, changes by itself',
          },
          answeredBy: {
            type: 'array',
            maxItems: 20,
            description: 'Who may answer a check that no fact answers',
            items: { $ref: '#/components/schemas/Approver' },
          },
          answer: {
            type: 'object',
            description: 'Who answered it, where a person did',
            required: ['by', 'at'],
            properties: {
              by: { $ref: '#/components/schemas/EntityLink' },
              at: { type: 'string', format: 'date-time' },
            },
          },
          waiver: {
            type: 'object',
            description: 'The granted exception that is in force',
            required: ['until', 'reason', 'by'],
            properties: {
              until: { type: 'string', format: 'date-time' },
              reason: { type: 'string' },
              by: { $ref: '#/components/schemas/EntityLink' },
            },
          },
          remedy: { $ref: '#/components/schemas/AttentionAction' },
        },
      },
      RailStage: {
        type: 'object',
        required: ['id', 'title', 'state'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          state: {
            type: 'string',
            enum: ['past', 'current', 'ahead'],
            description:
              'By the order of the list, whether the entity was ever in it or not',
          },
          since: {
            type: 'string',
            format: 'date-time',
            description: 'When it entered last, as far as is known',
          },
          atLeast: {
            type: 'boolean',
            description:
              'Whether it was in it already when the suite saw it first, so that it may have been there for longer',
          },
          days: {
            type: 'integer',
            description: 'Whole days in it, all its stays together',
          },
        },
      },
      NextStage: {
        type: 'object',
        required: [
          'stage',
          'title',
          'direction',
          'readiness',
          'checks',
          'approvers',
          'fourEyes',
        ],
        properties: {
          stage: { type: 'string' },
          title: { type: 'string' },
          direction: { type: 'string', enum: ['forward', 'back'] },
          readiness: { $ref: '#/components/schemas/Readiness' },
          checks: {
            type: 'array',
            maxItems: 200,
            items: { $ref: '#/components/schemas/LifecycleCheck' },
          },
          approvers: {
            type: 'array',
            maxItems: 20,
            description: 'Who approves the entry, each of them once',
            items: { $ref: '#/components/schemas/Approver' },
          },
          fourEyes: {
            type: 'boolean',
            description: 'Whether who asks for the stage may not approve it',
          },
        },
      },
      EntityLifecycle: {
        type: 'object',
        required: ['entity', 'stage', 'rail', 'readiness', 'checks', 'next'],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          stage: { $ref: '#/components/schemas/StageState' },
          since: {
            type: 'string',
            format: 'date-time',
            description: 'When it entered its stage, as far as is known',
          },
          atLeast: {
            type: 'boolean',
            description:
              'Whether it was in it already when the suite saw it first, so that it may be there for longer',
          },
          rail: {
            type: 'array',
            maxItems: 50,
            description: 'The configured stages, in order',
            items: { $ref: '#/components/schemas/RailStage' },
          },
          readiness: { $ref: '#/components/schemas/Readiness' },
          checks: {
            type: 'array',
            maxItems: 200,
            description:
              'What the present stage demands; empty when it is none or an unknown one',
            items: { $ref: '#/components/schemas/LifecycleCheck' },
          },
          next: {
            type: 'array',
            maxItems: 50,
            description: 'The stages that may come next, in order',
            items: { $ref: '#/components/schemas/NextStage' },
          },
          evaluatedAt: {
            type: 'string',
            format: 'date-time',
            description:
              'When its facts were last looked at; absent before the first time',
          },
        },
      },
      ReadinessGroup: {
        type: 'object',
        required: ['value', 'title', 'entities', 'ready', 'readiness'],
        properties: {
          value: {
            type: 'string',
            description: 'A ref, the id of a check or of a stage, or `none`',
          },
          title: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          stage: { $ref: '#/components/schemas/StageState' },
          entities: {
            type: 'integer',
            description: 'Of which something is demanded',
          },
          ready: {
            type: 'integer',
            description: 'Those of them that lack nothing',
          },
          readiness: { $ref: '#/components/schemas/Readiness' },
        },
      },
      ReadinessPage: {
        type: 'object',
        required: ['items', 'totalItems', 'total', 'trend', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/ReadinessGroup' },
          },
          totalItems: { type: 'integer', description: 'Groups that there are' },
          total: {
            type: 'object',
            description: 'All entities that match, together',
            required: ['entities', 'ready', 'readiness'],
            properties: {
              entities: { type: 'integer' },
              ready: { type: 'integer' },
              readiness: { $ref: '#/components/schemas/Readiness' },
            },
          },
          trend: {
            type: 'array',
            maxItems: 92,
            description:
              'How the checks counted at the end of each day, of all entities that match today; days before the suite ran are absent. Empty where one check is asked for.',
            items: {
              type: 'object',
              required: ['day', 'passed', 'failed', 'open', 'waived'],
              properties: {
                day: { type: 'string', format: 'date' },
                passed: { type: 'integer' },
                failed: { type: 'integer' },
                open: { type: 'integer' },
                waived: { type: 'integer' },
              },
            },
          },
          evaluatedAt: {
            type: 'string',
            format: 'date-time',
            description:
              'When checks were last answered; absent before the first time',
          },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      StageTransitionState: {
        type: 'string',
        description:
          'An approved one is complete when the entity is in the stage, and superseded when it went elsewhere',
        enum: [
          'requested',
          'approved',
          'completed',
          'refused',
          'withdrawn',
          'superseded',
        ],
      },
      TransitionApprover: {
        type: 'object',
        required: ['approver', 'title', 'holders', 'state'],
        properties: {
          approver: {
            type: 'string',
            description: '`owner`, a role, or a full ref',
          },
          title: { type: 'string' },
          holders: {
            type: 'array',
            maxItems: 50,
            description: 'Who that is for this entity',
            items: { $ref: '#/components/schemas/EntityLink' },
          },
          state: {
            type: 'string',
            description:
              '`vacant` is one that nobody in the catalog is: somebody must be named first. `skipped` is a vacant one that the stage passes over',
            enum: ['waiting', 'approved', 'vacant', 'skipped'],
          },
        },
      },
      StageFileChange: {
        type: 'object',
        description:
          'What to change in which file, so that the catalog shows the stage',
        required: ['new', 'yaml'],
        properties: {
          file: { type: 'string' },
          line: {
            type: 'integer',
            description:
              'Where the stage is declared, from 1, as far as is known',
          },
          href: { type: 'string', description: 'Where the file can be edited' },
          old: { type: 'string', description: 'What is declared now' },
          new: { type: 'string' },
          yaml: { type: 'string' },
        },
      },
      StageTransition: {
        type: 'object',
        required: [
          'id',
          'version',
          'entity',
          'to',
          'state',
          'declared',
          'reason',
          'requestedBy',
          'requestedAt',
          'decisions',
          'approvers',
          'fourEyes',
          'blocking',
          'mayApprove',
          'mayWithdraw',
        ],
        properties: {
          id: { type: 'string' },
          version: { type: 'integer' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          from: { $ref: '#/components/schemas/StageState' },
          to: { $ref: '#/components/schemas/StageState' },
          state: { $ref: '#/components/schemas/StageTransitionState' },
          declared: {
            type: 'boolean',
            description: 'Whether a file declares the stage of the entity',
          },
          reason: { type: 'string' },
          requestedBy: { $ref: '#/components/schemas/EntityLink' },
          requestedAt: { type: 'string', format: 'date-time' },
          approvedAt: { type: 'string', format: 'date-time' },
          closedAt: { type: 'string', format: 'date-time' },
          decisions: {
            type: 'array',
            maxItems: 100,
            description: 'The first one first',
            items: {
              type: 'object',
              required: ['decision', 'by', 'at', 'as'],
              properties: {
                decision: {
                  type: 'string',
                  enum: ['approve', 'refuse', 'withdraw'],
                },
                by: { $ref: '#/components/schemas/EntityLink' },
                at: { type: 'string', format: 'date-time' },
                as: {
                  type: 'array',
                  maxItems: 20,
                  description: 'For whom that person spoke, as titles',
                  items: { type: 'string' },
                },
                reason: { type: 'string' },
              },
            },
          },
          approvers: {
            type: 'array',
            maxItems: 20,
            items: { $ref: '#/components/schemas/TransitionApprover' },
          },
          fourEyes: { type: 'boolean' },
          blocking: {
            type: 'array',
            maxItems: 200,
            description:
              'The checks that keep the gate closed while it is requested',
            items: { $ref: '#/components/schemas/CheckName' },
          },
          checks: {
            type: 'array',
            maxItems: 200,
            description:
              'All checks of the gate, where one transition is asked for; as they were at `checkedAt`',
            items: { $ref: '#/components/schemas/LifecycleCheck' },
          },
          checkedAt: { type: 'string', format: 'date-time' },
          change: { $ref: '#/components/schemas/StageFileChange' },
          mayApprove: {
            type: 'boolean',
            description: 'Whether the caller may approve or refuse it',
          },
          mayWithdraw: { type: 'boolean' },
          hint: {
            type: 'string',
            description: 'What it waits for, in one sentence, while it is open',
          },
        },
      },
      StageTransitionPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/StageTransition' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      CheckName: {
        type: 'object',
        required: ['id', 'title'],
        properties: { id: { type: 'string' }, title: { type: 'string' } },
      },
      AttestedAnswer: { type: 'string', enum: ['yes', 'no', 'notApplicable'] },
      Attestation: {
        type: 'object',
        required: [
          'id',
          'version',
          'entity',
          'check',
          'answer',
          'evidence',
          'by',
          'at',
          'state',
        ],
        properties: {
          id: { type: 'string' },
          version: {
            type: 'integer',
            description:
              'The how manyth answer to the check of the entity it is',
          },
          entity: { $ref: '#/components/schemas/EntityLink' },
          check: { $ref: '#/components/schemas/CheckName' },
          answer: { $ref: '#/components/schemas/AttestedAnswer' },
          evidence: { type: 'string' },
          by: { $ref: '#/components/schemas/EntityLink' },
          at: { type: 'string', format: 'date-time' },
          validUntil: { type: 'string', format: 'date-time' },
          state: {
            type: 'string',
            description: 'Whether it counts',
            enum: ['current', 'expired', 'replaced'],
          },
        },
      },
      AttestationPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/Attestation' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      WaiverState: { type: 'string', enum: ['active', 'expired', 'revoked'] },
      Waiver: {
        type: 'object',
        required: [
          'id',
          'version',
          'entity',
          'check',
          'stages',
          'reason',
          'until',
          'state',
          'by',
          'at',
          'mayRevoke',
        ],
        properties: {
          id: { type: 'string' },
          version: { type: 'integer' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          check: { $ref: '#/components/schemas/CheckName' },
          stages: {
            type: 'array',
            maxItems: 50,
            description:
              'The stages whose gates go by it: those that demand the check and for which who granted it has a say. A gate never goes by an exception of who asked for the stage, unless the stage wants no four eyes',
            items: { $ref: '#/components/schemas/StageState' },
          },
          reason: { type: 'string' },
          until: { type: 'string', format: 'date-time' },
          state: { $ref: '#/components/schemas/WaiverState' },
          by: { $ref: '#/components/schemas/EntityLink' },
          at: { type: 'string', format: 'date-time' },
          revokedBy: { $ref: '#/components/schemas/EntityLink' },
          revokedAt: { type: 'string', format: 'date-time' },
          revokedReason: { type: 'string' },
          mayRevoke: { type: 'boolean' },
        },
      },
      WaiverPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/Waiver' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      LifecycleActions: {
        type: 'object',
        required: [
          'entity',
          'stage',
          'declared',
          'attestations',
          'waivers',
          'may',
        ],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          stage: { $ref: '#/components/schemas/StageState' },
          declared: {
            type: 'boolean',
            description: 'Whether a file declares the stage',
          },
          transition: {
            description: 'The open one',
            $ref: '#/components/schemas/StageTransition',
          },
          last: {
            description: 'The latest one that is closed',
            $ref: '#/components/schemas/StageTransition',
          },
          attestations: {
            type: 'array',
            maxItems: 200,
            description:
              'The checks of this stage and the next ones that people answer',
            items: {
              type: 'object',
              required: ['check', 'version', 'mayAnswer'],
              properties: {
                check: { $ref: '#/components/schemas/CheckName' },
                version: {
                  type: 'integer',
                  description: 'To be sent with an answer',
                },
                mayAnswer: { type: 'boolean' },
                last: { $ref: '#/components/schemas/Attestation' },
              },
            },
          },
          waivers: {
            type: 'array',
            maxItems: 200,
            description: 'The exceptions in force',
            items: { $ref: '#/components/schemas/Waiver' },
          },
          may: {
            type: 'object',
            description: 'What the caller may do',
            required: ['request', 'waive', 'sunset'],
            properties: {
              request: { type: 'boolean' },
              waive: {
                type: 'array',
                maxItems: 200,
                description:
                  'The ids of the checks for which the caller may grant exceptions',
                items: { type: 'string' },
              },
              sunset: { type: 'boolean' },
            },
          },
        },
      },
      LifecycleEventType: {
        type: 'string',
        enum: [
          'stage',
          'requested',
          'approved',
          'refused',
          'withdrawn',
          'completed',
          'superseded',
          'attested',
          'waiver-granted',
          'waiver-revoked',
          'waiver-expired',
          'sunset-begun',
          'sunset-changed',
          'sunset-ended',
          'sunset-answered',
        ],
      },
      LifecycleEvent: {
        type: 'object',
        required: ['id', 'at', 'event'],
        properties: {
          id: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          event: { $ref: '#/components/schemas/LifecycleEventType' },
          origin: {
            type: 'string',
            description:
              'Of a change of stage - the suite saw the entity first, an approved transition was completed, the entity left the catalog or returned, the stages were configured otherwise while its file is as before, or `drift` - its file was changed, and nobody approved it',
            enum: [
              'first-seen',
              'transition',
              'left',
              'returned',
              'configuration',
              'drift',
            ],
          },
          from: { $ref: '#/components/schemas/StageState' },
          to: { $ref: '#/components/schemas/StageState' },
          transition: {
            type: 'string',
            description: 'The id of the transition behind it',
          },
          check: { $ref: '#/components/schemas/CheckName' },
          answer: { $ref: '#/components/schemas/AttestedAnswer' },
          by: { $ref: '#/components/schemas/EntityLink' },
          as: { type: 'array', maxItems: 20, items: { type: 'string' } },
          text: {
            type: 'string',
            description: 'The reason, evidence or message',
          },
          until: {
            type: 'string',
            description:
              'The end of an exception or answer, or of life, or the day of a dependant',
          },
          said: {
            description: 'What the owner of a dependant said',
            $ref: '#/components/schemas/SunsetAnswer',
          },
          about: {
            description:
              'The dependant, or on its own page what it is to move away from',
            $ref: '#/components/schemas/EntityLink',
          },
        },
      },
      LifecycleHistoryPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/LifecycleEvent' },
          },
          totalItems: { type: 'integer' },
          truncated: {
            type: 'boolean',
            description:
              'True where there is more than the latest 4,000 of each sort that are told and counted',
          },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      LifecycleHistoryExport: {
        type: 'object',
        required: ['entity', 'exportedAt', 'items'],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          exportedAt: { type: 'string', format: 'date-time' },
          truncated: {
            type: 'boolean',
            description:
              'True where there is more than the latest 20,000, and 4,000 of each sort, that are exported',
          },
          items: {
            type: 'array',
            maxItems: 20000,
            items: { $ref: '#/components/schemas/LifecycleEvent' },
          },
        },
      },
      StageBoard: {
        type: 'object',
        required: ['columns', 'totalItems'],
        properties: {
          columns: {
            type: 'array',
            maxItems: 101,
            items: { $ref: '#/components/schemas/StageColumn' },
          },
          totalItems: { type: 'integer' },
        },
      },
      StageColumn: {
        type: 'object',
        required: ['value', 'stage', 'totalItems', 'items'],
        properties: {
          value: {
            type: 'string',
            description:
              'The stage as filters name it; `none` for those without one',
          },
          stage: { $ref: '#/components/schemas/StageState' },
          totalItems: { type: 'integer' },
          items: {
            type: 'array',
            maxItems: 50,
            description: 'What has been there longest first',
            items: {
              type: 'object',
              required: ['entity'],
              properties: {
                entity: { $ref: '#/components/schemas/EntityLink' },
                owner: { $ref: '#/components/schemas/EntityLink' },
                tier: { type: 'integer' },
                since: {
                  type: 'string',
                  format: 'date-time',
                  description: 'As far as is known',
                },
                days: {
                  type: 'integer',
                  description: 'Whole days in the stage',
                },
                atLeast: {
                  type: 'boolean',
                  description:
                    'Whether it was in it already when the suite saw it first, so that it may be there for longer',
                },
                readiness: {
                  description:
                    'How the checks of its stage count; absent before they were answered, or where none are demanded',
                  $ref: '#/components/schemas/Readiness',
                },
                drift: {
                  type: 'boolean',
                  description: 'Whether it came there without approval',
                },
                transition: {
                  type: 'object',
                  description: 'The open transition',
                  required: ['id', 'state', 'to'],
                  properties: {
                    id: { type: 'string' },
                    state: {
                      $ref: '#/components/schemas/StageTransitionState',
                    },
                    to: { $ref: '#/components/schemas/StageState' },
                  },
                },
              },
            },
          },
        },
      },
      SunsetPlanState: { type: 'string', enum: ['active', 'ended'] },
      SunsetAnswer: {
        type: 'string',
        enum: ['acknowledged', 'moved', 'objected'],
      },
      SunsetDependantState: {
        type: 'string',
        description: 'What its owner said; `gone` is what depends no more',
        enum: ['open', 'acknowledged', 'moved', 'objected', 'gone'],
      },
      SunsetPlan: {
        type: 'object',
        required: [
          'id',
          'version',
          'entity',
          'stage',
          'endOfLife',
          'state',
          'begunBy',
          'begunAt',
          'counts',
          'teams',
          'mayEdit',
        ],
        properties: {
          id: { type: 'string' },
          version: { type: 'integer' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          stage: { $ref: '#/components/schemas/StageState' },
          successor: { $ref: '#/components/schemas/EntityLink' },
          endOfSale: { type: 'string', format: 'date' },
          endOfSupport: { type: 'string', format: 'date' },
          endOfLife: { type: 'string', format: 'date' },
          message: { type: 'string' },
          state: { $ref: '#/components/schemas/SunsetPlanState' },
          begunBy: { $ref: '#/components/schemas/EntityLink' },
          begunAt: { type: 'string', format: 'date-time' },
          changedBy: { $ref: '#/components/schemas/EntityLink' },
          changedAt: { type: 'string', format: 'date-time' },
          endedBy: { $ref: '#/components/schemas/EntityLink' },
          endedAt: { type: 'string', format: 'date-time' },
          endReason: { type: 'string' },
          counts: {
            type: 'object',
            description:
              'Its dependants that the caller may read, by where they stand; `late` ones began to depend after the plan began, and `overdue` ones still depend after their day',
            required: [
              'total',
              'open',
              'acknowledged',
              'moved',
              'objected',
              'gone',
              'late',
              'overdue',
            ],
            properties: {
              total: { type: 'integer' },
              open: { type: 'integer' },
              acknowledged: { type: 'integer' },
              moved: { type: 'integer' },
              objected: { type: 'integer' },
              gone: { type: 'integer' },
              late: { type: 'integer' },
              overdue: { type: 'integer' },
            },
          },
          teams: {
            type: 'array',
            maxItems: 50,
            description:
              'Who owns what still depends on it, those with the most first',
            items: {
              type: 'object',
              required: ['dependants', 'open'],
              properties: {
                owner: {
                  description: 'Absent for what nobody owns',
                  $ref: '#/components/schemas/EntityLink',
                },
                dependants: { type: 'integer' },
                open: { type: 'integer', description: 'Not answered yet' },
              },
            },
          },
          mayEdit: { type: 'boolean' },
        },
      },
      SunsetPlanPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/SunsetPlan' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      SunsetDependant: {
        type: 'object',
        required: [
          'plan',
          'version',
          'entity',
          'state',
          'late',
          'since',
          'dueOn',
          'overdue',
          'mayAnswer',
        ],
        properties: {
          plan: { type: 'string', description: 'The id of the plan' },
          version: { type: 'integer' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          owner: { $ref: '#/components/schemas/EntityLink' },
          via: {
            description:
              'The part that it depends on, where it is not the whole',
            $ref: '#/components/schemas/EntityLink',
          },
          state: { $ref: '#/components/schemas/SunsetDependantState' },
          late: { type: 'boolean' },
          since: { type: 'string', format: 'date-time' },
          goneAt: { type: 'string', format: 'date-time' },
          dueOn: { type: 'string', format: 'date' },
          overdue: { type: 'boolean' },
          answer: {
            type: 'object',
            description: 'What its owner said last',
            required: ['answer', 'by', 'at'],
            properties: {
              answer: { $ref: '#/components/schemas/SunsetAnswer' },
              note: { type: 'string' },
              by: { $ref: '#/components/schemas/EntityLink' },
              at: { type: 'string', format: 'date-time' },
            },
          },
          mayAnswer: { type: 'boolean' },
        },
      },
      SunsetDependantPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/SunsetDependant' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      SunsetPlanOutline: {
        type: 'object',
        description:
          'What a plan says to those who depend on what leaves. Who may not read the retired entity, and answers for a dependant, learns its ref and dates alone',
        required: ['id', 'entity', 'endOfLife'],
        properties: {
          id: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          successor: { $ref: '#/components/schemas/EntityLink' },
          endOfSale: { type: 'string', format: 'date' },
          endOfSupport: { type: 'string', format: 'date' },
          endOfLife: { type: 'string', format: 'date' },
          message: { type: 'string' },
        },
      },
      LeavingStage: {
        type: 'object',
        description:
          'That an entity is in `sunset` or a later stage, and what its file names to use instead',
        required: ['stage'],
        properties: {
          stage: { $ref: '#/components/schemas/StageState' },
          successor: { $ref: '#/components/schemas/EntityLink' },
        },
      },
      EntitySunset: {
        type: 'object',
        required: ['entity', 'dependsOn', 'mayPlan'],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          plan: {
            description: 'The one in force',
            $ref: '#/components/schemas/SunsetPlan',
          },
          leaving: {
            description:
              'Where it is in `sunset` or a later stage and has no plan',
            $ref: '#/components/schemas/LeavingStage',
          },
          dependsOn: {
            type: 'array',
            maxItems: 100,
            description:
              'What it depends on that has a sunset plan, or is in `sunset` or a later stage; the earliest end of life first',
            items: {
              type: 'object',
              required: ['entity', 'stage'],
              properties: {
                entity: { $ref: '#/components/schemas/EntityLink' },
                stage: { $ref: '#/components/schemas/StageState' },
                plan: { $ref: '#/components/schemas/SunsetPlanOutline' },
                successor: {
                  description:
                    'What its file names to use instead, where it has no plan',
                  $ref: '#/components/schemas/EntityLink',
                },
                dependant: {
                  description: 'This entity as a dependant of the plan',
                  $ref: '#/components/schemas/SunsetDependant',
                },
              },
            },
          },
          mayPlan: { type: 'boolean' },
        },
      },
      ErrorResponse: {
        type: 'object',
        required: ['error', 'response'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: { type: 'string' },
              message: { type: 'string' },
            },
            additionalProperties: true,
          },
          request: {
            type: 'object',
            properties: { method: { type: 'string' }, url: { type: 'string' } },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: { statusCode: { type: 'integer' } },
          },
        },
        additionalProperties: true,
      },
      EntityLink: {
        type: 'object',
        description:
          'An entity that another one names. `known` is false when it is not in the catalog or the caller may not read it; then title is the name in the ref.',
        required: ['ref', 'kind', 'namespace', 'name', 'title', 'known'],
        properties: {
          ref: {
            type: 'string',
            description: 'The full ref, `kind:namespace/name`, in lower case',
          },
          kind: { type: 'string' },
          namespace: { type: 'string' },
          name: { type: 'string' },
          title: { type: 'string' },
          type: { type: 'string', description: 'Its `spec.type`' },
          known: { type: 'boolean' },
        },
      },
      Stage: {
        type: 'object',
        required: ['id', 'title'],
        properties: { id: { type: 'string' }, title: { type: 'string' } },
      },
      StageState: {
        type: 'object',
        description:
          'The stage an entity is in. `stage` is a configured stage id, or what the entity declares when that is unknown, or absent when it declares none.',
        required: ['title', 'known'],
        properties: {
          stage: { type: 'string' },
          title: { type: 'string' },
          declared: {
            type: 'string',
            description: 'The value of `spec.lifecycle` as written',
          },
          known: {
            type: 'boolean',
            description:
              'Whether it is a configured stage or one of its aliases',
          },
        },
      },
      Severity: { type: 'string', enum: ['critical', 'warning', 'info'] },
      AttentionAction: {
        type: 'object',
        description:
          'What one can do about it - a page to open, a source to edit, or lines of YAML to add.',
        required: ['label'],
        properties: {
          label: { type: 'string' },
          href: {
            type: 'string',
            description:
              'A place in the portal (starts with `/`) or a URL of the source',
          },
          tab: {
            type: 'string',
            enum: ['roadmap', 'runbooks'],
            description: 'A tab of the entity page',
          },
          yaml: { type: 'string', description: 'Lines to add to the file' },
          file: {
            type: 'string',
            description: 'The file that the lines belong to',
          },
        },
      },
      AttentionItem: {
        type: 'object',
        required: ['id', 'severity', 'subject', 'title'],
        properties: {
          id: {
            type: 'string',
            description: 'Stable: the rule and what it is about',
          },
          severity: { $ref: '#/components/schemas/Severity' },
          subject: {
            type: 'string',
            enum: [
              'ownership',
              'lifecycle',
              'roadmap',
              'runbooks',
              'documents',
            ],
          },
          title: {
            type: 'string',
            description: 'What is wrong, in one sentence',
          },
          detail: { type: 'string' },
          action: { $ref: '#/components/schemas/AttentionAction' },
        },
      },
      RoleHolder: {
        type: 'object',
        required: ['role', 'title', 'holder', 'origin'],
        properties: {
          role: {
            type: 'string',
            enum: [
              'productManager',
              'techLead',
              'operations',
              'support',
              'security',
            ],
          },
          title: { type: 'string' },
          holder: { $ref: '#/components/schemas/EntityLink' },
          origin: {
            type: 'string',
            enum: ['spec', 'annotation', 'product'],
            description:
              'Whether the entity says so itself, in its spec or an annotation, or the product it is part of',
          },
          via: { $ref: '#/components/schemas/EntityLink' },
        },
      },
      Ownership: {
        type: 'object',
        required: ['roles'],
        properties: {
          owner: { $ref: '#/components/schemas/EntityLink' },
          roles: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RoleHolder' },
          },
        },
      },
      Lifecycle: {
        type: 'object',
        required: ['current', 'stages'],
        properties: {
          current: { $ref: '#/components/schemas/StageState' },
          stages: {
            type: 'array',
            description: 'The configured stages, in order',
            items: { $ref: '#/components/schemas/Stage' },
          },
          milestones: {
            type: 'object',
            properties: {
              generalAvailability: { type: 'string' },
              endOfSale: { type: 'string' },
              endOfSupport: { type: 'string' },
              endOfLife: { type: 'string' },
            },
          },
          successor: { $ref: '#/components/schemas/EntityLink' },
        },
      },
      Goal: {
        type: 'object',
        required: ['id', 'title', 'items'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          due: { type: 'string' },
          metric: {
            type: 'object',
            required: ['name'],
            properties: {
              name: { type: 'string' },
              unit: { type: 'string' },
              baseline: { type: 'number' },
              target: { type: 'number' },
              current: { type: 'number' },
              progress: {
                type: 'number',
                description: 'Share of the way from baseline to target, 0 to 1',
              },
            },
          },
          items: {
            type: 'object',
            required: ['total', 'done'],
            properties: {
              total: { type: 'integer' },
              done: { type: 'integer' },
            },
          },
        },
      },
      RoadmapStatus: {
        type: 'string',
        enum: [
          'proposed',
          'planned',
          'in-progress',
          'done',
          'dropped',
          'deferred',
        ],
      },
      RoadmapHorizon: { type: 'string', enum: ['now', 'next', 'later'] },
      Score: {
        type: 'object',
        description:
          'The inputs as declared, and the score they give (RICE or WSJF).',
        required: ['inputs'],
        properties: {
          method: { type: 'string', enum: ['rice', 'wsjf'] },
          inputs: { type: 'object', additionalProperties: { type: 'number' } },
          value: { type: 'number' },
        },
      },
      RoadmapDependency: {
        type: 'object',
        required: ['ref', 'id', 'known'],
        properties: {
          ref: {
            type: 'string',
            description: 'As declared: `id`, or `id@<entity ref>`',
          },
          id: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          known: {
            type: 'boolean',
            description:
              'Whether that item exists and the caller may read its entity',
          },
          title: { type: 'string' },
          status: { $ref: '#/components/schemas/RoadmapStatus' },
          end: { type: 'string' },
        },
      },
      RoadmapSource: {
        type: 'string',
        minLength: 1,
        maxLength: 63,
        pattern: '^[a-z][a-z0-9-]{0,62}$',
        description:
          'Where an item comes from: `declared` in a file, `recorded` in the portal, or the id of another system that is read, such as `github-issues`',
      },
      RoadmapSourceState: {
        type: 'object',
        description:
          "How reading an entity's items from another system went. Where it goes wrong, the last good items stay.",
        required: [
          'source',
          'title',
          'target',
          'state',
          'errors',
          'errorCount',
        ],
        properties: {
          source: { $ref: '#/components/schemas/RoadmapSource' },
          title: { type: 'string', description: 'What the system is called' },
          target: {
            type: 'string',
            description: 'What is read there, such as a repository',
          },
          url: { type: 'string', description: 'Where people see it' },
          state: {
            type: 'string',
            enum: ['pending', 'ok', 'stale', 'failed'],
            description:
              '`pending` before the first answer, `stale` when the items are those of the last good one, `failed` when there never was one; errors beside `ok` are about single items.',
          },
          readAt: { type: 'string', description: 'When it was last asked' },
          goodAt: {
            type: 'string',
            description: 'When what is shown was last right',
          },
          nextReadAt: { type: 'string', description: 'When it is asked again' },
          errors: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/DocumentError' },
          },
          errorCount: {
            type: 'integer',
            description: 'All errors, also those beyond the first 100',
          },
        },
      },
      RoadmapRank: {
        type: 'string',
        maxLength: 200,
        description:
          'The place of an item among the others; compare as texts by code unit',
      },
      RoadmapFields: {
        type: 'object',
        additionalProperties: true,
        description:
          'The fields of an item by the names of the file; what is wrong with them the answer says field by field',
      },
      RoadmapMay: {
        type: 'object',
        description: 'What the caller may do with the roadmap',
        required: ['create', 'update', 'prioritise', 'comment'],
        properties: {
          create: { type: 'boolean' },
          update: { type: 'boolean' },
          prioritise: { type: 'boolean' },
          comment: { type: 'boolean' },
        },
      },
      RoadmapItemDetails: {
        allOf: [
          { $ref: '#/components/schemas/RoadmapItem' },
          {
            type: 'object',
            required: ['archived', 'may'],
            properties: {
              archived: {
                type: 'boolean',
                description: 'It left its file, and is kept as it was',
              },
              origin: { type: 'string', description: 'Where it came from' },
              may: { $ref: '#/components/schemas/RoadmapMay' },
            },
          },
        ],
      },
      RoadmapFileChange: {
        type: 'object',
        description:
          'From the first line that differs to the last one; both are empty where nothing does',
        required: ['file', 'before', 'after'],
        properties: {
          file: { type: 'string' },
          url: { type: 'string', description: 'Where the file can be seen' },
          editUrl: { type: 'string' },
          before: { $ref: '#/components/schemas/FileLines' },
          after: { $ref: '#/components/schemas/FileLines' },
        },
      },
      FileLines: {
        type: 'object',
        required: ['line', 'lines'],
        properties: {
          line: { type: 'integer', description: 'The first one, from 1' },
          lines: { type: 'array', items: { type: 'string' } },
        },
      },
      RoadmapEvent: {
        type: 'object',
        required: ['version', 'type', 'at', 'before', 'after'],
        properties: {
          version: { type: 'integer', description: 'That the item has since' },
          type: {
            type: 'string',
            enum: ['created', 'changed', 'undone', 'archived', 'returned'],
          },
          by: { $ref: '#/components/schemas/EntityLink' },
          via: {
            type: 'string',
            enum: ['import'],
            description:
              'The way it came, where it is not the page; `import` is a CSV text',
          },
          at: { type: 'string' },
          before: {
            type: 'object',
            additionalProperties: true,
            description:
              'The changed fields as they were; null stands for none',
          },
          after: {
            type: 'object',
            additionalProperties: true,
            description: 'The same fields since; null stands for none',
          },
        },
      },
      RoadmapCsvProblem: {
        type: 'object',
        required: ['code', 'message', 'expected'],
        properties: {
          row: {
            type: 'integer',
            description: 'As spreadsheets count: 1 is that of the names',
          },
          column: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
          expected: { type: 'string' },
        },
      },
      RoadmapImportRow: {
        type: 'object',
        required: ['row', 'action', 'title', 'flags', 'problems'],
        properties: {
          row: {
            type: 'integer',
            description:
              'As spreadsheets count: the first one after the names is 2',
          },
          action: {
            type: 'string',
            enum: ['create', 'change', 'unchanged', 'problem'],
          },
          entity: { $ref: '#/components/schemas/EntityLink' },
          itemId: {
            type: 'string',
            description: 'Of a new item without one, the id that it will get',
          },
          source: { type: 'string', description: 'Of an item that there is' },
          title: { type: 'string' },
          version: {
            type: 'integer',
            description:
              'Of an item that there is, the one that the row was compared with',
          },
          before: {
            type: 'object',
            additionalProperties: true,
            description:
              'The fields that differ as they are; null stands for none',
          },
          after: {
            type: 'object',
            additionalProperties: true,
            description:
              'The same fields as the row has them; null stands for none. Of an item that a file declares, this is what the file would have to say',
          },
          flags: {
            type: 'array',
            items: { $ref: '#/components/schemas/RoadmapCsvProblem' },
            description:
              'What is no reason to refuse it, such as an unknown category',
          },
          problems: {
            type: 'array',
            items: { $ref: '#/components/schemas/RoadmapCsvProblem' },
            description: 'Why it is refused',
          },
        },
      },
      RoadmapImport: {
        type: 'object',
        required: ['counts', 'applicable', 'rows'],
        properties: {
          id: {
            type: 'string',
            description:
              'By which it is applied; absent where there is nothing to write',
          },
          expiresAt: {
            type: 'string',
            description: 'Until when it can be applied',
          },
          counts: {
            type: 'object',
            required: ['create', 'change', 'unchanged', 'problem'],
            properties: {
              create: { type: 'integer' },
              change: { type: 'integer' },
              unchanged: { type: 'integer' },
              problem: { type: 'integer' },
            },
          },
          applicable: {
            type: 'boolean',
            description: 'All or nothing: no row has a problem',
          },
          rows: {
            type: 'array',
            maxItems: 2000,
            items: { $ref: '#/components/schemas/RoadmapImportRow' },
          },
        },
      },
      RoadmapImportResult: {
        type: 'object',
        required: ['id', 'created', 'changed', 'appliedAt'],
        properties: {
          id: { type: 'string' },
          created: { type: 'integer' },
          changed: { type: 'integer' },
          appliedAt: { type: 'string' },
        },
      },
      RoadmapFeed: {
        type: 'object',
        required: [
          'id',
          'name',
          'entity',
          'createdBy',
          'createdAt',
          'mine',
          'state',
        ],
        properties: {
          id: { type: 'string' },
          name: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          goal: { type: 'string', description: 'The id of a goal' },
          createdBy: { $ref: '#/components/schemas/EntityLink' },
          createdAt: { type: 'string' },
          mine: { type: 'boolean' },
          expiresAt: { type: 'string' },
          readAt: {
            type: 'string',
            description: 'When a calendar asked last, to the hour',
          },
          checkedAt: {
            type: 'string',
            description: 'When it was looked up last what its owner may read',
          },
          state: {
            type: 'string',
            enum: ['active', 'waiting', 'expired'],
            description:
              '`waiting` feeds are empty until their owner opens the portal: it was too long ago that it was looked up what the owner may read, or the owner has changed teams since',
          },
        },
      },
      CreatedRoadmapFeed: {
        allOf: [
          { $ref: '#/components/schemas/RoadmapFeed' },
          {
            type: 'object',
            required: ['url'],
            properties: {
              url: {
                type: 'string',
                description: 'The address for calendars, told only this once',
              },
            },
          },
        ],
      },
      RoadmapFeedPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo', 'mayManage', 'enabled'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RoadmapFeed' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
          mayManage: {
            type: 'boolean',
            description:
              'Whether the caller may see and revoke those of others',
          },
          enabled: {
            type: 'boolean',
            description: 'Whether the configuration lets people make any',
          },
        },
      },
      RoadmapViewQuery: {
        type: 'string',
        maxLength: 2000,
        description: 'The query of the address of the page, without `?`',
      },
      RoadmapViewAudience: {
        type: 'string',
        maxLength: 255,
        description:
          '`nobody` (where it is absent), `everybody`, or the ref of a group that the caller is of',
      },
      RoadmapView: {
        type: 'object',
        required: [
          'id',
          'name',
          'query',
          'version',
          'by',
          'mine',
          'sharedWith',
          'changedAt',
          'mayDelete',
        ],
        properties: {
          id: { type: 'string' },
          name: { type: 'string' },
          query: { $ref: '#/components/schemas/RoadmapViewQuery' },
          version: { type: 'integer' },
          by: { $ref: '#/components/schemas/EntityLink' },
          mine: { type: 'boolean' },
          sharedWith: { $ref: '#/components/schemas/RoadmapViewAudience' },
          team: { $ref: '#/components/schemas/EntityLink' },
          changedAt: { type: 'string' },
          mayDelete: { type: 'boolean' },
        },
      },
      RoadmapViewPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo', 'teams'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RoadmapView' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
          teams: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/EntityLink' },
            description:
              'The groups of the caller, with which a view can be shared',
          },
        },
      },
      RoadmapHistoryPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RoadmapEvent' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      RoadmapComment: {
        type: 'object',
        required: ['id', 'by', 'at', 'removed', 'mine'],
        properties: {
          id: { type: 'string' },
          text: {
            type: 'string',
            description: 'Markdown; absent once removed',
          },
          by: { $ref: '#/components/schemas/EntityLink' },
          at: { type: 'string' },
          removed: { type: 'boolean' },
          mine: { type: 'boolean', description: 'Whether the caller wrote it' },
        },
      },
      FeedbackStatus: {
        type: 'string',
        enum: ['open', 'under-review', 'planned', 'shipped', 'declined'],
      },
      FeedbackRef: {
        type: 'object',
        description: 'Other feedback that the caller may read',
        required: ['id', 'title', 'entity'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
        },
      },
      FeedbackLink: {
        type: 'object',
        description: 'A roadmap item that answers feedback',
        required: ['entity', 'id', 'source', 'title', 'status', 'archived'],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          id: { type: 'string' },
          source: { $ref: '#/components/schemas/RoadmapSource' },
          title: { type: 'string' },
          status: { $ref: '#/components/schemas/RoadmapStatus' },
          end: { type: 'string' },
          archived: { type: 'boolean', description: 'It has left its file' },
        },
      },
      FeedbackAnswer: {
        type: 'object',
        required: ['text', 'by', 'at'],
        properties: {
          text: { type: 'string', description: 'Markdown' },
          by: { $ref: '#/components/schemas/EntityLink' },
          at: { type: 'string' },
        },
      },
      FeedbackMay: {
        type: 'object',
        description: 'What the caller may do with it as it is now',
        required: ['vote', 'comment', 'edit', 'withdraw', 'moderate'],
        properties: {
          vote: { type: 'boolean' },
          comment: { type: 'boolean' },
          edit: { type: 'boolean' },
          withdraw: { type: 'boolean' },
          moderate: {
            type: 'boolean',
            description: 'Merge, answer, decide, link, and make items of it',
          },
        },
      },
      Feedback: {
        type: 'object',
        required: [
          'id',
          'version',
          'entity',
          'title',
          'excerpt',
          'status',
          'author',
          'at',
          'activityAt',
          'votes',
          'voted',
          'comments',
          'links',
          'mine',
          'merged',
          'withdrawn',
          'may',
        ],
        properties: {
          id: { type: 'string' },
          version: {
            type: 'integer',
            description:
              'Goes up with every change of what it says and what became of it, not with votes and comments',
          },
          entity: { $ref: '#/components/schemas/EntityLink' },
          title: {
            type: 'string',
            description: 'Empty once it was taken back',
          },
          excerpt: {
            type: 'string',
            description: 'How its text begins, without Markdown',
          },
          text: { type: 'string', description: 'Markdown; absent in lists' },
          status: { $ref: '#/components/schemas/FeedbackStatus' },
          reason: { type: 'string', description: 'Why it has the status' },
          author: { $ref: '#/components/schemas/EntityLink' },
          at: { type: 'string' },
          editedAt: { type: 'string' },
          activityAt: { type: 'string' },
          votes: { type: 'integer', description: 'People, each once' },
          voted: { type: 'boolean', description: 'Whether the caller has' },
          comments: { type: 'integer' },
          answer: { $ref: '#/components/schemas/FeedbackAnswer' },
          links: {
            type: 'array',
            maxItems: 50,
            items: { $ref: '#/components/schemas/FeedbackLink' },
          },
          mine: {
            type: 'boolean',
            description: 'Whether the caller posted it',
          },
          merged: { type: 'boolean' },
          mergedInto: { $ref: '#/components/schemas/FeedbackRef' },
          mergedFrom: {
            type: 'array',
            maxItems: 100,
            description: 'What was merged into it; absent in lists',
            items: { $ref: '#/components/schemas/FeedbackRef' },
          },
          withdrawn: {
            type: 'boolean',
            description: 'Its author has taken it back',
          },
          may: { $ref: '#/components/schemas/FeedbackMay' },
        },
      },
      FeedbackCounts: {
        type: 'object',
        description:
          'How much matches all filters but that of the status, by status',
        required: ['open', 'under-review', 'planned', 'shipped', 'declined'],
        properties: {
          open: { type: 'integer' },
          'under-review': { type: 'integer' },
          planned: { type: 'integer' },
          shipped: { type: 'integer' },
          declined: { type: 'integer' },
        },
      },
      FeedbackPage: {
        type: 'object',
        required: ['items', 'totalItems', 'counts', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/Feedback' },
          },
          totalItems: { type: 'integer' },
          counts: { $ref: '#/components/schemas/FeedbackCounts' },
          may: {
            type: 'object',
            description:
              'What the caller may do with feedback on the one entity that was asked for',
            required: ['post'],
            properties: { post: { type: 'boolean' } },
          },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      ItemFeedback: {
        type: 'object',
        required: ['items', 'totalItems', 'votes'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/Feedback' },
          },
          totalItems: { type: 'integer' },
          votes: { type: 'integer', description: 'Of all of it together' },
        },
      },
      FeedbackItem: {
        type: 'object',
        required: ['item', 'feedback'],
        properties: {
          item: { $ref: '#/components/schemas/RoadmapItemDetails' },
          feedback: { $ref: '#/components/schemas/Feedback' },
        },
      },
      RoadmapCommentPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RoadmapComment' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      RoadmapItem: {
        type: 'object',
        required: [
          'id',
          'title',
          'status',
          'labels',
          'links',
          'dependsOn',
          'milestones',
          'categoryKnown',
          'attention',
          'source',
          'version',
          'rank',
        ],
        properties: {
          id: { type: 'string' },
          source: { $ref: '#/components/schemas/RoadmapSource' },
          version: {
            type: 'integer',
            description:
              'Goes up with every change; who writes says which one was seen',
          },
          rank: { $ref: '#/components/schemas/RoadmapRank' },
          createdBy: { $ref: '#/components/schemas/EntityLink' },
          createdAt: {
            type: 'string',
            description: 'Of a recorded item, ISO 8601 in UTC',
          },
          changedBy: { $ref: '#/components/schemas/EntityLink' },
          changedAt: {
            type: 'string',
            description: 'Of a recorded item, ISO 8601 in UTC',
          },
          title: { type: 'string' },
          description: { type: 'string' },
          status: { $ref: '#/components/schemas/RoadmapStatus' },
          horizon: { $ref: '#/components/schemas/RoadmapHorizon' },
          start: { type: 'string' },
          end: { type: 'string' },
          category: { type: 'string' },
          categoryKnown: { type: 'boolean' },
          goal: { type: 'string' },
          owner: { $ref: '#/components/schemas/EntityLink' },
          score: { $ref: '#/components/schemas/Score' },
          dependsOn: {
            type: 'array',
            items: { $ref: '#/components/schemas/RoadmapDependency' },
          },
          milestones: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'value'],
              properties: {
                name: { type: 'string' },
                value: { type: 'string', description: 'A date or text' },
              },
            },
          },
          labels: { type: 'array', items: { type: 'string' } },
          links: {
            type: 'array',
            items: {
              type: 'object',
              required: ['url'],
              properties: {
                url: { type: 'string' },
                title: { type: 'string' },
              },
            },
          },
          line: {
            type: 'integer',
            description: 'Line in the source file, from 1',
          },
          sourceUrl: {
            type: 'string',
            description: 'Where the item can be read or edited',
          },
          sourceTitle: {
            type: 'string',
            description: 'What the other system is called that it comes from',
          },
          attention: {
            type: 'array',
            description: 'What is wrong with the item',
            items: { $ref: '#/components/schemas/AttentionItem' },
          },
        },
      },
      RoadmapSummary: {
        type: 'object',
        description:
          'Open items by horizon, the first few of each, with counts of all.',
        required: ['total', 'open', 'done', 'horizons', 'mix'],
        properties: {
          total: { type: 'integer' },
          open: { type: 'integer' },
          done: { type: 'integer' },
          horizons: {
            type: 'array',
            description: 'now, next, later, in that order',
            minItems: 3,
            maxItems: 3,
            items: {
              type: 'object',
              required: ['horizon', 'total', 'items'],
              properties: {
                horizon: { $ref: '#/components/schemas/RoadmapHorizon' },
                total: { type: 'integer' },
                items: {
                  type: 'array',
                  maxItems: 5,
                  items: { $ref: '#/components/schemas/RoadmapItem' },
                },
              },
            },
          },
          mix: {
            type: 'array',
            description: 'Open items by category',
            items: {
              type: 'object',
              required: ['category', 'count'],
              properties: {
                category: { type: 'string' },
                count: { type: 'integer' },
              },
            },
          },
        },
      },
      RoadmapPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo', 'sources'],
        properties: {
          may: { $ref: '#/components/schemas/RoadmapMay' },
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RoadmapItem' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/Source' },
          },
          otherSources: {
            type: 'array',
            maxItems: 20,
            description: 'Other systems whose items are on this roadmap',
            items: { $ref: '#/components/schemas/RoadmapSourceState' },
          },
        },
      },
      PlanOriginClass: {
        type: 'string',
        enum: ['idea', 'file', 'feedback', 'operations', 'other'],
        description:
          "Where an item came from - somebody's idea, a file, feedback of users, operations (a run, a drill, a check), or another source",
      },
      PlanConflictKind: {
        type: 'string',
        enum: [
          'ends-before-dependency',
          'cycle',
          'depends-on-itself',
          'dropped-dependency',
          'missing-dependency',
          'retired-dependency',
          'retired-product',
          'missing-owner',
          'overdue',
          'no-duration',
        ],
      },
      PlanItem: {
        type: 'object',
        description:
          'An item of any roadmap, without its description and links',
        required: [
          'entityRef',
          'id',
          'source',
          'version',
          'rank',
          'title',
          'status',
          'categoryKnown',
          'originClass',
          'labels',
          'milestones',
          'dependencies',
          'conflicts',
        ],
        properties: {
          entityRef: {
            type: 'string',
            description: 'Of the entity whose roadmap it is on; see `entities`',
          },
          id: { type: 'string' },
          source: {
            type: 'string',
            description:
              '`declared` in a file, `recorded` in the portal, or the id of another source',
          },
          version: { type: 'integer' },
          rank: { $ref: '#/components/schemas/RoadmapRank' },
          title: { type: 'string' },
          status: { $ref: '#/components/schemas/RoadmapStatus' },
          horizon: { $ref: '#/components/schemas/RoadmapHorizon' },
          start: { type: 'string' },
          end: { type: 'string' },
          category: { type: 'string' },
          categoryKnown: { type: 'boolean' },
          goal: { type: 'string' },
          owner: { $ref: '#/components/schemas/EntityLink' },
          origin: { type: 'string' },
          originClass: { $ref: '#/components/schemas/PlanOriginClass' },
          score: { $ref: '#/components/schemas/Score' },
          labels: { type: 'array', items: { type: 'string' } },
          milestones: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'value'],
              properties: {
                name: { type: 'string' },
                value: { type: 'string' },
              },
            },
          },
          dependencies: {
            type: 'integer',
            description:
              'How many items it waits for, as far as the caller may know',
          },
          conflicts: {
            type: 'array',
            description: 'The kinds of conflicts that it takes part in',
            items: { $ref: '#/components/schemas/PlanConflictKind' },
          },
          group: {
            type: 'string',
            description:
              'The id of its group, see `groups`; absent without `groupBy`',
          },
          line: {
            type: 'integer',
            description: 'Line in the source file, from 1',
          },
          changedAt: { type: 'string', description: 'Of a recorded item' },
        },
      },
      PlanEntity: {
        type: 'object',
        description: 'An entity with a roadmap, as a plan shows it',
        required: ['ref', 'entity', 'stage', 'retired', 'dates'],
        properties: {
          ref: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          stage: { $ref: '#/components/schemas/StageState' },
          retired: { type: 'boolean' },
          owner: { $ref: '#/components/schemas/EntityLink' },
          product: { $ref: '#/components/schemas/EntityLink' },
          domain: { $ref: '#/components/schemas/EntityLink' },
          dates: {
            type: 'array',
            description: 'Of its lifecycle and sunset, the earliest first',
            items: {
              type: 'object',
              required: ['name', 'date'],
              properties: {
                name: {
                  type: 'string',
                  description:
                    'Such as `generalAvailability`, `endOfSale`, `endOfSupport` or `endOfLife`',
                },
                date: { type: 'string' },
              },
            },
          },
        },
      },
      PlanGroup: {
        type: 'object',
        required: ['id', 'title', 'count'],
        properties: {
          id: {
            type: 'string',
            description:
              'The ref of a team, product or domain, the id of a goal, or `none`',
          },
          title: { type: 'string' },
          count: { type: 'integer', description: 'Items in it that match' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          stage: { $ref: '#/components/schemas/StageState' },
          owner: { $ref: '#/components/schemas/EntityLink' },
        },
      },
      PlanFacets: {
        type: 'object',
        required: [
          'team',
          'product',
          'domain',
          'goal',
          'category',
          'status',
          'horizon',
          'owner',
          'source',
          'origin',
        ],
        properties: {
          team: { $ref: '#/components/schemas/Facet' },
          product: { $ref: '#/components/schemas/Facet' },
          domain: { $ref: '#/components/schemas/Facet' },
          goal: { $ref: '#/components/schemas/Facet' },
          category: { $ref: '#/components/schemas/Facet' },
          status: { $ref: '#/components/schemas/Facet' },
          horizon: { $ref: '#/components/schemas/Facet' },
          owner: { $ref: '#/components/schemas/Facet' },
          source: { $ref: '#/components/schemas/Facet' },
          origin: { $ref: '#/components/schemas/Facet' },
        },
      },
      PlanPage: {
        type: 'object',
        required: [
          'items',
          'totalItems',
          'undatedItems',
          'entities',
          'groups',
          'facets',
          'method',
          'pageInfo',
        ],
        properties: {
          items: {
            type: 'array',
            maxItems: 500,
            items: { $ref: '#/components/schemas/PlanItem' },
          },
          totalItems: { type: 'integer' },
          undatedItems: {
            type: 'integer',
            description:
              'Items without any date that match the other filters, whether they are counted in `totalItems` or not',
          },
          first: {
            type: 'string',
            description:
              'The earliest day of all items that match, for the scale of a timeline',
          },
          last: { type: 'string', description: 'The latest one' },
          entities: {
            type: 'array',
            maxItems: 500,
            description: 'The entities of the items of this page',
            items: { $ref: '#/components/schemas/PlanEntity' },
          },
          groups: {
            type: 'array',
            maxItems: 500,
            description:
              'The groups of the items of this page, in their order; empty without `groupBy`',
            items: { $ref: '#/components/schemas/PlanGroup' },
          },
          facets: { $ref: '#/components/schemas/PlanFacets' },
          method: { $ref: '#/components/schemas/ScoreMethod' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      ScoreMethod: {
        type: 'string',
        enum: ['rice', 'wsjf'],
        description: 'How items are scored here, by configuration',
      },
      PlanItemRef: {
        type: 'object',
        required: ['entityRef', 'id'],
        properties: { entityRef: { type: 'string' }, id: { type: 'string' } },
      },
      PlanItemSummary: {
        type: 'object',
        required: ['entityRef', 'id', 'title', 'status', 'source', 'version'],
        properties: {
          entityRef: { type: 'string' },
          id: { type: 'string' },
          title: { type: 'string' },
          status: { $ref: '#/components/schemas/RoadmapStatus' },
          source: { type: 'string' },
          version: { type: 'integer' },
          start: { type: 'string' },
          end: { type: 'string' },
        },
      },
      PlanDependency: {
        type: 'object',
        required: ['from', 'to', 'ref', 'acrossEntities'],
        properties: {
          from: { $ref: '#/components/schemas/PlanItemRef' },
          to: { $ref: '#/components/schemas/PlanItemRef' },
          ref: {
            type: 'string',
            description: 'As `from` has it in `dependsOn`',
          },
          acrossEntities: { type: 'boolean' },
          conflict: {
            description: 'What is wrong with it',
            $ref: '#/components/schemas/PlanConflictKind',
          },
        },
      },
      PlanDependencyPage: {
        type: 'object',
        required: ['dependencies', 'others', 'totalItems', 'pageInfo'],
        properties: {
          dependencies: {
            type: 'array',
            maxItems: 2000,
            items: { $ref: '#/components/schemas/PlanDependency' },
          },
          others: {
            type: 'array',
            maxItems: 2000,
            description:
              'Ends of these dependencies that do not match the filter',
            items: { $ref: '#/components/schemas/PlanItemSummary' },
          },
          totalItems: { type: 'integer', description: 'Dependencies' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      PlanConflictAction: {
        type: 'object',
        description:
          'What solves it. `reschedule` to `start` and `end` (what is absent stays), `remove-dependency` named as in `dependsOn`, `set-status`; to `choose-owner` and `set-dates` somebody must think',
        required: ['type', 'item'],
        properties: {
          type: {
            type: 'string',
            enum: [
              'reschedule',
              'remove-dependency',
              'set-status',
              'choose-owner',
              'set-dates',
            ],
          },
          item: { $ref: '#/components/schemas/PlanItemRef' },
          start: { type: 'string' },
          end: { type: 'string' },
          dependency: { type: 'string' },
          status: { $ref: '#/components/schemas/RoadmapStatus' },
        },
      },
      PlanConflict: {
        type: 'object',
        required: [
          'id',
          'kind',
          'severity',
          'title',
          'items',
          'itemCount',
          'actions',
        ],
        properties: {
          id: { type: 'string', description: 'The same as long as it lasts' },
          kind: { $ref: '#/components/schemas/PlanConflictKind' },
          severity: { $ref: '#/components/schemas/Severity' },
          title: { type: 'string' },
          items: {
            type: 'array',
            maxItems: 10,
            description:
              'Whose conflict it is first, then the others; of a cycle the first ten',
            items: { $ref: '#/components/schemas/PlanItemSummary' },
          },
          itemCount: { type: 'integer' },
          actions: {
            type: 'array',
            description: 'What solves it, the best first',
            items: { $ref: '#/components/schemas/PlanConflictAction' },
          },
        },
      },
      PlanConflictPage: {
        type: 'object',
        required: [
          'items',
          'totalItems',
          'kinds',
          'severities',
          'entities',
          'pageInfo',
        ],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/PlanConflict' },
          },
          totalItems: { type: 'integer' },
          kinds: { $ref: '#/components/schemas/Facet' },
          severities: { $ref: '#/components/schemas/Facet' },
          entities: {
            type: 'array',
            maxItems: 1000,
            items: { $ref: '#/components/schemas/PlanEntity' },
          },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      PlanSuggestion: {
        type: 'object',
        required: ['id', 'state', 'item', 'dependsOn', 'ref'],
        properties: {
          id: { type: 'string' },
          state: { type: 'string', enum: ['open', 'accepted', 'dismissed'] },
          item: { $ref: '#/components/schemas/PlanItemSummary' },
          dependsOn: { $ref: '#/components/schemas/PlanItemSummary' },
          ref: {
            type: 'string',
            description: 'As it would stand in `dependsOn`',
          },
          days: {
            type: 'integer',
            description:
              'On how many days both are worked on; absent once it is answered',
          },
          reason: { type: 'string', description: 'Absent once it is answered' },
          decidedBy: { $ref: '#/components/schemas/EntityLink' },
          decidedAt: { type: 'string' },
        },
      },
      PlanSuggestionPage: {
        type: 'object',
        required: ['items', 'totalItems', 'entities', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/PlanSuggestion' },
          },
          totalItems: { type: 'integer' },
          entities: {
            type: 'array',
            maxItems: 200,
            items: { $ref: '#/components/schemas/PlanEntity' },
          },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      PlanDecision: {
        type: 'object',
        required: ['suggestion'],
        properties: {
          suggestion: { $ref: '#/components/schemas/PlanSuggestion' },
          item: {
            description: 'The recorded item with its dependency',
            $ref: '#/components/schemas/RoadmapItemDetails',
          },
          fileChange: {
            description: 'How the file of the declared item is to be changed',
            $ref: '#/components/schemas/RoadmapFileChange',
          },
        },
      },
      PlanShare: {
        type: 'object',
        required: ['id', 'title', 'effort', 'share', 'items'],
        properties: {
          id: {
            type: 'string',
            description:
              'The category, class, team, product or origin; `none` where items have none',
          },
          title: { type: 'string' },
          effort: {
            type: 'number',
            description: 'In the unit in which efforts are entered',
          },
          share: { type: 'number', description: '0 to 1' },
          items: { type: 'integer' },
        },
      },
      PlanShareByClass: {
        type: 'object',
        required: ['id', 'title', 'effort', 'classes'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          effort: { type: 'number' },
          classes: {
            type: 'array',
            items: { $ref: '#/components/schemas/PlanShare' },
          },
        },
      },
      PlanMixPeriod: {
        type: 'object',
        required: [
          'start',
          'end',
          'label',
          'effort',
          'items',
          'classes',
          'categories',
          'origins',
        ],
        properties: {
          start: { type: 'string' },
          end: { type: 'string', description: 'The last day' },
          label: {
            type: 'string',
            description: 'Such as `2026-Q4` or `2026-11`',
          },
          effort: { type: 'number' },
          items: { type: 'integer' },
          classes: {
            type: 'array',
            description: 'What is `new`, what keeps it `running`, and `other`',
            items: { $ref: '#/components/schemas/PlanShare' },
          },
          categories: {
            type: 'array',
            items: { $ref: '#/components/schemas/PlanShare' },
          },
          origins: {
            type: 'array',
            items: { $ref: '#/components/schemas/PlanShare' },
          },
        },
      },
      PlanMix: {
        type: 'object',
        required: ['whole', 'teams', 'products', 'uncounted', 'periods'],
        properties: {
          whole: { $ref: '#/components/schemas/PlanMixPeriod' },
          teams: {
            type: 'array',
            maxItems: 100,
            description: 'Those with the most effort, of the whole',
            items: { $ref: '#/components/schemas/PlanShareByClass' },
          },
          products: {
            type: 'array',
            maxItems: 100,
            description: 'Those with the most effort, of the whole',
            items: { $ref: '#/components/schemas/PlanShareByClass' },
          },
          uncounted: {
            type: 'object',
            description:
              'Items that are in no share of the whole, by the first reason that holds',
            required: [
              'no-dates',
              'no-effort',
              'dropped',
              'deferred',
              'outside',
            ],
            properties: {
              'no-dates': { type: 'integer' },
              'no-effort': { type: 'integer' },
              dropped: { type: 'integer' },
              deferred: { type: 'integer' },
              outside: { type: 'integer' },
            },
          },
          periods: {
            type: 'array',
            maxItems: 36,
            items: { $ref: '#/components/schemas/PlanMixPeriod' },
          },
        },
      },
      RoadmapRankedItem: {
        type: 'object',
        required: ['item', 'value', 'place', 'matrix'],
        properties: {
          item: { $ref: '#/components/schemas/PlanItemSummary' },
          score: { $ref: '#/components/schemas/Score' },
          value: { type: 'number' },
          place: {
            type: 'integer',
            description: 'Those of one score share a place',
          },
          matrix: {
            type: 'object',
            description: 'Its place in the matrix of value and effort',
            required: ['value', 'effort', 'quadrant'],
            properties: {
              value: { type: 'number' },
              effort: { type: 'number' },
              quadrant: {
                type: 'string',
                enum: ['quick-win', 'big-bet', 'fill-in', 'reconsider'],
              },
            },
          },
        },
      },
      RoadmapRanking: {
        type: 'object',
        required: [
          'method',
          'inputs',
          'ranked',
          'totalRanked',
          'unscored',
          'totalUnscored',
          'since',
          'changes',
          'totalChanges',
          'pageInfo',
        ],
        properties: {
          method: { $ref: '#/components/schemas/ScoreMethod' },
          inputs: {
            type: 'array',
            description: 'The names of what is put into a score',
            items: { type: 'string' },
          },
          ranked: {
            type: 'array',
            maxItems: 500,
            items: { $ref: '#/components/schemas/RoadmapRankedItem' },
          },
          totalRanked: { type: 'integer' },
          medianValue: { type: 'number' },
          medianEffort: { type: 'number' },
          unscored: {
            type: 'array',
            maxItems: 100,
            description:
              'The first items without a score, with the inputs that are missing',
            items: {
              type: 'object',
              required: ['item', 'missing'],
              properties: {
                item: { $ref: '#/components/schemas/PlanItemSummary' },
                missing: { type: 'array', items: { type: 'string' } },
              },
            },
          },
          totalUnscored: { type: 'integer' },
          since: {
            type: 'string',
            description: 'The day with whose end is compared',
          },
          changes: {
            type: 'array',
            maxItems: 100,
            description:
              'What changed in the ranking since, what moved most first',
            items: {
              type: 'object',
              required: ['item', 'kind'],
              properties: {
                item: { $ref: '#/components/schemas/PlanItemSummary' },
                kind: {
                  type: 'string',
                  enum: ['new', 'gone', 'up', 'down', 'rescored'],
                  description:
                    '`gone` stands for items that are done, dropped, archived or without a score',
                },
                before: { $ref: '#/components/schemas/RoadmapPlace' },
                after: { $ref: '#/components/schemas/RoadmapPlace' },
              },
            },
          },
          totalChanges: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      RoadmapPlace: {
        type: 'object',
        required: ['value', 'place'],
        properties: { value: { type: 'number' }, place: { type: 'integer' } },
      },
      RunbookType: {
        type: 'string',
        enum: ['incident', 'operational', 'maintenance', 'recovery'],
      },
      RunbookSummary: {
        type: 'object',
        required: ['id', 'title', 'type', 'alerts', 'steps', 'path', 'version'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          type: { $ref: '#/components/schemas/RunbookType' },
          summary: {
            type: 'string',
            description: 'The first paragraph, cut, as plain text',
          },
          alerts: { type: 'array', items: { type: 'string' } },
          symptoms: {
            type: 'array',
            maxItems: 50,
            description: 'What people notice when it is needed',
            items: { type: 'string' },
          },
          recorded: {
            type: 'object',
            description:
              'Who wrote it in the portal, and when; absent where it is a file',
            required: ['by', 'at'],
            properties: {
              by: { $ref: '#/components/schemas/EntityLink' },
              at: { type: 'string' },
            },
          },
          owner: { $ref: '#/components/schemas/EntityLink' },
          steps: { type: 'integer', description: 'Steps, sub-steps included' },
          expectedDuration: { type: 'string' },
          reviewEvery: { type: 'string' },
          lastReviewed: {
            type: 'string',
            description:
              'The date of the last review: the later of the one that the file tells of and the recorded one',
          },
          reviewDue: {
            type: 'string',
            description: 'The date from which it is stale by period',
          },
          stale: {
            type: 'boolean',
            description:
              'Whether its review is due, or what it rests on has changed since',
          },
          staleBecause: {
            type: 'array',
            maxItems: 40,
            description: 'Why it is stale, left out when it is not',
            items: { $ref: '#/components/schemas/RunbookStaleReason' },
          },
          path: {
            type: 'string',
            description: 'The file, relative to the catalog-info file',
          },
          sourceUrl: { type: 'string' },
          editUrl: { type: 'string' },
          version: { type: 'string', description: 'The hash of its content' },
          updatedAt: {
            type: 'string',
            description: 'When this version was first read',
          },
        },
      },
      RunbookStep: {
        type: 'object',
        required: ['id', 'text', 'commands', 'steps', 'line'],
        properties: {
          id: { type: 'string', description: 'Its place: `1`, `1.2`' },
          section: {
            type: 'string',
            description: 'The heading it stands under',
          },
          text: { type: 'string', description: 'Markdown' },
          expected: {
            type: 'string',
            description: 'What one should see, Markdown',
          },
          commands: {
            type: 'array',
            items: {
              type: 'object',
              required: ['text'],
              properties: {
                language: { type: 'string' },
                text: { type: 'string' },
                line: { type: 'integer' },
              },
            },
          },
          line: { type: 'integer' },
          steps: {
            type: 'array',
            items: { $ref: '#/components/schemas/RunbookStep' },
          },
        },
      },
      RunbookParameter: {
        type: 'object',
        required: ['name', 'required'],
        properties: {
          name: { type: 'string' },
          description: { type: 'string' },
          required: { type: 'boolean' },
          pattern: { type: 'string' },
          enum: { type: 'array', items: { type: 'string' } },
          default: { type: 'string' },
        },
      },
      Runbook: {
        allOf: [
          { $ref: '#/components/schemas/RunbookSummary' },
          {
            type: 'object',
            required: [
              'content',
              'headings',
              'parameters',
              'outline',
              'links',
              'findings',
            ],
            properties: {
              written: { $ref: '#/components/schemas/WrittenRunbook' },
              findings: {
                type: 'array',
                maxItems: 100,
                description: 'What is wrong with the text, in its order',
                items: { $ref: '#/components/schemas/RunbookFinding' },
              },
              content: {
                type: 'string',
                description: 'The Markdown, without front matter',
              },
              headings: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['depth', 'text', 'slug', 'line'],
                  properties: {
                    depth: { type: 'integer' },
                    text: { type: 'string' },
                    slug: { type: 'string' },
                    line: { type: 'integer' },
                  },
                },
              },
              parameters: {
                type: 'array',
                items: { $ref: '#/components/schemas/RunbookParameter' },
              },
              outline: {
                type: 'array',
                description: 'The steps, as a tree',
                items: { $ref: '#/components/schemas/RunbookStep' },
              },
              links: {
                type: 'array',
                description: 'Relative links and images of the text, resolved',
                items: {
                  type: 'object',
                  required: ['target'],
                  properties: {
                    target: { type: 'string', description: 'As written' },
                    runbook: {
                      type: 'string',
                      description:
                        'The id of the runbook of the same entity that it leads to',
                    },
                    url: {
                      type: 'string',
                      description: 'The place in the source',
                    },
                    image: {
                      type: 'boolean',
                      description:
                        'Whether it is an image that lies in the folder',
                    },
                  },
                },
              },
              source: { $ref: '#/components/schemas/Source' },
            },
          },
        ],
      },
      RunbookFinding: {
        type: 'object',
        required: ['rule', 'severity', 'message', 'expected', 'line', 'column'],
        properties: {
          rule: {
            type: 'string',
            enum: [
              'dead-link',
              'missing-owner',
              'no-steps',
              'no-verification',
              'no-rollback',
              'secret',
              'destructive',
            ],
          },
          severity: { $ref: '#/components/schemas/Severity' },
          message: { type: 'string' },
          expected: { type: 'string', description: 'What would be right' },
          line: { type: 'integer', description: 'Of the file, from 1' },
          column: { type: 'integer', description: 'From 1' },
        },
      },
      RunbookStaleReason: {
        type: 'object',
        required: ['kind', 'message'],
        properties: {
          kind: {
            type: 'string',
            enum: ['period', 'owner', 'dependency', 'alert', 'step', 'link'],
            description:
              'Its review is due; since the last review its owner, what its entity depends on or the alerts that it answers have changed; a step failed in a run, or was marked there; a page that it links to is not there',
          },
          message: { type: 'string', description: 'In plain words' },
          at: {
            type: 'string',
            description: 'When it happened, where that is known',
          },
          run: { type: 'string', description: 'The id of the run' },
          step: { type: 'string', description: 'The id of the step' },
          link: { type: 'string', description: 'The address' },
          line: {
            type: 'integer',
            description: 'Where the address stands in the file, from 1',
          },
        },
      },
      ReviewRunbook: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'version'],
        properties: {
          id: { $ref: '#/components/schemas/RunbookRunId' },
          version: {
            type: 'string',
            minLength: 1,
            maxLength: 64,
            description: 'The version that was read',
          },
          note: { type: 'string', maxLength: 4000, description: 'Plain text' },
        },
      },
      RunbookReview: {
        type: 'object',
        required: ['id', 'version', 'by', 'at'],
        properties: {
          id: { type: 'string' },
          version: { type: 'string', description: 'The version that was read' },
          by: { $ref: '#/components/schemas/EntityLink' },
          at: { type: 'string' },
          note: { type: 'string' },
        },
      },
      RunbookReviewPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo', 'may'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RunbookReview' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
          may: {
            type: 'object',
            required: ['review'],
            properties: {
              review: {
                type: 'boolean',
                description:
                  'Whether the caller may review the runbooks of the entity',
              },
            },
          },
        },
      },
      RunbookHit: {
        allOf: [
          { $ref: '#/components/schemas/RunbookSummary' },
          {
            type: 'object',
            required: ['entity'],
            properties: {
              entity: { $ref: '#/components/schemas/EntityLink' },
              answers: {
                type: 'boolean',
                description:
                  'Whether the search is the name of an alert that it answers',
              },
              passage: {
                type: 'array',
                maxItems: 100,
                description: 'Where the text matches, as plain text in pieces',
                items: {
                  type: 'object',
                  required: ['text'],
                  properties: {
                    text: { type: 'string' },
                    match: {
                      type: 'boolean',
                      description: 'Whether this piece is what was found',
                    },
                  },
                },
              },
            },
          },
        ],
      },
      RunbookSearchPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo', 'matched'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RunbookHit' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
          matched: {
            type: 'string',
            enum: ['all', 'any'],
            description:
              'Whether the runbooks have all words of the search, or, since none has, any of them',
          },
        },
      },
      RunbookCandidate: {
        allOf: [
          { $ref: '#/components/schemas/RunbookHit' },
          {
            type: 'object',
            required: ['because'],
            properties: {
              because: {
                type: 'array',
                maxItems: 20,
                description:
                  'Why it answers the alert, the strongest reason first',
                items: { type: 'string' },
              },
            },
          },
        ],
      },
      RunbookResolution: {
        type: 'object',
        required: ['alert', 'entities', 'others', 'nearest'],
        properties: {
          alert: { type: 'string' },
          entities: {
            type: 'array',
            maxItems: 10,
            description: 'The entities that the labels name, the surest first',
            items: {
              type: 'object',
              required: ['entity', 'label', 'value'],
              properties: {
                entity: { $ref: '#/components/schemas/EntityLink' },
                label: { type: 'string' },
                value: { type: 'string' },
              },
            },
          },
          chosen: { $ref: '#/components/schemas/RunbookCandidate' },
          undecided: {
            type: 'string',
            description: 'Why none is chosen though some answer',
          },
          others: {
            type: 'array',
            maxItems: 21,
            description:
              'The others that answer the alert, the likeliest of them, in that order',
            items: { $ref: '#/components/schemas/RunbookCandidate' },
          },
          nearest: {
            type: 'array',
            maxItems: 10,
            description: 'Where none answers, those whose text is nearest',
            items: { $ref: '#/components/schemas/RunbookHit' },
          },
        },
      },
      Alert: {
        type: 'object',
        required: [
          'id',
          'source',
          'name',
          'labels',
          'startsAt',
          'lastSeenAt',
          'because',
        ],
        properties: {
          id: { type: 'string' },
          source: { type: 'string', description: 'What the source is called' },
          name: { type: 'string' },
          severity: {
            type: 'string',
            description: 'The label `severity`, as written',
          },
          summary: {
            type: 'string',
            description:
              'What the annotation `summary`, else `description`, says: plain text',
          },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          startsAt: { type: 'string' },
          lastSeenAt: {
            type: 'string',
            description: 'When the source last told of it',
          },
          ended: {
            type: 'object',
            description: 'Absent while it fires',
            required: ['at', 'because'],
            properties: {
              at: { type: 'string' },
              because: {
                type: 'string',
                enum: ['resolved', 'unheard'],
                description:
                  'Whether the source said so, or has not told of it for too long',
              },
            },
          },
          url: {
            type: 'string',
            description: 'Where the alert is to be seen, http or https',
          },
          entity: {
            description: 'What it is of; absent where the labels name nothing',
            $ref: '#/components/schemas/EntityLink',
          },
          runbook: { $ref: '#/components/schemas/AlertRunbook' },
          because: {
            type: 'array',
            maxItems: 20,
            description: 'Why it is this runbook, the strongest reason first',
            items: { type: 'string' },
          },
          unmatched: {
            type: 'object',
            description: 'Why no runbook answers it; absent where one does',
            required: ['reason', 'text'],
            properties: {
              reason: {
                type: 'string',
                enum: ['no-entity', 'no-runbook', 'undecided'],
              },
              text: { type: 'string' },
              lines: {
                type: 'string',
                description:
                  'What would match it: the front matter of a runbook, or labels of the alerting rule, in YAML',
              },
            },
          },
        },
      },
      AlertRunbook: {
        type: 'object',
        required: ['id', 'title', 'entity', 'stale', 'mayRun'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          stale: {
            type: 'boolean',
            description: 'Whether it is past its review',
          },
          mayRun: {
            type: 'boolean',
            description:
              'Whether the caller may start a run of it and it has steps',
          },
        },
      },
      AlertOnCall: {
        type: 'object',
        required: ['entity', 'people'],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          people: {
            type: 'array',
            maxItems: 10,
            items: {
              type: 'object',
              required: ['name'],
              properties: {
                name: { type: 'string' },
                user: {
                  description: 'The person in the catalog',
                  $ref: '#/components/schemas/EntityLink',
                },
                url: {
                  type: 'string',
                  description: 'Where to reach them, http or https',
                },
                until: { type: 'string' },
              },
            },
          },
        },
      },
      AlertPage: {
        type: 'object',
        required: [
          'items',
          'totalItems',
          'pageInfo',
          'recent',
          'onCall',
          'truncated',
          'may',
        ],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/Alert' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
          recent: {
            type: 'array',
            maxItems: 20,
            description:
              'Of an entity, those that ended within a day, the latest first',
            items: { $ref: '#/components/schemas/Alert' },
          },
          onCall: {
            type: 'array',
            maxItems: 100,
            description: 'Who is on call for the entities of the page',
            items: { $ref: '#/components/schemas/AlertOnCall' },
          },
          truncated: {
            type: 'boolean',
            description:
              'Whether more fire than are looked at, which are the latest',
          },
          may: {
            type: 'object',
            required: ['readUnmatched'],
            properties: {
              readUnmatched: {
                type: 'boolean',
                description: 'See the alerts of no entity',
              },
            },
          },
        },
      },
      ReceivedAlerts: {
        type: 'object',
        required: ['received', 'firing', 'resolved'],
        properties: {
          received: { type: 'integer' },
          firing: { type: 'integer' },
          resolved: { type: 'integer' },
        },
      },
      RunbooksSummary: {
        type: 'object',
        required: ['total', 'stale', 'types', 'items'],
        properties: {
          total: { type: 'integer' },
          stale: { type: 'integer' },
          types: {
            type: 'array',
            items: {
              type: 'object',
              required: ['type', 'count'],
              properties: {
                type: { $ref: '#/components/schemas/RunbookType' },
                count: { type: 'integer' },
              },
            },
          },
          items: {
            type: 'array',
            maxItems: 10,
            items: { $ref: '#/components/schemas/RunbookSummary' },
          },
        },
      },
      RunbookPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo', 'sources'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RunbookSummary' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/Source' },
          },
        },
      },
      WrittenRunbookState: {
        type: 'string',
        description:
          '`removed` is kept and can be brought back; `overruled` is kept while a file of the same id is in force',
        enum: ['in-force', 'overruled', 'removed'],
      },
      WrittenRunbook: {
        type: 'object',
        required: [
          'id',
          'title',
          'version',
          'number',
          'state',
          'by',
          'at',
          'createdBy',
          'createdAt',
        ],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          version: { type: 'string', description: 'The hash of its text' },
          number: { type: 'integer', description: 'Of its last version' },
          state: { $ref: '#/components/schemas/WrittenRunbookState' },
          by: { $ref: '#/components/schemas/EntityLink' },
          at: { type: 'string', description: 'When it was changed last' },
          createdBy: { $ref: '#/components/schemas/EntityLink' },
          createdAt: { type: 'string' },
        },
      },
      WrittenRunbookMay: {
        type: 'object',
        required: ['author'],
        properties: {
          author: {
            type: 'boolean',
            description: 'Write, change, remove, restore',
          },
        },
      },
      WrittenRunbookPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo', 'may'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/WrittenRunbook' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
          may: { $ref: '#/components/schemas/WrittenRunbookMay' },
        },
      },
      WrittenRunbookDetails: {
        allOf: [
          { $ref: '#/components/schemas/WrittenRunbook' },
          {
            type: 'object',
            required: ['text', 'may'],
            properties: {
              text: {
                type: 'string',
                description: 'Front matter and Markdown',
              },
              may: { $ref: '#/components/schemas/WrittenRunbookMay' },
            },
          },
        ],
      },
      RunbookText: {
        type: 'string',
        minLength: 1,
        maxLength: 1048576,
        description:
          'Front matter and Markdown, at most as many bytes as a file may have',
      },
      RunbookNote: {
        type: 'string',
        maxLength: 500,
        description: 'Why it was changed, in a line',
      },
      WriteRunbook: {
        type: 'object',
        additionalProperties: false,
        required: ['text'],
        properties: {
          text: { $ref: '#/components/schemas/RunbookText' },
          note: { $ref: '#/components/schemas/RunbookNote' },
        },
      },
      ChangeWrittenRunbook: {
        type: 'object',
        additionalProperties: false,
        required: ['version'],
        description: 'Exactly one of `text`, `restores` and `removed`',
        properties: {
          version: {
            type: 'string',
            maxLength: 64,
            description: 'The one that was read',
          },
          text: { $ref: '#/components/schemas/RunbookText' },
          restores: {
            type: 'integer',
            minimum: 1,
            maximum: 1000000000,
            description:
              'The number of the version whose text is to be in force again',
          },
          removed: {
            type: 'boolean',
            description: 'Whether it is to be removed, or brought back',
          },
          note: { $ref: '#/components/schemas/RunbookNote' },
        },
      },
      RunbookVersion: {
        type: 'object',
        required: ['number', 'hash', 'title', 'origin', 'at', 'current'],
        properties: {
          number: { type: 'integer', description: 'From 1' },
          hash: { type: 'string', description: 'Of its text' },
          title: { type: 'string' },
          origin: { type: 'string', enum: ['file', 'portal'] },
          by: { $ref: '#/components/schemas/EntityLink' },
          at: {
            type: 'string',
            description:
              'When it was written in the portal, or first read from the file',
          },
          note: { type: 'string' },
          restores: {
            type: 'integer',
            description: 'The version whose text it has again',
          },
          current: { type: 'boolean', description: 'Whether it is in force' },
        },
      },
      RunbookVersionPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RunbookVersion' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      RunbookVersionDetails: {
        allOf: [
          { $ref: '#/components/schemas/RunbookVersion' },
          {
            type: 'object',
            required: ['text'],
            properties: {
              text: { type: 'string', description: 'As it was written' },
            },
          },
        ],
      },
      RunbookRunStatus: {
        type: 'string',
        enum: ['running', 'paused', 'closed'],
      },
      RunbookRunOutcome: {
        type: 'string',
        enum: ['succeeded', 'failed', 'abandoned'],
      },
      RunbookRunReason: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'text'],
        properties: {
          kind: {
            type: 'string',
            enum: ['incident', 'alert', 'drill', 'change', 'other'],
          },
          text: {
            type: 'string',
            minLength: 1,
            maxLength: 500,
            description: 'Why it is run, in a line',
          },
          link: {
            type: 'string',
            maxLength: 2000,
            description:
              'An http or https address, such as that of the incident',
          },
        },
      },
      RunbookRunValues: {
        type: 'object',
        description: 'The values of its parameters, by name',
        maxProperties: 50,
        additionalProperties: { type: 'string', maxLength: 1000 },
      },
      StartRunbookRun: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'version', 'reason'],
        properties: {
          id: { $ref: '#/components/schemas/RunbookRunId' },
          version: {
            type: 'string',
            minLength: 1,
            maxLength: 64,
            description: 'The version that was seen',
          },
          reason: { $ref: '#/components/schemas/RunbookRunReason' },
          parameters: { $ref: '#/components/schemas/RunbookRunValues' },
        },
      },
      RunbookRunId: {
        type: 'string',
        pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
        description: 'A UUID that the sender makes, in lower case',
      },
      RunbookRunStepState: {
        type: 'string',
        enum: ['open', 'done', 'skipped', 'failed'],
      },
      RunbookRunCommand: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'type'],
        properties: {
          id: { $ref: '#/components/schemas/RunbookRunId' },
          type: {
            type: 'string',
            enum: [
              'step',
              'flag',
              'attach',
              'note',
              'pause',
              'resume',
              'hand-over',
              'close',
            ],
          },
          step: {
            type: 'string',
            maxLength: 255,
            description:
              'The id of a step; `step` needs it, and `flag`, `attach` and `note` may have it',
          },
          state: {
            description:
              'What has become of the step, for `step`; skipped and failed ones need a note',
            $ref: '#/components/schemas/RunbookRunStepState',
          },
          problem: {
            type: 'string',
            enum: ['wrong', 'missing'],
            description: 'For `flag`',
          },
          note: { type: 'string', maxLength: 4000, description: 'Plain text' },
          link: {
            type: 'string',
            maxLength: 2000,
            description: 'An http or https address, for `attach`',
          },
          output: {
            type: 'string',
            maxLength: 20000,
            description: 'Plain text, for `attach`',
          },
          to: {
            type: 'string',
            maxLength: 255,
            description:
              'The ref of the user or group that is in charge from now on, for `hand-over`',
          },
          outcome: {
            description: 'For `close`; what has not succeeded needs a note',
            $ref: '#/components/schemas/RunbookRunOutcome',
          },
          dataLoss: {
            type: 'string',
            maxLength: 100,
            description:
              'For `close` of a drill, how much data was lost by time, an ISO 8601 duration such as PT5M',
          },
        },
      },
      RunbookRunPinnedStep: {
        type: 'object',
        required: ['id', 'title', 'line'],
        properties: {
          id: { type: 'string', description: 'Its place: `1`, `1.2`' },
          title: {
            type: 'string',
            description: 'Its first line as plain text, cut',
          },
          line: { type: 'integer' },
        },
      },
      RunbookRunEvent: {
        type: 'object',
        required: ['id', 'seq', 'type', 'by', 'at'],
        properties: {
          id: { type: 'string' },
          seq: {
            type: 'integer',
            minimum: 1,
            description: 'Its place in the one order of the run, without gaps',
          },
          type: {
            type: 'string',
            enum: [
              'started',
              'step',
              'flag',
              'attach',
              'note',
              'pause',
              'resume',
              'hand-over',
              'close',
            ],
          },
          by: { type: 'string', description: 'The ref of a user' },
          at: { type: 'string', description: 'When the backend took it' },
          step: { type: 'string' },
          state: { $ref: '#/components/schemas/RunbookRunStepState' },
          problem: { type: 'string', enum: ['wrong', 'missing'] },
          note: { type: 'string' },
          link: { type: 'string' },
          output: { type: 'string' },
          to: { type: 'string', description: 'The ref of a user or group' },
          outcome: { $ref: '#/components/schemas/RunbookRunOutcome' },
          dataLoss: { type: 'string' },
          reason: { $ref: '#/components/schemas/RunbookRunReason' },
          parameters: { $ref: '#/components/schemas/RunbookRunValues' },
          version: { type: 'string', description: 'What it is pinned to' },
          steps: {
            type: 'array',
            items: { $ref: '#/components/schemas/RunbookRunPinnedStep' },
          },
        },
      },
      RunbookRunEventPage: {
        type: 'object',
        required: ['events', 'people', 'seq'],
        properties: {
          events: {
            type: 'array',
            maxItems: 500,
            items: { $ref: '#/components/schemas/RunbookRunEvent' },
          },
          people: {
            type: 'array',
            description: 'The users and groups that these events name',
            items: { $ref: '#/components/schemas/EntityLink' },
          },
          seq: {
            type: 'integer',
            description:
              'The number of the last event of the run; more are there where these end before it',
          },
        },
      },
      RunbookRun: {
        type: 'object',
        required: [
          'id',
          'entity',
          'runbook',
          'status',
          'reason',
          'startedBy',
          'startedAt',
          'lead',
          'seq',
          'steps',
        ],
        properties: {
          id: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          runbook: {
            type: 'object',
            required: ['id', 'title', 'type', 'version'],
            properties: {
              id: { type: 'string' },
              title: { type: 'string' },
              type: { $ref: '#/components/schemas/RunbookType' },
              version: {
                type: 'string',
                description: 'The hash of the content that it is pinned to',
              },
              expectedDuration: { type: 'string' },
            },
          },
          status: { $ref: '#/components/schemas/RunbookRunStatus' },
          reason: { $ref: '#/components/schemas/RunbookRunReason' },
          startedBy: { $ref: '#/components/schemas/EntityLink' },
          startedAt: { type: 'string' },
          lead: {
            description: 'Who is in charge',
            $ref: '#/components/schemas/EntityLink',
          },
          outcome: { $ref: '#/components/schemas/RunbookRunOutcome' },
          closedAt: { type: 'string' },
          seq: { type: 'integer', description: 'The number of its last event' },
          steps: {
            type: 'object',
            required: ['total', 'done', 'skipped', 'failed'],
            properties: {
              total: { type: 'integer' },
              done: { type: 'integer' },
              skipped: { type: 'integer' },
              failed: { type: 'integer' },
            },
          },
        },
      },
      RunbookRunPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo', 'may'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RunbookRun' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
          may: { $ref: '#/components/schemas/RunbookRunMay' },
        },
      },
      RunbookRunMay: {
        type: 'object',
        required: ['run'],
        properties: {
          run: { type: 'boolean', description: 'Start runs, and work on them' },
        },
      },
      RunbookRunDetails: {
        allOf: [
          { $ref: '#/components/schemas/RunbookRun' },
          {
            type: 'object',
            required: [
              'parameters',
              'outline',
              'links',
              'content',
              'ground',
              'may',
            ],
            properties: {
              parameters: { $ref: '#/components/schemas/RunbookRunValues' },
              content: {
                type: 'string',
                description: 'The Markdown of the version that it is pinned to',
              },
              outline: {
                type: 'array',
                description: 'The steps of that version, as a tree',
                items: { $ref: '#/components/schemas/RunbookStep' },
              },
              links: {
                type: 'array',
                description:
                  'Relative links and images of that version, resolved when the run was started',
                items: {
                  type: 'object',
                  required: ['target'],
                  properties: {
                    target: { type: 'string' },
                    runbook: { type: 'string' },
                    url: { type: 'string' },
                  },
                },
              },
              ground: {
                type: 'string',
                enum: ['same', 'changed', 'gone'],
                description: 'What has become of the runbook since',
              },
              may: { $ref: '#/components/schemas/RunbookRunMay' },
            },
          },
        ],
      },
      AllRunbookRunsPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RunbookRun' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      RunbookRunPresence: {
        type: 'object',
        required: ['here'],
        properties: {
          here: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/EntityLink' },
          },
        },
      },
      DrillDay: {
        type: 'string',
        pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
        description: 'A day, `YYYY-MM-DD`',
      },
      RecoveryObjective: {
        type: 'string',
        enum: ['rto', 'rpo'],
        description: 'The time to recover in, or the data that may be lost',
      },
      RecoveryPromise: {
        type: 'object',
        description: 'ISO 8601 durations; absent where nothing is promised',
        properties: { rto: { type: 'string' }, rpo: { type: 'string' } },
      },
      RecoveryProof: {
        type: 'string',
        enum: ['proven', 'missed', 'unmeasured', 'failed', 'never'],
        description:
          'What the last drill has proven: everything that is promised was kept (`proven`); something was not (`missed`); nothing was missed, and not all was measured (`unmeasured`); it did not succeed (`failed`); there was none (`never`)',
      },
      DrillMeasure: {
        type: 'object',
        required: ['result'],
        properties: {
          promised: { type: 'string', description: 'ISO 8601 duration' },
          ms: { type: 'integer', minimum: 0, description: 'What was measured' },
          result: {
            type: 'string',
            enum: ['kept', 'missed', 'unmeasured', 'unpromised'],
          },
          overMs: {
            type: 'integer',
            minimum: 1,
            description: 'By how much it was missed',
          },
        },
      },
      Drill: {
        type: 'object',
        required: ['run', 'runbook', 'at', 'outcome', 'proof', 'time', 'loss'],
        properties: {
          run: { type: 'string', description: 'The id of the run' },
          runbook: {
            type: 'object',
            required: ['id', 'title'],
            properties: {
              id: { type: 'string' },
              title: { type: 'string', description: 'As it was called then' },
            },
          },
          at: { type: 'string', description: 'When it was closed' },
          outcome: { $ref: '#/components/schemas/RunbookRunOutcome' },
          proof: { $ref: '#/components/schemas/RecoveryProof' },
          time: { $ref: '#/components/schemas/DrillMeasure' },
          loss: { $ref: '#/components/schemas/DrillMeasure' },
        },
      },
      DrillPlan: {
        type: 'object',
        required: ['id', 'entity', 'day', 'by', 'at', 'version', 'state'],
        properties: {
          id: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          runbook: { type: 'string', description: 'The id of the runbook' },
          day: { type: 'string' },
          note: { type: 'string' },
          by: { $ref: '#/components/schemas/EntityLink' },
          at: { type: 'string' },
          version: { type: 'integer', minimum: 1 },
          state: { type: 'string', enum: ['planned', 'cancelled', 'done'] },
          run: { type: 'string', description: 'The id of the run that did it' },
        },
      },
      DrillDue: {
        type: 'object',
        required: ['on', 'overdue'],
        properties: {
          on: {
            type: 'string',
            description: 'The day by which the next drill is due',
          },
          overdue: { type: 'boolean' },
        },
      },
      RolledUpObjective: {
        type: 'object',
        required: ['duration', 'entity'],
        properties: {
          duration: { type: 'string' },
          entity: {
            description: 'Whose promise it is',
            $ref: '#/components/schemas/EntityLink',
          },
        },
      },
      RolledUpObjectives: {
        type: 'object',
        description:
          'The longest promises among all that it rests on, directly or not',
        properties: {
          rto: { $ref: '#/components/schemas/RolledUpObjective' },
          rpo: { $ref: '#/components/schemas/RolledUpObjective' },
        },
      },
      RecoveryConflict: {
        type: 'object',
        required: ['objective', 'promised', 'theirs', 'entity', 'way'],
        properties: {
          objective: { $ref: '#/components/schemas/RecoveryObjective' },
          promised: { type: 'string' },
          theirs: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          way: {
            type: 'array',
            maxItems: 100,
            description: 'What leads there, one after the other',
            items: { $ref: '#/components/schemas/EntityLink' },
          },
        },
      },
      EntityRecovery: {
        type: 'object',
        required: [
          'entity',
          'promised',
          'rolledUp',
          'restsOn',
          'conflicts',
          'runbooks',
          'drills',
          'plans',
          'proof',
          'may',
        ],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          tier: { type: 'integer', minimum: 1, maximum: 4 },
          promised: { $ref: '#/components/schemas/RecoveryPromise' },
          rolledUp: { $ref: '#/components/schemas/RolledUpObjectives' },
          restsOn: {
            type: 'object',
            required: ['items', 'totalItems'],
            properties: {
              items: {
                type: 'array',
                maxItems: 100,
                description:
                  'The worst promises first, then what promises nothing',
                items: {
                  type: 'object',
                  required: ['entity', 'promised', 'way'],
                  properties: {
                    entity: { $ref: '#/components/schemas/EntityLink' },
                    promised: { $ref: '#/components/schemas/RecoveryPromise' },
                    way: {
                      type: 'array',
                      maxItems: 100,
                      items: { $ref: '#/components/schemas/EntityLink' },
                    },
                  },
                },
              },
              totalItems: { type: 'integer' },
            },
          },
          conflicts: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RecoveryConflict' },
          },
          backup: {
            type: 'string',
            description: 'What it says of its backups',
          },
          runbooks: {
            type: 'array',
            maxItems: 100,
            description: 'Its recovery runbooks',
            items: {
              type: 'object',
              required: ['id', 'title'],
              properties: { id: { type: 'string' }, title: { type: 'string' } },
            },
          },
          drills: {
            type: 'object',
            required: ['items', 'totalItems', 'pageInfo'],
            properties: {
              items: {
                type: 'array',
                maxItems: 100,
                items: { $ref: '#/components/schemas/Drill' },
              },
              totalItems: { type: 'integer' },
              pageInfo: { $ref: '#/components/schemas/PageInfo' },
            },
          },
          plans: {
            type: 'array',
            maxItems: 100,
            description: 'Those that are planned, the earliest first',
            items: { $ref: '#/components/schemas/DrillPlan' },
          },
          proof: { $ref: '#/components/schemas/RecoveryProof' },
          last: {
            description: 'The last drill, against what is promised now',
            $ref: '#/components/schemas/Drill',
          },
          due: { $ref: '#/components/schemas/DrillDue' },
          may: {
            type: 'object',
            required: ['plan', 'run'],
            properties: { plan: { type: 'boolean' }, run: { type: 'boolean' } },
          },
        },
      },
      RecoveryEntry: {
        type: 'object',
        required: ['entity', 'promised', 'rolledUp', 'conflicts', 'proof'],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          tier: { type: 'integer', minimum: 1, maximum: 4 },
          promised: { $ref: '#/components/schemas/RecoveryPromise' },
          rolledUp: { $ref: '#/components/schemas/RolledUpObjectives' },
          conflicts: {
            type: 'array',
            maxItems: 2,
            description:
              'What it promises tighter than something that it rests on',
            items: { $ref: '#/components/schemas/RecoveryObjective' },
          },
          proof: { $ref: '#/components/schemas/RecoveryProof' },
          last: { $ref: '#/components/schemas/Drill' },
          planned: {
            type: 'string',
            description: 'The day of the next planned drill',
          },
          due: { $ref: '#/components/schemas/DrillDue' },
        },
      },
      RecoveryCounts: {
        type: 'object',
        required: [
          'total',
          'proven',
          'missed',
          'unmeasured',
          'never',
          'overdue',
          'conflict',
        ],
        properties: {
          total: { type: 'integer' },
          proven: { type: 'integer' },
          missed: { type: 'integer' },
          unmeasured: { type: 'integer' },
          never: { type: 'integer' },
          overdue: { type: 'integer' },
          conflict: { type: 'integer' },
        },
      },
      RecoveryPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo', 'summary'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/RecoveryEntry' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
          summary: {
            type: 'object',
            description:
              'Of all that the other filters leave, whatever their state',
            required: ['all', 'tier1'],
            properties: {
              all: { $ref: '#/components/schemas/RecoveryCounts' },
              tier1: { $ref: '#/components/schemas/RecoveryCounts' },
            },
          },
        },
      },
      FollowUp: {
        type: 'object',
        required: ['item', 'of', 'by', 'at'],
        properties: {
          item: {
            type: 'object',
            required: ['entity', 'id', 'title', 'status', 'archived'],
            properties: {
              entity: { $ref: '#/components/schemas/EntityLink' },
              id: { type: 'string' },
              title: { type: 'string' },
              status: { $ref: '#/components/schemas/RoadmapStatus' },
              end: { type: 'string', description: 'A day, `YYYY-MM-DD`' },
              archived: { type: 'boolean' },
            },
          },
          of: {
            type: 'object',
            required: ['entity', 'runbook'],
            properties: {
              entity: { $ref: '#/components/schemas/EntityLink' },
              runbook: {
                type: 'object',
                required: ['id', 'title'],
                properties: {
                  id: { type: 'string' },
                  title: {
                    type: 'string',
                    description: 'As it was called then',
                  },
                },
              },
              run: {
                type: 'object',
                required: ['id', 'reason'],
                properties: {
                  id: { type: 'string' },
                  reason: { $ref: '#/components/schemas/RunbookRunReason' },
                },
              },
              step: { type: 'string', description: 'The step of the run' },
            },
          },
          by: { $ref: '#/components/schemas/EntityLink' },
          at: { type: 'string' },
        },
      },
      FollowUpList: {
        type: 'object',
        required: ['items', 'may'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/FollowUp' },
          },
          on: {
            description:
              "Whose roadmap the next one would be put on: the product that the runbook's entity is or is part of, else that entity. Absent when asked of an item",
            $ref: '#/components/schemas/EntityLink',
          },
          may: {
            type: 'object',
            required: ['create'],
            properties: {
              create: {
                type: 'boolean',
                description: 'Put a follow-up on the roadmap of `on`',
              },
            },
          },
        },
      },
      RunbookRunRecord: {
        type: 'object',
        required: ['run', 'events', 'people'],
        properties: {
          run: { $ref: '#/components/schemas/RunbookRunDetails' },
          events: {
            type: 'array',
            maxItems: 5000,
            items: { $ref: '#/components/schemas/RunbookRunEvent' },
          },
          people: {
            type: 'array',
            items: { $ref: '#/components/schemas/EntityLink' },
          },
          drill: {
            description:
              'What it has shown as a drill of a recovery, against what was promised when it was closed',
            $ref: '#/components/schemas/Drill',
          },
        },
      },
      Operations: {
        type: 'object',
        properties: {
          tier: { type: 'integer', minimum: 1, maximum: 4 },
          rto: { type: 'string', description: 'Recovery time objective' },
          rpo: { type: 'string', description: 'Recovery point objective' },
          proof: { $ref: '#/components/schemas/RecoveryProof' },
          drill: {
            description: 'The last drill, against what is promised now',
            $ref: '#/components/schemas/Drill',
          },
          drillDue: { $ref: '#/components/schemas/DrillDue' },
        },
      },
      RelatedEntities: {
        type: 'object',
        description:
          'The first few, and how many there are that the caller may read.',
        required: ['total', 'items'],
        properties: {
          total: { type: 'integer' },
          totalIsLowerBound: {
            type: 'boolean',
            description: 'There are more than were counted',
          },
          items: {
            type: 'array',
            maxItems: 20,
            items: {
              type: 'object',
              required: ['entity'],
              properties: {
                entity: { $ref: '#/components/schemas/EntityLink' },
                stage: { $ref: '#/components/schemas/StageState' },
                owner: {
                  description:
                    'Who owns it; told of neighbours in ownership only',
                  $ref: '#/components/schemas/EntityLink',
                },
              },
            },
          },
        },
      },
      Composition: {
        type: 'object',
        required: ['parts', 'partOf', 'dependsOn', 'dependents'],
        properties: {
          parts: { $ref: '#/components/schemas/RelatedEntities' },
          partOf: { $ref: '#/components/schemas/RelatedEntities' },
          dependsOn: { $ref: '#/components/schemas/RelatedEntities' },
          dependents: { $ref: '#/components/schemas/RelatedEntities' },
        },
      },
      DocumentError: {
        type: 'object',
        required: ['code', 'message', 'file'],
        properties: {
          code: {
            type: 'string',
            description:
              'Stable, for tools: `yaml-syntax`, `schema`, `too-large`, ...',
          },
          message: { type: 'string', description: 'What is wrong' },
          file: {
            type: 'string',
            description: 'Relative to the catalog-info file',
          },
          line: { type: 'integer', description: 'From 1' },
          column: { type: 'integer', description: 'From 1' },
          expected: { type: 'string' },
        },
      },
      Source: {
        type: 'object',
        description:
          'A declared file or folder that the suite reads for an entity.',
        required: ['kind', 'target', 'state', 'errors'],
        properties: {
          kind: { type: 'string', enum: ['roadmap', 'runbooks'] },
          target: { type: 'string', description: 'As the annotation says' },
          url: { type: 'string', description: 'Where it can be seen' },
          editUrl: { type: 'string' },
          state: {
            type: 'string',
            enum: ['pending', 'ok', 'stale', 'failed'],
            description:
              '`stale` means that what is shown is the last good version, because the newest has errors or cannot be reached; `failed` that there is no good version; errors beside `ok` are about single runbooks or items.',
          },
          readAt: { type: 'string' },
          goodAt: {
            type: 'string',
            description: 'When the version in force was read',
          },
          errors: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/DocumentError' },
          },
          errorCount: {
            type: 'integer',
            description: 'All errors, also those beyond the first 100',
          },
        },
      },
      EntityOverview: {
        type: 'object',
        required: [
          'entity',
          'ownership',
          'lifecycle',
          'goals',
          'roadmap',
          'runbooks',
          'operations',
          'composition',
          'attention',
          'sources',
        ],
        properties: {
          entity: {
            allOf: [
              { $ref: '#/components/schemas/EntityLink' },
              {
                type: 'object',
                properties: {
                  description: { type: 'string' },
                  vision: { type: 'string' },
                  sourceUrl: {
                    type: 'string',
                    description: 'The catalog-info file',
                  },
                  editUrl: { type: 'string' },
                },
              },
            ],
          },
          product: {
            $ref: '#/components/schemas/EntityLink',
            description: 'The product it is part of',
          },
          ownership: { $ref: '#/components/schemas/Ownership' },
          lifecycle: { $ref: '#/components/schemas/Lifecycle' },
          goals: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/Goal' },
          },
          roadmap: { $ref: '#/components/schemas/RoadmapSummary' },
          runbooks: { $ref: '#/components/schemas/RunbooksSummary' },
          operations: { $ref: '#/components/schemas/Operations' },
          composition: { $ref: '#/components/schemas/Composition' },
          attention: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/AttentionItem' },
          },
          sources: {
            type: 'array',
            maxItems: 2,
            items: { $ref: '#/components/schemas/Source' },
          },
        },
      },
      ProductRow: {
        type: 'object',
        required: ['entity', 'stage', 'roadmap', 'runbooks', 'attention'],
        properties: {
          entity: { $ref: '#/components/schemas/EntityLink' },
          description: { type: 'string' },
          owner: { $ref: '#/components/schemas/EntityLink' },
          stage: { $ref: '#/components/schemas/StageState' },
          tier: { type: 'integer' },
          roadmap: {
            type: 'object',
            required: ['open', 'now'],
            properties: { open: { type: 'integer' }, now: { type: 'integer' } },
          },
          runbooks: {
            type: 'object',
            required: ['total'],
            properties: { total: { type: 'integer' } },
          },
          attention: {
            type: 'object',
            description: 'How many things need attention, and the most urgent',
            required: ['count'],
            properties: {
              count: { type: 'integer' },
              severity: { $ref: '#/components/schemas/Severity' },
              title: { type: 'string' },
            },
          },
        },
      },
      Facet: {
        type: 'array',
        maxItems: 100,
        items: {
          type: 'object',
          required: ['value', 'label', 'count'],
          properties: {
            value: { type: 'string' },
            label: { type: 'string' },
            count: { type: 'integer' },
          },
        },
      },
      ProductPage: {
        type: 'object',
        required: ['items', 'totalItems', 'facets', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/ProductRow' },
          },
          totalItems: { type: 'integer' },
          facets: {
            type: 'object',
            required: ['stage', 'owner', 'tier', 'type'],
            properties: {
              stage: { $ref: '#/components/schemas/Facet' },
              owner: { $ref: '#/components/schemas/Facet' },
              tier: { $ref: '#/components/schemas/Facet' },
              type: { $ref: '#/components/schemas/Facet' },
            },
          },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      GoalState: {
        type: 'string',
        enum: ['missed', 'at-risk', 'on-track', 'unknown', 'reached'],
        description: '`unknown` where there is neither a metric nor an item',
      },
      GoalFields: {
        type: 'object',
        additionalProperties: true,
        description:
          '`title`, `description`, `metric`, `start` and `due` as in the catalog file, without the current value; null takes a field away. What is wrong the answer says field by field',
      },
      GoalMetric: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          unit: { type: 'string' },
          baseline: { type: 'number' },
          target: { type: 'number' },
          current: {
            type: 'number',
            description:
              'The latest value that was recorded, else the one that the file declares',
          },
          measuredAt: {
            type: 'string',
            description:
              'When the current value was so; absent where only the file tells it',
          },
          declaredCurrent: {
            type: 'number',
            description:
              'What the file says, where a recorded value is in its place',
          },
          direction: { type: 'string', enum: ['up', 'down'] },
          source: { $ref: '#/components/schemas/GoalMetricSource' },
        },
      },
      GoalMetricSource: {
        type: 'object',
        description: 'Where its values are read from, and how that went last',
        required: ['prometheus', 'query', 'state'],
        properties: {
          prometheus: { type: 'string' },
          query: { type: 'string' },
          state: { type: 'string', enum: ['waiting', 'ok', 'failing'] },
          checkedAt: { type: 'string' },
          failingSince: { type: 'string' },
          error: { type: 'string', description: 'Why it failed last' },
        },
      },
      GoalRisk: {
        type: 'object',
        required: ['kind'],
        properties: {
          kind: {
            type: 'string',
            enum: [
              'past-due',
              'behind',
              'no-value',
              'old-value',
              'overdue-items',
              'late-items',
              'nothing-planned',
            ],
          },
          due: { type: 'string' },
          progress: { type: 'number' },
          expected: { type: 'number' },
          measuredAt: { type: 'string' },
          items: { type: 'integer' },
        },
      },
      GoalStanding: {
        type: 'object',
        required: ['state', 'items', 'risks'],
        properties: {
          state: { $ref: '#/components/schemas/GoalState' },
          progress: {
            type: 'number',
            description:
              '0 to 1, that of the metric, else the share of items that are done',
          },
          expected: {
            type: 'number',
            description:
              '0 to 1, how far it should be by today if it went evenly',
          },
          items: {
            type: 'object',
            required: ['total', 'done'],
            properties: {
              total: { type: 'integer' },
              done: { type: 'integer' },
            },
          },
          risks: {
            type: 'array',
            maxItems: 7,
            items: { $ref: '#/components/schemas/GoalRisk' },
          },
        },
      },
      GoalSummary: {
        type: 'object',
        required: ['id', 'title', 'entity', 'source', 'standing'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          description: { type: 'string', description: 'Markdown' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          owner: { $ref: '#/components/schemas/EntityLink' },
          source: { type: 'string', enum: ['declared', 'recorded'] },
          alsoRecorded: {
            type: 'boolean',
            description:
              'The portal has a goal with the same id; what the file says is in force, the other is reached with `source=recorded`',
          },
          start: { type: 'string' },
          due: { type: 'string' },
          metric: { $ref: '#/components/schemas/GoalMetric' },
          standing: { $ref: '#/components/schemas/GoalStanding' },
        },
      },
      GoalPage: {
        type: 'object',
        required: ['items', 'totalItems', 'facets', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/GoalSummary' },
          },
          totalItems: { type: 'integer' },
          facets: {
            type: 'object',
            description: 'The hundred most frequent values of each',
            required: ['state', 'team', 'product'],
            properties: {
              state: { $ref: '#/components/schemas/Facet' },
              team: { $ref: '#/components/schemas/Facet' },
              product: { $ref: '#/components/schemas/Facet' },
            },
          },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      EntityGoalPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo', 'may'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/GoalSummary' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
          may: { $ref: '#/components/schemas/GoalMay' },
        },
      },
      GoalMay: {
        type: 'object',
        required: ['manage'],
        properties: {
          manage: {
            type: 'boolean',
            description:
              'Whether the caller may record goals of the entity and values of their metrics',
          },
        },
      },
      GoalItem: {
        type: 'object',
        description: 'An item of any roadmap that points at the goal',
        required: ['id', 'source', 'title', 'status', 'entity', 'risks'],
        properties: {
          id: { type: 'string' },
          source: { type: 'string' },
          title: { type: 'string' },
          status: { $ref: '#/components/schemas/RoadmapStatus' },
          horizon: { $ref: '#/components/schemas/RoadmapHorizon' },
          start: { type: 'string' },
          end: { type: 'string' },
          entity: { $ref: '#/components/schemas/EntityLink' },
          owner: { $ref: '#/components/schemas/EntityLink' },
          risks: {
            type: 'array',
            description:
              '`overdue`: open and past its end; `late`: it ends after the goal is due',
            maxItems: 2,
            items: { type: 'string', enum: ['overdue', 'late'] },
          },
        },
      },
      GoalTeam: {
        type: 'object',
        required: ['team', 'accountable', 'total', 'done'],
        properties: {
          team: { $ref: '#/components/schemas/EntityLink' },
          accountable: {
            type: 'boolean',
            description: 'It owns the entity of the goal',
          },
          total: {
            type: 'integer',
            description: 'Items of the goal that it owns',
          },
          done: { type: 'integer' },
        },
      },
      GoalPoint: {
        type: 'object',
        required: ['at', 'value'],
        properties: { at: { type: 'string' }, value: { type: 'number' } },
      },
      GoalDetails: {
        allOf: [
          { $ref: '#/components/schemas/GoalSummary' },
          {
            type: 'object',
            required: ['archived', 'work', 'teams', 'series', 'may'],
            properties: {
              version: { type: 'integer', description: 'Of a recorded goal' },
              archived: { type: 'boolean' },
              createdBy: { $ref: '#/components/schemas/EntityLink' },
              createdAt: { type: 'string' },
              changedBy: { $ref: '#/components/schemas/EntityLink' },
              changedAt: { type: 'string' },
              file: {
                type: 'object',
                description: 'Where a declared goal is written',
                required: ['name'],
                properties: {
                  name: { type: 'string' },
                  url: { type: 'string' },
                  editUrl: { type: 'string' },
                },
              },
              work: {
                type: 'object',
                description:
                  'What points at it, what is at risk first; the first hundred',
                required: ['items', 'total'],
                properties: {
                  items: {
                    type: 'array',
                    maxItems: 100,
                    items: { $ref: '#/components/schemas/GoalItem' },
                  },
                  total: { type: 'integer' },
                },
              },
              teams: {
                type: 'array',
                maxItems: 100,
                items: { $ref: '#/components/schemas/GoalTeam' },
              },
              series: {
                type: 'array',
                maxItems: 500,
                description:
                  'The history of the metric as it is drawn, the oldest first, without what was corrected',
                items: { $ref: '#/components/schemas/GoalPoint' },
              },
              may: { $ref: '#/components/schemas/GoalMay' },
            },
          },
        ],
      },
      GoalValue: {
        type: 'object',
        required: ['id', 'value', 'at', 'source', 'recordedAt'],
        properties: {
          id: { type: 'string' },
          value: { type: 'number' },
          at: { type: 'string', description: 'When it was so' },
          note: { type: 'string' },
          source: {
            type: 'string',
            description:
              '`person`, `service`, or `prometheus:` with the name of the server',
          },
          by: { $ref: '#/components/schemas/EntityLink' },
          service: { type: 'string', description: 'Which service recorded it' },
          recordedAt: { type: 'string' },
          corrects: {
            type: 'string',
            description: 'The id of the value that it corrects',
          },
          correctedBy: {
            type: 'string',
            description: 'The id of the value in its place',
          },
        },
      },
      GoalValuePage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/GoalValue' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      GoalHistoryPage: {
        type: 'object',
        required: ['items', 'totalItems', 'pageInfo'],
        properties: {
          items: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/GoalEvent' },
          },
          totalItems: { type: 'integer' },
          pageInfo: { $ref: '#/components/schemas/PageInfo' },
        },
      },
      GoalEvent: {
        type: 'object',
        required: ['version', 'type', 'by', 'at', 'before', 'after'],
        properties: {
          version: { type: 'integer', description: 'That the goal has since' },
          type: {
            type: 'string',
            enum: ['created', 'changed', 'archived', 'returned'],
          },
          by: { $ref: '#/components/schemas/EntityLink' },
          at: { type: 'string' },
          before: {
            type: 'object',
            additionalProperties: true,
            description:
              'The changed fields as they were; null stands for none',
          },
          after: {
            type: 'object',
            additionalProperties: true,
            description: 'The same fields since; null stands for none',
          },
        },
      },
      PageInfo: {
        type: 'object',
        properties: {
          nextCursor: { type: 'string' },
          prevCursor: { type: 'string' },
        },
      },
      Status: {
        type: 'object',
        required: ['directory', 'documents'],
        properties: {
          directory: {
            type: 'object',
            required: ['state'],
            properties: {
              state: {
                type: 'string',
                enum: ['empty', 'fresh', 'old'],
                description:
                  '`old` when the last refresh is more than three periods ago',
              },
              refreshedAt: {
                type: 'string',
                description: 'End of the last complete refresh',
              },
              ageSeconds: { type: 'number' },
              durationMs: { type: 'number' },
              rowsWritten: {
                type: 'integer',
                description: 'Rows that the last refresh wrote or deleted',
              },
              lastError: { type: 'string' },
            },
          },
          documents: {
            type: 'object',
            required: ['pending'],
            properties: {
              readAt: {
                type: 'string',
                description: 'The last time any declared file was read',
              },
              pending: {
                type: 'integer',
                description: 'Sources that wait to be read',
              },
            },
          },
          checks: {
            type: 'object',
            description: 'How far the answers to checks are',
            properties: {
              answeredAt: {
                type: 'string',
                description: 'Beginning of the last complete run',
              },
              durationMs: { type: 'number' },
              evaluated: {
                type: 'integer',
                description: 'Entities that it looked at',
              },
              rowsWritten: { type: 'integer' },
            },
          },
        },
      },
    },
  },
};
