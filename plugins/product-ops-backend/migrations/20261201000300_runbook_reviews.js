// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('runbooks', table => {
    table
      .string('own_owner', 255)
      .nullable()
      .comment('The owner that the runbook itself names, else nothing');
    table
      .text('standing')
      .nullable()
      .comment('JSON: the last recorded review, and what has changed since');
    table
      .string('stale_from', 10)
      .nullable()
      .comment('The day from which it is stale; 9999-12-31 when never');
    table.index(['stale_from'], 'runbooks_stale_from_idx');
  });

  await knex.schema.createTable('runbook_reviews', table => {
    table.comment(
      'Who has vouched when for which version of a runbook. Rows are added, never changed and never removed',
    );
    table
      .string('id', 36)
      .primary()
      .comment('Made by who reviews, so that a repeated review is one');
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table.string('version', 64).notNullable().comment('Hash of the file');
    table.string('by', 255).notNullable();
    table.dateTime('at').notNullable();
    table.text('note').nullable();
    table
      .text('ground')
      .notNullable()
      .comment('JSON: owners, dependencies and alerts at that time');
    table.index(
      ['entity_ref', 'runbook_id', 'at', 'id'],
      'runbook_reviews_runbook_idx',
    );
  });

  await knex.schema.createTable('runbook_standings', table => {
    table.comment(
      'What each runbook is compared with, to tell whether it is still right',
    );
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table
      .string('basis', 16)
      .notNullable()
      .comment('reviewed, declared or seen: what the ground is of');
    table
      .string('declared', 10)
      .nullable()
      .comment('The day of the declared review that was seen last');
    table
      .dateTime('since')
      .notNullable()
      .comment('What happened later counts against it');
    table.text('ground').notNullable().comment('JSON');
    table
      .text('review')
      .nullable()
      .comment('JSON: the recorded review in force, in short');
    table
      .dateTime('told_at')
      .nullable()
      .comment('When its owner was told that it is stale');
    table.primary(['entity_ref', 'runbook_id']);
  });

  await knex.schema.createTable('runbook_troubles', table => {
    table.comment(
      'Which events of runs say that a step failed, is wrong or misses something',
    );
    table.string('run_id', 36).notNullable();
    table.integer('seq').notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table.dateTime('at').notNullable();
    table.primary(['run_id', 'seq']);
    table.index(
      ['entity_ref', 'runbook_id', 'at'],
      'runbook_troubles_runbook_idx',
    );
  });
  await knex.raw(
    `insert into runbook_troubles (run_id, seq, entity_ref, runbook_id, at)
      select e.run_id, e.seq, r.entity_ref, r.runbook_id, e.at
      from runbook_run_events e join runbook_runs r on r.id = e.run_id
      where e.type = 'flag' or (e.type = 'step' and e.body like '%"state":"failed"%')`,
  );

  await knex.schema.createTable('runbook_links', table => {
    table.comment('Which pages of other hosts runbooks link to, and where');
    table.string('entity_ref', 255).notNullable();
    table.string('runbook_id', 255).notNullable();
    table.string('link', 64).notNullable().comment('Hash of the address');
    table.text('url').notNullable().comment('Without fragment');
    table.string('host', 255).notNullable();
    table.integer('line').notNullable();
    table.integer('column').notNullable();
    table.primary(['entity_ref', 'runbook_id', 'link']);
    table.index(['link'], 'runbook_links_link_idx');
    table.index(['host', 'link'], 'runbook_links_host_idx');
  });

  await knex.schema.createTable('runbook_link_checks', table => {
    table.comment('Whether the pages that runbooks link to are there');
    table.string('link', 64).primary().comment('Hash of the address');
    table.string('host', 255).notNullable();
    table.dateTime('checked_at').notNullable();
    table.integer('failures').notNullable().comment('In a row');
    table
      .string('outcome', 100)
      .notNullable()
      .comment('ok, or why not, in a few words');
    table
      .dateTime('dead_since')
      .nullable()
      .comment('When it was found to be dead');
    table.index(['checked_at'], 'runbook_link_checks_due_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('runbook_link_checks');
  await knex.schema.dropTable('runbook_links');
  await knex.schema.dropTable('runbook_troubles');
  await knex.schema.dropTable('runbook_standings');
  await knex.schema.dropTable('runbook_reviews');
  await knex.raw('drop index runbooks_stale_from_idx');
  // Dropped by hand: the builder would make the table anew on SQLite, without the triggers of the search.
  for (const column of ['stale_from', 'standing', 'own_owner']) {
    await knex.raw(`alter table runbooks drop column ${column}`);
  }
};
