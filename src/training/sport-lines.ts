/** Sentences and tables with gaps; `{1}` is a digit, `{9}` a number of two, `{4}` one of four or more, `{D}` a day. */
export interface SportLines {
  readonly headlines: readonly string[];
  readonly datelines: readonly string[];
  readonly sentences: readonly string[];
}

const lines = (text: string): string[] => text.trim().split(/\n\s*/);

const datelines = lines(`
  {L} 20{9}-0{1}-1{1}
  {L}, {D}
  {L}, May {9}
  {L}`);

/** Club against club. */
export const CLUB_LINES: SportLines = {
  datelines,
  headlines: lines(`
    SOCCER - {C} BEAT {C} TO GO TOP
    SOCCER - RESULTS OF FIRST DIVISION MATCHES
    SOCCER - {S} SENDS {C} THROUGH
    BASEBALL - {C} HOLD OFF {C}
    BASKETBALL - STANDINGS AFTER {D}'S GAMES
    HOCKEY - {C} DOWN {C} IN OVERTIME
    RUGBY UNION - {C} SIGN {S} FROM {C}
    CRICKET - {C} ON TOP AFTER {S} HUNDRED
    FOOTBALL - {C} COACH {S} QUITS
    {C} {1} {C} {1}: {S} rescues a point
    {P} leaves {C}`),
  sentences: lines(`
    {C} beat {C} {1}-{1} at home on {D} with goals by {P} and {P}.
    {C} striker {P} scored twice as his side came from behind to beat {C}.
    {C} moved to the top of the table after a {1}-{1} draw against {C} in {L}.
    {P}, who joined {C} from {C} last season, missed a penalty in the {9}th minute.
    "We deserved more," said {C} coach {P}.
    {C} lost {1}-{1} to {C} in the semifinal, and {S} was sent off.
    At {L}, {P} hit a two-run homer in the ninth inning as {C} edged {C}.
    In {L}, {C} defeated {C} {9}-{9} behind {9} points from {P}.
    {C} have agreed to sell midfielder {P} to {C}, the club said on {D}.
    {P} took four for {9} as {C} bowled out {C} for {9}.
    {C}, who have not won away since May, travel to {C} on {D}.
    {S} gave {C} the lead from a corner, but {C} hit back through {P}.
    {C} goalkeeper {P} is doubtful for the match against {C}.
    {P} scored {9} points for {C}, and {S} added {9} with {9} rebounds.
    The win left {C} two points behind leaders {C}.
    {C} signed {P} on a three-year contract.
    {P} will replace {P} as manager of {C}.
    Fans of {C} and {C} clashed in {L} before the match.
    Champions {C} host {C} in the first leg.
    {C} outfielder {P} was placed on the injured list.
    Titleholders {C} were knocked out by {C} on penalties.
    {P} of {C} leads the scorers with {9} goals.
    Third-placed {C} drew {1}-{1} at {C}.`),
};

export const CLUB_TABLES = lines(`
  {C} {1} {C} {1}
  {C} {1} ({S} {9}, {S} {9}) {C} {1} ({S} {9}). Halftime {1}-{1}. Attendance {4}
  {C} {9} {1} {1} {1} {9} {9} {9}
  {C} {9} {C} {9}
  {C} {9} {9} .5{9} -
  {C} {9} {9} .4{9} {1} 1/2
  {C} AT {C}
  {C} v {C}
  {C} v {C} (1500)
  {C} {1}, {C} {1}
  At {L}: {C} 1{9} and 2{9} ({I} {9}; {I} 4-{9}), {C} 3{9} for {1} ({I} {9} not out, {I} {9}).
  {C} beat {C} by an innings and {9} runs
  {C} beat {C} {1}-{1} (halftime {1}-{1})
  Scorers: {C} - {P} ({9}), {S} ({9}); {C} - {S} ({9}).
  {C} - {P} {9}, {P} {9}
  {1}. {C} {9} points
  {S} ({C}) {9}
  {P} ({C}) {1} goals
  {C} {1} {C} {1} (in {L})
  {D}: {C} vs {C}, {L}`);

/** People who compete for countries, and countries that play. */
export const NATION_LINES: SportLines = {
  datelines,
  headlines: lines(`
    TENNIS - {S} BEATS {S} TO REACH FINAL
    ATHLETICS - RESULTS FROM {L} MEETING
    SOCCER - {N} BEAT {N} IN QUALIFIER
    CYCLING - {S} WINS STAGE IN {L}
    SKIING - {N}'S {S} TAKES DOWNHILL
    CRICKET - {N} WIN TOSS AND BAT AGAINST {N}
    GOLF - {S} LEADS BY TWO AFTER ROUND ONE
    BOXING - {S} KEEPS TITLE
    {N} squad for match with {N}`),
  sentences: lines(`
    {P} of {N} won the {9}-kilometre race in {L} on {D}, ahead of {P} of {N}.
    {N} beat {N} {1}-{1} in a qualifier in {L} on {D}.
    {N}'s {P} beat top seed {P} of {N} 6-{1} 6-{1}.
    {P} ({N}) finished third behind {P} and {P}.
    {N} were {9} for {1} at lunch after {P} and {S} fell in one over.
    "I played my best tennis," said {S}, who will meet {P} in the final.
    {N} captain {P} won the toss and chose to bat.
    {P}, a {9}-year-old from {L}, set a national record.
    Fifth seed {P} of {N} needed three sets to beat {N}'s {P}.
    {P} scored the only goal as {N} overcame {N}.
    The tournament in {L} goes on until {D}.
    Olympic champion {P} withdrew with a knee injury.
    {N} will play {N} in {L} next month.
    {S} bowled {S} for {9} and {N} were all out for {9}.`),
};

export const NATION_TABLES = lines(`
  {1}. {P} ({N}) {9}.{9}
  {1}. {P} ({N}) {1} minutes {9}.{9} seconds
  {P} ({N}) beat {P} ({N}) 6-{1} 6-{1}
  {1}-{P} ({N}) beat {P} ({N}) 6-{1} 4-6 7-6 (7-{1})
  {N} {1} {N} {1}
  {N} {1} {1} {1} {1} {9} {9} {9}
  2{9} {P} ({N}) {9} {9} {9}
  {N}: {P}, {P}, {P}, {S}
  {N}: 1 - {P}; 2 - {P}; 3 - {P}; 4 - {P}; 5 - {P}
  {I} c {S} b {S} {9}
  {I} lbw {S} {1}
  {I} not out {9}
  Bowling: {S} {9}-{1}-{9}-{1}, {S} {9}-{1}-{9}-{1}
  {1}. {N} {9} points
  {P}, {N}, 1:{9}.{9}
  {N} - {P} {9}th minute`);
