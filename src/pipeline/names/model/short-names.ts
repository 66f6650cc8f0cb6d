import { GIVEN_NAMES } from '../../lexicon/given-names.ts';
import { ENDS_COMPANY } from '../../lexicon/legal-forms.ts';
import { COMPANY, ORGANIZATION_ENDINGS } from '../../lexicon/organizations.ts';
import type { Token } from '../../words/tokens.ts';
import type { NameRun } from './labels.ts';
import { isSomebody } from './signs.ts';

/** "Calder", taken for a person, where the article names Calder Robotics and nobody called Calder. */
export function withShortNames(tokens: readonly Token[], runs: readonly NameRun[]): readonly NameRun[] {
  const bodies = new Set<string>();
  for (const { type, from, to } of runs)
    if (type === 'ORGANIZATION') {
      const name = withoutInitials(tokens.slice(from, to));
      if (isCompanyOf(name) || isFirstOf(name)) bodies.add(name[0]!.lower);
    }
  if (bodies.size === 0) return runs;
  const isAlone = (run: NameRun) => run.to - run.from === 1 && !isSomebody(tokens, run);
  const alone = runs.filter((run) => run.type === 'PERSON' && isAlone(run));
  const people = new Set(
    runs.flatMap((run) => (run.type === 'PERSON' && !isAlone(run) ? tokens.slice(run.from, run.to).map(({ lower }) => lower) : [])),
  );
  const isShort = ({ from }: NameRun) => bodies.has(tokens[from]!.lower) && !people.has(tokens[from]!.lower);
  const short = new Set(alone.filter(isShort));
  return short.size === 0 ? runs : runs.map((run) => (short.has(run) ? { ...run, type: 'ORGANIZATION' } : run));
}

/** "Calder Co" of "F.W. Calder Co". */
function withoutInitials(name: readonly Token[]): readonly Token[] {
  const first = name.findIndex(({ text }) => !/^(?:\p{Lu}\.?)+$/u.test(text) || /^\p{Lu}{2}/u.test(text));
  return first > 0 ? name.slice(first) : name;
}

/** Whether a name ends as companies' do, and does not begin with a first name: "Calder Petroleum Corp", "Calder Robotics", "Calder Corp of Ostley". */
const isCompanyOf = ([first, second, ...others]: readonly Token[]) =>
  second !== undefined &&
  ((ENDS_COMPANY.has((others.at(-1) ?? second).lower) && !GIVEN_NAMES.has(first!.text)) ||
    (ENDS_COMPANY.has(second.lower) && others[0]?.lower === 'of') ||
    (COMPANY.test(second.text) && others.every(({ text }) => COMPANY.test(text) || ORGANIZATION_ENDINGS.get(text) === 'COMPANY')));

/** Whether a name is of a body that is not called after anybody: "Calder Central Hispano", not "Bell Foundation". */
const isFirstOf = ([first, second, ...others]: readonly Token[]) =>
  second !== undefined &&
  /^\p{Lu}/u.test(second.text) &&
  !GIVEN_NAMES.has(first!.text) &&
  !CALLED_AFTER.test((others.at(-1) ?? second).text);
const CALLED_AFTER =
  /^(?:Academy|Act|Administration|Associates|Award|Bill|Brothers|Campaign|Center|Centre|Charity|Church|Clinic|College|Commission|Committee|Council|Court|Department|Estate|Family|Fellowship|Films?|Foundation|Fund|Gallery|Government|Group|Hospital|House|Initiative|Inquiry|Institute|Institution|Law|Laboratory|Library|Ministry|Museum|Office|Organi[sz]ation|Panel|Productions|Project|Report|Review|School|Society|Studios?|Super|Team|Theatre|Tower|Towers|Trust|University)$/;
