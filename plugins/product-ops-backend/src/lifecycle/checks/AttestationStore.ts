import type { AttestationAnswer } from '@productops/backstage-plugin-product-ops-common';
import type { Knex } from 'knex';
import type { Page } from '../../database/pages';
import { chunksOf, inList, toDate, withoutNul } from '../../database/sql';
import type { Attestations } from '../ports';

const ATTESTATIONS = 'lifecycle_attestations';
const CHUNK = 1000;

/** An answer of a person to a check, as it is kept. */
export interface StoredAttestation extends AttestationAnswer {
  id: string;
  entityRef: string;
  checkId: string;
  /** The how manyth answer it is, from 1. */
  version: number;
}

/** Keeps answers of people to checks. It only ever adds; the last answer counts. */
export class AttestationStore implements Attestations {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): AttestationStore {
    return new AttestationStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The last answers, by entity and check. */
  async of(
    refs: readonly string[],
  ): Promise<Map<string, Map<string, StoredAttestation>>> {
    const found = new Map<string, Map<string, StoredAttestation>>();
    for (const chunk of chunksOf([...new Set(refs)], CHUNK)) {
      const rows = await this.#knex(`${ATTESTATIONS} as a`)
        .where(inList(this.#knex, 'a.entity_ref', chunk))
        .whereNotExists(later =>
          later
            .select(this.#knex.raw('1'))
            .from(`${ATTESTATIONS} as l`)
            .whereRaw(
              'l.entity_ref = a.entity_ref and l.check_id = a.check_id and l.version > a.version',
            ),
        )
        .select('a.*');
      for (const row of rows) {
        const ofEntity = found.get(row.entity_ref) ?? new Map();
        found.set(row.entity_ref, ofEntity);
        ofEntity.set(row.check_id, toAttestation(row));
      }
    }
    return found;
  }

  /** One page of an entity's, the latest first, and how many there are. */
  async list(options: {
    entityRef: string;
    checkId?: string;
    page: Page;
  }): Promise<{ attestations: StoredAttestation[]; total: number }> {
    const { entityRef, checkId, page } = options;
    const matching = this.#knex(ATTESTATIONS).where({
      entity_ref: entityRef,
      ...(checkId && { check_id: checkId }),
    });
    const [count, rows] = await Promise.all([
      matching.clone().count({ number: '*' }).first(),
      matching
        .clone()
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .offset(page.offset)
        .limit(page.limit),
    ]);
    return {
      attestations: rows.map(toAttestation),
      total: Number(count?.number ?? 0),
    };
  }

  /**
   * Adds an answer.
   *
   * @returns false when there is one of that version already: then nothing is kept
   */
  async add(trx: Knex, attestation: StoredAttestation): Promise<boolean> {
    const { validUntil } = attestation;
    const rows = await trx(ATTESTATIONS)
      .insert(
        withoutNul({
          id: attestation.id,
          entity_ref: attestation.entityRef,
          check_id: attestation.checkId,
          version: attestation.version,
          answer: attestation.answer,
          evidence: attestation.evidence ?? '',
          answered_by: attestation.by,
          at: new Date(attestation.at),
          valid_until: validUntil ? new Date(validUntil) : null,
        }),
      )
      .onConflict(['entity_ref', 'check_id', 'version'])
      .ignore()
      .returning('id');
    return rows.length > 0;
  }
}

function toAttestation(row: {
  [column: string]: string | number | Date | null;
}): StoredAttestation {
  const validUntil = toDate(row.valid_until);
  return {
    id: String(row.id),
    entityRef: String(row.entity_ref),
    checkId: String(row.check_id),
    version: Number(row.version),
    answer: row.answer as StoredAttestation['answer'],
    ...(row.evidence && { evidence: String(row.evidence) }),
    by: String(row.answered_by),
    at: toDate(row.at)!.toISOString(),
    ...(validUntil && { validUntil: validUntil.toISOString() }),
  };
}
