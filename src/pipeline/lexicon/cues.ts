/** A verb that reports words, and whether a clause may follow it without "that". */
interface Cue {
  readonly act: 'SPEECH' | 'ATTITUDE';
  readonly bare: boolean;
}

const words = (list: string) => list.trim().split(/\s+/);

const SPEECH_BARE = words(`said says say added adds told tells`);
const SPEECH = words(`
  acknowledged acknowledges admitted admits announced announces argued argues asserted asserts asked asks assured assures boasted boasts claimed claims
  commented comments complained complains conceded concedes concluded concludes confirmed confirms contended contends continued continues
  cautioned cautions clarified declared declares denied denies emphasised emphasises emphasized emphasizes estimated estimates explained explains
  exclaimed indicated indicates informed informs insisted insists joked jokes lamented laments maintained maintains mentioned mentions mused noted notes
  objected observed observes pledged pledges pointed points predicted predicts promised promises quipped quips recalled recalls reckoned reiterated
  reiterates remarked remarks repeated repeats replied replies reported reports responded responds retorted revealed reveals shouted specified
  stated states stressed stresses suggested suggests testified testifies tweeted tweets underlined underlines underscored underscores urged urges
  vowed vows warned warns wondered wrote writes whispered yelled
  advised affirmed agreed alleged alleges answered appealed apologised apologized averred countered counters cried cries demanded demands
  began disclosed elaborated enquired enthused inquired noticed offered opined proclaimed queried recounted relayed reminded reminds sighed snapped speculated thundered
  volunteered
  beamed bemoaned bragged chided chimed chuckled confessed confesses confided confides deadpanned echoed fumed grumbled gushed hinted hints implored
  implores interjected laughed moaned murmured muttered pleaded pleads pondered protested protests raged ranted reasoned rejoined roared
  scoffed scoffs screamed shrugged sniffed sobbed surmised theorized threatened threatens ventured wailed
  barked bellowed blurted chorused cooed corrected corrects gasped gasps giggled grimaced grinned grins groaned growled grunted hissed laughs mouthed
  mutters murmurs purred rued screams shouts shrieked sighs smiled smiles snarled sneered spluttered stammered theorised whispers yelped yells`);
const SPEECH_PARTICIPLES = words(
  `adding saying noting stressing claiming insisting warning explaining arguing pointing emphasizing emphasising telling declaring stating asserting
   suggesting recalling writing asking acknowledging admitting tweeting concluding predicting promising vowing`,
);
const ATTITUDE = words(`believes believed thinks thought hopes hoped expects expected fears feared doubts doubted considers feels felt`);

/** Forms of verbs that report what somebody said or thought. */
export const CUES: ReadonlyMap<string, Cue> = new Map<string, Cue>([
  ...SPEECH_BARE.map((form) => [form, { act: 'SPEECH', bare: true }] as const),
  ...SPEECH.map((form) => [form, { act: 'SPEECH', bare: false }] as const),
  ...ATTITUDE.map((form) => [form, { act: 'ATTITUDE', bare: false }] as const),
]);

/** Their base forms, as people tell what others say: "my father used to say". */
export const BASES: ReadonlyMap<string, Cue> = new Map<string, Cue>([
  ...words('say tell ask answer reply shout').map((form) => [form, { act: 'SPEECH', bare: false }] as const),
  ...words('think').map((form) => [form, { act: 'ATTITUDE', bare: false }] as const),
]);

/** Forms that go on with the words of whoever spoke before them in the sentence: ", adding that". */
export const PARTICIPLES: ReadonlySet<string> = new Set(SPEECH_PARTICIPLES);

/** Verbs before whose content the listener stands: told TASS that. */
export const WITH_LISTENER: ReadonlySet<string> = new Set(words('told tells informed informs assured assures telling'));

/** Verbs whose object is who listens, as a model finds them. */
export const LISTENED: ReadonlySet<string> = new Set(
  words(`told tells tell telling informed informs informing assured assures assuring asked asks asking reminded reminds reminding warned warns
  warning advised advises advising urged urges urging promised promises promising notified notifying persuaded convinced thanked`),
);

/** Verbs behind which "to" says who listens. */
export const SPOKEN_TO: ReadonlySet<string> = new Set(
  words(`said says say saying wrote writes writing explained explains explaining spoke speaks speaking talked talks talking admitted admits
  admitting confessed confided complained complaining mentioned suggested announced announcing replied shouted whispered repeated remarked
  boasted apologised apologized described stressed`),
);

/** Auxiliaries and adverbs that may stand between a subject and its cue. */
export const BETWEEN: ReadonlySet<string> = new Set(
  words(`has have had also then later further once again earlier already repeatedly publicly just
  recently previously subsequently meanwhile even`),
);

/** Words that say that nothing was said, or not yet: "will say", "did not say". */
export const UNSAID: ReadonlySet<string> = new Set(
  words(`to will would could should may might must can cannot not n't n’t never didn't was were been being be is are did do does`),
);

/** Verbs that give a thing a name or a quality in somebody's words: called it "green". */
export const NAMING: ReadonlySet<string> = new Set(
  words(
    'called calls describes described labeled labelled dubbed branded denounced dismissed denounces dismisses hailed condemned condemns',
  ),
);
