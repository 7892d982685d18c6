import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import { productOpsTranslationRef } from './translation';

/** Gives the text of a message in the reader's language. */
export type Text = TranslationFunction<typeof productOpsTranslationRef.T>;

export function useText(): Text {
  return useTranslationRef(productOpsTranslationRef).t;
}
