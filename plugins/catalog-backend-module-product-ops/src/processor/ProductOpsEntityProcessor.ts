import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  PRODUCT_API_VERSION,
  PRODUCT_KIND,
} from '@productops/backstage-plugin-product-ops-common';
import { FieldError } from './describeSchemaError';
import { describeErrors } from './describeErrors';
import { findEntityInText } from './findEntityInText';
import { ProductValidator } from './ProductValidator';
import { relationPairsOf } from './relations';
import { SourceTexts } from './SourceTexts';

const API_GROUP = `${PRODUCT_API_VERSION.split('/')[0]}/`;

/**
 * Teaches the catalog the kind `Product`, and the relations that Products and the annotations of the
 * suite on any kind stand for.
 *
 * @remarks
 *
 * An entity of another kind without an annotation of the suite passes untouched, at the cost of a look
 * at its annotations. A bad annotation never fails an entity: what is good in it is used.
 *
 * @public
 */
export class ProductOpsEntityProcessor implements CatalogProcessor {
  readonly #validator: ProductValidator;
  readonly #texts: SourceTexts;

  private constructor(validator: ProductValidator, texts: SourceTexts) {
    this.#validator = validator;
    this.#texts = texts;
  }

  /**
   * @param options - with a `urlReader`, errors tell file, line and column also in what was read from a URL
   */
  static create(
    options: { urlReader?: UrlReaderService } = {},
  ): ProductOpsEntityProcessor {
    return new ProductOpsEntityProcessor(
      ProductValidator.create(),
      SourceTexts.create(options),
    );
  }

  getProcessorName(): string {
    return 'ProductOpsEntityProcessor';
  }

  /**
   * One step before the default: with a model layer, the catalog's own model processor would otherwise
   * answer first, in words that name neither the value nor what was expected.
   */
  getPriority(): number {
    return 19;
  }

  /**
   * @returns `false` for every kind that is not of this suite.
   * @throws InputError that lists everything that is wrong with a Product, one a line, each with file, line
   *   and column where the text that the catalog read can be had.
   */
  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (
      !entity.apiVersion.startsWith(API_GROUP) ||
      entity.kind.toLowerCase() !== PRODUCT_KIND.toLowerCase()
    ) {
      return false;
    }
    const { errors, count } = this.#findErrors(entity);
    if (count === 0) {
      return true;
    }
    const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
    const source = location ? await this.#texts.read(location) : undefined;
    throw new InputError(
      describeErrors({
        ref: stringifyEntityRef(entity),
        errors,
        count,
        source: source && findEntityInText(entity, source),
      }),
    );
  }

  #findErrors(entity: Entity): { errors: FieldError[]; count: number } {
    for (const [field, expected] of [
      ['apiVersion', PRODUCT_API_VERSION],
      ['kind', PRODUCT_KIND],
    ] as const) {
      if (entity[field] !== expected) {
        const message = `got "${entity[field]}"; expected "${expected}"`;
        return { errors: [{ path: [field], message }], count: 1 };
      }
    }
    return this.#validator.findErrors(entity);
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const pairs = relationPairsOf(entity);
    if (pairs.length === 0) {
      return entity;
    }
    const self = getCompoundEntityRef(entity);
    for (const { relation, reverse, targetRef } of pairs) {
      const target = parseEntityRef(targetRef);
      emit(processingResult.relation({ source: self, type: relation, target }));
      emit(
        processingResult.relation({
          source: target,
          type: reverse,
          target: self,
        }),
      );
    }
    return entity;
  }
}
