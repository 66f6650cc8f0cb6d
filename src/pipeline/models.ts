import type { NameModel } from './names/model/model.ts';
import type { QuoteModel } from './quotes/model/model.ts';
import type { SpeakerModel } from './resolution/speaker-model.ts';

/** The trained weights that the pipeline uses; null where they are missing, and rules do what they can. */
export interface Models {
  readonly names: NameModel | null;
  readonly quotes: QuoteModel | null;
  readonly speakers: SpeakerModel | null;
}

/** Rules alone. */
export const NO_MODELS: Models = { names: null, quotes: null, speakers: null };
