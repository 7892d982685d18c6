import {
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
import { ProductValidator } from './ProductValidator';
import { relationPairsOf } from './relations';

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

  private constructor(validator: ProductValidator) {
    this.#validator = validator;
  }

  static create(): ProductOpsEntityProcessor {
    return new ProductOpsEntityProcessor(ProductValidator.create());
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
   * @throws InputError that lists everything that is wrong with a Product.
   */
  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (
      !entity.apiVersion.startsWith(API_GROUP) ||
      entity.kind.toLowerCase() !== PRODUCT_KIND.toLowerCase()
    ) {
      return false;
    }
    if (entity.apiVersion !== PRODUCT_API_VERSION) {
      throw new InputError(
        `${stringifyEntityRef(entity)} has 1 error:\n  - apiVersion: got "${
          entity.apiVersion
        }"; expected "${PRODUCT_API_VERSION}"`,
      );
    }
    if (entity.kind !== PRODUCT_KIND) {
      throw new InputError(
        `${stringifyEntityRef(entity)} has 1 error:\n  - kind: got "${
          entity.kind
        }"; expected "${PRODUCT_KIND}"`,
      );
    }
    this.#validator.assertValid(entity);
    return true;
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
