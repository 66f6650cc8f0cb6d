import type { SpeakerModel } from './speaker-model.ts';

/** The trained weights that the pipeline uses; null where they are missing, and rules do what they can. */
export interface Models {
  readonly speakers: SpeakerModel | null;
}

/** Rules alone. */
export const NO_MODELS: Models = { speakers: null };
