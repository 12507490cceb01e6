import type { Box } from './laid-out'
import type { Part } from './structure'
import type { TaggedWriter } from './tagged-writer'

/** Lets a person follow `url` from `box`, and says where it leads to readers that do not see the page. `#id` leads to a part of this document. */
export function addLink(writer: TaggedWriter, part: Part, url: string, words: string, { left, top, width, height }: Box): void {
  const options = { structParent: part.element, Contents: new String(words || url) }
  if (url.startsWith('#')) writer.goTo(left, top, width, height, url.slice(1), options)
  else writer.link(left, top, width, height, url, options)
}
