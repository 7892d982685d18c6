// @ts-check

/** Of 20261201000100_runbook_search. */
const SEARCHED_CHARACTERS = 150_000;

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/** What lists show and search compares: short, and wanted with every row. */
const KEPT_WITHIN = [
  'entity_ref',
  'runbook_id',
  'path',
  'title',
  'sort_title',
  'type',
  'alerts',
  'version',
  'search_text',
  'facts',
  'standing',
  'search_vector',
];

/**
 * A vector that is kept out of its row is fetched piece by piece for each runbook that is ranked, which costs more than
 * all else of a search. Kept within, it is read with the row, and what is short stays beside it; texts go out. The
 * column is made anew, since only rows that are written again are kept so.
 *
 * @param {import('knex').Knex} knex
 * @param {'main' | 'extended'} storage
 */
async function keepVectors(knex, storage) {
  const words = (/** @type {string} */ column) =>
    `translate(${column}, '/.:_@=<>|-', '          ')`;
  await knex.raw('drop index runbooks_search_idx');
  await knex.raw('alter table runbooks drop column search_vector');
  await knex.raw(
    `alter table runbooks add column search_vector tsvector generated always as (
      setweight(to_tsvector('english'::regconfig, ${words(
        'left(search_names, 20000)',
      )}), 'A') ||
      setweight(to_tsvector('english'::regconfig, ${words(
        `left(content, ${SEARCHED_CHARACTERS})`,
      )}), 'D')
    ) stored, ${KEPT_WITHIN.map(
      column => `alter column ${column} set storage ${storage}`,
    ).join(', ')}`,
  );
  await knex.raw(
    'create index runbooks_search_idx on runbooks using gin (search_vector)',
  );
}

/**
 * In the order of the list, the latest first, so that its first page is read without all that come after.
 *
 * @param {import('knex').Knex} knex
 * @param {'asc' | 'desc'} order
 */
async function orderRuns(knex, order) {
  await knex.raw('drop index runbook_runs_all_idx');
  await knex.raw(
    `create index runbook_runs_all_idx on runbook_runs (closed, started_at ${order}, id)`,
  );
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await orderRuns(knex, 'desc');
  if (isPostgres(knex)) {
    await keepVectors(knex, 'main');
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await orderRuns(knex, 'asc');
  if (isPostgres(knex)) {
    await keepVectors(knex, 'extended');
  }
};
