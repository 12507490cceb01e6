import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, useLoaderData, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Refusal } from './context.server'
import { useNonce } from './nonce'
import { RefusalPage } from './refusal-page'
import { shellOf } from './shell.server'
import { Shell } from './shell'

export const loader = ({ context, request }: LoaderFunctionArgs) => json(shellOf(context, request.url))

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: isRouteErrorResponse(error) && isRefusal(error.data) ? `${error.data.heading} - ${data?.suffix ?? ''}` : (data?.suffix ?? '') },
]

/** Pages that gain from scripts say so: `export const handle = { hydrate: true }`. All others are sent without any. */
interface Handle {
  readonly hydrate?: boolean
}

export function Layout({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>('root')
  const nonce = useNonce()
  const matches = useMatches()
  const failed = useRouteError() !== undefined
  const hydrates = !failed && matches.some((match) => (match.handle as Handle | undefined)?.hydrate)
  return (
    <html lang={shell?.language ?? 'en'} dir={shell?.direction ?? 'ltr'} className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content={shell?.themeColour ?? '#0b4f4a'} />
        <meta name="robots" content="noindex" />
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {shell ? <link rel="stylesheet" href={shell.stylesheet} /> : null}
        <link rel="stylesheet" href="/brand.css" />
        <Links />
      </head>
      <body className="govuk-template__body">
        {children}
        {hydrates ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  )
}

export default function App() {
  const shell = useLoaderData<typeof loader>()
  return (
    <Shell shell={shell}>
      <Outlet />
    </Shell>
  )
}

const isRefusal = (data: unknown): data is Refusal => typeof data === 'object' && data !== null && 'heading' in data

/** What everybody sees when something was refused or broke: what happened, what to do, whom to phone. */
export function ErrorBoundary() {
  const error = useRouteError()
  const shell = useRouteLoaderData<typeof loader>('root')
  const refused = isRouteErrorResponse(error) && isRefusal(error.data) ? error.data : shell?.broken
  if (!shell || !refused) return null
  return (
    <Shell shell={shell}>
      <RefusalPage refusal={refused} />
    </Shell>
  )
}
