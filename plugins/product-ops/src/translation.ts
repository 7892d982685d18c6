import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/**
 * All text of the suite's pages. Override it to speak another language.
 *
 * @public
 */
export const productOpsTranslationRef = createTranslationRef({
  id: 'product-ops',
  messages,
});
