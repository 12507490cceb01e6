import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, useMatches, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Refusal } from './context.server'
import { RefusalPage } from './shell/refusal-page'
import { shellToBrowser, useServed } from './shell/served'
import { Shell, type BackView } from './shell/shell'

const isRefusal = (data: unknown): data is Refusal => typeof data === 'object' && data !== null && 'heading' in data

/** The furniture, and what was refused or broke (if anything). */
function usePage() {
  const { nonce, shell } = useServed()
  const error = useRouteError()
  // Remix gives null where there is no error, and undefined in some of its own layers.
  const refused = error === undefined || error === null ? undefined : isRouteErrorResponse(error) && isRefusal(error.data) ? error.data : shell.broken
  return { nonce, shell, refused }
}

/** Pages that gain from scripts say so: `export const handle = { hydrate: true }`. All others are sent without any. */
interface Handle {
  readonly hydrate?: boolean
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, shell, refused } = usePage()
  const matches = useMatches()
  const hydrates = !refused && matches.some((match) => (match.handle as Handle | undefined)?.hydrate)
  return (
    <html lang={shell.language} dir={shell.direction} className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content={shell.themeColour} />
        <meta name="robots" content="noindex" />
        {refused ? <title>{`${refused.heading} - ${shell.suffix}`}</title> : <Meta />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={shell.stylesheet} />
        <link rel="stylesheet" href="/brand.css" />
        <Links />
      </head>
      <body className="govuk-template__body" {...(hydrates && shellToBrowser(shell))}>
        {children}
        {hydrates ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  )
}

export default function App() {
  const { shell } = useServed()
  // A page whose loader says where Back goes has the link above `main`, so that its errors come first inside.
  const back = (useMatches().at(-1)?.data as { readonly back?: BackView } | undefined)?.back
  return (
    <Shell shell={shell} back={back}>
      <Outlet />
    </Shell>
  )
}

/** What everybody sees when something was refused or broke: what happened, what to do, whom to phone. */
export function ErrorBoundary() {
  const { shell, refused } = usePage()
  if (!refused) return null
  return (
    <Shell shell={shell}>
      <RefusalPage refusal={refused} />
    </Shell>
  )
}
