import type { OutlineItem } from 'pdfkit'
import type { TaggedWriter } from './tagged-writer'

/** The bookmarks: the headings, nested by their levels. */
export class Outline {
  private readonly open: { readonly level: number; readonly item: OutlineItem }[] = []

  constructor(private readonly writer: TaggedWriter) {}

  /** @param top how far the heading is from the top of its page */
  add(level: number, title: string, top: number): void {
    while ((this.open.at(-1)?.level ?? 0) >= level) this.open.pop()
    const parent = this.open.at(-1)?.item ?? this.writer.outline
    // pdfkit takes `left` from the width of the page: this makes it 0.
    this.open.push({ level, item: parent.addItem(title, { top, left: this.writer.page.width, expanded: true }) })
  }
}
