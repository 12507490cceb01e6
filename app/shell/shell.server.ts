import type { Context, Refusal } from '~/context.server'
import { htmlLangOf, languages } from '~/i18n/languages'
import { stylesheetFor } from '~/ui/stylesheets'

/** What is around every page, in words: header, languages, people to talk to, footer. */
export interface ShellView {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly stylesheet: string
  readonly themeColour: string
  /** The end of every title: service and council. */
  readonly suffix: string
  readonly skip: string
  readonly council: { readonly name: string; readonly logo?: string }
  readonly service: string
  readonly demo: { readonly text: string; readonly link: string } | null
  readonly languages: { readonly label: string; readonly links: readonly { code: string; name: string; direction: 'ltr' | 'rtl'; href: string; current: boolean }[] }
  readonly help: string
  readonly account: { readonly requests: string; readonly signIn: string | null; readonly signOut: { readonly text: string; readonly csrf: string } | null }
  readonly people: {
    readonly heading: string
    readonly team: string
    readonly hours: string
    readonly rows: readonly { readonly label: string; readonly text: string; readonly isEmail: boolean }[]
    readonly freeHelp: string
    readonly sendiass: { readonly name: string; readonly phone: string; readonly what: string }
    readonly ipsea: { readonly name: string; readonly what: string }
    readonly more: string
  }
  readonly footer: { readonly label: string; readonly links: readonly { readonly text: string; readonly href: string }[] }
  readonly broken: Refusal
}

/** The service and the council: the title of the first page, and the end of every other. */
export const serviceTitle = ({ visit: { words }, config }: Context): string => `${words.text('common:service')} - ${config.council.name}`

export function shellOf(context: Context, url: string): ShellView {
  const { config, visit, requestId } = context
  const { words, actor } = visit
  const { council, brand } = config
  const say = (key: string, values?: Record<string, string>) => words.text(`common:${key}`, values)
  const here = new URL(url)
  const inLanguage = (code: string) => {
    const search = new URLSearchParams(here.search)
    search.set('lang', code)
    return `${here.pathname}?${search.toString()}`
  }
  return {
    language: htmlLangOf(words.language),
    direction: words.direction,
    stylesheet: stylesheetFor(words.direction),
    themeColour: brand.colours.brand,
    suffix: serviceTitle(context),
    skip: say('skip'),
    council: { name: council.name, ...(brand.logoUrl && { logo: brand.logoUrl }) },
    service: say('service'),
    demo: config.mode === 'demo' ? { text: say('demo'), link: say('demoMailbox') } : null,
    languages: {
      label: say('languages'),
      links: languages
        .filter((each) => !each.pseudo)
        .map(({ code, name, direction }) => ({ code, name, direction, href: inLanguage(code), current: code === words.language })),
    },
    help: say('help'),
    account: {
      requests: say('yourRequests'),
      signIn: actor?.role === 'person' ? null : say('signIn'),
      signOut: actor?.role === 'person' ? { text: say('signOut'), csrf: visit.csrf() } : null,
    },
    people: {
      heading: say('people.heading'),
      team: council.team,
      hours: council.hours,
      rows: [
        { label: say('people.phone'), text: council.phone, isEmail: false },
        { label: say('people.textRelay'), text: council.textRelay, isEmail: false },
        { label: say('people.email'), text: council.email, isEmail: true },
      ],
      freeHelp: say('people.freeHelp'),
      sendiass: { name: council.sendiass.name, phone: council.sendiass.phone, what: say('people.sendiass') },
      ipsea: { name: say('people.ipsea'), what: say('people.ipseaWhat') },
      more: say('people.more'),
    },
    footer: {
      label: say('footer.label'),
      links: (['privacy', 'cookies', 'accessibility'] as const).map((page) => ({ text: say(`footer.${page}`), href: `/${page}` })),
    },
    broken: {
      heading: words.text('errors:broken.heading'),
      body: words.text('errors:broken.body'),
      phone: words.text('errors:phone', { phone: council.phone }),
      home: words.text('errors:home'),
      quote: words.text('errors:quote', { id: requestId.slice(0, 8) }),
      typed: null,
    },
  }
}

