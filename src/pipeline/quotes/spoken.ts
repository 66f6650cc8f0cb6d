import { sentenceOf } from '../words/positions.ts';
import { byMark } from './attributions.ts';
import { spokenPart, type Turn } from './labels.ts';
import { kindOf, type QuoteFound, type QuoteGround } from './quotes.ts';
import { written } from './written.ts';

/** What is said in a turn of a transcript, questions of the paper aside. */
export function spoken(ground: QuoteGround, { label, words, by, person }: Turn): QuoteFound[] {
  if (by === 'QUESTION') return [];
  const content = written(ground, spokenPart(ground, words));
  if (content.length === 0) return [];
  const [sentence, until] = [sentenceOf(ground.sentences, words.from), sentenceOf(ground.sentences, words.to - 1)];
  const colon = byMark({ from: words.from - 1, to: words.from }, label);
  return [
    {
      content,
      kind: kindOf(ground, content),
      act: 'SPEECH',
      attribution: by === 'NAME' ? { ...colon, sentence: sentenceOf(ground.sentences, label.from) } : null,
      turn: { by, person },
      sentence,
      until,
    },
  ];
}
