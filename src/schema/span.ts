import type { TextSpan } from '../store/spans.ts';
import { builder } from './builder.ts';

/** A span with the words it covers. */
export const SpanType = builder.objectRef<TextSpan>('Span').implement({
  description: "A stretch of an article's text, half-open: `text.slice(start, end)` in JavaScript gives its words.",
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Offset of its first character in `Article.text`, in UTF-16 units.' }),
    end: t.exposeInt('end', { description: 'Offset behind its last character in `Article.text`, in UTF-16 units.' }),
    text: t.exposeString('text', { description: 'The very words it covers in the article.' }),
  }),
});
