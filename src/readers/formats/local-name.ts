/** The name of an element of XML without its prefix. */
export const localName = (qualified: string): string => qualified.slice(qualified.indexOf(':') + 1);
