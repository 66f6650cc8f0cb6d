import { expect, test } from 'vitest';
import { annotate } from '../../../src/pipeline/index.ts';

test.each([
  [
    'de',
    'Der Minister sagte am Montag, dass die Verhandlungen in der nächsten Woche fortgesetzt werden. „Wir sind auf einem guten Weg“, sagte Angela Weber der Deutschen Presse-Agentur in Berlin.',
  ],
  [
    'fr',
    'Le ministre a déclaré lundi que les négociations reprendraient la semaine prochaine. « Nous sommes sur la bonne voie », a dit Anne Lefèvre à la presse, avant de quitter la salle sans répondre.',
  ],
  [
    'es',
    'El ministro dijo el lunes que las negociaciones continuarán la próxima semana. "Vamos por buen camino", dijo Ana Belmonte a los periodistas en Madrid, y agregó que el acuerdo está cerca de firmarse.',
  ],
  [
    'ru',
    'Министр иностранных дел сообщил в понедельник, что переговоры продолжатся на следующей неделе. «Мы на верном пути», — сказала журналистам Анна Белова в Москве. Стороны готовят новый договор.',
  ],
  [
    'zh',
    '外交部长星期一表示，谈判将于下周继续进行。“我们正走在正确的道路上，”发言人在记者会上说。双方正在准备新的协议，并将在首都举行下一轮会谈，届时各国代表也将出席。'.repeat(
      3,
    ),
  ],
  [
    'zh',
    '截至2026年9月30日，公司营业收入为3.5亿元，比上年增长12%，净利润为4,200万元，增长8%，董事会建议每股派息0.25元，股息将于11月20日支付给10月31日登记在册的股东。'.repeat(
      3,
    ),
  ],
])('a text in %s is told, kept, and nothing is extracted from it', (language, text) => {
  expect(annotate({ text })).toMatchObject({
    text,
    language,
    quotes: [],
    people: [],
    organizations: [],
    places: [],
    notes: [expect.stringMatching(`\\(${language}\\)`)],
  });
});

test.each([
  ['a sentence in English', '“We will not wait,” Chair Ana Bell said.', null],
  [
    'English with names from elsewhere',
    'Chancellor Friedrich Merz told Süddeutsche Zeitung that Bundestag and Bundesrat would vote on Monday. “We will not wait,” he said in Baden-Württemberg, where Ministerpräsident Winfried Kretschmann had invited him.',
    'en',
  ],
  ['figures', 'Shr 24 cts vs 15 cts\nNet 1,520,797 vs 929,017\nRevs 5,268,486 vs 2,617,995\nAvg shrs 6.1 mln vs 6.0 mln', null],
  [
    'a long table of figures',
    `${'Semi-annual dividend 4 cts Pay May 29 Record April 14 Oper shr 1.20 dlrs vs 95 cts Net 16.0 mln vs 12.9 mln\n'.repeat(4)}`,
    null,
  ],
  [
    'a text whose commonest words are English',
    'Shares of Ostley Rovers fell. The board said this, and that with the vote. '.repeat(4),
    'en',
  ],
  ['a few words of German', 'Das ist ein kurzer Text.', null],
])('%s is read', (_, text, language) => {
  expect(annotate({ text })).toMatchObject({ language, notes: [] });
});
