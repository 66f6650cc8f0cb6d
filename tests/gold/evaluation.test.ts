import { expect, test } from 'vitest';
import { toEvaluation } from '../../src/gold/evaluation.ts';
import { parseGold } from '../../src/gold/markup.ts';

const article = parseGold(
  'a.gold',
  `id: a
published: 2031-03-04T09:12Z
publisher: Ostley Post
style: local
@mara = person Mara Venn
@port = organization Port of Ostley (POO)
@report = document Green Book

---
<h>{mara|Venn} leaves</h>

“<c1>I’m off,</c>” <s1>{mara|Mara Venn}</s> <v1>told</v> <a1>the {port|POO}</a>. <s2 mara>She</s> <v2>hopes</v> <c2 attitude>to “rest”</c>. <s3>A clerk</s> <v3>wept</v>: “<c3>No.</c>” The {report|Green Book} is closed by <r mara org=port>director</r> {mara|Venn}.
`,
);

test('an article becomes a line of the evaluation format', () => {
  const { quotes, entities, roles, ...rest } = toEvaluation(article);
  expect(rest).toEqual({ id: 'a', publisher: 'Ostley Post', date: '2031-03-04', title: 'Venn leaves', text: article.text });
  const her = { speakerName: 'Mara Venn', speakerAliases: ['Venn'], speakerType: 'person' };
  expect(quotes).toMatchObject([
    { contentText: 'I’m off,', sourceText: 'Mara Venn', kind: 'direct', speech: true, region: 'body', sourceKind: 'person', ...her },
    { contentText: 'to “rest”', sourceText: 'She', kind: 'mixed', speech: false, sourceKind: 'pronoun', ...her },
    { contentText: 'No.', sourceText: 'A clerk', kind: 'direct', speech: true, sourceKind: 'nominal' },
  ]);
  expect(quotes[0]).toMatchObject({
    content: [[14, 22]],
    source: [[24, 33]],
    cue: [[34, 38]],
    audience: [[39, 46]],
    speakerChain: [[24, 33]],
  });
  expect(quotes[2]).not.toHaveProperty('speakerName');
  expect(entities).toEqual([
    { start: 0, end: 4, type: 'PER' },
    { start: 24, end: 33, type: 'PER' },
    { start: 43, end: 46, type: 'ORG' },
    expect.objectContaining({ type: 'PER' }),
  ]);
  expect(roles).toEqual([{ span: expect.anything(), person: 'Mara Venn', organization: 'Port of Ostley' }]);
  expect(article.text.slice(...roles[0]!.span)).toBe('director');
});
