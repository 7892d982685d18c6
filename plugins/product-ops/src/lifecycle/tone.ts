import type { StageState } from '@productops/backstage-plugin-product-ops-common';
import type { Tone } from '../components';

const TONES: Record<string, Tone> = {
  discovery: 'info',
  development: 'info',
  preview: 'info',
  live: 'ok',
  maintenance: 'ok',
  sunset: 'warn',
  retired: 'neutral',
};

/** The colour of a stage; a stage of one's own configuration is neutral, an unknown one is flagged. */
export function stageTone(state: StageState): Tone {
  if (!state.known) {
    return state.stage || state.declared ? 'warn' : 'neutral';
  }
  return TONES[state.stage ?? ''] ?? 'neutral';
}
