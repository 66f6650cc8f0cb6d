import './article.ts';
import './counts/article-facets.ts';
import './counts/co-mention.ts';
import './corpus.ts';
import './ingest-run.ts';
import './mention.ts';
import './origin.ts';
import './organization.ts';
import './place.ts';
import './quote.ts';
import './counts/quote-facets.ts';
import './reading.ts';
import './scalars.ts';
import './segment.ts';
import './similar.ts';
import './speaker.ts';
import './suggest.ts';
import './counts/timeline.ts';
import { builder } from './builder.ts';
import { withPlainFields } from './plain-fields.ts';

builder.queryType({ description: 'Every question starts here.' });

/** The GraphQL schema: what these modules declare. */
export const schema = withPlainFields(builder.toSchema());
