import type { ModelFile } from '../../model/file.ts';
import { readTable, writeTable } from '../../model/labeller-file.ts';
import type { Table } from '../../model/table.ts';
import type { SourceModel } from '../sources/choose.ts';
import type { Confidence } from './confidence.ts';

/** What finds the words for who said something, and whom they mean. */
export interface SpeakerModel {
  readonly sources: SourceModel;
  readonly who: Table;
  /** How sure of it all to be. */
  readonly confidence: Confidence;
}

export const SPEAKERS_KIND = 'speakers';
/** Raised with every change to the features, which the weights of before do not know. */
export const SPEAKERS_VERSION = 3;

/** The blocks of the model's file. */
export const writeSpeakerModel = ({ sources, who, confidence }: SpeakerModel): ModelFile['blocks'] =>
  new Map([
    ...writeTable('candidates', sources.candidates),
    ...writeTable('reaches', sources.reaches),
    ...writeTable('who', who),
    ...writeTable('confidence.quotes', confidence.quotes),
    ...writeTable('confidence.speakers', confidence.speakers),
  ]);

/** @throws RangeError where a block is missing. */
export const readSpeakerModel = (blocks: ModelFile['blocks']): SpeakerModel => ({
  sources: { candidates: readTable('candidates', blocks), reaches: readTable('reaches', blocks) },
  who: readTable('who', blocks),
  confidence: { quotes: readTable('confidence.quotes', blocks), speakers: readTable('confidence.speakers', blocks) },
});
