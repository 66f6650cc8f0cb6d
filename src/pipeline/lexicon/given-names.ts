const FEMALE = `Alexandra Alice Amanda Amelia Amy Ana Andrea Angela Angelina Anna Anne Annie Barbara Beatrice Beth Brenda Carol Caroline Catherine Charlotte Christina Christine Claire Clara
Condoleezza Cynthia Deborah Denise Diana Diane Donna Dorothy Elena Eleanor Elizabeth Ella Ellen Emily Emma Eva Evelyn Fatima Fiona Florence Frances Gina Grace Hannah Harriet Heather Helen
Hillary Huma Ingrid Irene Isabel Ivana Ivanka Jane Janet Janice Jean Jennifer Jessica Jill Joan Joanna Josephine Joyce Judith Julia Julie Kaja Karen Kate Katherine Kathleen Katrina Kayleigh Kellyanne
Kelly Kimberly Laura Lauren Leila Linda Lisa Loretta Louise Lucy Lynn Madeleine Margaret Maria Marie Marine Martha Mary Megan Melania Melissa Michelle Mina Monica Nancy Naomi Natalia Natalie
Nicola Nicole Nikki Nina Olga Olivia Pamela Patricia Paula Penelope Rachel Rebecca Rosa Rose Ruth Sally Samantha Sandra Sara Sarah Sharon Sheila Shirley Sonia Sophia Sophie Stella
Stephanie Susan Svetlana Sylvia Tatiana Teresa Theresa Tracy Ursula Valerie Vanessa Vera Veronica Victoria Virginia Wendy Yulia Yvette Yvonne Zoe
Abigail Adele Agnes Aisha Alina Amal Amina Anastasia Angelica Anita Annette Antonia Ariana Astrid Audrey Ayesha Beatriz Bella Birgit
Bridget Brigitte Camila Camille Carla Carmen Carolyn Cecilia Celia Charlene Cheryl Chloe Cindy Colleen Constance Cristina Daniela Danielle
Daphne Delia Dolores Doris Edith Eileen Ekaterina Elisa Elise Elsa Erica Erin Esther Eve Felicia Francesca Freya Gabriela Gail Genevieve
Gillian Giorgia Giulia Gloria Graziella Greta Gretchen Gwen Hana Hazel Huda Ilse Imani Ines Irina Iris Isabella Jacqueline Jasmine Jenna
Jocelyn Juliet Kamala Karin Katarina Kathryn Katie Kelsey Khadija Kirsten Kristin Kristina Lara Larisa Layla Lillian Lily Liz Lorraine
Louisa Lucia Lucille Ludmila Lydia Mabel Magdalena Malala Mara Marcia Margarita Marianne Marina Marjorie Marta Matilda Maya Melinda
Mercedes Meredith Mia Mira Miriam Miranda Molly Monique Nadia Natasha Norma Oksana Paige Patty Paulina Peggy Petra Phoebe Phyllis Priya
Regina Renata Rhonda Rita Roberta Rosemary Roxanne Sabrina Sally-Ann Sanna Saskia Selma Shannon Sheryl Shirin Siobhan Sonja Stacey Stacy
Sue Susana Suzanne Tamara Tania Tatyana Tina Uma Una Vivian Wilma Xenia Yasmin Yelena Zainab Zara Zuzana`;
const MALE = `Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Alan Albert Alejandro Alex Alexander Alexei Alexey Alfred Ali Allen Anatoly Andre Andrei Andrew Andrey Anthony Antonio Arnold Arthur
Barack Bashar Ben Benjamin Bernard Bernie Bill Bob Boris Brad Brian Bruce Carl Carlos Charles Chris Christopher Chuck Colin Craig Dan Daniel Dave David Dean Dennis Dmitry Donald Douglas
Ed Eduardo Edward Emmanuel Eric Ernest Evgeny Francis Francois Frank Franz Fred Frederick Gary Gavin Gennady Geoffrey George Gerald Gerhard Giorgio Glenn Gordon Graham Greg Gregory Hans
Harold Harry Hassan Henry Howard Hugh Hugo Ian Igor Ivan Jack Jacob Jake James Jan Jason Jay Jean-Claude Jeb Jeff Jeffrey Jeremy Jerry Jim Joe Joel John Johnny Jon Jonathan Jose Josef Joseph
Joshua Juan Justin Karl Keith Ken Kenneth Kevin Konstantin Kurt Larry Lars Lawrence Lee Leo Leon Leonard Lindsey Louis Lucas Luis Luke Marc Marco Marcus Mario Mark Martin Matt Matthew Max Maxim
Michael Miguel Mike Mikhail Mitch Mitt Mohamed Mohammad Mohammed Muhammad Narendra Nathan Neil Newt Nicholas Nick Nicolas Nigel Nikolai Norman Oleg Oliver Olaf Omar Oscar Otto Patrick Paul
Pavel Pedro Peter Phil Philip Pierre Rafael Ralph Ramzan Randy Ray Raymond Reince Rex Richard Rick Rob Robert Roberto Rodrigo Roger Roland Ron Ronald Roy Rudy Rupert Russell Ryan Salman Sam Samuel
Scott Sean Sebastian Sergei Sergey Shane Shinzo Silvio Simon Stanley Stefan Stephen Steve Steven Stuart Ted Terry Thomas Tim Timothy Tom Tony Vadim Viktor Victor Vincent Vitaly Vladimir Volodymyr
Vyacheslav Walter Warren Wayne William Xavier Yevgeny Yuri Yury Zbigniew
Abbas Akira Alastair Aleksandr Aleksei Alistair Alvaro Amir Amos Andreas Andres Andrzej Angus Anton Archie Arkady Armando Arturo Asif
Bartosz Bashir Benedict Bilal Blake Brendan Brent Brett Bryan Cameron Cedric Cem Charlie Christoph Claude Clement Clifford Clive Conor
Cornelius Curtis Cyril Damian Danny Daryl Darren Declan Derek Diego Dirk Dominic Dominik Doug Duncan Dustin Dwight Eddie Edgar Edwin Elias
Elijah Elliot Emil Enrique Erik Ernst Esteban Ethan Eugene Evan Fabian Faisal Felipe Felix Ferdinand Fernando Filip Floyd Francisco
Frankie Fredrik Friedrich Gabriel Garry Gene Georg Gerard Gilbert Gilles Giovanni Giuseppe Goran Guillermo Gustav Hamid Hamish Harvey
Hector Heinrich Henri Henrik Herbert Herman Hubert Ibrahim Ignacio Imre Isaac Ismail Ivo Jacques Jaime Jamal Jared Javier Jeremiah Jerome
Jesse Joaquin Joachim Johan Johann Johannes Joost Jorge Jozef Jules Julian Julio Jurgen Kamal Karim Kaspar Khalid Kirill Klaus Knut Kofi
Kyle Laurence Laurent Lech Leonardo Leonid Lloyd Lorenzo Luca Ludwig Luigi Magnus Mahmoud Malcolm Manuel Marcel Marek Markus Mathias
Matteo Matthias Maurice Maurizio Mehmet Melvin Milos Miroslav Moses Mustafa Nasser Nathaniel Ned Niels Nils Noah Noel Olivier Ottavio
Pablo Paolo Pascal Patrice Paulo Percy Pete Petr Philippe Pieter Piotr Quentin Rahul Rajiv Ralf Ramon Rashid Raul Rene Ricardo Ricky
Riccardo Robbie Rodney Romain Ruben Rudolf Rufus Saeed Sergio Seth Sidney Silas Slobodan Stan Stefano Stephane Stewart Sven Takeshi Tariq
Terrence Theo Theodore Tobias Todd Tomas Tomasz Toby Tristan Ulrich Valentin Valery Vince Vitali Vladislav Wendell Werner Wilbur Wilhelm
Willem Winston Wolfgang Wouter Yannick Yasser Yusuf Zachary Zoltan`;

const of = (names: string, gender: 'F' | 'M') => names.split(/\s+/).map((name) => [name, gender] as const);

/** Common given names with the pronoun that goes with most who bear them: evidence, not proof. */
export const GIVEN_NAMES: ReadonlyMap<string, 'F' | 'M'> = new Map([...of(FEMALE, 'F'), ...of(MALE, 'M')]);

/** Given names that women and men bear, long or short: they tell no pronoun. */
const BOTH: ReadonlySet<string> = new Set('Alex Ali Charlie Chris Jean Kelly Kim Lee Leslie Lynn Max Robin Sam Terry Tracy'.split(' '));

/** The gender that a given name tells; null for names of both, and those that are not known. */
export const genderOfName = (name: string): 'F' | 'M' | null => (BOTH.has(name) ? null : (GIVEN_NAMES.get(name) ?? null));

/** Short forms of given names, each with the names that it stands for. */
const SHORT = `Abby Abigail|Al Albert Alan Alfred Alexander|Alec Alexander|Alex Alexander Alexandra Alejandro Alexis|Andy Andrew|Barb Barbara|Ben Benjamin|Bernie Bernard
Beth Elizabeth|Betsy Elizabeth|Bill William|Billy William|Bob Robert|Bobby Robert|Brad Bradley|Cathy Catherine|Charlie Charles|Chris Christopher Christian Christine
Chuck Charles|Cindy Cynthia|Dan Daniel|Danny Daniel|Dave David|Debbie Deborah|Dick Richard|Don Donald|Doug Douglas|Drew Andrew|Ed Edward Edwin Edgar|Eddie Edward
Fred Frederick Alfred|Gene Eugene|Gerry Gerald Gerard|Greg Gregory|Hank Henry|Harry Harold Henry|Jack John|Jake Jacob|Jeff Jeffrey Geoffrey|Jen Jennifer
Jenny Jennifer|Jerry Gerald Jerome Jeremy|Jim James|Jimmy James|Joe Joseph|Joey Joseph|Johnny John|Jon Jonathan|Josh Joshua|Kate Katherine Kathryn Catherine
Kathy Katherine Kathleen|Katie Katherine Kathryn|Ken Kenneth|Kenny Kenneth|Larry Lawrence Laurence|Len Leonard|Liz Elizabeth|Lizzie Elizabeth|Maggie Margaret
Matt Matthew|Max Maxwell Maximilian|Meg Margaret Megan|Mick Michael|Mike Michael|Mitch Mitchell|Nancy Ann|Nat Nathan Nathaniel|Nate Nathan Nathaniel|Ned Edward
Nick Nicholas Nicolas|Pat Patrick Patricia|Patty Patricia|Peggy Margaret|Pete Peter|Phil Philip Phillip|Ray Raymond|Rich Richard|Rick Richard|Ricky Richard|Rob Robert
Robbie Robert|Ron Ronald|Ronnie Ronald|Rudy Rudolph Rudolf|Russ Russell|Sally Sarah|Sam Samuel Samantha|Sandy Sandra Alexander|Steve Stephen Steven|Stan Stanley
Stu Stuart Stewart|Sue Susan|Ted Edward Theodore|Terry Terence Terrence Teresa|Theo Theodore|Tim Timothy|Tom Thomas|Tommy Thomas|Tony Anthony|Vic Victor|Vicky Victoria
Vince Vincent|Walt Walter|Wes Wesley|Will William|Zach Zachary`;
const SHORT_FOR: ReadonlyMap<string, readonly string[]> = new Map(
  SHORT.split(/[|\n]/).map((line) => {
    const [short = '', ...long] = line.split(' ');
    return [short, long] as const;
  }),
);

/** Whether two given names may be the same person's: "Bill" and "William". */
export const isShortFor = (a: string, b: string): boolean =>
  SHORT_FOR.get(a)?.includes(b) === true || SHORT_FOR.get(b)?.includes(a) === true;

/** Surnames of Korea and of China as Taiwan writes them, which stand before the given name: "Kim Min-jae". */
export const EAST_ASIAN_SURNAMES: ReadonlySet<string> = new Set(
  `Ahn An Bae Baek Ban Byun Cha Chae Chan Chang Chen Chiang Cho Choe Choi Chu Chun Chung Eom Gong Goo Ha Hahn Han Heo Ho Hong Hsu Huang Huh Hwang Hyun
  Im Jang Jeon Jeong Ji Jin Jo Joo Ju Jung Kang Kim Ko Koo Ku Kwak Kwon Lai Lee Li Lim Lin Liu Ma Min Moon Nam No Noh Oh Paik Park Rha Rhee Ri Roh Ryu
  Seo Shim Shin Sim Sohn Son Song Suh Sun Tsai Wang Woo Wu Yang Yeo Yi Yoo Yoon Yu Yum Yun Zhang`.split(/\s+/),
);
