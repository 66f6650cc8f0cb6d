/** Abbreviations that end with a stop and stand before more of the sentence, in small letters. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `adm. brig. capt. cdr. cmdr. co. col. corp. cpl. det. dr. ft. gen. gov. hon. inc. insp. jr. lt. maj. messrs. mr. mrs. ms. mt. no. ofc. prof.
  rep. reps. rev. rt. sec. sen. sens. sgt. sr. st. supt. vs. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. ala. ariz. ark. calif.
  colo. conn. del. fla. ga. ill. ind. kan. ky. la. mass. md. mich. minn. miss. mo. mont. neb. nev. okla. ore. pa. penn. tenn. tex. va. vt. wash.
  wis. wyo.`.split(/\s+/),
);
