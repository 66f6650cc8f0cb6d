/** Words behind a name that only a company has. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'inc inc. corp corp. corporation ltd ltd. limited llc llp plc ag gmbh nv n.v. s.a. spa s.p.a. oyj'.split(' '),
);
/** Of a word that ends a name already they are surer: "the Sara Lee Co". */
export const ENDS_COMPANY: ReadonlySet<string> = new Set([...LEGAL_FORMS, 'co', 'co.', 'cos', 'cos.']);
