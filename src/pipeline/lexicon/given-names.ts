const FEMALE = `Alexandra Alice Amanda Amelia Amy Ana Andrea Angela Angelina Anna Anne Annie Barbara Beatrice Beth Brenda Carol Caroline Catherine Charlotte Christina Christine Claire Clara
Condoleezza Cynthia Deborah Denise Diana Diane Donna Dorothy Elena Eleanor Elizabeth Ella Ellen Emily Emma Eva Evelyn Fatima Fiona Florence Frances Gina Grace Hannah Harriet Heather Helen
Hillary Huma Ingrid Irene Isabel Ivana Ivanka Jane Janet Janice Jean Jennifer Jessica Jill Joan Joanna Josephine Joyce Judith Julia Julie Kaja Karen Kate Katherine Kathleen Katrina Kayleigh Kellyanne
Kelly Kimberly Laura Lauren Leila Linda Lisa Loretta Louise Lucy Lynn Madeleine Margaret Maria Marie Marine Martha Mary Megan Melania Melissa Michelle Mina Monica Nancy Naomi Natalia Natalie
Nicola Nicole Nikki Nina Olga Olivia Pamela Patricia Paula Penelope Rachel Rebecca Rosa Rose Ruth Sally Samantha Sandra Sara Sarah Sharon Sheila Shirley Sonia Sophia Sophie Stella
Stephanie Susan Svetlana Sylvia Tatiana Teresa Theresa Tracy Ursula Valerie Vanessa Vera Veronica Victoria Virginia Wendy Yulia Yvette Yvonne Zoe`;
const MALE = `Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Alan Albert Alejandro Alex Alexander Alexei Alexey Alfred Ali Allen Anatoly Andre Andrei Andrew Andrey Anthony Antonio Arnold Arthur
Barack Bashar Ben Benjamin Bernard Bernie Bill Bob Boris Brad Brian Bruce Carl Carlos Charles Chris Christopher Chuck Colin Craig Dan Daniel Dave David Dean Dennis Dmitry Donald Douglas
Ed Eduardo Edward Emmanuel Eric Ernest Evgeny Francis Francois Frank Franz Fred Frederick Gary Gavin Gennady Geoffrey George Gerald Gerhard Giorgio Glenn Gordon Graham Greg Gregory Hans
Harold Harry Hassan Henry Howard Hugh Hugo Ian Igor Ivan Jack Jacob Jake James Jan Jason Jay Jean-Claude Jeb Jeff Jeffrey Jeremy Jerry Jim Joe Joel John Johnny Jon Jonathan Jose Josef Joseph
Joshua Juan Justin Karl Keith Ken Kenneth Kevin Konstantin Kurt Larry Lars Lawrence Lee Leo Leon Leonard Lindsey Louis Lucas Luis Luke Marc Marco Marcus Mario Mark Martin Matt Matthew Max Maxim
Michael Miguel Mike Mikhail Mitch Mitt Mohamed Mohammad Mohammed Muhammad Narendra Nathan Neil Newt Nicholas Nick Nicolas Nigel Nikolai Norman Oleg Oliver Olaf Omar Oscar Otto Patrick Paul
Pavel Pedro Peter Phil Philip Pierre Rafael Ralph Ramzan Randy Ray Raymond Reince Rex Richard Rick Rob Robert Roberto Rodrigo Roger Roland Ron Ronald Roy Rudy Rupert Russell Ryan Salman Sam Samuel
Scott Sean Sebastian Sergei Sergey Shane Shinzo Silvio Simon Stanley Stefan Stephen Steve Steven Stuart Ted Terry Thomas Tim Timothy Tom Tony Vadim Viktor Victor Vincent Vitaly Vladimir Volodymyr
Vyacheslav Walter Warren Wayne William Xavier Yevgeny Yuri Yury Zbigniew`;

const of = (names: string, gender: 'F' | 'M') => names.split(/\s+/).map((name) => [name, gender] as const);

/** Common given names with the pronoun that goes with most who bear them: evidence, not proof. */
export const GIVEN_NAMES: ReadonlyMap<string, 'F' | 'M'> = new Map([...of(FEMALE, 'F'), ...of(MALE, 'M')]);
