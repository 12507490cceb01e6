const because = (reason: string, names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, reason]))

const noGaps = 'a caller leaves out what does not apply, so the numbers in ids have no gaps'

/** Fixtures that we differ from on purpose: component, fixture, reason. A skip that is no longer needed fails the test. */
export const skips: Record<string, Record<string, string>> = {
  checkboxes: because(noGaps, ['with falsy values']),
  'file-upload': because('a plain box takes files that are dropped on it too, and needs no script and no words of its own', [
    'enhanced',
    'enhanced, with error message and hint',
    'enhanced, multiple files',
    'enhanced, custom wrapper classes and attributes',
    'translated',
  ]),
  input: because('nothing of ours hangs a class or an attribute on a prefix, a suffix or their wrapper', [
    'with prefix with classes',
    'with prefix with attributes',
    'with suffix with classes',
    'with suffix with attributes',
    'with customised input wrapper',
  ]),
  'language-navigation': because('nothing of ours hangs a class or an attribute on one language', [
    'item classes',
    'active item classes',
    'item attributes',
  ]),
  panel: because('we interrupt nobody with a full panel: a warning stands beside the question', [
    'interruption',
    'interruption-with-content-with-long-line-length',
    'interruption-with-headings-content-and-lists',
    'interruption with custom classes',
    'interruption, with actions classes and attributes',
    'interruption, submit action',
    'interruption, button link',
    'interruption, no actions',
    'interruption, no actions items',
  ]),
  radios: because(noGaps, ['with falsy items']),
  'summary-list': {
    ...because('a card without a title cannot be told from the next one, so our type asks for it', [
      'summary card with custom classes',
      'summary card with custom attributes',
    ]),
    ...because('it has an inline style, which our content security policy refuses', ['extreme']),
  },
  'task-list': because(noGaps, ['with empty values']),
}
