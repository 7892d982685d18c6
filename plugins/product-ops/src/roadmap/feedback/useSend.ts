import { useState } from 'react';
import type { Feedback } from '@productops/backstage-plugin-product-ops-common';
import { useText } from '../../useText';
import { refusedWords } from './words';

/**
 * Sends what a dialog is about, with the version that was seen when it was opened: nobody changes what they have not
 * seen. Where somebody else was faster, what it says now is shown, and sending again means that.
 */
export function useSend(feedback: Feedback) {
  const t = useText();
  const [version, setVersion] = useState(feedback.version);
  return async (
    write: (version: number) => Promise<unknown>,
  ): Promise<string | undefined> => {
    try {
      await write(version);
      return undefined;
    } catch (error) {
      const { current, words } = refusedWords(t, error);
      if (current?.id === feedback.id) {
        setVersion(current.version);
      }
      return words;
    }
  };
}
