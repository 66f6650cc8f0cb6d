import { expect, test } from 'vitest';
import { marredNotes } from '../../src/readers/marred.ts';

test.each([
  ['&quot;It rains,&quot; said Bell.', /as in HTML \(&quot;\)/],
  ['It&#8217;s raining.', /as in HTML \(&#8217;\)/],
  ['It&#x2019;s raining.', /as in HTML \(&#x2019;\)/],
  ['Bell &amp; Dahl', /as in HTML \(&amp;\)/],
  ['Itâ€™s raining.', /code page \(â€™\)/],
  ['â€œIt rains,â€\u009d said Bell.', /code page \(â€œ\)/],
  ['The cafÃ© was shut.', /code page \(Ã©\)/],
])('%j is noted', (text, note) => {
  expect(marredNotes(text)).toEqual([expect.stringMatching(note)]);
});

test('both are', () => {
  expect(marredNotes('Bell &amp; Dahlâ€™s')).toHaveLength(2);
});

test.each(['“It’s raining,” said Bell & Dahl.', 'R&D; Q&A; AT&T;', 'page?a=1&amp=2', 'A «IRMû chegou.', 'â, €5 and Ãris', ''])(
  '%j is as it should be',
  (text) => {
    expect(marredNotes(text)).toEqual([]);
  },
);
