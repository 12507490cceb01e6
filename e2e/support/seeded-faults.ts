import { goodPage } from './good-page'

export type SeededFault = {
  /** What is wrong, in words. */
  readonly name: string
  /** The judge that must catch it, or 'nobody' for a fault that all judges are known to miss. */
  readonly by: string
  /** The good page with this fault in it. */
  readonly html: string
}

const change = (name: string, by: string, find: string, put: string): SeededFault => {
  if (!goodPage.includes(find)) throw new Error(`The good page has no ${find}`)
  return { name, by, html: goodPage.replace(find, () => put) }
}
const style = (name: string, by: string, css: string): SeededFault => change(name, by, '</style>', `${css}</style>`)
const add = (name: string, by: string, html: string): SeededFault => change(name, by, '</form>', `</form>${html}`)

/** Faults that people have really made, one in each page. The number of each is published, caught or missed. */
export const seededFaults: readonly SeededFault[] = [
  change('a text box has no label', 'axe', '<label for="name">Full name</label>', 'Full name'),
  change('a label points at nothing', 'ibm', '<label for="email">', '<label for="e-mail">'),
  change('an image has no words', 'axe', ' alt="Map of our office"', ''),
  change('the page has no language', 'axe', ' lang="en"', ''),
  change('the language is not a language', 'axe', 'lang="en"', 'lang="english-uk"'),
  change('a link has no words', 'axe', '>how we use names<', '><'),
  change('a button has no name', 'axe', '>Continue<', '><'),
  change('a list item has no list', 'axe', '<ul><li><a href="/start">Start</a></li><li><a href="/help">Help</a></li></ul>', '<li><a href="/start">Start</a></li>'),
  change('an ARIA role does not exist', 'axe', 'role="alert"', 'role="alarm"'),
  change('an ARIA attribute has a wrong value', 'axe', 'aria-invalid="true"', 'aria-invalid="very"'),
  change('an autocomplete value does not exist', 'axe', 'autocomplete="email"', 'autocomplete="my-email"'),
  change('zooming is switched off', 'axe', 'initial-scale=1', 'initial-scale=1, user-scalable=no'),
  change('the page has no main landmark', 'axe', '<main id="main">', '<div id="main">'),
  change('a table heading has an impossible scope', 'axe', '<th scope="col">Day', '<th scope="column">Day'),
  change('a group of choices has no legend', 'ibm', '<legend>Is your child in school?</legend>', ''),
  style('the hint is too pale', 'axe', '.hint { color: #a0a0a0 }'),
  style('the button’s words are too pale', 'axe', 'button { background: #8fc7a6 }'),
  style('a link in a sentence is told apart by colour alone', 'axe', 'p a { text-decoration: none; color: #1a4f7a }'),
  style('a text box’s border is too pale', 'control-contrast', 'input[type="text"] { border-color: #e8e8e8 }'),
  style('a choice’s border is too pale', 'control-contrast', '.choice label::before { border-color: #cccccc }'),

  change('there is no h1', 'headings', '<h1>What is your child’s name?</h1>', '<p>What is your child’s name?</p>'),
  change('there are two h1', 'headings', '<h2>Get help</h2>', '<h1>Get help</h1>'),
  change('a heading level is left out', 'headings', '<h3>By phone</h3>', '<h4>By phone</h4>'),
  change('a heading is empty', 'headings', '<h2>Get help</h2>', '<h2></h2>'),
  change('the title does not say that there is an error', 'title', '<title>Error: ', '<title>'),
  change('the title is about another page', 'title', 'What is your child’s name? –', 'Your details –'),

  add('a 20 pixel button stands by another', 'target-size', '<button style="inline-size:20px;block-size:20px;padding:0">a</button><button style="inline-size:20px;block-size:20px;padding:0">b</button>'),
  style('links in a list are too near each other', 'target-size', 'nav a { padding: 0; font-size: 0.75rem } nav li { margin: 0; line-height: 1.1 }'),

  style('focus is removed', 'focus', ':focus-visible { outline: none }'),
  style('focus is a pale line', 'focus', ':focus-visible { outline: 3px solid #eeeeee }'),
  style('focus is white on white', 'focus', ':focus-visible { outline-color: #ffffff }'),
  style('focus on a radio button is removed', 'focus', '.choice input:focus + label::before { outline: none }'),
  change('a sticky bar lies over what has focus', 'focus', '<footer>', '<footer style="position:fixed;inset:auto 0 0 0;block-size:150px;background:#ffffff">'),

  add('a box is wider than a phone', 'reflow', '<div style="inline-size:400px">A wide box with words in it</div>'),
  add('a long word does not wrap', 'reflow', '<p>Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch</p>'),
  add('words are cut off when they are wide apart', 'reflow', '<p style="block-size:1.4em;inline-size:17rem;overflow:hidden">You can come back to this later</p>'),
  add('words are cut off when letters are big', 'reflow', '<p style="block-size:30px;overflow:hidden">Saved at two in the afternoon</p>'),
  add('words lie on other words when letters are big', 'reflow', '<p style="block-size:24px;margin:0">Saved at two in the afternoon</p><p style="margin:0">Your next question</p>'),
  add('words do not grow', 'reflow', '<p style="font-size:19px">You can come back to this later</p>'),

  style('a button is a block of colour and nothing else', 'forced-colours', 'button { border: 0 }'),
  style('a text box is a shade of grey and nothing else', 'forced-colours', 'input[type="email"] { border: 0; background: #eeeeee }'),
  style('the mark of a picked choice is a background', 'forced-colours', '.choice label::after { border: 0; inline-size: 20px; block-size: 20px; background: #0b0c0c }'),
  style('words refuse the reader’s colours', 'forced-colours', '.hint { forced-color-adjust: none }'),

  add('something to click cannot be reached with Tab', 'keyboard', '<div onclick="location.reload()">Save</div>'),
  add('a link cannot be reached with Tab', 'keyboard', '<p><a href="/later" tabindex="-1">Save for later</a></p>'),
  add('the order of Tab is forced', 'keyboard', '<p><a href="/later" tabindex="3">Save for later</a></p>'),
  add('Tab is trapped', 'keyboard', '<p><label for="trap">Notes</label> <input type="text" id="trap" onkeydown="if (event.key === \'Tab\') event.preventDefault()"></p>'),

  change('an id is used twice', 'html', '<footer><p>', '<footer><p id="name">'),
  change('a paragraph holds a block', 'html', '<p>Call us from Monday to Friday.</p>', '<p>Call us <div>from Monday</div> to Friday.</p>'),
  change('an attribute is there twice', 'html', '<button type="submit"', '<button type="submit" type="submit"'),
  change('an attribute does not exist', 'html', '<fieldset>', '<fieldset colour="blue">'),
  change('an element is never closed', 'html', '</form>', ''),
  change('a button stands inside a link', 'html', '<a href="/names">how we use names</a>', '<a href="/names"><button type="button">how we use names</button></a>'),

  change('the words of an image say nothing', 'nobody', 'alt="Map of our office"', 'alt="The thing"'),
  change('the words of an error do not say how to fix it', 'nobody', '<p class="wrong" id="name-wrong">Enter your child’s name</p>', '<p class="wrong" id="name-wrong">Invalid</p>'),
]
