import { FIRST_LOOK } from './first-look.ts';

/** What GraphiQL opens with, a question a tab: each answers at once on whatever is loaded, and says what to change in it. */
export const TABS: readonly string[] = [
  FIRST_LOOK,
  `# What is here? How much, from when, and how well
# quotes are found in it, as measured on articles
# annotated by people.
query WhatIsHere {
  corpus {
    version from to
    articles quotes speakers organizations places
    extractor {
      version measured { name value low high data }
    }
  }
}
`,
  `# Who is quoted most, what are they called, and what
# did they say last, in their own words? Add search:
# "words" to quotes for one subject.
query WhoIsQuotedMost {
  speakers(first: 10, orderBy: MOST_QUOTED) {
    totalCount
    edges {
      quoteCount
      node {
        name aliases
        roles {
          title organization { name } country
          firstSeen lastSeen
        }
        quotes(
          first: 3
          filter: { kind: [DIRECT, MIXED] }
        ) {
          nodes {
            text kind cue { text }
            article { headline publishedAt }
          }
        }
      }
    }
  }
}
`,
  `# Who spoke of something? "quoted words" are a phrase,
# -word leaves out, OR is either. Words are stemmed,
# accents aside.
query WhoSpokeOf {
  quotes(
    first: 10
    search: "water OR sea OR countries OR council"
    orderBy: RELEVANCE
  ) {
    totalCount rankedFrom
    edges {
      node {
        saidBy sourceDescription confidence citation
        deepLink article { id headline publishedAt }
      }
      highlights { text matches { start end } }
    }
  }
}
`,
  `# Why this speaker? Those resolved through a pronoun
# or a role: words beside the quote, the mentions
# followed, who else it may be.
query WhyThisSpeaker {
  quotes(
    first: 10
    filter: {
      attribution: [PRONOUN, TITLE, ELLIPSIS]
    }
  ) {
    totalCount
    nodes {
      text saidBy verified
      why {
        source { text }
        chain { start end text }
        method confidence
        alternatives { name confidence }
      }
      context(characters: 120) { before text after }
    }
  }
}
`,
  `# One article for a reader: pieces that tile its text,
# each with all that was found there. Their texts, one
# after the other, are the article.
query ReadOneArticle {
  articles(
    first: 1
    filter: { quotes: { kind: [DIRECT] } }
  ) {
    nodes {
      citation
      segments {
        start end text kinds
        quotes { id saidBy }
        cueOf { id }
        sourceOf { id }
        mentions { named { __typename id name } }
      }
    }
  }
}
`,
  `# Whose voices are heard? Shares of everything that a
# filter leaves: by speaker, kind, cue, named or not.
# Each number opens to its quotes. previous(days: 30)
# is the time before publishedAt.from of the filter.
query SourceAudit {
  quotes {
    totalCount
    facets {
      named { value count share }
      kinds { value count share }
      cues(first: 8) {
        value count share
        quotes(first: 1) { nodes { text } }
      }
      speakers(first: 8) {
        speaker { name } count share
        quotes(first: 2) {
          nodes { text article { headline } }
        }
      }
      organizations(first: 5) {
        organization { name } count share
      }
    }
  }
}
`,
  `# When was there talk, and by whom? By year, then by
# year of the main speakers; all others have no group.
# Add a search for one subject, or by: MONTH, and
# timeZone: "Europe/Berlin".
query WhenAndByWhom {
  quotes {
    totalCount
    byYear: timeline(by: YEAR) { from count }
    bySpeaker: timeline(by: YEAR, split: SPEAKER) {
      from to group count
    }
  }
}
`,
  `# Who is named with whom? Nodes and weighted links, to
# draw.
query WhoWithWhom {
  articles {
    totalCount
    network(
      first: 15
      kinds: [SPEAKER, ORGANIZATION]
    ) {
      nodes { count named { __typename id name } }
      links {
        count one { id name } other { id name }
      }
    }
  }
}
`,
  `# Who is never named? Words of officials, sources,
# witnesses, the surest first; isNamed: true for all
# the others.
query UnnamedSources {
  quotes(
    first: 20
    orderBy: CONFIDENCE
    filter: { isNamed: false, attribution: [UNNAMED] }
  ) {
    totalCount
    nodes {
      sourceDescription source { text } cue { text }
      text confidence
      article { publisher headline publishedAt }
    }
  }
}
`,
  `# Which organizations are written about, which speak
# for themselves, and what do they say?
query Organizations {
  organizations(first: 10, orderBy: MOST_MENTIONED) {
    totalCount
    nodes {
      name acronym kind aliases
      articles(first: 3) {
        totalCount
        nodes { headline publishedAt }
      }
      quotes(first: 3) {
        totalCount
        nodes { text cue { text } }
      }
    }
  }
}
`,
];
