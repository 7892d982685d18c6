import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { productOpsTranslationRef } from './translation';

/** The function that gives the text of a message in the reader's language. */
export function useText() {
  return useTranslationRef(productOpsTranslationRef).t;
}

export type Text = ReturnType<typeof useText>;
