import { TextWriter } from './html-text.ts';
import type { Element } from './xml.ts';

/** The words of an element of XHTML or NITF, in paragraphs. */
export function elementText(element: Element | undefined): string {
  const writer = new TextWriter();
  const walk = (node: Element): void => {
    writer.open(node.name, node.attributes.class);
    for (const part of node.children) {
      if (typeof part === 'string') writer.write(part);
      else walk(part);
    }
    writer.close(node.name);
  };
  if (element) walk(element);
  return writer.text;
}
