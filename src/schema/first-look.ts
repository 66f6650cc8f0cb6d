/** The query that GraphiQL opens with: who said what, in which article, with the characters it came from. */
export const FIRST_LOOK = `# Who said what? Press the button, or Ctrl-Enter.
# Hover over any name to read what it means.
query FirstLook {
  articles(first: 10) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { cursor node {
      id headline publishedAt publisher text
      dateline { text place agency }
      quotes(first: 50) { totalCount edges { node {
        id kind text attribution confidence
        spans { start end text }
        cue { start end text }
        source { start end text }
        speaker { id name }
        organization { id name }
      } } }
      speakers(first: 50) {
        edges { node { id name roles { title } } }
      }
      organizations(first: 50) {
        edges { node { id name acronym } }
      }
    } }
  }
  speakers(first: 10) {
    totalCount
    edges { node {
      name aliases quotes(first: 3) { totalCount }
    } }
  }
  organizations(first: 10) {
    totalCount
    edges { node {
      name aliases articles(first: 3) { totalCount }
    } }
  }
  quotes(first: 5) {
    totalCount
    edges { node {
      text article { id } speaker { name }
    } }
  }
}
`;
